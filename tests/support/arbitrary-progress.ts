import fc from "fast-check";
import { decimal } from "../../src/domain/decimal.ts";
import { nomenclatures } from "../../src/domain/nomenclature.ts";
import type { Quarter } from "../../src/domain/period.ts";
import { activityKinds, controls } from "../../src/domain/plan.ts";
import type { ProgressInput } from "../../src/domain/progress.ts";
import { quarter, quarterRange } from "../../src/domain/quarter.ts";
import { emission, entry, factor, factorSet, indicator, planOf } from "./build.ts";

/** The indicators of an arbitrary plan. */
export const slugs = ["a", "b", "c", "d"] as const;
const byYear = new Map([2021, 2023, 2024, 2026].map((year) => [year, `f${year}`]));
/** The factors that they emit by. */
export const factors = factorSet(
  factor("f2021", "0.0569", { combustion: "0.0389", upstream: "0.018" }),
  factor("f2023", "0.058"),
  factor("f2024", "0.0519", { combustion: "0.0369", upstream: "0.0118", losses: "0.0032" }),
  factor("f2026", "1.7", { use: "1.2", contrails: "0.4", manufacture: "0.1" }),
  factor("standing", "156", {}, { nonKyoto: true }),
);

const families = ["resource", "waste-sorted", "waste-residual", "travel"] as const;

/** Any of the shapes an indicator takes: a standing factor, a series, an asset over some years, or none. */
export const indicators = fc.tuple(
  ...slugs.map((slug) =>
    fc
      .record({
        activity: fc.constantFrom(...activityKinds),
        control: fc.constantFrom(...controls),
        isSeries: fc.boolean(),
        years: fc.integer({ min: 1, max: 7 }),
        family: fc.constantFrom(...families),
        emits: fc.boolean(),
      })
      .map(({ activity, control, isSeries, years, family, emits }) =>
        indicator(slug, {
          family,
          emission: emits
            ? emission("standing", {
                activity,
                control,
                factor: isSeries ? { kind: "series", byYear } : { kind: "standing", id: "standing" },
                amortisationYears: activity === "asset" ? years : null,
              })
            : null,
        }),
      ),
  ),
);

const quarters = quarterRange("2020-T1", "2026-T4");
/** Amounts up to a million, to the thousandth, as text. */
export const amounts = fc
  .integer({ min: 0, max: 10 ** 9 })
  .map((thousandths) => decimal(thousandths).div(1000).toFixed());

/** Quarterly figures, and for some indicators and years an annual one instead. */
const entries = fc
  .tuple(
    fc.uniqueArray(
      fc.record({ slug: fc.constantFrom(...slugs), at: fc.constantFrom(...quarters), amount: amounts }),
      {
        selector: ({ slug, at }) => `${slug} ${at}`,
        minLength: 20,
        maxLength: 100,
      },
    ),
    fc.subarray(["a 2021", "b 2026", "c 2025", "d 2021"]),
  )
  .map(([list, annual]) => [
    ...list
      .filter(({ slug, at }) => !annual.includes(`${slug} ${at.slice(0, 4)}`))
      .map(({ slug, at, amount }) => entry(slug, at, amount)),
    ...annual.map((key) => entry(key.slice(0, 1), `${Number(key.slice(2))}`, "1234.5")),
  ]);

const spans = fc
  .tuple(fc.integer({ min: 2021, max: 2026 }), fc.constantFrom(1, 2, 3, 4), fc.integer({ min: 0, max: 5 }))
  .map(([year, number, length]) => quarterRange(quarter(year, number), "2026-T4").slice(0, length + 1))
  .map((range): { from: Quarter; to: Quarter } => ({
    from: range[0] ?? "2026-T4",
    to: range.at(-1) ?? "2026-T4",
  }));

/** Any plan of four indicators of every shape, figures of six years, and a question of progress about them. */
export const arbitraryProgress = fc
  .record({
    indicators,
    nomenclature: fc.constantFrom(...nomenclatures),
    entries,
    span: spans,
    against: fc.constantFrom("baseline", "previous_year", "previous_quarter"),
    subject: fc.constantFrom("ges", "dechets", "ressources"),
  })
  .map(({ indicators: list, nomenclature, ...rest }): ProgressInput => {
    const plan = { ...planOf(...list), nomenclature };
    return { ...rest, plan, factors, targets: [], current: "2027-T1" };
  });
