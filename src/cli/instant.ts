import { Temporal } from "temporal-polyfill";

const earliest = Temporal.Instant.from("1990-01-01T00:00:00Z");
const latest = Temporal.Instant.from("2101-01-01T00:00:00Z");

/**
 * The instant written in ISO 8601 ("2026-11-23T09:00:00Z", or a date: its midnight in UTC); null when it is
 * none, or lies outside the years that periods take, 1990 to 2100.
 */
export function readInstant(text: string): Temporal.Instant | null {
  try {
    const instant = Temporal.Instant.from(/T/iu.test(text) ? text : `${text}T00:00:00Z`);
    const { compare } = Temporal.Instant;
    return compare(instant, earliest) >= 0 && compare(instant, latest) < 0 ? instant : null;
  } catch {
    return null;
  }
}
