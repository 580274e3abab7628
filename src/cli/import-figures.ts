import type { Kysely, Transaction } from "kysely";
import { stopReminders } from "../commands/stop-reminders.ts";
import type { Entry, NewEntry } from "../domain/entry.ts";
import type { Refusal } from "../domain/refusal.ts";
import { refuse } from "../domain/refusal.ts";
import { decideSubmission } from "../domain/submission.ts";
import { allEntries, appendEntries, lockIndicators } from "../store/entries.ts";
import type { Schema } from "../store/schema.ts";
import type { FigureFile, FileFigure } from "./figure-file.ts";
import type { FigureFileError } from "./figure-table.ts";

/** Who gives a figure, from where, when (ISO 8601). */
export type Giver = (figure: FileFigure) => Pick<NewEntry, "personId" | "platform" | "at">;

/** What an import did: all of it, or nothing and why. Warnings are surprising figures, imported all the same. */
export type ImportOutcome = {
  readonly imported: number;
  readonly skipped: number;
  readonly errors: readonly FigureFileError[];
  readonly warnings: readonly FigureFileError[];
};

/** Ends a transaction that must leave nothing. */
class Undo extends Error {
  readonly outcome: ImportOutcome;
  constructor(outcome: ImportOutcome) {
    super("undo");
    this.outcome = outcome;
  }
}

function newEntry(figure: FileFigure, giver: Giver): NewEntry {
  const { indicator, period, value, typed, note } = figure;
  return {
    indicator: indicator.slug,
    period,
    value,
    unit: indicator.unit,
    typed,
    note,
    reason: null,
    kind: "import",
    ...giver(figure),
  };
}

/** What a figure would be once recorded: enough for the rows after it to be judged against. */
function asRecorded(entry: NewEntry, revision: number): Entry {
  return { ...entry, revision, position: 0, previousHash: null, hash: "" };
}

type Sorted = { append: NewEntry[]; skipped: number; errors: FigureFileError[]; warnings: FigureFileError[] };

function place(figure: FileFigure, known: Entry[], giver: Giver, sorted: Sorted): void {
  const { line, indicator, period, value } = figure;
  const at = { line, column: "value" };
  const decision = decideSubmission({ indicator, period, value, confirmed: false }, known);
  if (decision.kind === "duplicate") sorted.skipped += 1;
  else if (decision.kind === "already")
    sorted.errors.push({ ...at, ...alreadyThere(figure, decision.entry) });
  else if (decision.kind === "conflict") {
    sorted.errors.push({
      line,
      column: "period",
      refusal: refuse("conflict", { period, other: decision.other }).refusal,
    });
  } else {
    if (decision.kind === "implausible") {
      const facts = { value: value.toFixed(), unit: indicator.unit, period, ...decision.implausibility };
      sorted.warnings.push({ ...at, refusal: refuse("implausible_value", facts).refusal });
    }
    const entry = newEntry(figure, giver);
    sorted.append.push(entry);
    known.push(asRecorded(entry, known.filter((other) => other.period === period).length + 1));
  }
}

function alreadyThere({ indicator, period, typeable }: FileFigure, entry: Entry): { refusal: Refusal } {
  const line = `/cairn corriger ${indicator.slug} ${period} ${typeable} …`;
  return { refusal: refuse("already_submitted", { entry, line }).refusal };
}

/** Sorts the figures of a file against what each indicator holds, the rows before included. */
function sortFigures(figures: readonly FileFigure[], entries: readonly Entry[], giver: Giver): Sorted {
  const byIndicator = Map.groupBy(entries, ({ indicator }) => indicator);
  const sorted: Sorted = { append: [], skipped: 0, errors: [], warnings: [] };
  for (const figure of figures) {
    const { slug } = figure.indicator;
    const known = byIndicator.get(slug) ?? [];
    byIndicator.set(slug, known);
    place(figure, known, giver, sorted);
  }
  return sorted;
}

/**
 * Records the figures of a file in one transaction, all of them or none: one row that cannot be read, or
 * that contradicts what is there, stops them all, and every such row is told at once. A figure that is already there
 * is skipped; another value for it is an error, as is a year beside its own quarters. Bulk history is not
 * stopped by surprising values: they come back as warnings. Reminders still to be sent for these figures are withdrawn. `giverIn` may make the giver known. A dry run does everything, then undoes it.
 */
export async function importFigures(
  { db, timeZone }: { readonly db: Kysely<Schema>; readonly timeZone: string },
  { figures, errors: unreadable }: FigureFile,
  giverIn: (trx: Transaction<Schema>) => Promise<Giver>,
  dryRun: boolean,
): Promise<ImportOutcome> {
  try {
    return await db.transaction().execute(async (trx: Transaction<Schema>) => {
      await lockIndicators(
        trx,
        figures.map(({ indicator }) => indicator.slug),
      );
      const sorted = sortFigures(figures, await allEntries(trx), await giverIn(trx));
      const { append, skipped, warnings } = sorted;
      const errors = [...unreadable, ...sorted.errors].toSorted((a, b) => a.line - b.line);
      if (errors.length > 0) throw new Undo({ imported: 0, skipped: 0, errors, warnings });
      await appendEntries(trx, append);
      await stopReminders(trx, append, timeZone);
      const outcome = { imported: append.length, skipped, errors, warnings };
      if (dryRun) throw new Undo(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Undo) return error.outcome;
    throw error;
  }
}
