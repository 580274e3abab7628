import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";

const id = expect.stringMatching(/^[0-9a-f-]{36}$/u);
const monday = { at: "2026-10-05T08:00:00Z" };

/** The buttons of a reply. */
async function buttons(test: TestCairn, line: string, as: string): Promise<string[]> {
  const { card } = await test.reply(line, { as, ...monday });
  return card.blocks.flatMap((block) =>
    block.type === "actions" ? block.actions.map((action) => action.line) : [],
  );
}

describe.each(engines)("/cairn absence on %s", (engine) => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  it("notes days away with a delegate, and says how to undo it", async () => {
    expect(
      await test.say("/cairn absence du 12/10 au 16/10 mobilite@cluster.example", {
        as: "energie",
        ...monday,
      }),
    ).toEqual({
      ok: true,
      command: "absence",
      text: [
        "Absence notée",
        "Responsable énergie, eau et papier : du 12 octobre 2026 au 16 octobre 2026.",
        "Pendant ce temps, Responsable mobilité reçoit les rappels et peut donner les chiffres.",
        "→ Annuler cette absence · /cairn absence annuler 2026-10-12",
      ].join("\n\n"),
      data: {
        absence: {
          id,
          person: "energie@cluster.example",
          from: "2026-10-12",
          to: "2026-10-16",
          delegate: "mobilite@cluster.example",
          withdrawn: false,
        },
      },
    });
  });

  it("said twice changes nothing; other days that overlap are refused, with the line that withdraws the first", async () => {
    const again = await test.say("absence 2026-10-12 2026-10-16 mobilite", { as: "energie", ...monday });
    expect(again).toMatchObject({ ok: true, text: expect.stringContaining("rien ne change") });
    expect(await test.say("/cairn absence 16/10 20/10", { as: "energie", ...monday })).toMatchObject({
      ok: false,
      error: {
        code: "conflict",
        data: {
          absence: { from: "2026-10-16", to: "2026-10-20" },
          other: [{ from: "2026-10-12", to: "2026-10-16" }],
        },
      },
    });
    expect(await buttons(test, "/cairn absence 16/10 20/10", "energie")).toEqual([
      "/cairn absence annuler 2026-10-12",
    ]);
  });

  it("lets the delegate write the figures, those days only and those figures only", async () => {
    const write = (line: string, at: string) => test.say(line, { as: "mobilite", at });
    const refused = { ok: false, error: { code: "not_allowed" } };
    expect(await write("/saisir eau 12 T3", "2026-10-11T21:59:00Z")).toMatchObject(refused);
    expect(await write("/saisir eau 12 T3", "2026-10-11T22:00:00Z")).toMatchObject({ ok: true });
    expect(await write("/cairn corriger eau T3 13 compteur relu", "2026-10-16T08:00:00Z")).toMatchObject({
      ok: true,
    });
    expect(await write("/saisir repas 12 T3", "2026-10-14T08:00:00Z")).toMatchObject(refused);
    expect(await write("/saisir gaz 12 T3", "2026-10-17T08:00:00Z")).toMatchObject(refused);
  });

  it("lets a reader who stands in write them too, and nothing else", async () => {
    await test.say("/cairn absence 12/10 16/10 membre", { as: "dechets", ...monday });
    const during = { as: "membre", at: "2026-10-13T08:00:00Z" };
    expect(await test.say("/saisir verre 12 T3", { as: "membre", ...monday })).toMatchObject({
      error: { code: "not_allowed" },
    });
    expect(await test.say("/saisir verre 12 T3", during)).toMatchObject({ ok: true });
    expect(await test.say("/saisir train 12 T3", during)).toMatchObject({ error: { code: "not_allowed" } });
  });

  it("without a delegate says what that means", async () => {
    expect(await test.say("/cairn absence demain demain", { as: "achats", ...monday })).toMatchObject({
      ok: true,
      data: { absence: { from: "2026-10-06", to: "2026-10-06", delegate: null } },
      text: expect.stringContaining("seuls les référents verront ce qui manque"),
    });
  });

  it.each([
    { line: "absence", error: { code: "missing_argument", data: { argument: "day" } } },
    { line: "absence demain", error: { code: "missing_argument", data: { argument: "day" } } },
    {
      line: "absence bientôt",
      error: { code: "invalid_period", data: { problem: "not_a_day", typed: "bientôt" } },
    },
    {
      line: "absence 26/10 20/10",
      error: { code: "invalid_period", data: { problem: "ends_before_it_begins" } },
    },
    { line: "absence 01/10/2026 02/10/2026", error: { code: "invalid_period", data: { problem: "past" } } },
    {
      line: "absence 2026-10-20 2027-11-20",
      error: { code: "invalid_period", data: { problem: "over_a_year" } },
    },
    {
      line: "absence 2028-01-01 2028-01-02",
      error: { code: "invalid_period", data: { problem: "too_far" } },
    },
    {
      line: "absence 20/10 21/10 inconnu",
      error: { code: "not_found", data: { what: "delegate", typed: "inconnu" } },
    },
    { line: "absence 20/10 21/10 formations", error: { code: "not_found", data: { what: "delegate" } } },
    { line: "absence 20/10 21/10 pour energie", error: { code: "not_allowed", data: { verb: "absence" } } },
    { line: "absence annuler", error: { code: "not_found", data: { what: "absence" } } },
  ])("« $line » is refused: $error.code", async ({ line, error }) => {
    expect(await test.say(`/cairn ${line}`, { as: "formations", ...monday })).toMatchObject({
      ok: false,
      error,
    });
  });

  it("of one day, or with a delegate's name nearly right, offers the line that is meant", async () => {
    expect(await buttons(test, "/cairn absence 20/10 technique", "formations")).toEqual([
      "/cairn absence 2026-10-20 2026-10-20 technique",
    ]);
    expect(await buttons(test, "/cairn absence 20/10 21/10 mobilit@cluster.example", "formations")).toEqual([
      "/cairn absence 20/10 21/10 mobilite@cluster.example",
    ]);
  });

  it("is set for somebody by a referent, and withdrawn by them", async () => {
    const as = { as: "politique", ...monday };
    expect(
      await test.say("/cairn absence 20/10 21/10 technique pour collectif@cluster.example", as),
    ).toMatchObject({
      ok: true,
      data: { absence: { person: "collectif@cluster.example", delegate: "technique@cluster.example" } },
    });
    expect(await buttons(test, "/cairn absence 20/10 21/10 technique pour collectif", "politique")).toEqual([
      "/cairn absence annuler 2026-10-20 pour collectif@cluster.example",
    ]);
    expect(await test.say("/cairn absence annuler pour collectif", as)).toMatchObject({
      ok: true,
      data: { absence: { person: "collectif@cluster.example", withdrawn: true } },
    });
    expect(await test.say("/cairn absence annuler pour collectif", as)).toMatchObject({
      error: { code: "not_found" },
    });
  });

  it("of several, asks which to withdraw; once withdrawn the delegate writes no more", async () => {
    await test.say("/cairn absence 20/10 21/10 membre", { as: "ressources", ...monday });
    await test.say("/cairn absence 27/10 28/10 membre", { as: "ressources", ...monday });
    expect(await buttons(test, "/cairn absence annuler", "ressources")).toEqual([
      "/cairn absence annuler 2026-10-20",
      "/cairn absence annuler 2026-10-27",
    ]);
    expect(await test.say("/cairn absence annuler 21/10", { as: "ressources", ...monday })).toMatchObject({
      ok: true,
      data: { absence: { from: "2026-10-20", withdrawn: true } },
    });
    const write = (at: string) => test.say("/saisir publications 2 T3", { as: "membre", at });
    expect(await write("2026-10-20T08:00:00Z")).toMatchObject({ error: { code: "not_allowed" } });
    expect(await write("2026-10-27T08:00:00Z")).toMatchObject({ ok: true });
  });

  it("said ten times at once is noted once", async () => {
    const lines = Array.from({ length: 10 }, () =>
      test.say("/cairn absence 2/11 6/11", { as: "mobilite", ...monday }),
    );
    const ids = (await Promise.all(lines)).map(({ data }) => JSON.stringify(data));
    expect(new Set(ids).size).toBe(1);
  });
});
