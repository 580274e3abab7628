import { type Decimal, decimal, decimalText, roundHalfUp } from "./decimal.ts";
import type { UnversionedFactor } from "./factor.ts";
import type { FactorWarning, Suspicion, TellingRatio } from "./factor-notice.ts";
import { fold } from "./name-match.ts";
import { measureOf } from "./unit.ts";

/** From here on a change is no correction: it is a unit or a decimal mark misread. */
const magnitudeLimit = decimal(8);
const largeLimit = decimal(2);

/** 10/9 between gross and net values of gas, 3.6 MJ in a kWh, 44/12 between CO2 and its carbon. */
const tellingRatios: readonly (readonly [TellingRatio, Decimal])[] = [
  ["pcs-pci", decimal(10).div(9)],
  ["mj-kwh", decimal("3.6")],
  ["carbon-co2", decimal(44).div(12)],
];
const tellingTolerance = decimal("0.003");

/** What a factor of `from` is per `to`: multiply by it. Null when the two units are not known to convert. */
function perUnit(from: string, to: string): Decimal | null {
  if (fold(from) === fold(to)) return decimal(1);
  const [one, other] = [measureOf(from), measureOf(to)];
  if (one === null || other === null || one.dimension !== other.dimension) return null;
  return decimal(other.size).div(one.size);
}

/** True for units that cannot measure the same thing, such as a kilowatt-hour and a cubic metre. */
function unitsClash(one: string, other: string): boolean {
  const dimensions = [measureOf(one)?.dimension, measureOf(other)?.dimension];
  if (dimensions.includes(undefined)) return false;
  const [first, second] = dimensions.map((each) => each?.replace(/^passenger-|-pcs$/u, ""));
  return first !== second;
}

function powerOfTen(ratio: Decimal): number | null {
  return ratio.eq(0) ? null : Math.round(Math.log10(ratio.toNumber()));
}

function tellingOf(ratio: Decimal): TellingRatio | null {
  const near = (reference: Decimal) => ratio.minus(reference).abs().lte(reference.times(tellingTolerance));
  const found = tellingRatios.find(([, reference]) => near(reference) || near(decimal(1).div(reference)));
  return found?.[0] ?? null;
}

/** What comparing a factor with another one says. */
export type Comparison = {
  readonly suspicions: readonly Suspicion[];
  readonly warnings: readonly FactorWarning[];
};

const nothing: Comparison = { suspicions: [], warnings: [] };

function compareValues(after: UnversionedFactor, before: Decimal, other: string): Comparison {
  if (before.eq(0)) return nothing;
  const { id, unit } = after;
  const ratio = after.printedTotal.div(before);
  const values = { before: decimalText(before), after: decimalText(after.printedTotal) };
  if (ratio.gte(magnitudeLimit) || ratio.times(magnitudeLimit).lte(1)) {
    const data = { other, ...values, unit, power: powerOfTen(ratio) };
    return { suspicions: [{ id, code: "magnitude", data }], warnings: [] };
  }
  const shown = decimalText(roundHalfUp(ratio, 2));
  const telling = tellingOf(ratio);
  const large = ratio.gte(largeLimit) || ratio.times(largeLimit).lte(1);
  return {
    suspicions: [],
    warnings: [
      ...(large ? [{ id, code: "large_change", data: { other, ...values, ratio: shown } } as const] : []),
      ...(telling === null
        ? []
        : [{ id, code: "telling_ratio", data: { other, ratio: shown, between: telling } } as const]),
    ],
  };
}

/** A new version against the one it replaces: its unit stays, its value changes little. */
export function compareWithReplaced(after: UnversionedFactor, before: UnversionedFactor): Comparison {
  const { id } = after;
  if (fold(after.unit) === fold(before.unit)) return compareValues(after, before.printedTotal, id);
  const data = { other: id, before: before.unit, after: after.unit };
  return { suspicions: [{ id, code: "unit_changed", data }], warnings: [] };
}

/** The records of the Base Carbone or Base Empreinte that a source cites, by their numbers. */
export function citedRecords(source: string): string[] {
  return /base (?:carbone|empreinte)/iu.test(source) ? (source.match(/\b\d{5}\b/gu) ?? []) : [];
}

/** A factor against another that cites the same record of the source: they should say the same. */
export function compareWithSibling(
  after: UnversionedFactor,
  sibling: UnversionedFactor,
  record: string,
): Comparison {
  const { id, printedTotal, unit } = after;
  const other = sibling.id;
  const scale = perUnit(sibling.unit, unit);
  if (scale === null && unitsClash(sibling.unit, unit)) {
    const data = { other, before: sibling.unit, after: unit };
    return { suspicions: [{ id, code: "unit_changed", data }], warnings: [] };
  }
  const expected = scale === null ? null : sibling.printedTotal.times(scale);
  const suspicions = expected === null ? [] : compareValues(after, expected, other).suspicions;
  const rounding = printedTotal.times("0.006");
  if (suspicions.length > 0 || expected?.minus(printedTotal).abs().lte(rounding))
    return { suspicions, warnings: [] };
  const data = {
    other,
    record,
    otherValue: `${decimalText(sibling.printedTotal)} / ${sibling.unit}`,
    value: `${decimalText(printedTotal)} / ${unit}`,
  };
  return { suspicions, warnings: [{ id, code: "same_record", data }] };
}
