import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";

const chartreuse = {
  ...{
    name: "Forêt de Chartreuse",
    tonnes: 12,
    eur: 300,
    year: 2026,
    standard: null,
    vintage: null,
    proof: null,
  },
  by: "Référent technique",
};

describe.each(engines)("the register of financed projects on %s", (engine) => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  const revisions = async () => {
    const rows = await test.store.db
      .selectFrom("project")
      .select(["number", "revision", "tonnes", "proof", "reason"])
      .orderBy("number")
      .orderBy("revision")
      .execute();
    return rows.map((row) => Object.values(row));
  };

  it("begins empty", async () => {
    expect(await test.say("/cairn projet")).toMatchObject({ ok: true, data: { projects: [] } });
  });

  it("records a project of the year under way, in Paris", async () => {
    const said = await test.say("/cairn projet Forêt de Chartreuse 12 t 300 €", {
      at: "2025-12-31T23:30:00Z",
    });
    expect(said).toMatchObject({ ok: true, command: "projet" });
    expect(said["data"]).toEqual({
      project: { ...chartreuse, number: 1, at: "2025-12-31T23:30:00.000Z", withdrawn: false },
    });
  });

  it.each([
    ["the same line again", "/cairn projet Forêt de Chartreuse 12 t 300 € en 2026", { number: 1 }],
    ["in other words", "/cairn project FORET de chartreuse 12000 kg 0,3 k€", { number: 1 }],
  ])("%s changes nothing", async (_, line, project) => {
    expect(await test.say(line)).toMatchObject({ ok: true, data: { project } });
    expect(await revisions()).toEqual([[1, 1, "12", null, null]]);
  });

  it("a detail that was missing completes it, as another revision", async () => {
    const said = await test.say("/cairn projet Forêt de Chartreuse 12 t 300 € VCS 2024 preuve registre 7", {
      as: "politique",
    });
    expect(said).toMatchObject({
      data: {
        project: {
          number: 1,
          standard: "VCS",
          vintage: 2024,
          proof: "registre 7",
          by: "Référente politique",
        },
      },
    });
    expect(await revisions()).toEqual([
      [1, 1, "12", null, null],
      [1, 2, "12", "registre 7", null],
    ]);
  });

  it("another amount is another project, listed newest first on the card", async () => {
    await test.say("/cairn projet Forêt de Chartreuse 5 t 125,5 €");
    const reply = await test.say("/cairn projets");
    expect(reply).toMatchObject({ data: { projects: [{ number: 1 }, { number: 2, eur: 125.5 }] } });
    expect(String(reply["text"]).replaceAll(/[\u00A0\u202F]/gu, " ")).toContain(
      "• n° 2, 2026, Forêt de Chartreuse : 125,5 €, 5 tCO2e, sans label indiqué, preuve de retrait à donner\n• n° 1, 2026, ",
    );
  });

  it.each([
    [
      "without a number",
      "/cairn projet retirer",
      { code: "missing_argument", data: { argument: "subject" } },
    ],
    ["without a reason", "/cairn projet retirer 2", { code: "missing_reason" }],
    ["with the ready line's reason", "/cairn projet retirer 2 motif…", { code: "missing_reason" }],
    [
      "of nothing",
      "/cairn projet retirer 9 doublon",
      { code: "not_found", data: { what: "project", typed: "9" } },
    ],
  ])("a withdrawal %s is refused", async (_, line, error) => {
    expect(await test.say(line)).toMatchObject({ ok: false, error });
    expect(await revisions()).toHaveLength(3);
  });

  it("a withdrawn project stays in the register with the reason, and counts no more", async () => {
    expect(await test.say("/cairn projet retirer n°2 noté deux fois")).toMatchObject({
      data: { project: { number: 2, tonnes: 5, withdrawn: true } },
    });
    expect(await test.say("/cairn projet")).toMatchObject({ data: { projects: [{ number: 1 }] } });
    expect((await revisions()).at(-1)).toEqual([2, 2, null, null, "noté deux fois"]);
    expect(await test.say("/cairn projet retirer 2 encore")).toMatchObject({ error: { code: "not_found" } });
  });

  it("an ambiguous number is asked about, with both readings", async () => {
    const reply = await test.reply("/cairn projet Haies 1.234 t 5 €");
    expect(reply).toMatchObject({ ok: false, error: { code: "ambiguous_number" } });
    const [, buttons] = reply.card.blocks;
    expect(buttons).toMatchObject({
      actions: [{ line: "/cairn projet Haies 1234 t 5 €" }, { line: "/cairn projet Haies 1,234 t 5 €" }],
    });
  });

  it.each(["membre", "energie", "admin"])("%s may neither write nor read it", async (as) => {
    for (const line of ["/cairn projet", "/cairn projet Haies 1 t 5 €", "/cairn projet retirer 1 x"]) {
      expect(await test.say(line, { as })).toMatchObject({ error: { code: "not_allowed" } });
    }
  });

  it("two people at once record one project", async () => {
    const line = "/cairn projet Tourbière 3 t 90 €";
    const said = await Promise.all([test.say(line), test.say(line, { as: "politique" })]);
    expect(said).toMatchObject([{ data: { project: { number: 3 } } }, { data: { project: { number: 3 } } }]);
    expect((await revisions()).filter(([number]) => number === 3)).toHaveLength(1);
  });
});
