import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verbs } from "../../src/commands/index.ts";
import { allEntries } from "../../src/store/entries.ts";
import { people } from "../../src/store/people.ts";
import { freshCairn, type Said, type TestCairn } from "../support/cairn.ts";

let test: TestCairn;

/** Every verb that has a name of that beginning, in the order of the help. */
function beginningWith(letter: string): string[] {
  return verbs.flatMap(({ name, aliases }) =>
    [name, ...aliases].some((each) => each.startsWith(letter)) ? [name] : [],
  );
}

beforeAll(async () => {
  test = await freshCairn("pglite");
});
afterAll(() => test.store.close());

const wasteSlugs = ["papier", "plastique", "verre", "bio", "deee", "residuels"].map(
  (name) => `dechets-${name}`,
);
const resourceSlugs = ["electricite", "gaz", "eau", "papier"];
const travelSlugs = [
  ...["voiture-thermique", "voiture-electrique", "train", "ter", "avion"],
  ...["domicile-travail", "hotel"],
];

const long = `/saisir electricite 12 kWh T3 ${"é".repeat(10_000)}`;

describe("a line that cannot be done is refused with its code, and records nothing", () => {
  it.each<[line: string, code: string, data: object, said?: Said]>([
    ["", "unknown_command", { typed: "", suggestions: [] }],
    ["   ", "unknown_command", { typed: "", suggestions: [] }],
    ["/", "unknown_command", { typed: "", suggestions: [] }],
    ["/cairn danser", "unknown_command", { typed: "danser", suggestions: [] }],
    ["/saisr electricite 12", "unknown_command", { typed: "saisr", suggestions: ["saisir"] }],
    ["/cairn bilna 2025", "unknown_command", { typed: "bilna", suggestions: ["bilan"] }],
    ["/cairn p", "unknown_command", { typed: "p", suggestions: beginningWith("p") }],
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
    ["/saisir waste 3 kg", "ambiguous_indicator", { typed: "waste", candidates: wasteSlugs }],
    ["/saisir Déchets 3 kg", "ambiguous_indicator", { typed: "Déchets", candidates: wasteSlugs }],
    ["/saisir ressources 3", "ambiguous_indicator", { typed: "ressources", candidates: resourceSlugs }],
    ["/saisir resource 3", "ambiguous_indicator", { typed: "resource", candidates: resourceSlugs }],
    ["/saisir travel 3 km", "ambiguous_indicator", { typed: "travel", candidates: travelSlugs }],
    ["/saisir ges 3 kg", "unknown_indicator", { typed: "ges", suggestions: [] }],
    ["/saisir emissions 3", "unknown_indicator", { typed: "emissions", suggestions: [] }],
    [
      "/saisir gaz à effet de serre 3",
      "unknown_indicator",
      { typed: "gaz à effet de serre", suggestions: [] },
    ],
    [
      "/cairn historique ressources",
      "ambiguous_indicator",
      { typed: "ressources", candidates: resourceSlugs },
    ],
    ["/cairn pourquoi ressources", "ambiguous_indicator", { typed: "ressources", candidates: resourceSlugs }],
    ["/saisir repas 25 repas séminaire T2", "invalid_period", { typed: "T2", problem: "after_note" }],
    ["/cairn annuler electricite T3 motif…", "missing_reason", { usage: expect.any(String) }],
    ["/cairn annuler electricite T3 : Motif...", "missing_reason", { usage: expect.any(String) }],
    ["/cairn annuler electricite T3 REASON", "missing_reason", { usage: expect.any(String) }],
    ["/cairn supprimer electricite T3 …", "missing_reason", { usage: expect.any(String) }],
    ["/cairn effacer electricite T3", "missing_reason", { usage: expect.any(String) }],
    ["/cairn delete electricite T3", "missing_reason", { usage: expect.any(String) }],
    ["/cairn corriger electricite T3 12 kWh motif…", "missing_reason", { usage: expect.any(String) }],
    [
      "/cairn corriger electricite T3 12 kWh reason… confirmer",
      "missing_reason",
      { usage: expect.any(String) },
    ],
    ["/cairn corriger electricite T3 12 - Motif", "missing_reason", { usage: expect.any(String) }],
    [
      "/saisir electricite 2000000000000 kWh T3 relevé à confirmer",
      "implausible_value",
      expect.objectContaining({ reason: "size" }),
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

async function offeredLines(typed: string): Promise<string[]> {
  const { card } = await test.reply(typed);
  return card.blocks.flatMap((block) =>
    block.type === "actions" ? block.actions.map(({ line }) => line) : [],
  );
}

describe("a near miss is offered as a line, and not run", () => {
  it.each([
    ["/saisr electricite 12 kWh", ["/saisir electricite 12 kWh"]],
    ["/cairn bilna 2025", ["/cairn bilan 2025"]],
    ["/cairn /bilna 2025", ["/cairn /bilan 2025"]],
    ["bilna 2025", ["bilan 2025"]],
    ["/saisir elctricite 12 kWh", ["/saisir electricite 12 kWh"]],
    ["/saisir\u00a0 elctricite  12 kWh", ["/saisir\u00a0 electricite  12 kWh"]],
    ["/saisir déchets  verer 12 kg", ["/saisir dechets-verre 12 kg"]],
    [
      "/saisir dechets-p 12 kg dechets-p",
      ["papier", "plastique"].map((name) => `/saisir dechets-${name} 12 kg dechets-p`),
    ],
    ["/cairn corriger ri T3 12 erreur", []],
  ])("%s → %j", async (typed, offered) => {
    expect(await offeredLines(typed)).toEqual(offered);
  });

  it("replaces the name, not the letters of the verb that are the same", async () => {
    const lines = await offeredLines("/saisir s 12");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => !/^\/saisir [a-z-]{2,} 12$/.test(line))).toEqual([]);
  });
});

it("both readings of a number replace the number, wherever else its figures stand", async () => {
  expect(await offeredLines("/saisir electricite 1.234 kWh facture 1.234")).toEqual([
    "/saisir electricite 1234 kWh facture 1.234",
    "/saisir electricite 1,234 kWh facture 1.234",
  ]);
  expect(await offeredLines("/cairn projet Forêt 2.123 t 12.123 €")).toEqual([
    "/cairn projet Forêt 2123 t 12.123 €",
    "/cairn projet Forêt 2,123 t 12.123 €",
  ]);
});

it("the plan lists under each action the names its indicators are typed by", async () => {
  const { text } = await test.say("/cairn plan", { as: "membre" });
  expect(text).toContain("Indicateurs : electricite, gaz, eau, papier, dechets-papier, dechets-plastique,");
  expect(text).toContain("Indicateurs : temps-referent");
});

describe("names are found whatever the case, the accents, the language or the length", () => {
  it.each([
    ["BILAN 2025", "bilan"],
    ["/cairn balance 2025", "bilan"],
    ["/cairn bil 2025", "bilan"],
    ["cairn why ghg Q3", "pourquoi"],
    ["/CAIRN Pourquoi ges", "pourquoi"],
    ["/cairn pourquoi gaz à effet de serre T3", "pourquoi"],
    ["/cairn pourquoi greenhouse gases", "pourquoi"],
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
