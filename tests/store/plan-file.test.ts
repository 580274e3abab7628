import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import { parsePlan, readPlanFile } from "../../src/store/plan-file.ts";
import { planText, planTextAt } from "../support/plan-text.ts";

/** The errors of a text, without what a case does not state. */
function errorsOf(text: string) {
  const read = parsePlan(text, "/plans/plan.yaml");
  return read.ok ? [] : read.errors;
}

function planOf(text: string) {
  const read = parsePlan(text, "/plans/plan.yaml");
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read;
}

describe("a plan file becomes a plan", () => {
  const { plan, factorsPath, source } = planOf(planText);

  it("with exact decimals, e-mail addresses in lower case and what is open as null", () => {
    expect(plan.fte).toEqual(
      new Map([
        [2021, decimal("6")],
        [2022, decimal("6.5")],
      ]),
    );
    expect(plan.targets).toEqual([
      { subject: "ges", ratePctPerYear: null },
      { subject: "eau", ratePctPerYear: decimal("2.5") },
    ]);
    expect(plan.people[0]).toEqual({
      email: "technique@cluster.example",
      name: "Référent technique",
      role: "referent",
      referent: "technical",
      language: "fr",
    });
    expect(plan.people[1]).toMatchObject({ referent: null, language: null });
  });

  it("with every key of an indicator", () => {
    expect(plan.indicators[1]).toEqual({
      slug: "eau",
      action: "AI.3",
      label: { fr: "Eau", en: "Water" },
      aliases: [],
      unit: "m3",
      units: new Map([["citerne", decimal("12.5")]]),
      wholeNumber: false,
      family: "resource",
      direction: "down",
      emission: {
        activity: "asset",
        control: "paid",
        factor: { kind: "standing", id: "eau-m3" },
        cutOffFactor: null,
        amortisationYears: 5,
        evidence: "estimate",
      },
      owner: "technique@cluster.example",
      bound: decimal("1000"),
      note: "relevé",
    });
    expect(plan.indicators[3]).toMatchObject({ wholeNumber: true, emission: null, bound: null, note: null });
  });

  it("with a series of factors by year, evidence by invoice unless said, and the cut-off factor", () => {
    expect(plan.indicators[0]?.emission).toEqual({
      activity: "electricity",
      control: "operated",
      factor: {
        kind: "series",
        byYear: new Map([
          [2021, "elec-2021"],
          [2022, "elec-2022"],
        ]),
      },
      cutOffFactor: null,
      amortisationYears: null,
      evidence: "invoice",
    });
    expect(plan.indicators[2]?.emission?.cutOffFactor).toBe("recycle");
  });

  it("with its calendar, and the factor file found beside it", () => {
    expect(plan.calendar).toEqual({
      dueDay: 15,
      stages: { opening: 1, reminder: -5, eve: -1, overdue: 1, escalation: 5 },
      hours: { from: 9, to: 17 },
      digest: { businessDay: 1, hour: 9 },
    });
    expect(factorsPath).toBe(resolve("/plans/facteurs.csv"));
    expect(source.text).toBe(planText);
  });

  it("whether its lines end as on Windows or not", () => {
    expect(planOf(planText.replaceAll("\n", "\r\n")).plan).toEqual(plan);
  });

  it.each([
    ["collect_from", 4, { collectFrom: null }],
    [
      "the amount of a target",
      38,
      { targets: [{ subject: "ges" }, { subject: "eau", ratePctPerYear: null }] },
    ],
    ["the language of a person", 44, { people: [{ language: null }, {}] }],
  ])("where %s may be left out", (_key, line, expected) => {
    expect(planOf(planTextAt(line, null)).plan).toMatchObject(expected);
  });

  it("where a plan may name no factor file, no value and no head count", () => {
    const text = planTextAt(6, null).replace(/^fte:[\s\S]*^actions:/m, "fte:\nvalues:\nactions:");
    const read = planOf(text);
    expect(read.factorsPath).toBeNull();
    expect(read.plan).toMatchObject({ fte: new Map(), values: [] });
  });

  it.each(["oui", "yes", "true"])("where %s is yes", (word) => {
    const text = planTextAt(73, `    whole_number: ${word}`);
    expect(planOf(text).plan.indicators[1]?.wholeNumber).toBe(true);
  });
});

