import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dateIn, dayBefore, isoText, wallClock } from "../../src/domain/wall-clock.ts";

describe("what the clocks of a place show", () => {
  it.each([
    // Both nights on which the clocks of Paris change in 2027.
    ["2027-03-28T00:59:59.999Z", "Europe/Paris", "2027-03-28", 1],
    ["2027-03-28T01:00:00Z", "Europe/Paris", "2027-03-28", 3],
    ["2027-10-31T00:59:59Z", "Europe/Paris", "2027-10-31", 2],
    ["2027-10-31T01:00:00Z", "Europe/Paris", "2027-10-31", 2],
    ["2026-12-31T23:00:00Z", "Europe/Paris", "2027-01-01", 0],
    ["2026-12-31T23:00:00Z", "America/Martinique", "2026-12-31", 19],
    ["2026-12-31T18:14:59Z", "Asia/Kathmandu", "2026-12-31", 23],
    ["2026-12-31T18:15:00Z", "Asia/Kathmandu", "2027-01-01", 0],
    // Its clocks change by half an hour.
    ["2026-10-03T15:29:59Z", "Australia/Lord_Howe", "2026-10-04", 1],
    ["2026-10-03T15:30:00Z", "Australia/Lord_Howe", "2026-10-04", 2],
    // Samoa went without the 30th.
    ["2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29", 23],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31", 0],
    // No quarter of an hour: asked a minute apart.
    ["2026-06-30T23:52:00Z", "+00:07", "2026-06-30", 23],
    ["2026-06-30T23:53:00Z", "+00:07", "2026-07-01", 0],
  ])("at %s in %s is %s, %i h", (at, timeZone, date, hour) => {
    const now = Temporal.Instant.from(at);
    const shown = wallClock(now, timeZone);
    expect([shown.date.toString(), shown.hour]).toEqual([date, hour]);
    expect(dateIn(now, timeZone).toString()).toBe(date);
  });

  it("is what Temporal says, in every time zone and in whatever order it is asked, from 1990 on", () => {
    const [from, to] = [Date.UTC(1990, 0), Date.UTC(2100, 0)];
    const moments = fc.array(fc.integer({ min: from, max: to }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.constantFrom(...Intl.supportedValuesOf("timeZone")), moments, (timeZone, atMs) => {
        for (const ms of atMs.flatMap((at) => [at, at + 60_000, at + 14 * 60_000, at])) {
          const now = Temporal.Instant.fromEpochMilliseconds(ms);
          const local = now.toZonedDateTimeISO(timeZone);
          const { date, hour } = wallClock(now, timeZone);
          expect([date.toString(), hour]).toEqual([local.toPlainDate().toString(), local.hour]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is told of no place that there is not", () => {
    expect(() => wallClock(Temporal.Instant.from("2026-01-01T00:00:00Z"), "Europe/Chambéry")).toThrow(
      RangeError,
    );
  });
});

describe("the day before today's in UTC", () => {
  it.each([
    ["2026-03-01T00:00:00Z", "2026-02-28"],
    ["2026-12-31T23:59:59.999Z", "2026-12-30"],
  ])("at %s: %s", (at, day) => {
    expect(dayBefore(Temporal.Instant.from(at))).toBe(day);
  });

  it.each(["Etc/GMT+12", "Europe/Paris", "America/Martinique", "Pacific/Kiritimati"])(
    "is over, or today, in %s at any moment",
    (timeZone) => {
      const instant = fc
        .integer({ min: 0, max: 4e12 })
        .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
      fc.assert(
        fc.property(instant, (now) => {
          const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
          expect(dayBefore(now) <= today).toBe(true);
        }),
      );
    },
  );
});

it("a moment is kept as Temporal writes it, cut to the millisecond", () => {
  const texts = fc.tuple(fc.integer({ min: -6e13, max: 2e14 }), fc.integer({ min: 0, max: 999_999 }));
  fc.assert(
    fc.property(texts, ([ms, nanoseconds]) => {
      const moment = Temporal.Instant.fromEpochMilliseconds(ms).add({ nanoseconds });
      expect(isoText(moment)).toBe(moment.toString({ fractionalSecondDigits: 3 }));
    }),
  );
});
