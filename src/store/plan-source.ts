import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter } from "yaml";
import type {
  Found,
  PlanPath,
  PlanProblem,
  PlanProblemCode,
  PlanProblemData,
} from "../domain/plan-problem.ts";

/** A problem with its place in the file, lines and columns counted from 1. */
export type PlanError = {
  [Code in PlanProblemCode]: {
    readonly code: Code;
    readonly data: PlanProblemData[Code];
    readonly line: number;
    readonly column: number;
    /** The key it is about, such as "indicators[3].owner"; empty for the whole file. */
    readonly path: string;
    /** The line of the first of two that clash, else null. */
    readonly relatedLine: number | null;
  };
}[PlanProblemCode];

/** The text of a plan file, with the place of everything in it. */
export type PlanSource = {
  readonly text: string;
  /** What stands at a path; null when the key is not there. */
  foundAt(path: PlanPath): Found | null;
  /** The problems with their lines and columns, in the order of the file. */
  place(problems: readonly PlanProblem[]): PlanError[];
};

/** Characters of the file repeated in an error. */
const longestQuoted = 80;

/** Problems that are about a key and not about its value. */
const aboutKeys: ReadonlySet<PlanProblemCode> = new Set(["unknown_key", "wrong_key", "unit_is_own"]);

type Step = { readonly node: unknown; readonly keyOffset: number | null };

/** The offset where a node starts; null for an empty value, which has no place of its own. */
function offsetOf(node: unknown): number | null {
  if (!isNode(node) || !node.range || (isScalar(node) && node.source === "")) return null;
  return node.range[0];
}

function stepInto(node: unknown, key: string | number): Step | null {
  if (isSeq(node) && typeof key === "number") {
    return key < node.items.length ? { node: node.items[key], keyOffset: null } : null;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find((item) => isScalar(item.key) && item.key.value === String(key));
  return pair === undefined ? null : { node: pair.value, keyOffset: offsetOf(pair.key) };
}

function dotted(path: PlanPath): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`),
    "",
  );
}

function shortened(text: string): string {
  return text.length > longestQuoted ? `${text.slice(0, longestQuoted)}…` : text;
}

function foundIn(node: unknown): Found {
  if (isMap(node)) return { kind: "mapping", text: "" };
  if (isSeq(node)) return { kind: "list", text: "" };
  if (isScalar(node) && typeof node.value === "string") return { kind: "text", text: shortened(node.value) };
  return { kind: "nothing", text: "" };
}

/** The places of a parsed document, which `lines` has counted. */
export function planSource(text: string, document: Document, lines: LineCounter): PlanSource {
  const resolved = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);

  /** The offset of what stands at the path, or of its nearest ancestor that is there. */
  function offsetAt(path: PlanPath, atKey: boolean): number {
    let node: unknown = document.contents;
    let offset = offsetOf(node) ?? 0;
    for (const [index, key] of path.entries()) {
      const step = stepInto(resolved(node), key);
      if (step === null) break;
      const own = atKey && index === path.length - 1 ? null : offsetOf(step.node);
      offset = own ?? step.keyOffset ?? offset;
      node = step.node;
    }
    return offset;
  }

  function foundAt(path: PlanPath): Found | null {
    let node: unknown = resolved(document.contents);
    for (const key of path) {
      const step = stepInto(node, key);
      if (step === null) return null;
      node = resolved(step.node);
    }
    return foundIn(node);
  }

  function placeOne({ path, related, ...facts }: PlanProblem): PlanError {
    const { line, col } = lines.linePos(offsetAt(path, aboutKeys.has(facts.code)));
    const relatedLine = related === null ? null : lines.linePos(offsetAt(related, false)).line;
    return { ...facts, line, column: col, path: dotted(path), relatedLine };
  }

  function place(problems: readonly PlanProblem[]): PlanError[] {
    return problems.map(placeOne).sort((a, b) => a.line - b.line || a.column - b.column);
  }

  return { text, foundAt, place };
}
