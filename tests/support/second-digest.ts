import { type Exported, type Opinion, secondOpinion } from "./second-opinion.ts";

/**
 * The figures of a digest computed a second time from what `cairn export --format json` writes, in plain floats
 * and without any code of src/.
 */

/** What is read of the export; `at` is when each revision was recorded. */
export type ExportedWhen = Pick<Exported, "factors"> & {
  readonly entries: readonly (Exported["entries"][number] & { readonly at: string })[];
};

/** The slugs of the shipped plan that a digest tells, and its invented workforce. */
const sorted = ["dechets-papier", "dechets-plastique", "dechets-verre", "dechets-bio", "dechets-deee"];
const residual = ["dechets-residuels"];
const resources = ["electricite", "gaz", "eau", "papier"];
const outreach = [
  "publications",
  "consultations",
  "formations",
  "stagiaires",
  "actions-collectives",
  "participants",
];
const people: Readonly<Record<number, number>> = { 2025: 8, 2026: 8 };
const referenceYear = 2021;

export type SecondDigest = {
  readonly ghg: Opinion;
  readonly ghgMissing: number;
  readonly movers: readonly {
    readonly indicator: string;
    readonly opinion: Opinion;
    readonly change: number;
  }[];
  readonly waste: {
    readonly total: number | null;
    readonly kgPerFte: number | null;
    readonly sortingRatePct: number | null;
    readonly changePct: number | null;
  };
  readonly index: number | null;
  readonly registers: Readonly<Record<string, number | null>>;
  readonly received: number;
};

type Asked = {
  readonly year: number;
  /** The number of the last quarter of the span; it begins with the first. */
  readonly last: number;
  readonly at: string;
  /** The quarter whose collection is open, "2026-T3". */
  readonly open: string;
};

function sumOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
}

function pct(was: number | null, now: number | null): number | null {
  return was === null || now === null || was === 0 ? null : ((now - was) / was) * 100;
}

/** Gives the figure that stood at an instant, or null. */
function figuresAt(
  { entries }: ExportedWhen,
  at: string,
): (indicator: string, period: string) => number | null {
  const latest = new Map<string, { revision: number; value: number | null }>();
  for (const { indicator, period, revision, value, at: recorded } of entries) {
    const key = `${indicator}|${period}`;
    if (recorded <= at && revision > (latest.get(key)?.revision ?? 0)) latest.set(key, { revision, value });
  }
  return (indicator, period) => latest.get(`${indicator}|${period}`)?.value ?? null;
}

export function secondDigest(exported: ExportedWhen, { year, last, at, open }: Asked): SecondDigest {
  const figure = figuresAt(exported, at);
  const numbers = [1, 2, 3, 4].slice(0, last);
  const known = { ...exported, entries: exported.entries.filter((entry) => entry.at <= at) };
  const span = { from: `${year}-T1`, to: `${year}-T${last}`, referenceYear, against: "baseline" as const };
  const opinionOn = (of: Exported) =>
    secondOpinion(of, { ...span, spreadOver: { "materiel-informatique": 5 } });
  const emitting = [...new Set(exported.factors.map(({ indicator }) => indicator))];

  const all = (slugs: readonly string[]) =>
    slugs
      .flatMap((slug) => numbers.map((number) => figure(slug, `${year}-T${number}`)))
      .filter((each) => each !== null);
  const pairs = (slugs: readonly string[]) =>
    slugs.flatMap((slug) =>
      numbers.flatMap((number): [number, number][] => {
        const [was, now] = [figure(slug, `${referenceYear}-T${number}`), figure(slug, `${year}-T${number}`)];
        return was === null || now === null ? [] : [[was, now]];
      }),
    );
  const change = (slugs: readonly string[]) => {
    const own = pairs(slugs);
    return pct(sumOrNull(own.map(([was]) => was)), sumOrNull(own.map(([, now]) => now)));
  };

  const movers = emitting
    .map((indicator) => {
      const only = exported.factors.filter((each) => each.indicator === indicator);
      const opinion = opinionOn({ ...known, factors: only });
      return { indicator, opinion, change: (opinion.actual ?? 0) - (opinion.baseline ?? 0) };
    })
    .filter(({ change: moved }) => Math.abs(moved) > 1e-9)
    .sort((one, other) => Math.abs(other.change) - Math.abs(one.change))
    .slice(0, 3);

  const wasteTotal = sumOrNull(all([...sorted, ...residual]));
  const bothKnown = numbers.filter((number) => {
    const has = (slugs: readonly string[]) =>
      slugs.some((slug) => figure(slug, `${year}-T${number}`) !== null);
    return has(sorted) && has(residual);
  });
  const inBoth = (slugs: readonly string[]) =>
    bothKnown.flatMap((number) => slugs.map((slug) => figure(slug, `${year}-T${number}`) ?? 0));
  const [kept, left] = [sumOrNull(inBoth(sorted)), sumOrNull(inBoth(residual))];
  const changes = resources.map((slug) => change([slug])).filter((each) => each !== null);
  return {
    ghg: opinionOn(known),
    ghgMissing: emitting.length * last - all(emitting).length,
    movers,
    waste: {
      total: wasteTotal,
      kgPerFte: wasteTotal === null ? null : wasteTotal / (people[year] ?? Number.NaN),
      sortingRatePct: kept === null || left === null ? null : (kept / (kept + left)) * 100,
      changePct: change([...sorted, ...residual]),
    },
    index: changes.length === 0 ? null : 100 + (sumOrNull(changes) ?? 0) / changes.length,
    registers: Object.fromEntries(outreach.map((slug) => [slug, sumOrNull(all([slug]))])),
    received: [...new Set(exported.entries.map(({ indicator }) => indicator))].filter(
      (slug) => figure(slug, open) !== null,
    ).length,
  };
}
