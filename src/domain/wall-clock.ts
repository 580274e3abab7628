import type { Temporal } from "temporal-polyfill";
import { remembering } from "./remembering.ts";

/** What the clocks of a place show. */
export type WallClock = { readonly date: Temporal.PlainDate; readonly hour: number };

/**
 * Within one of these, clocks that are a whole number of them away from UTC show one date and one hour. Every time
 * zone of today is, and changes its offset between two of them.
 */
const quarterOfAnHourMs = 15 * 60_000;

/** More zones than there are names of one. */
const mostKept = 1_000;

type Shown = { readonly quarterOfAnHour: number; readonly clock: WallClock };

/** The last that each zone's clocks showed: nearly all that is asked in one go is asked of one moment. */
const lastShown = new Map<string, Shown>();

/** What the clocks of a time zone (IANA name) show at `now`. Throws RangeError when there is no such zone. */
export function wallClock(now: Temporal.Instant, timeZone: string): WallClock {
  const quarterOfAnHour = Math.floor(now.epochMilliseconds / quarterOfAnHourMs);
  const last = lastShown.get(timeZone);
  if (last?.quarterOfAnHour === quarterOfAnHour) return last.clock;
  const local = now.toZonedDateTimeISO(timeZone);
  const clock = { date: local.toPlainDate(), hour: local.hour };
  if (local.offsetNanoseconds % (quarterOfAnHourMs * 1e6) === 0) {
    if (lastShown.size >= mostKept) lastShown.clear();
    lastShown.set(timeZone, { quarterOfAnHour, clock });
  }
  return clock;
}

/** A moment in ISO 8601 and UTC, to the millisecond: as it is kept. A fifth of the time Temporal takes for it. */
export function isoText(moment: Temporal.Instant): string {
  return new Date(moment.epochMilliseconds).toISOString();
}

const dayMs = 86_400_000;
const days = remembering<string>();

/**
 * The day (ISO 8601) before today's in UTC: no earlier than the day before yesterday anywhere, and nowhere after
 * today. For what is asked before the plan, and its time zone, are known.
 */
export function dayBefore(now: Temporal.Instant): string {
  const number = Math.floor(now.epochMilliseconds / dayMs) - 1;
  return days(`${number}`, () => new Date(number * dayMs).toISOString().slice(0, 10));
}

/** The date at `now` in a time zone (IANA name). */
export function dateIn(now: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return wallClock(now, timeZone).date;
}
