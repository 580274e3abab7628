import type { Period, Quarter } from "./period.ts";
import { quarterNumber, quartersOfYear, yearOf } from "./quarter.ts";
import { type Span, spanQuarters } from "./span.ts";

/** Two periods of one indicator that compare: a quarter with a quarter, or a year with a year. */
export type PairedPeriods = { readonly actual: Period; readonly reference: Period };

/** Which side of a comparison a figure is on: the span asked, or what it is compared with. */
export type Side = "actual" | "baseline";

/** A figure left out of a comparison: partial, or with none on the other side to set against it. */
export type UnpairedFigure = { readonly indicator: string; readonly period: Period; readonly side: Side };

/** What an indicator has to compare, and what it has not. */
export type Pairing = {
  readonly pairs: readonly PairedPeriods[];
  readonly leftOut: readonly UnpairedFigure[];
};

type Figures = {
  readonly indicator: string;
  /** Whether the indicator has a standing figure for exactly that period. */
  readonly has: (period: Period) => boolean;
  /** Whether a period is over: a figure of the quarter under way is partial, and compares with nothing. */
  readonly isOver: (period: Period) => boolean;
};

function leftOutOf({ indicator, has }: Figures, side: Side, periods: readonly Period[]): UnpairedFigure[] {
  return periods.filter(has).map((period) => ({ indicator, period, side }));
}

function pairQuarter(figures: Figures, actual: Quarter, reference: Quarter | null): Pairing {
  if (reference !== null && figures.isOver(actual) && figures.has(actual) && figures.has(reference)) {
    return { pairs: [{ actual, reference }], leftOut: [] };
  }
  const besides = reference === null ? [] : [reference, `${yearOf(reference)}` as const];
  const leftOut = [
    ...leftOutOf(figures, "actual", [actual, `${yearOf(actual)}`]),
    ...leftOutOf(figures, "baseline", besides),
  ];
  return { pairs: [], leftOut };
}

/** An annual figure stands for its year; without one, the four quarters together do. */
function pairYear(figures: Figures, actual: number, reference: number): Pairing {
  const isGiven = (year: number) => figures.has(`${year}`) || quartersOfYear(year).every(figures.has);
  if (figures.isOver(`${actual}`) && isGiven(actual) && isGiven(reference)) {
    return { pairs: [{ actual: `${actual}`, reference: `${reference}` }], leftOut: [] };
  }
  const leftOut = [
    ...leftOutOf(figures, "actual", [`${actual}`, ...quartersOfYear(actual)]),
    ...leftOutOf(figures, "baseline", [`${reference}`, ...quartersOfYear(reference)]),
  ];
  return { pairs: [], leftOut };
}

/** The civil year whose four quarters are the counterparts of those four; null when they are not one. */
function twinYear(quarters: readonly Quarter[], counterpart: (of: Quarter) => Quarter | null): number | null {
  const [first] = quarters;
  const twin = first === undefined ? null : counterpart(first);
  if (quarters.length < 4 || twin === null) return null;
  const whole = quarters.every((each) => {
    const other = counterpart(each);
    return other !== null && yearOf(other) === yearOf(twin) && quarterNumber(other) === quarterNumber(each);
  });
  return whole ? yearOf(twin) : null;
}

/**
 * The periods of one indicator that compare like for like: quarters that have a figure on both sides, and
 * where a whole civil year meets another and one of them was given as a year, the two years together.
 * Each figure that finds no partner is listed once, and so is a partial one: it covers less than its twin.
 */
export function pairPeriods(
  figures: Figures,
  span: Span,
  counterpart: (of: Quarter) => Quarter | null,
): Pairing {
  const years = Map.groupBy(spanQuarters(span), yearOf);
  const pairings = [...years].flatMap(([year, quarters]): Pairing[] => {
    const twin = twinYear(quarters, counterpart);
    if (twin !== null && (figures.has(`${year}`) || figures.has(`${twin}`))) {
      return [pairYear(figures, year, twin)];
    }
    return quarters.map((each) => pairQuarter(figures, each, counterpart(each)));
  });
  const leftOut = new Map(
    pairings.flatMap((pairing) => pairing.leftOut).map((each) => [`${each.side} ${each.period}`, each]),
  );
  return { pairs: pairings.flatMap(({ pairs }) => pairs), leftOut: [...leftOut.values()] };
}
