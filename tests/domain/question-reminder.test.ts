import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isBusinessDay } from "../../src/domain/calendar.ts";
import { isReminderDue, lastReminderDay } from "../../src/domain/question-reminder.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

describe("the referents are reminded of an open question", () => {
  // Asked on Tuesday 2026-11-24; and on Friday 2026-04-03, before Easter Monday 2026-04-06, a public holiday.
  it.each([
    ["not before the fifth business day", "2026-11-24", "2026-11-30", null],
    ["on it", "2026-11-24", "2026-12-01", "2026-12-01"],
    ["no more until five more are over", "2026-11-24", "2026-12-07", "2026-12-01"],
    ["then again", "2026-11-24", "2026-12-08", "2026-12-08"],
    ["holidays do not count", "2026-04-03", "2026-04-10", null],
    ["holidays do not count", "2026-04-03", "2026-04-13", "2026-04-13"],
    ["asked on a Sunday", "2026-11-29", "2026-12-04", "2026-12-04"],
  ])("%s: asked %s, today %s", (_, asked, today, expected) => {
    expect(lastReminderDay(day(asked), day(today))?.toString() ?? null).toBe(expected);
  });

  it.each([
    ["never told", null, true],
    ["told before that day", "2026-11-30", true],
    ["told that day", "2026-12-01", false],
    ["told since", "2026-12-02", false],
  ])("once for each of those days: %s", (_, told, expected) => {
    const last = told === null ? null : day(told);
    expect(isReminderDue([day("2026-11-24")], last, day("2026-12-03"))).toBe(expected);
  });

  it("one message tells of all: it is due when any of them is", () => {
    const told = day("2026-12-01");
    const asked = [day("2026-11-24"), day("2026-11-25")];
    expect(isReminderDue(asked, told, day("2026-12-01"))).toBe(false);
    expect(isReminderDue(asked, told, day("2026-12-02"))).toBe(true);
    expect(isReminderDue([], null, day("2026-12-02"))).toBe(false);
  });

  it("whenever it was asked, on a business day of every fifth, and told every day it is told once for each", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 40 }), (from, days) => {
        const asked = day("2024-01-01").add({ days: from });
        let told: Temporal.PlainDate | null = null;
        let count = 0;
        let business = 0;
        for (let passed = 1; passed <= days; passed += 1) {
          const today = asked.add({ days: passed });
          if (isBusinessDay(today)) business += 1;
          if (!isReminderDue([asked], told, today)) continue;
          expect(isBusinessDay(today)).toBe(true);
          told = today;
          count += 1;
        }
        expect(count).toBe(Math.floor(business / 5));
      }),
    );
  });
});
