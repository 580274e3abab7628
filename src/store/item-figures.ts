import { type Kysely, sql } from "kysely";
import { type StandingEntry, standingEntries } from "../domain/entry.ts";
import type { Period } from "../domain/period.ts";
import { yearOf } from "../domain/quarter.ts";
import type { ReminderItem } from "../domain/reminder.ts";
import { builtOnce } from "./built-once.ts";
import { entryOf } from "./entry-row.ts";
import type { Schema } from "./schema.ts";

const figureRows = builtOnce((db, value: (name: "indicators" | "periods") => string) =>
  db
    .selectFrom("entry")
    .selectAll("entry")
    .where(sql<boolean>`indicator = any(${value("indicators")}::text[])`)
    .where(sql<boolean>`period = any(${value("periods")}::text[])`)
    .compile(),
);

/** The figures that stand for the indicators of those items, in their quarters and the years of these. */
export async function figuresOf(
  db: Kysely<Schema>,
  items: readonly Pick<ReminderItem, "indicator" | "period">[],
): Promise<StandingEntry[]> {
  if (items.length === 0) return [];
  const indicators = [...new Set(items.map(({ indicator }) => indicator))];
  const periods = [...new Set(items.flatMap(({ period }): Period[] => [period, `${yearOf(period)}`]))];
  const rows = await figureRows(db, { indicators, periods });
  return standingEntries(rows.map(entryOf));
}
