/**
 * Progress of greenhouse gases computed a second time from what `cairn export --format json` writes, in plain
 * floats and without any code of src/: a mistake shared with the first computation would have to be made twice.
 */

/** What is read of the export: every revision of every figure, and the factor of each indicator and year. */
export type Exported = {
  readonly entries: readonly {
    readonly indicator: string;
    readonly period: string;
    readonly value: number | null;
    readonly revision: number;
  }[];
  readonly factors: readonly {
    readonly indicator: string;
    readonly activityYear: number;
    readonly value: number;
  }[];
};

/** What is compared: a span of quarters inside one year ("2026-T1" to "2026-T3"), and which quarters it meets. */
export type Asked = {
  readonly from: string;
  readonly to: string;
  readonly referenceYear: number;
  readonly against: "baseline" | "previous_year" | "previous_quarter";
  /** Years over which an indicator's purchases are spread. */
  readonly spreadOver: Readonly<Record<string, number>>;
};

/** In kgCO2e; null when nothing compares. */
export type Opinion = {
  readonly actual: number | null;
  readonly baseline: number | null;
  readonly changePct: number | null;
  readonly activityEffect: number | null;
  readonly factorEffect: number | null;
  readonly total: number;
  readonly compared: number;
};

/** "2026-T3" as a count of quarters. */
function count(quarter: string): number {
  const [year = "", number = ""] = quarter.split("-T");
  return Number(year) * 4 + Number(number) - 1;
}

/** The latest value of each figure, by indicator then by count of quarters; withdrawn ones left out. */
function quarterlyFigures({ entries }: Exported): Map<string, Map<number, number>> {
  const latest = new Map<string, { value: number | null; revision: number; indicator: string; at: number }>();
  for (const { indicator, period, value, revision } of entries) {
    if (!period.includes("-T")) throw new Error("This opinion reads quarterly figures only.");
    const key = `${indicator}|${period}`;
    const known = latest.get(key);
    if (known === undefined || revision > known.revision)
      latest.set(key, { value, revision, indicator, at: count(period) });
  }
  const figures = new Map<string, Map<number, number>>();
  for (const { indicator, at, value } of latest.values()) {
    if (value === null) continue;
    const own = figures.get(indicator) ?? new Map<number, number>();
    own.set(at, value);
    figures.set(indicator, own);
  }
  return figures;
}

type Quantity = { readonly activity: number; readonly kg: number };

/** What an indicator's figures put into one quarter: its own figure, or the instalments of past purchases. */
function inQuarter(
  own: ReadonlyMap<number, number>,
  at: number,
  years: number | undefined,
  factorOf: (at: number) => number,
): Quantity {
  const instalments = years === undefined ? 1 : years * 4;
  let [activity, kg] = [0, 0];
  for (let bought = at - instalments + 1; bought <= at; bought += 1) {
    const value = own.get(bought);
    if (value === undefined) continue;
    activity += value / instalments;
    kg += (value / instalments) * factorOf(bought);
  }
  return { activity, kg };
}

/** Progress of greenhouse gases, a second time. */
export function secondOpinion(exported: Exported, asked: Asked): Opinion {
  const figures = quarterlyFigures(exported);
  const factors = new Map(
    exported.factors.map((each) => [`${each.indicator}|${each.activityYear}`, each.value]),
  );
  const [first, last] = [count(asked.from), count(asked.to)];
  const shift =
    asked.against === "previous_quarter"
      ? last - first + 1
      : asked.against === "previous_year"
        ? 4
        : first - (first % 4) - asked.referenceYear * 4;
  let [actual, baseline, activityEffect, factorEffect, total, compared] = [0, 0, 0, 0, 0, 0];
  for (const indicator of new Set(exported.factors.map((each) => each.indicator))) {
    const own = figures.get(indicator) ?? new Map<number, number>();
    const factorOf = (at: number) => factors.get(`${indicator}|${Math.floor(at / 4)}`) ?? Number.NaN;
    const years = asked.spreadOver[indicator];
    for (let at = first; at <= last; at += 1) {
      const now = inQuarter(own, at, years, factorOf);
      total += now.kg;
      if (!own.has(at) || !own.has(at - shift)) continue;
      const before = inQuarter(own, at - shift, years, factorOf);
      const f1 = now.activity === 0 ? factorOf(at) : now.kg / now.activity;
      const f0 = before.activity === 0 ? factorOf(at - shift) : before.kg / before.activity;
      activityEffect += ((now.activity - before.activity) * (f0 + f1)) / 2;
      factorEffect += ((f1 - f0) * (now.activity + before.activity)) / 2;
      actual += now.kg;
      baseline += before.kg;
      compared += 1;
    }
  }
  if (compared === 0)
    return {
      actual: null,
      baseline: null,
      changePct: null,
      activityEffect: null,
      factorEffect: null,
      total,
      compared,
    };
  const changePct = baseline === 0 ? null : ((actual - baseline) / baseline) * 100;
  return { actual, baseline, changePct, activityEffect, factorEffect, total, compared };
}
