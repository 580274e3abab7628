import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, decimalText, sum } from "../../src/domain/decimal.ts";
import { topMovers } from "../../src/domain/mover.ts";
import { emission, entry, factor, factorSet, indicator } from "../support/build.ts";
import { factorsOf, plain, progressOf, year } from "../support/progress.ts";

const slugs = ["a", "b", "c", "d"] as const;
const indicators = slugs.map((slug) => indicator(slug, { emission: emission(slug) }));

/** The movers of 2026 against 2021: each indicator has one figure a year, at 1 kgCO2e per kg. */
function moversOf(figures: Readonly<Record<string, readonly [was: string, now: string]>>, count = 3) {
  const entries = Object.entries(figures).flatMap(([slug, [was, now]]) => [
    entry(slug, "2021-T1", was),
    entry(slug, "2026-T1", now),
  ]);
  const factors = factorsOf(Object.fromEntries(slugs.map((slug) => [slug, "1"])));
  return topMovers(progressOf(indicators, { entries, factors }).comparison, count);
}

describe("the indicators whose emissions changed most", () => {
  it.each([
    ["ups and downs by their size", { a: ["10", "12"], b: ["10", "5"], c: ["1", "4"] }, ["b", "c", "a"]],
    ["equal changes in the plan's order", { a: ["1", "2"], b: ["2", "1"], c: ["5", "5.5"] }, ["a", "b", "c"]],
    [
      "never more than asked",
      { a: ["1", "2"], b: ["1", "3"], c: ["1", "4"], d: ["1", "5"] },
      ["d", "c", "b"],
    ],
    ["without those that did not change", { a: ["1", "1"], b: ["0", "0"], c: ["1", "2"] }, ["c"]],
    ["none when nothing compares", {}, []],
  ] as const)("%s", (_, figures, expected) => {
    expect(moversOf(figures).map((mover) => mover.indicator.slug)).toEqual(expected);
  });
});

describe("why an indicator moved", () => {
  const elec = indicator("elec", {
    unit: "kWh",
    emission: emission("", {
      factor: {
        kind: "series",
        byYear: new Map([
          [2021, "old"],
          [2026, "new"],
        ]),
      },
    }),
  });
  const factors = factorSet(factor("old", "0.06"), factor("new", "0.04"));

  it("adds up over its quarters, activity and factor apart", () => {
    const entries = [...year("elec", 2021, "100", "50"), ...year("elec", 2026, "80", "60")];
    const [mover] = topMovers(progressOf([elec], { entries, factors }).comparison, 3);
    // By hand: 150 kWh at 0.06 is 9 kg, 140 kWh at 0.04 is 5.6 kg; -10 kWh at 0.05 is -0.5 kg.
    expect({
      change: plain(mover?.changeKgCo2e ?? null),
      activity: plain(mover?.activityEffectKgCo2e ?? null),
      factor: plain(mover?.factorEffectKgCo2e ?? null),
      from: [plain(mover?.baseline.activity ?? null), plain(mover?.baseline.factor ?? null)],
      to: [plain(mover?.actual.activity ?? null), plain(mover?.actual.factor ?? null)],
    }).toEqual({
      change: "-3.4",
      activity: "-0.5",
      factor: "-2.9",
      from: ["150", "0.06"],
      to: ["140", "0.04"],
    });
  });

  it("its effects sum to its change, whatever the figures", () => {
    const amount = fc
      .integer({ min: 0, max: 1_000_000 })
      .map((value) => decimalText(decimal(value).div(1000)));
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 4 }), (quarters) => {
        const was = quarters.map(([value]) => value);
        const now = quarters.map(([, value]) => value);
        const entries = [...year("elec", 2021, ...was), ...year("elec", 2026, ...now)];
        const { comparison } = progressOf([elec], { entries, factors });
        const movers = topMovers(comparison, 3);
        for (const each of movers) {
          expect(
            each.activityEffectKgCo2e.plus(each.factorEffectKgCo2e).minus(each.changeKgCo2e).toNumber(),
          ).toBe(0);
        }
        const change = (comparison.actual ?? decimal(0)).minus(comparison.baseline ?? decimal(0));
        expect(sum(movers.map((each) => each.changeKgCo2e)).eq(change)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
