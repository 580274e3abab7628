import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isSendingTime } from "../../src/domain/sending-hours.ts";
import { dateIn } from "../../src/domain/wall-clock.ts";
import { planOf } from "../support/build.ts";
import { isWorked } from "../support/french-days.ts";

const { calendar } = planOf();
const paris = { timeZone: "Europe/Paris", firstHour: null };
const at = (iso: string) => Temporal.Instant.from(iso);

describe("messages leave from 9:00 to 17:00 on the reader's clock, on business days", () => {
  // The clocks of Paris go forward on Sunday 29 March 2026 and back on Sunday 25 October 2026, at 1:00 in UTC.
  it.each([
    { now: "2026-03-27T07:59:59Z", leaves: false, why: "8:59 in winter" },
    { now: "2026-03-27T08:00:00Z", leaves: true, why: "9:00 in winter" },
    { now: "2026-03-29T08:00:00Z", leaves: false, why: "the Sunday of the change" },
    { now: "2026-03-30T06:59:59Z", leaves: false, why: "8:59 in summer" },
    { now: "2026-03-30T07:00:00Z", leaves: true, why: "9:00 in summer" },
    { now: "2026-03-30T14:59:59Z", leaves: true, why: "16:59 in summer" },
    { now: "2026-03-30T15:00:00Z", leaves: false, why: "17:00 in summer" },
    { now: "2026-10-23T07:00:00Z", leaves: true, why: "9:00 in summer" },
    { now: "2026-10-25T08:00:00Z", leaves: false, why: "the Sunday of the change" },
    { now: "2026-10-26T07:00:00Z", leaves: false, why: "8:00 in winter" },
    { now: "2026-10-26T08:00:00Z", leaves: true, why: "9:00 in winter" },
    { now: "2026-10-26T15:59:59Z", leaves: true, why: "16:59 in winter" },
    { now: "2026-10-26T16:00:00Z", leaves: false, why: "17:00 in winter" },
    { now: "2026-11-11T10:00:00Z", leaves: false, why: "a holiday" },
    { now: "2026-11-14T10:00:00Z", leaves: false, why: "a Saturday" },
  ])("$now: $leaves ($why)", ({ now, leaves }) => {
    expect(isSendingTime(at(now), paris, calendar)).toBe(leaves);
  });

  // A second clock: what Intl shows in Paris for every half hour of UTC around both nights of each year.
  const nights = Array.from({ length: 15 }, (_, index) => 2021 + index).flatMap((year) => [
    { year, month: 3, name: `${year}-03` },
    { year, month: 10, name: `${year}-10` },
  ]);
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Paris",
    dateStyle: "short",
    timeStyle: "short",
  });
  it.each(nights)("in the last ten days of $name", ({ year, month }) => {
    const first = Date.UTC(year, month - 1, 22);
    const instants = Array.from({ length: 10 * 48 }, (_, index) => new Date(first + index * 1_800_000));
    const wrong = instants.filter((instant) => {
      const [date = "", time = ""] = clock.format(instant).split(" ");
      const open = isWorked(date) && time >= "09:00" && time < "17:00";
      return open !== isSendingTime(at(instant.toISOString()), paris, calendar);
    });
    expect(wrong).toEqual([]);
  });
});

describe("a reader elsewhere, or with an hour of their own", () => {
  it.each([
    { zone: "America/New_York", hour: null, now: "2026-10-01T12:59:00Z", leaves: false },
    { zone: "America/New_York", hour: null, now: "2026-10-01T13:00:00Z", leaves: true },
    { zone: "America/New_York", hour: null, now: "2026-10-01T20:59:00Z", leaves: true },
    { zone: "Asia/Tokyo", hour: null, now: "2026-10-01T00:00:00Z", leaves: true },
    { zone: "Asia/Tokyo", hour: null, now: "2026-10-02T23:59:00Z", leaves: false },
    { zone: "Europe/Paris", hour: 14, now: "2026-10-01T11:59:00Z", leaves: false },
    { zone: "Europe/Paris", hour: 14, now: "2026-10-01T12:00:00Z", leaves: true },
    { zone: "Europe/Paris", hour: 6, now: "2026-10-01T06:00:00Z", leaves: false },
    { zone: "Europe/Paris", hour: 20, now: "2026-10-01T14:00:00Z", leaves: true },
    { zone: "Europe/Paris", hour: 20, now: "2026-10-01T18:00:00Z", leaves: false },
  ])("$zone from $hour at $now: $leaves", ({ zone, hour, now, leaves }) => {
    expect(isSendingTime(at(now), { timeZone: zone, firstHour: hour }, calendar)).toBe(leaves);
  });

  it("has their own date", () => {
    const now = at("2026-10-01T00:30:00Z");
    expect(["America/New_York", "Europe/Paris"].map((zone) => dateIn(now, zone).toString())).toEqual([
      "2026-09-30",
      "2026-10-01",
    ]);
  });
});
