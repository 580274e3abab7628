import type { UnversionedFactor } from "../domain/factor.ts";
import type { FactorWarning } from "../domain/factor-notice.ts";
import type { FactorProblem } from "../domain/factor-problem.ts";
import { fold } from "../domain/name-match.ts";
import { type AdemeReading, isArchived, readElement, reportCell } from "./ademe-factor.ts";
import { provesDecimalDots } from "./ademe-number.ts";
import { type AdemeRow, ademeColumns, ademeRows, missingColumns } from "./ademe-rows.ts";
import type { CsvRow } from "./csv-rows.ts";
import type { FactorError } from "./factor-error.ts";
import type { LinedFactors } from "./factor-file.ts";

function identifierProblem(element: AdemeRow, firstLines: ReadonlyMap<string, number>): FactorProblem | null {
  const typed = element.text("id");
  if (!/^\d+$/.test(typed)) return { code: "invalid_id", data: { typed } };
  const firstLine = firstLines.get(`ademe-${typed}`);
  return firstLine === undefined ? null : { code: "duplicate_id", data: { id: typed, firstLine } };
}

type Split = {
  readonly elements: readonly AdemeRow[];
  readonly postsOf: ReadonlyMap<string, readonly AdemeRow[]>;
};

/** Elements and, under their identifiers, their posts: a post is a part of its element, never one more factor. */
function splitRows(rows: readonly AdemeRow[], report: AdemeReading["report"]): Split {
  const isPost = (row: AdemeRow) => fold(row.text("lineType")) === "poste";
  const elements = rows.filter((row) => !isPost(row));
  const postsOf = Map.groupBy(rows.filter(isPost), (row) => row.text("id"));
  const known = new Set(elements.map((row) => row.text("id")));
  for (const [id, [first]] of postsOf) {
    if (first === undefined || known.has(id)) continue;
    report({ code: "orphan_post", data: { id }, line: first.line, column: ademeColumns.id });
  }
  return { elements, postsOf };
}

/** Marks of a text read in the wrong encoding: "Ã©" for "é", or the character that stands for none. */
const mojibake = /\uFFFD|Ã[\u0080-\u00BF©¨ª«]/u;

function encodingErrors(rows: readonly CsvRow[]): FactorError[] {
  const damaged = rows.find(({ cells }) => cells.some((cell) => mojibake.test(cell)));
  return damaged === undefined
    ? []
    : [{ code: "broken_encoding", data: {}, line: damaged.line, column: null }];
}

/** What is wrong with the file as a whole: its encoding, its columns. */
function fileErrors(all: readonly CsvRow[]): FactorError[] {
  const damage = encodingErrors(all);
  if (damage.length > 0) return damage;
  const [first] = all;
  return missingColumns(first?.cells ?? []).map((name) => {
    return { code: "missing_column", data: { name }, line: first?.line ?? 1, column: null };
  });
}

type Gathered = { factors: UnversionedFactor[]; warnings: FactorWarning[]; lines: Map<string, number> };

function gather({ elements, postsOf }: Split, reading: AdemeReading): Gathered {
  const gathered: Gathered = { factors: [], warnings: [], lines: new Map() };
  for (const element of elements) {
    const record = element.text("id");
    const id = `ademe-${record}`;
    const problem = identifierProblem(element, gathered.lines);
    if (problem !== null) {
      reportCell(element, "id", problem, reading);
      continue;
    }
    gathered.lines.set(id, element.line);
    const read = readElement(element, postsOf.get(record) ?? [], reading);
    if (typeof read === "string") gathered.warnings.push({ id, code: "left_out", data: { why: read } });
    else if (read !== null) {
      gathered.factors.push(read);
      if (isArchived(element)) gathered.warnings.push({ id, code: "archived", data: {} });
    }
  }
  return gathered;
}

/** Reads the rows of ADEME's own Base Carbone file (docs/plan.md): one factor an element, its posts as parts. */
export function readAdemeRows(all: readonly CsvRow[]): LinedFactors {
  const wrong = fileErrors(all);
  if (wrong.length > 0) return { ok: false, errors: wrong };
  const [header, ...others] = all;
  const rows = ademeRows(header?.cells ?? [], others);
  const errors: FactorError[] = [];
  const decimalDots = rows.some((row) => provesDecimalDots(row.text("total")));
  const reading: AdemeReading = { decimalDots, report: (error) => errors.push(error) };
  const gathered = gather(splitRows(rows, reading.report), reading);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, ...gathered };
}
