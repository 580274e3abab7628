import { type ZipEntry, zip } from "./zip.ts";

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** One sheet of a workbook: the XML inside `sheetData`, as Excel writes it. Style 1 is a date. */
export type RawSheet = { readonly name: string; readonly rows: string; readonly state?: "hidden" };

function contentTypes(sheets: readonly RawSheet[]): string {
  const overrides = sheets.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  return `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${overrides.join("")}</Types>`;
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const rows = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${xml}<Relationships xmlns="${packages}/relationships">${rows.join("")}</Relationships>`;
}

const styles = `${xml}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** The files of a workbook, sheet by sheet (ECMA-376 part 1, 18). */
export function workbookFiles(
  sheets: readonly RawSheet[],
  sharedStrings: readonly string[] = [],
): ZipEntry[] {
  const list = sheets.map(({ name, state }, index) => {
    const hidden = state === undefined ? "" : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`;
  });
  const strings = sharedStrings.map((text) => `<si><t xml:space="preserve">${text}</t></si>`);
  const parts = sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const);
  return [
    { name: "[Content_Types].xml", content: contentTypes(sheets) },
    { name: "_rels/.rels", content: relations([["officeDocument", "xl/workbook.xml"]]) },
    {
      name: "xl/workbook.xml",
      content: `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations([...parts, ["styles", "styles.xml"], ["sharedStrings", "sharedStrings.xml"]]),
    },
    { name: "xl/styles.xml", content: styles },
    { name: "xl/sharedStrings.xml", content: `${xml}<sst xmlns="${main}">${strings.join("")}</sst>` },
    ...sheets.map(({ rows }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `${xml}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ];
}

/** A cell of a text, at "A1". */
export function text(at: string, value: string): string {
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
}

/** A cell of a number, as the file writes it; `style` 1 makes it a date. */
export function number(at: string, written: string, style?: 1): string {
  return `<c r="${at}"${style === undefined ? "" : ` s="${style}"`}><v>${written}</v></c>`;
}

/** A workbook of one sheet with the columns of a file of figures, then those rows from line 2. */
export function figuresWorkbook(...rows: readonly string[]): Buffer {
  const columns = ["indicator", "period", "value", "unit", "note"];
  const header = columns.map((name, index) => text(`${"ABCDE"[index]}1`, name)).join("");
  return zip(workbookFiles([{ name: "Figures", rows: `<row r="1">${header}</row>${rows.join("")}` }]));
}
