import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import { readSheetRows } from "../../src/store/sheet-rows.ts";
import { type TableCell, workbookBytes } from "../../src/store/workbook.ts";
import { freshFolder } from "../support/folders.ts";

/** What a workbook of one row of those cells reads back as. */
async function readBack(...cells: TableCell[]) {
  const path = join(await freshFolder(), "classeur.xlsx");
  await writeFile(
    path,
    await workbookBytes([{ name: "Entries", columns: cells.map(String), rows: [cells] }]),
  );
  const read = await readSheetRows(path);
  return read.ok ? read.rows[1]?.cells : read.problem;
}

it.each(["=1+1", '=HYPERLINK("http://x")', "+1", "-2+3", "@SUM(A1)", "\t=1", "'texte", "é œ € 𝄞", "_x0041_"])(
  "a text is a text, never a formula: %s",
  async (typed) => {
    expect(await readBack(typed)).toEqual([{ kind: "text", text: typed }]);
  },
);

it.each(["0.1", "1234.56", "0.00592", "123456789.123456"])(
  "an exact number is a number: %s",
  async (value) => {
    expect(await readBack(decimal(value))).toEqual([{ kind: "number", text: value }]);
  },
);

it("a number that floating point cannot hold is kept to the last digit, as a text", async () => {
  const digits = "12345678901234567890.123456789";
  expect(await readBack(decimal(digits))).toEqual([{ kind: "text", text: digits }]);
});

it("yes, no and nothing stay what they are", async () => {
  const blank = { kind: "text", text: "" };
  expect(await readBack(true, null, "x")).toEqual([
    { kind: "logical", text: "true" },
    blank,
    { kind: "text", text: "x" },
  ]);
});

it("a text longer than a cell can hold is cut, and says so", async () => {
  expect(await readBack("a".repeat(40_000))).toEqual([{ kind: "text", text: `${"a".repeat(32_766)}…` }]);
});

it("a workbook has a sheet a table, in order, each under its header", async () => {
  const bytes = await workbookBytes([
    { name: "Entries", columns: ["indicator", "value"], rows: [["eau", decimal("45")]] },
    { name: "Factors", columns: ["id"], rows: [] },
  ]);
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
    [
      "Entries",
      [
        ["indicator", "value"],
        ["eau", 45],
      ],
    ],
    ["Factors", [["id"]]],
  ]);
});