describe("a value written once", () => {
  it("may be named again", () => {
    const text = planTextAt(46, "    name: *qui").replace("name: Référent", "name: &qui Référent");
    expect(planOf(text).plan.people[1]?.name).toBe("Référent technique");
  });

  it("is at fault where it is written, for each that names it", () => {
    const text = planTextAt(67, "    label: *same").replace(/^ {6}(fr: Eau|en: Water)\n/gm, "");
    const errors = errorsOf(
      text.replace("    label:\n      fr: Élec", "    label: &same\n      xx: 1\n      fr: Élec"),
    );
    expect(errors.map(({ line, column, code }) => [line, column, code])).toEqual([
      [52, 7, "unknown_key"],
      [52, 7, "unknown_key"],
    ]);
  });
});

describe("what is not YAML is refused at its line and column", () => {
  it.each<[string, string, number, number, string, object]>([
    ["an empty file", "", 1, 1, "empty_file", {}],
    ["a file of remarks", "# rien\n\n# encore\n", 1, 1, "empty_file", {}],
    ["a list", "- name: x\n", 1, 1, "wrong_value", { expected: "mapping", found: { kind: "list" } }],
    ["a text", "bonjour\n", 1, 1, "wrong_value", { expected: "mapping", found: { text: "bonjour" } }],
    ["a tab before a key", "calendar:\n\tdue_day: 15\n", 2, 1, "tab_indentation", {}],
    ["a key written twice", "name: a\nname: b\n", 2, 1, "broken_yaml", { reason: "DUPLICATE_KEY" }],
    ["a quote left open", 'name: "a\n', 2, 1, "broken_yaml", { reason: "MISSING_CHAR" }],
    ["a bracket left open", "name: [a\nb: c\n", 2, 1, "broken_yaml", { reason: "BAD_INDENT" }],
    ["a colon inside a text", "name: a: b\n", 1, 7, "broken_yaml", { reason: "BLOCK_AS_IMPLICIT_KEY" }],
    [
      "keys that do not line up",
      "calendar:\n    a: 1\n  b: 2\n",
      3,
      1,
      "broken_yaml",
      { reason: "BAD_INDENT" },
    ],
    [
      "a text that begins with a star",
      "name: x\ntime_zone: *important*\n",
      2,
      12,
      "broken_yaml",
      { reason: "BAD_ALIAS" },
    ],
    ["a text that begins with @", "name: @nous\n", 1, 7, "broken_yaml", { reason: "BAD_SCALAR_START" }],
    ["two documents", "name: a\n---\nname: b\n", 2, 1, "broken_yaml", { reason: "MULTIPLE_DOCS" }],
    ["a tag", "name: !!int 3\n", 1, 7, "broken_yaml", { reason: "TAG_RESOLVE_FAILED" }],
  ])("%s", (_title, text, line, column, code, data) => {
    const errors = errorsOf(text);
    expect(errors[0]).toMatchObject({ line, column, code, data, path: "", relatedLine: null });
  });

  it("the first syntax error only, with every key written twice", () => {
    const errors = errorsOf("a: 1\na: 2\nb: 1\nb: 2\nc: [\nd: ]\n");
    expect(errors.map(({ line }) => line)).toEqual([2, 4, 6]);
  });

  it("aliases that multiply without end are refused, not expanded", () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `k${index + 1}: &k${index + 1} [*k${index}, *k${index}, *k${index}]`,
    );
    const text = ["k0: &k0 x", ...lines, ""].join("\n");
    expect(errorsOf(text)[0]).toMatchObject({ code: "broken_yaml", data: { reason: "RESOURCE_EXHAUSTION" } });
  });
});

describe("a plan file is read from disk", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "plan-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const wholeFile = { line: 1, column: 1, path: "", relatedLine: null };

  it("with a byte order mark or without", async () => {
    const path = join(folder, "bom.yaml");
    await writeFile(path, `\uFEFF${planText}`);
    expect(await readPlanFile(path)).toMatchObject({ ok: true, factorsPath: join(folder, "facteurs.csv") });
  });

  it.each<[string, string | Buffer | null, object]>([
    ["is not there", null, { code: "unreadable_file", data: { reason: "ENOENT" } }],
    ["is not UTF-8", Buffer.from([0x6e, 0xe9]), { code: "not_utf8", data: {} }],
    ["is over 1 MiB", "#".repeat(1_048_577), { code: "file_too_large", data: { limitBytes: 1_048_576 } }],
  ])("unless it %s", async (title, content, expected) => {
    const path = join(folder, `${title}.yaml`);
    if (content !== null) await writeFile(path, content);
    expect(await readPlanFile(path)).toEqual({ ok: false, errors: [{ ...expected, ...wholeFile }] });
  });

  it("unless it is a folder", async () => {
    expect(await readPlanFile(folder)).toMatchObject({
      ok: false,
      errors: [{ code: "unreadable_file", data: { reason: "EISDIR" } }],
    });
  });
});
