import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allEntries } from "../../src/store/entries.ts";
import { people } from "../../src/store/people.ts";
import { freshCairn, type Said, type TestCairn } from "../support/cairn.ts";

let test: TestCairn;
beforeAll(async () => {
  test = await freshCairn("pglite");
});
afterAll(() => test.store.close());

const long = `/saisir electricite 12 kWh T3 ${"é".repeat(10_000)}`;

describe("a line that cannot be done is refused with its code, and records nothing", () => {
  it.each<[line: string, code: string, data: object, said?: Said]>([
    ["", "unknown_command", { typed: "", suggestions: [] }],
    ["   ", "unknown_command", { typed: "", suggestions: [] }],
    ["/", "unknown_command", { typed: "", suggestions: [] }],
    ["/cairn danser", "unknown_command", { typed: "danser", suggestions: [] }],
    ["/saisr electricite 12", "unknown_command", { typed: "saisr", suggestions: ["saisir"] }],
    ["/cairn bilna 2025", "unknown_command", { typed: "bilna", suggestions: ["bilan"] }],
    [
      "/cairn p",
      "unknown_command",
      { typed: "p", suggestions: expect.arrayContaining(["plan", "pourquoi"]) },
    ],
    [long, "too_long", { length: 10_030, limit: 2000 }],
    ["/saisir", "missing_argument", { argument: "indicator", usage: expect.any(String) }],
    ["/saisir electricite", "missing_argument", { argument: "value", usage: expect.any(String) }],
    ["/saisir elctricite 12", "unknown_indicator", { typed: "elctricite", suggestions: ["electricite"] }],
    ["/saisir licornes 12", "unknown_indicator", { typed: "licornes", suggestions: [] }],
    [
      "/saisir dechets-p 12 kg",
      "ambiguous_indicator",
      { typed: "dechets-p", candidates: ["dechets-papier", "dechets-plastique"] },
    ],
    ["/saisir electricite abc", "invalid_number", { typed: "abc" }],
    ["/saisir electricite 1 23 4", "invalid_number", { typed: "1 23 4" }],
    ["/saisir electricite -5 kWh", "negative_value", { typed: "-5" }],
    ["/saisir electricite 12.345 kWh", "ambiguous_number", { typed: "12.345", readings: [12345, 12.345] }],
    ["/saisir electricite 12 kg", "unit_mismatch", { typed: "kg", unit: "kWh", accepted: expect.any(Array) }],
    [
      "/saisir eau 12 gallons",
      "unit_mismatch",
      { typed: "gallons", unit: "m3", accepted: expect.any(Array) },
    ],
    ["/saisir hotel 12,5 T3", "not_an_integer", { value: 12.5, unit: "nuitée" }],
    ["/saisir electricite 12 kWh T1 2027", "future_period", { period: "2027-T1", current: "2026-T4" }],
    ["/saisir electricite 12 kWh T5", "invalid_period", { typed: "T5" }],
    ["/cairn bilan avant-hier", "invalid_period", { typed: "avant-hier" }],
    ["/cairn bilan 2030", "future_period", { period: "2030", current: "2026-T4" }],
    ["/cairn plan AI.9", "not_found", { what: "action", typed: "AI.9" }],
    ["/cairn aide danser", "not_found", { what: "verb", typed: "danser" }],
    [
      "/cairn corriger electricite T3 12 kWh erreur",
      "not_found",
      { what: "figure", typed: "electricite 2026-T3" },
    ],
    ["/cairn annuler electricite T3", "missing_reason", { usage: expect.any(String) }],
    ["/cairn pourquoi", "missing_argument", { argument: "subject", usage: expect.any(String) }],
    [
      "/saisir electricite 12",
      "unknown_person",
      { as: "inconnu@ailleurs.example" },
      { as: "inconnu@ailleurs.example" },
    ],
    ["/cairn aide", "unknown_person", { as: "" }, { as: "" }],
    [
      "/saisir electricite 12",
      "not_allowed",
      { verb: "saisir", indicator: null, owner: null },
      { as: "membre" },
    ],
    [
      "/saisir electricite 12",
      "not_allowed",
      { verb: "saisir", indicator: "electricite", owner: "energie@cluster.example" },
      { as: "mobilite" },
    ],
    [
      "/cairn annuler train T3 essai",
      "not_allowed",
      { verb: "annuler", indicator: "train", owner: "mobilite@cluster.example" },
      { as: "energie" },
    ],
    [
      "/saisir electricite 2000000000000 kWh T3",
      "implausible_value",
      expect.objectContaining({ reason: "size" }),
    ],
  ])("%s → %s", async (line, code, data, said) => {
    const reply = await test.say(line, said);
    expect(reply).toMatchObject({ ok: false, error: { code } });
    expect((reply["error"] as { data: object }).data).toEqual(data);
    expect(await allEntries(test.store.db)).toEqual([]);
  });
});

it("a stranger leaves no trace", async () => {
  const before = await people(test.store.db);
  await test.say("/saisir electricite 12", { as: "inconnu@ailleurs.example" });
  expect(await people(test.store.db)).toEqual(before);
});

describe("a near miss is offered as a line, and not run", () => {
  it.each([
    ["/saisr electricite 12 kWh", "/saisir electricite 12 kWh"],
    ["/saisir elctricite 12 kWh", "/saisir electricite 12 kWh"],
  ])("%s → %s", async (typed, offered) => {
    const { card } = await test.reply(typed);
    const [actions] = card.blocks.filter((block) => block.type === "actions");
    expect(actions?.actions.map(({ line }) => line)).toEqual([offered]);
  });
});

describe("names are found whatever the case, the accents, the language or the length", () => {
  it.each([
    ["BILAN 2025", "bilan"],
    ["/cairn balance 2025", "bilan"],
    ["/cairn bil 2025", "bilan"],
    ["cairn why ghg Q3", "pourquoi"],
    ["/CAIRN Pourquoi ges", "pourquoi"],
    ["/cairn", "aide"],
    ["/cairn help submit", "aide"],
    ["/cairn hist électricité", "historique"],
    ["/cairn historique ÉLECTRICITÉ", "historique"],
    ["/cairn historique déchets papier", "historique"],
    ["/cairn plan ai3", "plan"],
  ])("%s runs %s", async (line, command) => {
    expect(await test.say(line, { as: "membre" })).toMatchObject({ ok: true, command });
  });
});
