import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines } from "../support/databases.ts";
import { inChannel, bot as self, shownIn, type TeamsBot, teamsBot, textsOf } from "../support/teams-bot.ts";

let bot: TeamsBot;

/** A card as it came back: its texts, and what its buttons carry. */
type Shown = {
  readonly texts: string;
  readonly buttons: Map<string, Record<string, unknown>>;
  readonly json: string;
};

function actionsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(actionsIn);
  if (typeof value !== "object" || value === null) return [];
  const own = "type" in value && /^Action\./u.test(String(value.type)) ? [{ ...value }] : [];
  return [...own, ...Object.values(value).flatMap(actionsIn)];
}

function shown(card: unknown): Shown {
  const buttons = actionsIn(card).flatMap(({ data }) =>
    typeof data === "object" && data !== null && "verb" in data
      ? [[String(data.verb), { ...data }] as const]
      : [],
  );
  return { texts: textsOf(card).join("\n"), buttons: new Map(buttons), json: JSON.stringify(card) };
}

/** What was asked of somebody last, as a card. */
function lastCard(): Shown {
  const attachments = bot.teams.sent.at(-1)?.activity["attachments"];
  return shown(Array.isArray(attachments) ? attachments[0]?.content : null);
}

/** Fills a form in, and sends it with one of its buttons. */
async function fill(card: Shown, verb: string, fields: object = {}, changes: object = {}, as = "energie") {
  const carried = card.buttons.get(verb)?.["carried"];
  const replyToId = bot.teams.sent.at(-1)?.id;
  const answer = await bot.press(verb, { verb, carried, ...fields }, { replyToId, ...changes }, as);
  return shown(answer["value"]);
}

const figures = async () =>
  await bot.test.store.db.selectFrom("entry").select(["indicator", "period", "value", "note"]).execute();
const typed = { indicator: "electricite", period: "2026-T3", value: "1 234,5" };

async function form(line: string, as = "energie"): Promise<Shown> {
  await bot.say(line, {}, as);
  return lastCard();
}

describe.each(engines)("the form that takes a figure, on %s", (engine) => {
  beforeEach(async () => {
    bot = await teamsBot(engine);
  });
  afterEach(() => bot.close());

  it("is asked for by a line without a value, and its receipt takes its place, for good", async () => {
    const card = await form("saisir electricite T3 2026");
    const receipt = await fill(card, "entry.send", {
      ...typed,
      note: "relevé",
      link: "https://exemple.fr/1",
    });
    expect(receipt.texts).toMatch(/1\s234,5\skWh/u);
    expect(bot.teams.sent.at(-1)).toMatchObject({ method: "PUT", conversation: "a:energie" });
    expect(await figures()).toEqual([
      { indicator: "electricite", period: "2026-T3", value: "1234.5", note: "relevé https://exemple.fr/1" },
    ]);
  });

  it("sent twice, writes one figure", async () => {
    const card = await form("saisir electricite T3 2026");
    const [one, two] = [await fill(card, "entry.send", typed), await fill(card, "entry.send", typed)];
    expect(two.texts).toBe(one.texts);
    expect(await figures()).toHaveLength(1);
  });

  it("says what is wrong in its place, and keeps what was typed", async () => {
    const card = await form("saisir electricite T3 2026");
    const again = await fill(card, "entry.send", { ...typed, value: "beaucoup", note: "relevé" });
    expect(again.json).toContain("beaucoup");
    expect(again.json).toContain("relevé");
    expect(again.buttons.has("entry.send")).toBe(true);
    expect(await figures()).toEqual([]);
  });

  it("asks which of two readings is meant", async () => {
    const card = await form("saisir electricite T3 2026");
    const again = await fill(card, "entry.send", { ...typed, value: "1.234" });
    expect(again.json).toContain('"id":"reading"');
    expect(await figures()).toEqual([]);
  });

  it("shows an implausible figure once more: confirmed it is written, mended it comes back as typed", async () => {
    for (const [period, value] of [
      ["T3 2025", "1000"],
      ["T4 2025", "1100"],
      ["T1 2026", "1050"],
      ["T2 2026", "1020"],
    ])
      await bot.say(`saisir electricite ${value} kWh ${period}`);
    const card = await form("saisir electricite T3 2026");
    const question = await fill(card, "entry.send", { ...typed, value: "900000" });
    expect([...question.buttons.keys()]).toEqual(["entry.confirm", "entry.mend"]);
    expect(await figures()).toHaveLength(4);
    const mended = await fill(question, "entry.mend");
    expect(mended.json).toContain("900000");
    await fill(question, "entry.confirm");
    expect((await figures()).at(-1)).toMatchObject({ period: "2026-T3", value: "900000" });
  });

  it("shows an implausible figure with a long note in its form, to be sent once more", async () => {
    for (const [period, value] of [
      ["T3 2025", "1000"],
      ["T4 2025", "1100"],
      ["T1 2026", "1050"],
      ["T2 2026", "1020"],
    ])
      await bot.say(`saisir electricite ${value} kWh ${period}`);
    const card = await form("saisir electricite T3 2026");
    const note = "très long ".repeat(120).trim();
    const fields = { ...typed, value: "900000", note };
    const again = await fill(card, "entry.send", fields);
    expect([...again.buttons.keys()]).toEqual(["entry.send"]);
    expect(await figures()).toHaveLength(4);
    await fill(again, "entry.send", { ...fields, value: "900001" });
    expect(await figures()).toHaveLength(4);
    await fill(again, "entry.send", fields);
    expect((await figures()).at(-1)).toMatchObject({ value: "900000", note });
  });

  it("asks why a figure that stands is replaced", async () => {
    await bot.say("saisir electricite 1000 kWh T3 2026");
    const card = await form("saisir electricite T3 2026");
    const again = await fill(card, "entry.send", typed);
    expect(again.json).toContain('"id":"reason"');
    await fill(again, "entry.send", { ...typed, reason: "facture reçue" });
    expect((await figures()).map(({ value }) => value)).toEqual(["1000", "1234.5"]);
  });

  it("goes through what waits one after another, past what is skipped, to what it comes to", async () => {
    let card = await form("saisir");
    expect(card.texts).toMatch(/Chiffre 1 sur \d/u);
    for (let steps = 0; steps < 30 && card.buttons.has("entry.skip"); steps += 1)
      card = await fill(card, "entry.skip");
    expect(card.texts).toContain("aucun chiffre donné");
    expect(await figures()).toEqual([]);
  });
});

