import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { parseFigures, type Reading, readFigureFile } from "../../src/cli/figure-file.ts";
import type { FigureFileError } from "../../src/cli/figure-table.ts";
import { decimal } from "../../src/domain/decimal.ts";
import { indicator, planOf } from "../support/build.ts";
import { freshFolder } from "../support/folders.ts";
import { figuresWorkbook, number, text } from "../support/workbook.ts";

const plan = planOf(
  indicator("papier", { units: new Map([["ramette", decimal("2.5")]]) }),
  indicator("electricite", { unit: "kWh" }),
  indicator("formations", { unit: "unité", wholeNumber: true }),
);
const reading: Reading = { plan, now: Temporal.Instant.from("2026-11-24T09:00:00Z"), profile: "fr" };

/** The figures of a workbook of that row, on line 2, read by somebody of that profile. */
async function read(row: string, profile: "fr" | "en" = "fr") {
  const path = join(await freshFolder(), "chiffres.xlsx");
  await writeFile(path, figuresWorkbook(`<row r="2">${row}</row>`));
  return await readFigureFile(path, { ...reading, profile });
}

const cells = (period: string, value: string, unit = "", slug = "papier") =>
  text("A2", slug) + period + value + (unit === "" ? "" : text("D2", unit));
const t1 = text("B2", "2026-T1");

describe("a row of a workbook is a figure", () => {
  it.each([
    ["a number", cells(t1, number("C2", "1234.5"), "kg"), "1234.5", "1234.5 kg", "1234,5 kg"],
    [
      "a number that could be thousands in a text",
      cells(t1, number("C2", "1.234")),
      "1.234",
      "1.234",
      "1,234 kg",
    ],
    ["a number with noise", cells(t1, number("C2", "1.1000000000000001")), "1.1", "1.1", "1,1 kg"],
    ["a converted number", cells(t1, number("C2", "2"), "t"), "2000", "2 t", "2000 kg"],
    ["a unit of the plan", cells(t1, number("C2", "12"), "ramettes"), "30", "12 ramettes", "30 kg"],
    ["a text with its unit", cells(t1, text("C2", "12 ramettes")), "30", "12 ramettes", "12 ramettes"],
    ["a text as people write", cells(t1, text("C2", "1 234,5")), "1234.5", "1 234,5", "1 234,5"],
    ["a period in words", cells(text("B2", "1er trimestre 2026"), number("C2", "3")), "3", "3", "3 kg"],
    ["a formula's result", cells(t1, '<c r="C2"><f>A9*2</f><v>7.5</v></c>'), "7.5", "7.5", "7,5 kg"],
  ])("%s", async (_, row, value, typed, typeable) => {
    expect(await read(row)).toMatchObject({
      errors: [],
      figures: [{ line: 2, typed, typeable, note: null }],
    });
    const file = await read(row);
    expect(file.figures[0]?.value.toFixed()).toBe(value);
  });

  it("a note keeps all its characters but the one that no database text can hold", async () => {
    expect(await read(`${cells(t1, number("C2", "3"))}${text("E2", "a_x0000_b é")}`)).toMatchObject({
      figures: [{ note: "ab é" }],
    });
  });

  it("a year as a number is an annual figure", async () => {
    expect(await read(cells(number("B2", "2025"), number("C2", "3")))).toMatchObject({
      figures: [{ period: "2025" }],
    });
  });

  it("a text follows its reader's own way of writing numbers, a number none", async () => {
    expect(await read(cells(t1, text("C2", "1,234.5")), "en")).toMatchObject({
      figures: [{ typed: "1,234.5" }],
    });
    expect(await read(cells(t1, text("C2", "1,234")), "fr")).toMatchObject({ errors: [] });
    expect(await read(cells(t1, text("C2", "1,234")), "en")).toMatchObject({
      errors: [{ refusal: { code: "ambiguous_number" } }],
    });
    expect(await read(cells(t1, number("C2", "1.5")), "en")).toMatchObject({
      figures: [{ typeable: "1.5 kg" }],
    });
  });
});

function shown(error: FigureFileError | undefined) {
  if (error === undefined) return null;
  const { line, column } = error;
  if ("refusal" in error) return { line, column, code: error.refusal.code };
  return { line, column, code: error.code ?? error.problem.code, problem: error.problem.code };
}

describe("a cell that cannot be a figure is refused at its line and column", () => {
  it.each([
    [
      "a date for a period",
      cells(number("B2", "46024", 1), number("C2", "3")),
      "period",
      "invalid_period",
      "date_cell",
    ],
    ["a date for a value", cells(t1, number("C2", "46024", 1)), "value", "invalid_number", "date_cell"],
    [
      "a failed value",
      cells(t1, '<c r="C2" t="e"><v>#N/A</v></c>'),
      "value",
      "invalid_number",
      "failed_formula",
    ],
    [
      "a formula without result",
      cells(t1, '<c r="C2"><f>A9*2</f></c>'),
      "value",
      "invalid_number",
      "formula_without_result",
    ],
    [
      "a failed unit",
      `${cells(t1, number("C2", "3"))}<c r="D2" t="e"><v>#REF!</v></c>`,
      "unit",
      "failed_formula",
      "failed_formula",
    ],
    ["a logical value", cells(t1, '<c r="C2" t="b"><v>1</v></c>'), "value", "invalid_number", undefined],
    ["a negative number", cells(t1, number("C2", "-3")), "value", "negative_value", undefined],
    [
      "a fraction of a whole thing",
      cells(t1, number("C2", "2.5"), "", "formations"),
      "value",
      "not_an_integer",
      undefined,
    ],
    ["a text that is two numbers", cells(t1, text("C2", "1.234")), "value", "ambiguous_number", undefined],
    ["a wrong unit", cells(t1, number("C2", "3"), "kWh"), "unit", "unit_mismatch", undefined],
    ["an empty value", cells(t1, ""), "value", "invalid_number", undefined],
    [
      "an unknown indicator",
      cells(t1, number("C2", "3"), "", "papeir"),
      "indicator",
      "unknown_indicator",
      undefined,
    ],
    [
      "a number that is no year",
      cells(number("B2", "46024"), number("C2", "3")),
      "period",
      "invalid_period",
      undefined,
    ],
  ])("%s", async (_, row, column, code, problem) => {
    const file = await read(row);
    expect(file.figures).toEqual([]);
    expect(shown(file.errors[0])).toEqual({ line: 2, column, code, problem });
  });

  it.each([
    ["a missing column", "indicator,value\npapier,3\n", { column: "period", code: "missing_column" }],
    [
      "a column twice",
      "indicator,period,value,VALUE\npapier,2026-T1,3,4\n",
      { column: "value", code: "duplicate_column" },
    ],
  ])("%s, in any file", (_, csv, { column, code }) => {
    const file = parseFigures(csv, reading);
    expect(shown(file.errors[0])).toEqual({ line: 1, column, code, problem: code });
  });
});
