import { type Decimal, decimal, roundHalfUp } from "./decimal.ts";
import { fold } from "./name-match.ts";
import type { Indicator } from "./plan.ts";
import { ok, type Result, refuse } from "./refusal.ts";
import { foreignUnits, qualifiers, rateWords, type UnitRow, unitTable } from "./unit-table.ts";

/** The units of an indicator: its own, and those the plan adds to it. */
export type MeasuredIn = Pick<Indicator, "unit" | "units">;

type Meaning =
  | { readonly kind: "plan"; readonly amount: Decimal }
  | { readonly kind: "table"; readonly row: UnitRow }
  | { readonly kind: "foreign" };

const inexactDecimals = 6;
const maxUnitWords = 4;

/** Every spelling of a name: its words spaced, or written as one ("passagers.km", "kWhPCS"). */
const spellings = (name: string): string[] => {
  return [spaced(name), spaced(name).replaceAll(" ", ""), spaced(name.replaceAll(" ", ""))];
};

const rowByName: ReadonlyMap<string, UnitRow> = new Map(
  unitTable.flatMap((row) => row.names.flatMap(spellings).map((name) => [name, row] as const)),
);
const foreignNames: ReadonlySet<string> = new Set([...foreignUnits].flatMap(spellings));
const rateNames: ReadonlySet<string> = new Set([...rateWords].map(spaced));

/**
 * The unit that begins `tokens` (words without spaces): how many words it takes, with whatever changes
 * its meaning ("kWh PCI", "kg par mois"). Null when no measure known to anyone begins there.
 */
export function readUnit(
  tokens: readonly string[],
  indicator: MeasuredIn,
): { readonly unit: string; readonly taken: number } | null {
  const first = tokens.slice(0, maxUnitWords);
  const mark = first.findIndex((token) => spaced(token) === "");
  for (let taken = mark === -1 ? first.length : mark; taken > 0; taken--) {
    if (meaningOf(tokens.slice(0, taken), indicator) === null) continue;
    const whole = taken + qualifierLength(tokens.slice(taken, taken + maxUnitWords));
    return { unit: tokens.slice(0, whole).join(" "), taken: whole };
  }
  return null;
}

/**
 * `value`, typed in `unit`, in the indicator's unit. Exact where the result is a finite decimal, else
 * rounded half up to 6 decimals. Units of the plan win over the common ones.
 */
export function convert(
  value: Decimal,
  unit: string,
  indicator: MeasuredIn,
): Result<Decimal, "unit_mismatch"> {
  const meaning = meaningOf(unit.trim().split(/\s+/), indicator);
  if (meaning?.kind === "plan") return ok(value.times(meaning.amount));
  const own = rowOf(indicator.unit);
  if (meaning?.kind === "table" && own !== null && accepts(own, meaning.row)) {
    return ok(rescale(value, decimal(meaning.row.size), decimal(own.size)));
  }
  return unitMismatch(unit, indicator);
}

/** The refusal of `typed` as a unit of this indicator, with the units it accepts. */
export function unitMismatch(typed: string, indicator: MeasuredIn): Result<never, "unit_mismatch"> {
  return refuse("unit_mismatch", {
    typed: typed.trim(),
    unit: indicator.unit,
    accepted: acceptedUnits(indicator),
  });
}

/** The units a figure of this indicator may be typed in, its own first, then the plan's. */
export function acceptedUnits(indicator: MeasuredIn): string[] {
  const own = rowOf(indicator.unit);
  const common = unitTable.filter((row) => own !== null && row !== own && accepts(own, row));
  const alike = common.filter((row) => row.dimension === own?.dimension);
  const symbols = new Set([...alike, ...common].map((row) => row.symbol));
  return [...new Set([indicator.unit, ...indicator.units.keys(), ...symbols])];
}

/** True when `word` is a unit of measure in common use, whether Cairn converts it or not. */
export function isKnownUnit(word: string): boolean {
  return meaningOf([word], { unit: "", units: new Map() }) !== null;
}

/** What a unit in common use measures, and its size in that dimension's reference; null for any other text. */
export function measureOf(unit: string): Pick<UnitRow, "dimension" | "size"> | null {
  return rowOf(unit);
}

/** True when figures typed in `typed` may be recorded in `own`. Gas is billed in kWh PCS, and called kWh. */
function accepts(own: UnitRow, typed: UnitRow): boolean {
  if (own.dimension === typed.dimension) return true;
  if (own.dimension === "energy-pcs") return typed.dimension === "energy";
  return own.dimension === "passenger-length" && typed.dimension === "length";
}

function rescale(value: Decimal, from: Decimal, to: Decimal): Decimal {
  const ratio = from.div(to);
  if (ratio.times(to).eq(from)) return value.times(ratio);
  const amount = value.times(from);
  const quotient = amount.div(to);
  return quotient.times(to).eq(amount) ? quotient : roundHalfUp(quotient, inexactDecimals);
}

function rowOf(unit: string): UnitRow | null {
  return rowByName.get(spaced(unit)) ?? null;
}

function meaningOf(tokens: readonly string[], indicator: MeasuredIn): Meaning | null {
  const keys = [spaced(tokens.join(" ")), tokens.map((token) => spaced(token).replaceAll(" ", "")).join(" ")];
  for (const [name, amount] of indicator.units) {
    if (spellings(name).some((spelling) => keys.includes(spelling))) return { kind: "plan", amount };
  }
  for (const key of keys) {
    const row = rowByName.get(key);
    if (row !== undefined) return { kind: "table", row };
  }
  if (keys.some((key) => key !== "" && key === spaced(indicator.unit)))
    return { kind: "plan", amount: decimal(1) };
  return keys.some((key) => foreignNames.has(key)) ? { kind: "foreign" } : null;
}

/** How many words after a unit change its meaning. */
function qualifierLength(after: readonly string[]): number {
  const [first = "", second = ""] = after.slice(0, 2).map(spaced);
  if (qualifiers.has(first)) return 1 + qualifierLength(after.slice(1));
  return ["par", "per", "/"].includes(first) && rateNames.has(second) ? 2 : 0;
}

/** `text` as units are compared: folded, singular, one space between words. */
function spaced(text: string): string {
  const words = fold(text.replace(/[()[\],;:!?"«»^]/g, "")).split(/[\s.·•⋅*×]+/);
  return words
    .filter((word) => word !== "")
    .map(singular)
    .join(" ");
}

function singular(word: string): string {
  return word.length >= 4 ? word.replace(/[sx]$/, "") : word;
}