describe("a card that somebody forged, or another person presses", () => {
  beforeEach(async () => {
    bot = await teamsBot("pglite");
  });
  afterEach(() => bot.close());

  it("writes no figure of somebody else, whatever the form says", async () => {
    const card = await form("saisir electricite T3 2026");
    await fill(card, "entry.send", { ...typed, indicator: "train" });
    await fill(card, "entry.confirm", {
      carried: '{"r":0,"u":null,"p":null,"c":null,"w":null}\ntrain\n2026-T3\n5',
    });
    await fill(card, "entry.send", typed, {}, "dechets");
    await bot.press("run", { verb: "run", line: "/saisir train 5 km T3 2026" });
    expect(await figures()).toEqual([]);
  });

  it.each([
    ["an unknown verb", "delete.all", {}],
    ["a form without fields", "entry.send", {}],
    ["fields of other kinds", "entry.send", { indicator: ["electricite"], value: { kWh: 5 } }],
    ["a state that is none", "entry.confirm", { carried: "]]]" }],
    ["a state too long", "entry.confirm", { carried: "x".repeat(100_000) }],
    ["no line", "run", {}],
    ["a line that writes, to be run by itself", "refresh", { line: "/saisir electricite 5 kWh T3 2026" }],
  ])("%s comes to nothing", async (_, verb, data) => {
    await bot.press(verb, { verb, ...data });
    expect(await figures()).toEqual([]);
  });

  it("a guest's press is refused in words", async () => {
    const answer = await bot.press("run", { line: "/cairn bilan" }, {}, "invite");
    expect(answer).toMatchObject({ type: "application/vnd.microsoft.activity.message" });
    expect(bot.teams.sent).toEqual([]);
  });
});

