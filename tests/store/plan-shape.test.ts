import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/store/plan-file.ts";
import { planTextAt } from "../support/plan-text.ts";

/** What is wrong once a line is replaced: "line:column code", and the facts. */
function wrong(line: number, text: string | null) {
  const read = parsePlan(planTextAt(line, text), "/plans/plan.yaml");
  const errors = read.ok ? [] : read.errors;
  return errors.map((error) => ({ at: `${error.line}:${error.column} ${error.code}`, data: error.data }));
}

const text = (found: string) => ({ found: { kind: "text", text: found } });

/** A title, the line replaced, what stands there instead (null: nothing), then the error. */
const breakages: [string, number, string | null, string, object][] = [
  ["an unknown key", 78, "    nota: relevé", "78:5 unknown_key", { key: "nota", nearest: "note" }],
  ["a misspelt key, once", 76, "    ownr: a@b.fr", "76:5 unknown_key", { key: "ownr", nearest: "owner" }],
  ["a key of another place", 8, "  due_day: 15\n  hour: 9", "9:3 unknown_key", { nearest: "hours" }],
  ["an unknown key like no other", 78, "    couleur: bleu", "78:5 unknown_key", { nearest: null }],
  ["a missing key, at its item", 90, null, "85:5 missing_key", { key: "unit" }],
  ["a missing key of the file", 5, null, "1:1 missing_key", { key: "nomenclature" }],
  ["a missing mapping", 21, "fte:\nhours:", "22:1 unknown_key", { key: "hours", nearest: null }],
  ["an empty text", 29, "    title:", "29:5 wrong_value", { expected: "text", found: { kind: "nothing" } }],
  ["a blank text", 29, '    title: "  "', "29:12 wrong_value", { expected: "text", ...text("  ") }],
  ["a text for a list", 54, "    aliases: él", "54:14 wrong_value", { expected: "list", ...text("él") }],
  ["a list for a text", 29, "    title: [a]", "29:12 wrong_value", { found: { kind: "list", text: "" } }],
  [
    "a mapping for a text",
    29,
    "    title: {a: b}",
    "29:12 wrong_value",
    { found: { kind: "mapping", text: "" } },
  ],
  [
    "a text for a number",
    8,
    "  due_day: quinze",
    "8:12 wrong_value",
    { expected: "integer", from: 1, to: 28 },
  ],
  ["a day some months lack", 8, "  due_day: 31", "8:12 wrong_value", { expected: "integer", ...text("31") }],
  [
    "a fraction of a day",
    12,
    "    eve: -1.5",
    "12:10 wrong_value",
    { expected: "integer", from: -20, to: 20 },
  ],
  ["a number in letters and digits", 14, "    escalation: 5j", "14:17 wrong_value", { expected: "integer" }],
  ["what may be thousands", 72, "      c: 1,250", "72:10 wrong_value", { expected: "positive-decimal" }],
  ["an exponent", 72, "      c: 1e3", "72:10 wrong_value", { expected: "positive-decimal", ...text("1e3") }],
  ["a unit worth nothing", 72, "      c: 0", "72:10 wrong_value", { expected: "positive-decimal" }],
  ["nobody at work", 22, "  2021: 0", "22:9 wrong_value", { expected: "positive-decimal" }],
  ["a rate above 100 %", 38, "    rate_pct_per_year: 101", "38:24 wrong_value", { from: 0, to: 100 }],
  ["a negative rate", 38, "    rate_pct_per_year: -5", "38:24 wrong_value", { expected: "decimal" }],
  ["a percent sign", 38, "    rate_pct_per_year: 5 %", "38:24 wrong_value", { expected: "decimal" }],
  ["a year of three digits", 23, "  202: 6.50", "23:3 wrong_key", { key: "202", expected: "year" }],
  ["a reference year in words", 3, "reference_year: l'an 2021", "3:17 wrong_value", { expected: "year" }],
  ["a quarter as people say it", 4, "collect_from: T1 2021", "4:15 wrong_value", { expected: "quarter" }],
  ["a slug with a capital", 65, "  - slug: Eau", "65:11 wrong_value", { expected: "slug" }],
  ["a slug with a space", 65, "  - slug: eau froide", "65:11 wrong_value", { expected: "slug" }],
  ["an alias that is a number", 54, "    aliases: [12]", "54:15 wrong_value", { expected: "name" }],
  ["a code without its dot", 86, "    action: AI3", "86:13 wrong_value", { expected: "action-code" }],
  ["an address without @", 45, "  - email: membre", "45:12 wrong_value", { expected: "email" }],
  ["a unit that is a number", 90, "    unit: 5", "90:11 wrong_value", { expected: "unit" }],
  ["a unit that begins with one", 72, "      2L: 2", "72:7 wrong_key", { key: "2L", expected: "unit" }],
  ["a list of factors", 82, "      factor: [eau-m3]", "82:15 wrong_value", { expected: "factor" }],
  ["no factor", 82, "      factor:", "82:7 wrong_value", { expected: "factor", found: { kind: "nothing" } }],
  ["a factor with a space", 82, "      factor: eau m3", "82:15 wrong_value", { expected: "factor-id" }],
  ["a series by name", 64, "        hier: elec", "64:9 wrong_key", { key: "hier", expected: "year" }],
  [
    "a year without factor",
    64,
    "        2022:",
    "64:9 wrong_value",
    { found: { kind: "nothing", text: "" } },
  ],
  ["neither yes nor no", 73, "    whole_number: bof", "73:19 not_in_list", { typed: "bof", nearest: null }],
  [
    "an unknown activity",
    95,
    "      activity: wast",
    "95:17 not_in_list",
    { typed: "wast", nearest: "waste" },
  ],
  ["an unknown nomenclature", 5, "nomenclature: begs", "5:15 not_in_list", { nearest: "beges" }],
  [
    "a list for an activity",
    95,
    "      activity: [a]",
    "95:17 wrong_value",
    { found: { kind: "list", text: "" } },
  ],
];

describe("a plan of the wrong shape is refused at its line and column", () => {
  it.each(breakages)("%s", (_title, line, instead, at, data) => {
    expect(wrong(line, instead)).toMatchObject([{ at, data }]);
  });

  it("an empty list of indicators", () => {
    const head = planTextAt(48, "indicators: []").split("\n").slice(0, 48).join("\n");
    const read = parsePlan(head, "/plans/plan.yaml");
    expect(read).toMatchObject({
      errors: [{ line: 48, column: 13, code: "wrong_value", data: { expected: "non-empty-list" } }],
    });
  });

  it("everything at once, in the order of the file, with the key it is about", () => {
    const text = planTextAt(72, "      citerne: x\n      2L: 2").replace("due_day: 15", "due_day: 0");
    const read = parsePlan(text.replace("slug: verre", "slug: VERRE"), "/plans/plan.yaml");
    const errors = read.ok ? [] : read.errors;
    expect(errors.map(({ line, column, path }) => [line, column, path])).toEqual([
      [8, 12, "calendar.due_day"],
      [72, 16, "indicators[1].units.citerne"],
      [73, 7, "indicators[1].units.2L"],
      [86, 11, "indicators[2].slug"],
    ]);
  });

  it("a known key is offered with all the known ones", () => {
    expect(wrong(26, "    texte: en soutenant")).toEqual([
      { at: "26:5 unknown_key", data: { key: "texte", nearest: "text", known: ["name", "text"] } },
    ]);
  });
});
