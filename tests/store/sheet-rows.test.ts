import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSheetRows } from "../../src/store/sheet-rows.ts";
import { freshFolder } from "../support/folders.ts";
import { number, text, workbookFiles } from "../support/workbook.ts";
import { zip } from "../support/zip.ts";

/** The rows of a workbook of those bytes. */
async function rowsOf(bytes: Buffer) {
  const path = join(await freshFolder(), "classeur.xlsx");
  await writeFile(path, bytes);
  return await readSheetRows(path);
}

/** The cells of one row of raw XML. */
async function cellsOf(...cells: string[]) {
  const row = `<row r="1">${cells.join("")}</row>`;
  const read = await rowsOf(zip(workbookFiles([{ name: "Feuille", rows: row }], ["partagé"])));
  return read.ok ? read.rows.flatMap((each) => each.cells) : read.problem;
}

describe("a cell of a workbook", () => {
  it.each([
    ["a text", text("A1", "T3 2026"), { kind: "text", text: "T3 2026" }],
    ["a shared text", '<c r="A1" t="s"><v>0</v></c>', { kind: "text", text: "partagé" }],
    [
      "a text in several runs",
      '<c r="A1" t="inlineStr"><is><r><t>gaz</t></r><r><t xml:space="preserve"> naturel</t></r></is></c>',
      { kind: "text", text: "gaz naturel" },
    ],
    ["a number", number("A1", "1234.5"), { kind: "number", text: "1234.5" }],
    ["a number as Excel writes 1.1", number("A1", "1.1000000000000001"), { kind: "number", text: "1.1" }],
    ["a number of seventeen digits", number("A1", "1234.5599999999999"), { kind: "number", text: "1234.56" }],
    [
      "the sum of 0.1 and 0.2, which is not 0.3",
      number("A1", "0.30000000000000004"),
      { kind: "number", text: "0.30000000000000004" },
    ],
    ["a small number with an exponent", number("A1", "5.92E-3"), { kind: "number", text: "0.00592" }],
    [
      "a large number with an exponent",
      number("A1", "1.5E+21"),
      { kind: "number", text: "1500000000000000000000" },
    ],
    ["a negative number", number("A1", "-12"), { kind: "number", text: "-12" }],
    ["a date", number("A1", "46024", 1), { kind: "date", text: "2026-01-02" }],
    ["a logical value", '<c r="A1" t="b"><v>1</v></c>', { kind: "logical", text: "true" }],
    ["an error", '<c r="A1" t="e"><v>#N/A</v></c>', { kind: "error", text: "#N/A" }],
    [
      "a formula's number",
      '<c r="A1"><f>0.1+0.2</f><v>0.30000000000000004</v></c>',
      { kind: "number", text: "0.30000000000000004" },
    ],
    ["a formula's text", '<c r="A1" t="str"><f>B1</f><v>T1 2026</v></c>', { kind: "text", text: "T1 2026" }],
    [
      "a formula's failure",
      '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      { kind: "error", text: "#DIV/0!" },
    ],
    ["a formula without result", '<c r="A1"><f>SUM(B1:B9)</f></c>', { kind: "formula", text: "SUM(B1:B9)" }],
  ])("%s", async (_, xml, cell) => {
    expect(await cellsOf(xml)).toEqual([cell]);
  });
});

describe("the rows of a workbook", () => {
  it("keep the number that the spreadsheet shows, blank ones left out", async () => {
    const rows = `<row r="3">${text("A3", "a")}</row><row r="5">${text("B5", " ")}</row><row r="9">${text("B9", "b")}</row>`;
    expect(await rowsOf(zip(workbookFiles([{ name: "Feuille", rows }])))).toMatchObject({
      ok: true,
      rows: [{ line: 3 }, { line: 9, cells: [{ text: "" }, { text: "b" }] }],
    });
  });

  it("are those of the first sheet that people see", async () => {
    const sheets = [
      { name: "Listes", rows: `<row r="1">${text("A1", "cachée")}</row>`, state: "hidden" as const },
      { name: "Chiffres", rows: `<row r="1">${text("A1", "vue")}</row>` },
      { name: "Autre", rows: `<row r="1">${text("A1", "seconde")}</row>` },
    ];
    expect(await rowsOf(zip(workbookFiles(sheets)))).toMatchObject({ rows: [{ cells: [{ text: "vue" }] }] });
  });
});

const sheet = { name: "Feuille", rows: "" };
const megabytes = (count: number) => Buffer.alloc(count * 1_048_576, " ");

describe("a file that is no workbook gives no row, and says why", () => {
  it.each([
    ["a text", Buffer.from("indicator,period,value\n"), "not_a_workbook"],
    ["nothing", Buffer.alloc(0), "not_a_workbook"],
    ["a workbook cut short", zip(workbookFiles([sheet])).subarray(0, 900), "not_a_workbook"],
    ["an archive of something else", zip([{ name: "a.txt", content: "a" }]), "not_a_workbook"],
    ["a workbook whose sheet is missing", zip(workbookFiles([sheet]).slice(0, -1)), "not_a_workbook"],
    ["a workbook without a sheet", zip(workbookFiles([])), "no_sheet"],
    [
      "a workbook whose only sheet is hidden",
      zip(workbookFiles([{ ...sheet, state: "hidden" }])),
      "no_sheet",
    ],
    [
      "a bomb",
      zip([...workbookFiles([sheet]), { name: "bomb", content: megabytes(129) }]),
      "workbook_too_large",
    ],
    [
      "a bomb that lies about its size",
      zip([
        ...workbookFiles([sheet]).slice(0, -1),
        { name: "xl/worksheets/sheet1.xml", content: megabytes(64), declaredBytes: 1000 },
      ]),
      "not_a_workbook",
    ],
    [
      "two cells at the corners of the largest sheet",
      zip(
        workbookFiles([
          {
            ...sheet,
            rows: `<row r="1">${number("A1", "1")}</row><row r="1048576">${number("XFD1048576", "1")}</row>`,
          },
        ]),
      ),
      "not_a_workbook",
    ],
  ])("%s", async (_, bytes, code) => {
    expect(await rowsOf(bytes)).toMatchObject({ ok: false, problem: { code } });
  });

  it("a file that is not there, and one above sixteen megabytes", async () => {
    expect(await readSheetRows("absent.xlsx")).toMatchObject({ problem: { code: "unreadable_file" } });
    expect(await rowsOf(megabytes(17))).toMatchObject({ problem: { code: "file_too_large" } });
  });
});
