import { readAmount } from "./amount.ts";
import { type Decimal, decimal } from "./decimal.ts";
import { freeText, tokenize } from "./line-token.ts";
import type { NumberCode, NumberProfile } from "./number-text.ts";
import { type Argument, ok, type Result, refuse } from "./refusal.ts";
import type { MeasuredIn } from "./unit.ts";

/** What a line says of a financed project; null where it says nothing. */
export type ProjectText = {
  readonly name: string;
  readonly tonnes: Decimal;
  readonly eur: Decimal;
  readonly year: number | null;
  readonly standard: string | null;
  readonly vintage: number | null;
  readonly proof: string | null;
};

function unitsOf(amounts: Readonly<Record<string, string>>): MeasuredIn["units"] {
  return new Map(Object.entries(amounts).map(([name, amount]) => [name, decimal(amount)]));
}

const tonnesUnit: MeasuredIn = {
  unit: "tCO2e",
  units: unitsOf({
    t: "1",
    tonne: "1",
    "t CO2": "1",
    "t CO2e": "1",
    teqCO2: "1",
    "tonne CO2e": "1",
    kg: "0.001",
  }),
};
const eurUnit: MeasuredIn = {
  unit: "€",
  units: unitsOf({ "€": "1", EUR: "1", euro: "1", "k€": "1000", kEUR: "1000" }),
};

const joiners = /^[\s,;]*(?:(?:pour|et|for|and)(?!\p{L}))?[\s,;]*/iu;
const givenIn = /(?:^|[\s,;])(?:en|in)\s+((?:19|20)\d\d)(?![\p{L}\d])/iu;
const vintageYear = /(?:^|[\s,;])(?:(?:millésime|millesime|vintage)\s*:?\s*)?((?:19|20)\d\d)(?![\p{L}\d])/iu;
const proofWords = /(?:^|[\s,;])(?:(?:preuve|proof)\s*:?\s*(\S.*)|(https?:\/\/\S+).*)$/isu;

type Found = { readonly value: Decimal; readonly before: string; readonly rest: string };

/** The first number followed by a unit of `measured`, what stands before it, and what follows; null without one. */
function firstAmount(
  text: string,
  measured: MeasuredIn,
  profile: NumberProfile,
): Result<Found, NumberCode> | null {
  for (const { start } of tokenize(text)) {
    const read = readAmount(text.slice(start), measured, profile);
    if (!read.ok) {
      const { refusal } = read;
      if (refusal.code === "ambiguous_number" || refusal.code === "negative_value")
        return { ok: false, refusal };
      continue;
    }
    const { value, unit, rest } = read.value;
    if (unit !== null) return ok({ value, before: text.slice(0, start), rest });
  }
  return null;
}

/** Takes what `pattern` finds out of a text; null where it finds nothing. */
function takeOut(text: string, pattern: RegExp): { readonly found: string; readonly rest: string } | null {
  const match = pattern.exec(text);
  const found = match?.slice(1).find((group) => group !== undefined);
  if (match === null || found === undefined) return null;
  return {
    found: found.trim(),
    rest: text.slice(0, match.index) + text.slice(match.index + match[0].length),
  };
}

function detailsOf(text: string): Pick<ProjectText, "year" | "standard" | "vintage" | "proof"> {
  const proof = takeOut(text, proofWords);
  const given = takeOut(proof?.rest ?? text, givenIn);
  const vintage = takeOut(given?.rest ?? proof?.rest ?? text, vintageYear);
  const left = vintage?.rest ?? given?.rest ?? proof?.rest ?? text;
  return {
    proof: proof?.found ?? null,
    year: given === null ? null : Number(given.found),
    vintage: vintage === null ? null : Number(vintage.found),
    standard: freeText(left.replace(/^[\s,;]*label\s+/iu, "").replace(/[\s,;]+$/u, "")),
  };
}

/**
 * The project written as `NAME TONNES t EUR € [standard] [vintage] [en YEAR] [preuve …]`. A line without a
 * name, its tonnes or its euros is `missing_argument`, with the argument that lacks.
 */
export function readProject(
  line: string,
  profile: NumberProfile,
  usage: string,
): Result<ProjectText, NumberCode | "missing_argument"> {
  const missing = (argument: Argument) => refuse("missing_argument", { argument, usage });
  const tonnes = firstAmount(line, tonnesUnit, profile);
  if (tonnes === null) return missing("value");
  if (!tonnes.ok) return tonnes;
  const name = freeText(tonnes.value.before.replace(/[\s,;:]+$/u, ""));
  if (name === null) return missing("subject");
  const eur = firstAmount(tonnes.value.rest.replace(joiners, ""), eurUnit, profile);
  if (eur === null || (eur.ok && eur.value.before !== "")) return missing("value");
  if (!eur.ok) return eur;
  return ok({ name, tonnes: tonnes.value.value, eur: eur.value.value, ...detailsOf(eur.value.rest) });
}
