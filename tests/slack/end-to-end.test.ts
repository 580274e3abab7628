import { writeFile } from "node:fs/promises";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sameQuarterOf } from "../../src/domain/quarter.ts";
import { cairn } from "../support/command.ts";
import { eventually } from "../support/eventually.ts";
import { freshFolder } from "../support/folders.ts";
import { type Person, personIn, postedIn, type Seen } from "../support/slack-person.ts";
import { fields, list } from "../support/slack-texts.ts";
import { cellsIn, controlsIn, wordsIn } from "../support/slack-view.ts";
import { rosterMember, slackWorkspace, type Workspace } from "../support/slack-workspace.ts";

/** The first working day after the third quarter, when its collection opens; then two days on which a digest is due. */
const opening = Temporal.Instant.from("2026-10-01T10:00:00+02:00");
const digestDays = {
  "2026-10": Temporal.Instant.from("2026-11-02T10:00:00+01:00"),
  "2026-11": Temporal.Instant.from("2026-12-01T10:00:00+01:00"),
};
const collected = "2026-T3";
const typedQuarter = "T3 2026";

let workspace: Workspace;
let energie: Person;
let technique: Person;
let mobilite: Person;

beforeAll(async () => {
  workspace = await slackWorkspace(
    ["energie", "mobilite", "technique"].map((name) => rosterMember(name)),
    "last quarter",
    opening,
  );
  energie = await personIn(workspace, "energie");
  technique = await personIn(workspace, "technique");
  mobilite = await personIn(workspace, "mobilite");
}, 60_000);
afterAll(async () => {
  await workspace.close();
});

const wordsOf = (seen: Seen | undefined) => wordsIn(seen?.blocks);
const lastOf = (channel: string, thread?: string) => postedIn(workspace.slack, channel, thread).at(-1);

const digests = () =>
  postedIn(workspace.slack, workspace.channel).filter(({ text }) => /^Le point du mois/u.test(text));
const typesIn = (seen: Seen | undefined) => list(seen?.blocks).map((block) => String(fields(block)["type"]));
const spaced = (text: string) => text.replaceAll(/\s+/gu, " ");

/** What `cairn …` says of the same database. */
async function told(...words: string[]) {
  const ran = await cairn(workspace.where, ...words);
  expect(ran.status, ran.stderr).toBe(0);
  return JSON.parse(ran.stdout);
}

/** Waits for the form that follows what was just done. */
const form = (person: Person) =>
  eventually(() => person.screen.modal()?.["callback_id"]).toBe("saisir:entry");
const shown = (person: Person) => wordsIn(person.screen.modal()?.["blocks"]);

/** Rows of the same quarter in earlier years, around an amount. */
function earlierYears(indicator: string, amount: number, unit: string): string[] {
  return [2021, 2024, 2025].map(
    (year) => `${indicator},${sameQuarterOf(collected, year)},${amount + (year - 2021)},${unit},relevé`,
  );
}

