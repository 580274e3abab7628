import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isAbsent } from "../../src/domain/absence.ts";
import { entry } from "../support/build.ts";
import { away, collection, remembering } from "../support/collection.ts";
import { isWorked } from "../support/french-days.ts";

const start = Temporal.Instant.from("2026-06-25T00:00:00Z");
const hoursSpan = 24 * 220;

/** An hour of the seven months from 25 June 2026. */
const hour = fc.integer({ min: 0, max: hoursSpan }).map((hours) => start.add({ hours }));
const slug = fc.constantFrom("eau", "gaz", "train");
const period = fc.constantFrom("2026-T2", "2026-T3", "2026-T4");
const figure = fc.record({ slug, period, at: hour });
const name = fc.constantFrom("technique", "politique", "energie", "mobilite", "membre");
const absence = fc
  .tuple(name, fc.option(name), hour, fc.integer({ min: 0, max: 30 }))
  .filter(([who, delegate]) => who !== delegate)
  .map(([who, delegate, from, days]) => {
    const first = Temporal.PlainDate.from(from.toString().slice(0, 10));
    return away(who, first.toString(), first.add({ days }).toString(), delegate);
  });
/** One absence a person: the chat line refuses two that overlap. */
const absences = fc.uniqueArray(absence, { selector: ({ person }) => person, maxLength: 4 });
const ticks = fc
  .array(hour, { minLength: 1, maxLength: 60 })
  .map((instants) => instants.toSorted(Temporal.Instant.compare));

describe("whatever comes in, whoever is away, whenever Cairn runs", () => {
  it("nobody gets two messages a day, a stage twice, a message at night, or one while away", () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 8 }), absences, ticks, (figures, absent, instants) => {
        const remind = remembering();
        const days = new Set<string>();
        const asked = new Set<string>();
        for (const now of instants) {
          const entries = figures
            .filter(({ at }) => Temporal.Instant.compare(at, now) <= 0)
            .map((each) => entry(each.slug, each.period, "1", { at: each.at.toString() }));
          const setting = { entries, absences: absent };
          const reminders = remind(now.toString(), setting);
          expect(remind(now.toString(), setting)).toEqual([]);
          const local = now.toZonedDateTimeISO("Europe/Paris");
          const today = local.toPlainDate();
          if (!isWorked(today.toString()) || local.hour < 9 || local.hour >= 17)
            expect(reminders).toEqual([]);
          for (const { to, items, copies } of reminders) {
            expect(days.has(`${to} ${today}`)).toBe(false);
            days.add(`${to} ${today}`);
            expect(isAbsent(to, absent, today)).toBe(false);
            expect(items.length + copies.length).toBeGreaterThan(0);
            for (const item of items) {
              const key = `${item.indicator} ${item.period} ${item.stage}`;
              expect(asked.has(key)).toBe(false);
              asked.add(key);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("what is given after its quarter is asked of nobody", () => {
    fc.assert(
      fc.property(slug, hour, (indicator, now) => {
        const entries = (["2026-T1", "2026-T2", "2026-T3", "2026-T4"] as const).map((quarter) =>
          entry(indicator, quarter, "1", { at: "2027-02-01T00:00:00Z" }),
        );
        const items = remembering()(now.toString(), { plan: collection, entries }).flatMap(
          (each) => each.items,
        );
        expect(items.filter((item) => item.indicator === indicator)).toEqual([]);
      }),
    );
  });
});
