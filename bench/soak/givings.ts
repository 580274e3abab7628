import type { Temporal } from "temporal-polyfill";
import { cairnOn } from "../../src/commands/cairn.ts";
import { handle } from "../../src/commands/handle.ts";
import { nextBusinessDay } from "../../src/domain/calendar.ts";
import type { Quarter } from "../../src/domain/period.ts";
import { lastDay } from "../../src/domain/quarter.ts";
import type { Store } from "../../src/store/database.ts";
import { ownerOf } from "./plan.ts";

/** A figure that comes in. */
export type Giving = { readonly indicator: string; readonly period: Quarter };

/** The quarters collected over the season. */
const quarters = ["2025-T4", "2026-T1", "2026-T2", "2026-T3"] as const satisfies readonly Quarter[];

/** How many of a hundred figures never come, and within how many days of the quarter's end the others do. */
const neverPct = 12;
const withinDays = 26;

/** Which figures come in on which day (ISO 8601), by chance. */
export function givingsByDay(chance: () => number): ReadonlyMap<string, readonly Giving[]> {
  const byDay = new Map<string, Giving[]>();
  for (const period of quarters)
    for (const indicator of ownerOf.keys()) {
      if (chance() * 100 < neverPct) continue;
      const days = 1 + Math.floor(chance() * withinDays);
      const day = nextBusinessDay(lastDay(period).add({ days })).toString();
      byDay.set(day, [...(byDay.get(day) ?? []), { indicator, period }]);
    }
  return byDay;
}

/** Gives figures, as their owners would. */
export async function giveAll(
  { db }: Store,
  givings: readonly Giving[],
  at: Temporal.Instant,
): Promise<void> {
  const cairn = cairnOn(db, "fr");
  for (const { indicator, period } of givings) {
    const [year, quarter] = period.split("-");
    const line = `/saisir ${indicator} 12 kWh ${quarter} ${year} confirmer`;
    const email = ownerOf.get(indicator) ?? "";
    const reply = await handle(cairn, { email, line, now: at, platform: "terminal" });
    if (!reply.ok) throw new Error(`${line}: ${reply.error.message}`);
  }
}
