import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { checkChannelMessage, checkingAt, checkReminder } from "../../src/domain/delivery-check.ts";
import { noPreferences } from "../../src/domain/preference.ts";
import type { ReminderItem } from "../../src/domain/reminder.ts";
import { away, collection } from "../support/collection.ts";

const item = (indicator: string): ReminderItem => ({
  ...{ indicator, period: "2026-T3", due: "2026-10-15", stage: "opening", partial: false },
});
const kept = {
  to: "energie@x",
  day: Temporal.PlainDate.from("2026-10-01"),
  items: [item("eau"), item("gaz")],
  copies: [],
};

const verdictAt = (
  now: string,
  changes: { settings?: object; absences?: ReturnType<typeof away>[] } = {},
) => {
  const { settings = {}, absences = [] } = changes;
  const input = { plan: collection, entries: [], absences, now: Temporal.Instant.from(now) };
  const verdict = checkReminder(kept, { ...noPreferences, ...settings }, checkingAt(input));
  if (verdict.kind === "send") return verdict.message.items.map(({ indicator }) => indicator).join(" ");
  return verdict.kind === "wait" ? "wait" : verdict.cause;
};

describe("a planned reminder, right before it leaves", () => {
  it.each([
    ["on its day, in the hours: all of it", "2026-10-01T07:30:00Z", {}, "eau gaz"],
    ["a clock that is behind: not before the hours", "2026-10-01T06:59:00Z", {}, "wait"],
    ["once the hours are over", "2026-10-01T15:00:00Z", {}, "too_late"],
    ["the next day", "2026-10-02T07:30:00Z", {}, "too_late"],
    ["the evening before, on a clock that is behind", "2026-09-30T21:58:00Z", {}, "wait"],
    ["the reader asked for a later hour since", "2026-10-01T07:30:00Z", { settings: { hour: 14 } }, "wait"],
    [
      "the reader paused since",
      "2026-10-01T07:30:00Z",
      { settings: { snoozedUntil: Temporal.PlainDate.from("2026-10-05") } },
      "snoozed",
    ],
    [
      "the reader went away since: a delegate is asked",
      "2026-10-01T07:30:00Z",
      { absences: [away("energie", "2026-10-01", "2026-10-09", "membre")] },
      "not_asked",
    ],
  ])("%s", (_, now, changes, expected) => {
    expect(verdictAt(now, changes)).toBe(expected);
  });
});

describe("a message to the channel, due on 1 October", () => {
  it.each([
    ["on its day", "2026-10-01T07:00:00Z", "send"],
    ["before nine", "2026-10-01T06:59:00Z", "wait"],
    ["on a Saturday", "2026-10-03T08:00:00Z", "wait"],
    ["ten days late, a Sunday", "2026-10-11T08:00:00Z", "wait"],
    ["eleven days late", "2026-10-12T08:00:00Z", "give_up"],
  ])("%s", (_, now, kind) => {
    expect(checkChannelMessage("2026-10-01", collection, Temporal.Instant.from(now)).kind).toBe(kind);
  });
});
