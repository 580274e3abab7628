import { type Document, type LineCounter, visit } from "yaml";
import type { PlanError } from "./plan-source.ts";

/** Where an error about the whole file stands. */
export const wholeFile = { line: 1, column: 1, path: "", relatedLine: null } as const;

type SyntaxError = { readonly code: string; readonly message: string; readonly offset: number };

/** A value that begins with * is YAML's name for an earlier value, which people rarely mean. */
function unknownAliases(document: Document): SyntaxError[] {
  const found: SyntaxError[] = [];
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return;
      const message = `Unresolved alias: ${alias.source}`;
      found.push({ code: "BAD_ALIAS", message, offset: alias.range?.[0] ?? 0 });
    },
  });
  return found;
}

/**
 * What is not YAML, with its places: every key written twice, and the first other error only, since those
 * after it follow from it.
 */
export function syntaxErrors(document: Document, lines: LineCounter): PlanError[] {
  const own = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    code,
    message,
    offset: pos[0],
  }));
  const all: SyntaxError[] = [...own, ...unknownAliases(document)].toSorted((a, b) => a.offset - b.offset);
  const first = all.find(({ code }) => code !== "DUPLICATE_KEY");
  return all
    .filter((error) => error === first || error.code === "DUPLICATE_KEY")
    .map(({ code, message, offset }) => {
      const { line, col } = lines.linePos(offset);
      const place = { ...wholeFile, line, column: col };
      if (code === "TAB_AS_INDENT") return { code: "tab_indentation", data: {}, ...place };
      return { code: "broken_yaml", data: { reason: code, detail: message }, ...place };
    });
}