describe("a quarter in Slack, from the reminder to the digest", () => {
  let reminder: Seen | undefined;
  const press = async (label: string) => {
    if (reminder === undefined) throw new Error("no reminder");
    await energie.press(reminder, label);
    await form(energie);
  };

  it("the same quarter of earlier years is there, to compare with", async () => {
    const folder = await freshFolder();
    const rows = [...earlierYears("electricite", 2000, "kWh"), ...earlierYears("gaz", 5000, "kWh")];
    await writeFile(`${folder}/years.csv`, ["indicator,period,value,unit,note", ...rows, ""].join("\n"));
    expect(await told("import", `${folder}/years.csv`, "--json")).toMatchObject({ imported: 6, errors: [] });
  });

  it("the owner is reminded in direct messages, with a button for each figure owed", async () => {
    const messages = () => postedIn(workspace.slack, energie.direct);
    await eventually(messages).toHaveLength(1);
    [reminder] = messages();
    expect(reminder?.text).toMatch(/^La collecte est ouverte/u);
    const labels = controlsIn(reminder?.blocks).map(({ label }) => label);
    expect(labels).toEqual([
      `Électricité des bureaux, ${typedQuarter}`,
      `Gaz naturel (kWh PCS de la facture), ${typedQuarter}`,
      `Eau du robinet, ${typedQuarter}`,
      `Papier acheté, ${typedQuarter}`,
      "Voir toutes les échéances",
      "Me le rappeler demain",
    ]);
  });

  it("a button opens the form on its figure", async () => {
    await press("Électricité");
    expect(shown(energie)).toContain("En kWh");
  });

  it("a number that can be read in two ways is asked again, both ways shown", async () => {
    energie.type("Valeur", "1.234");
    expect(await energie.submit()).toEqual({});
    expect(await energie.offered("Vous vouliez dire", "")).toEqual(["C’est 1234", "C’est 1,234"]);
  });

  it("once chosen, it is recorded, and the receipt says what it comes to", async () => {
    await energie.choose("Vous vouliez dire", "1234");
    expect(await energie.submit()).toEqual({});
    expect(shown(energie)).toMatch(/1\s234\skWh/u);
  });

  it("a figure that surprises is confirmed over the form that holds it", async () => {
    await press("Gaz");
    energie.type("Valeur", "50 000");
    expect(await energie.submit()).toEqual({});
    expect(energie.screen.modal()?.["callback_id"]).toBe("saisir:confirm");
    await energie.submit();
    expect(shown(energie)).toMatch(/50\s000\skWh/u);
  });

  it("the Home shows what is left to give, and follows when it is given elsewhere", async () => {
    const home = wordsIn((await energie.openHome())["blocks"]);
    expect(home).toMatch(/Eau du robinet, T3 2026 :[^;.]* attendu/u);
    expect(home).not.toMatch(/Électricité des bureaux, T3 2026 :[^;.]* attendu/u);
    const receipt = await energie.slash("/saisir", `eau 4,5 m3 ${typedQuarter}`);
    expect(wordsIn(receipt.blocks)).toMatch(/4,5\sm³|4,5\sm3/u);
    const later = () => wordsIn(energie.screen.home()?.["blocks"]);
    await eventually(later).not.toMatch(/Eau du robinet, T3 2026 :[^;.]* attendu/u);
  });

  it("several figures are given in one walk, each field empty for the next one, some passed", async () => {
    await mobilite.shortcut("saisir");
    await form(mobilite);
    expect(shown(mobilite)).toContain("Chiffre 1 sur 7");
    mobilite.type("Valeur", "100");
    expect(await mobilite.submit()).toEqual({});
    expect(shown(mobilite)).toContain("Chiffre 2 sur 7");
    await expect(mobilite.submit()).rejects.toThrow("left empty: Valeur");
    await mobilite.pressInView("Passer ce chiffre");
    await eventually(() => shown(mobilite)).toContain("Chiffre 3 sur 7");
    mobilite.type("Valeur", "300");
    expect(await mobilite.submit()).toEqual({});
    expect(shown(mobilite)).toContain("Chiffre 4 sur 7");
    await mobilite.close();
  });

  it("a question asked in a thread is answered in that thread, for everybody", async () => {
    const { channel } = workspace;
    const thread = await technique.mention("aide", { channel });
    await eventually(() => postedIn(workspace.slack, channel, thread)).toHaveLength(1);
    await technique.mention(`historique electricite ${typedQuarter}`, { channel, thread });
    await eventually(() => wordsOf(lastOf(channel, thread))).toMatch(/1\s234/u);
    const { messages } = await workspace.slack.peer.ask(null, "conversations.replies", {
      channel,
      ts: thread,
    });
    expect(list(messages)).toHaveLength(4);
  });

  it("a direct message is answered there, with the same figures as the command line", async () => {
    await energie.say(`avancement electricite ${typedQuarter}`);
    const answer = () =>
      postedIn(workspace.slack, energie.direct).find((seen) => wordsOf(seen).includes("38,3"));
    await eventually(() => wordsOf(answer())).toMatch(/1\s234\skWh/u);
    const line = `/cairn avancement electricite ${typedQuarter}`;
    const { data } = await told("exec", "--as", "energie@cluster.example", "--json", "--", line);
    expect(data.progress).toMatchObject({ actual: 1234, baseline: { value: 2000 }, changePct: -38.3 });
    expect(wordsOf(answer())).toMatch(/2\s000\skWh/u);
  });

  it("the month after, the digest comes to the channel with its chart and the quarter's figures", async () => {
    await workspace.restart(digestDays["2026-10"]);
    await eventually(digests).toHaveLength(1);
    const [native] = digests();
    expect(typesIn(native)).toEqual(expect.arrayContaining(["table", "context"]));
    const words = spaced(wordsOf(native));
    const { headline, text } = await told("digest", "--month", "2026-10", "--json");
    expect(words).toContain(spaced(headline));
    for (const cell of cellsIn(native?.blocks)) expect(spaced(text)).toContain(spaced(cell).trim());
    expect(words).toContain(
      "T3 : 2021 (référence) 1,13 tCO2e, 2026 10,27 tCO2e (2026 : 15 chiffres manquent).",
    );
  });

  it("where Slack takes nothing of its own, the next digest has its words", async () => {
    // More than one: whatever is posted again must not find Slack in a better mood.
    const refusals = Array.from({ length: 5 }, () => ({ kind: "no_native" }) as const);
    workspace.slack.faults.plan({ "chat.postMessage": refusals });
    await workspace.restart(digestDays["2026-11"]);
    await eventually(digests).toHaveLength(2);
    expect(workspace.slack.faults.left()["chat.postMessage"]?.length ?? 0).toBeLessThan(refusals.length);
    const plain = digests().at(-1);
    expect(typesIn(plain).filter((type) => /table|data/u.test(type))).toEqual([]);
    const { headline } = await told("digest", "--month", "2026-11", "--json");
    expect(spaced(wordsOf(plain))).toContain(spaced(headline));
  });

  it("what was given in Slack is what the command line exports, each figure once", async () => {
    const { entries } = await told("export", "--format", "json");
    const given = entries.filter(({ platform }: { platform: string }) => platform === "slack");
    const of = (indicator: string, value: number, typed: string) =>
      expect.objectContaining({ indicator, period: collected, value, typed, revision: 1 });
    expect(given).toHaveLength(5);
    expect(given).toEqual(
      expect.arrayContaining([
        of("electricite", 1234, "1234"),
        of("gaz", 50_000, "50 000"),
        of("eau", 4.5, "4,5 m3"),
        of("voiture-thermique", 100, "100"),
        of("train", 300, "300"),
      ]),
    );
  });

  it("told to stop, the bot ends well and leaves a sound database", async () => {
    expect(await workspace.stop()).toBe(0);
    expect(await told("verify", "--json")).toEqual({ ok: true, entries: 11, broken: null });
  });
});
