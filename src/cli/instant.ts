import { Temporal } from "temporal-polyfill";

/** The instant written in ISO 8601 ("2026-11-23T09:00:00Z", or a date: its midnight in UTC); null when it is none. */
export function readInstant(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(/T/iu.test(text) ? text : `${text}T00:00:00Z`);
  } catch {
    return null;
  }
}
