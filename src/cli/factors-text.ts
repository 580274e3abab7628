import { type JsonObject, jsonNumber } from "../commands/json.ts";
import { decimal } from "../domain/decimal.ts";
import type { UnversionedFactor } from "../domain/factor.ts";
import type { FactorChange } from "../domain/factor-review.ts";
import type { Messages } from "../messages/messages.ts";
import { rowOf } from "../store/factor-row.ts";

/** Changes shown in text before "and 12 others". */
const shownChanges = 30;

type Fields = ReadonlyMap<string, string | null>;

/** What a factor says, column by column, as plain texts. */
function fieldsOf(factor: UnversionedFactor): Fields {
  const { id, version, ...columns } = rowOf({ ...factor, version: 0 });
  return new Map(
    Object.entries(columns).map(([name, value]) => [
      name,
      value === null || value === undefined ? null : String(value),
    ]),
  );
}

/** One thing that a new version of a factor says otherwise. */
export type ChangedField = {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What a change of a factor changes; nothing for a factor that is new. */
export function changedFields({ before, after }: FactorChange): ChangedField[] {
  if (before === null) return [];
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...now].flatMap(([field, value]) => {
    const was = old.get(field) ?? null;
    return was === value ? [] : [{ field, before: was, after: value }];
  });
}

/** A change of a factor as JSON: what it was, what it is, and each field that differs. */
export function changeJson(change: FactorChange): JsonObject {
  const { before, after } = change;
  const side = (factor: UnversionedFactor) => {
    return { value: jsonNumber(factor.printedTotal), unit: factor.unit, name: factor.nameFr };
  };
  return {
    id: after.id,
    kind: before === null ? "added" : "changed",
    before: before === null ? null : { version: before.version, ...side(before) },
    after: { version: (before?.version ?? 0) + 1, ...side(after) },
    fields: changedFields(change),
  };
}

function shownText(text: string | null, messages: Messages): string {
  if (text === null || text === "") return messages.bulk.factors.nothingThere;
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? messages.format.number(decimal(text)) : `« ${text} »`;
}

function changeLine(change: FactorChange, messages: Messages): string {
  const { after, before } = change;
  const { perUnit, fields } = messages.bulk.factors;
  const value = perUnit(messages.format.number(after.printedTotal), after.unit);
  if (before === null) return `+ ${messages.labelValue(after.id, value)} (${after.nameFr})`;
  const names: Readonly<Record<string, string>> = fields;
  const parts = changedFields(change).map(({ field, before: was, after: is }) => {
    return `${names[field] ?? field} ${shownText(was, messages)} → ${shownText(is, messages)}`;
  });
  return `~ ${messages.labelValue(after.id, parts.join(", "))}`;
}

/** Changes before and after, a line each; those that replace something first. */
export function changeLines(changes: readonly FactorChange[], messages: Messages): string[] {
  const replacing = changes.filter(({ before }) => before !== null);
  const ordered = [...replacing, ...changes.filter(({ before }) => before === null)];
  const shown = Math.max(shownChanges, replacing.length);
  const lines = ordered.slice(0, shown).map((change) => changeLine(change, messages));
  return ordered.length > shown ? [...lines, messages.bulk.factors.others(ordered.length - shown)] : lines;
}