describe("buttons", () => {
  beforeEach(async () => {
    bot = await teamsBot("pglite");
  });
  afterEach(() => bot.close());

  it("a button that runs a line is answered beside its card", async () => {
    const answer = await bot.press("run", { verb: "run", line: "/cairn echeances" });
    expect(answer).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.activity.message" });
    expect(bot.teams.sent.map(shownIn)).toEqual([expect.stringContaining("Vos chiffres attendus")]);
  });

  it("where Action.Execute is not known, the same comes as a message, and the form's place is taken", async () => {
    const card = await form("saisir electricite T3 2026");
    const carried = card.buttons.get("entry.send")?.["carried"];
    const replyToId = bot.teams.sent.at(-1)?.id;
    const value = { verb: "entry.send", carried, ...typed };
    await bot.deliver(bot.activity({ text: undefined, value, replyToId }));
    expect(bot.teams.sent.at(-1)).toMatchObject({ method: "PUT", id: replyToId });
    expect(await figures()).toHaveLength(1);
  });

  it("a form pressed in front of others is its own person's, whose receipt also goes to their conversation", async () => {
    await bot.say("plan");
    await bot.say("saisir electricite T3 2026", { ...inChannel, recipient: { ...self, isTargeted: true } });
    expect(bot.teams.sent.at(-1)?.targeted).toBe(true);
    await fill(lastCard(), "entry.send", typed, inChannel);
    expect(
      bot.teams.sent
        .filter(({ conversation }) => conversation === "a:energie")
        .map(shownIn)
        .at(-1),
    ).toMatch(/1\s234,5\skWh/u);
  });

  it("preferences are opened, saved and shown", async () => {
    await bot.say("/cairn rappels");
    expect(lastCard().buttons.has("preferences.open")).toBe(true);
    const opened = shown((await bot.press("preferences.open", {}))["value"]);
    expect(opened.buttons.has("preferences.save")).toBe(true);
    const fields = { hour: "11", platform: "teams", language: "en", numbers: "en" };
    const saved = shown((await bot.press("preferences.save", fields))["value"]);
    expect(saved.texts).toContain("11");
    const rows = await bot.test.store.db.selectFrom("preference").select(["hour", "platform"]).execute();
    expect(rows).toEqual([{ hour: 11, platform: "teams" }]);
  });
});

describe("the message extension", () => {
  beforeEach(async () => {
    bot = await teamsBot("pglite");
  });
  afterEach(() => bot.close());
  const invoke = async (name: string, value: object, as = "energie") => {
    const { status, body } = await bot.deliver(bot.activity({ type: "invoke", name, value }, as));
    expect(status).toBe(200);
    return JSON.parse(body);
  };

  it("opens the form as a dialog, and its receipt ends there and stays in the person's conversation", async () => {
    await bot.say("plan");
    const opened = await invoke("composeExtension/fetchTask", { commandId: "saisir" });
    const { card } = opened.task.value;
    expect(opened.task.type).toBe("continue");
    expect(JSON.stringify(card.content)).not.toContain("Action.Execute");
    const carried = '{"r":0,"u":null,"p":null,"c":null,"w":null}';
    const data = { verb: "entry.send", carried, ...typed };
    const sent = await invoke("composeExtension/submitAction", { commandId: "saisir", data });
    expect(textsOf(sent.task.value.card.content).join("\n")).toMatch(/1\s234,5\skWh/u);
    expect(await figures()).toHaveLength(1);
    const last = bot.teams.sent.at(-1);
    expect(last && shownIn(last)).toMatch(/1\s234,5\skWh/u);
  });

  it("finds a progress card to put in a conversation; words that name nothing find nothing", async () => {
    const search = (sujet: string, commandId = "progression") =>
      invoke("composeExtension/query", { commandId, parameters: [{ name: "sujet", value: sujet }] });
    const found = await search("dechets");
    expect(found.composeExtension).toMatchObject({
      type: "result",
      attachments: [{ preview: { content: { title: expect.stringContaining("déchets") } } }],
    });
    expect((await search("zzz")).composeExtension.attachments).toEqual([]);
    expect((await search("dechets", "other")).composeExtension.attachments).toEqual([]);
  });

  it("refuses a guest", async () => {
    const refused = await invoke("composeExtension/fetchTask", { commandId: "saisir" }, "invite");
    expect(textsOf(refused.task.value.card.content).join("\n")).toContain("invité");
    const none = await invoke("composeExtension/query", { commandId: "progression" }, "invite");
    expect(none.composeExtension.type).toBe("message");
  });

  it("an invoke of another kind is not ours", async () => {
    const other = bot.activity({ type: "invoke", name: "fileConsent/invoke", value: {} });
    expect((await bot.deliver(other)).status).toBe(501);
  });
});
