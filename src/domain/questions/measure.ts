import type { Lexicon, Meaning } from "./lexicon.ts";
import type { Intent, Measure } from "./query.ts";

/** A measure as a question names it: one, several that it may be, or none. */
export type MeasureReading =
  | { readonly kind: "one"; readonly measure: Measure; readonly asEmissions: boolean }
  | { readonly kind: "several"; readonly measures: readonly Measure[] }
  | { readonly kind: "none" };

const emissions = "ghg";

/** Whether an intent can be about a measure of that kind. */
function fits(intent: Intent, kind: ReturnType<Lexicon["kindOf"]>): boolean {
  if (intent === "owner") return true;
  if (intent === "action") return kind === "action";
  if (intent === "factor") return kind === "indicator";
  return kind === "indicator" || kind === "general";
}

function intersection(sets: readonly (readonly Measure[])[]): Measure[] {
  const [first = [], ...others] = sets;
  return first.filter((measure) => others.every((other) => other.includes(measure)));
}

function isEmission({ names }: Meaning): boolean {
  return names.some((name) => name.startsWith(emissions));
}

function reading(found: readonly Measure[], asEmissions: boolean): MeasureReading {
  const [measure, ...others] = found;
  if (measure === undefined) return { kind: "none" };
  return others.length === 0 ? { kind: "one", measure, asEmissions } : { kind: "several", measures: found };
}

/** The action whose title holds every telling word; an indicator's name counts as the words it is made of. */
function actionOf(mentions: readonly Meaning[], { kindOf }: Lexicon): MeasureReading {
  const codes = (list: readonly Measure[]) => list.filter((each) => kindOf(each) === "action");
  const named = codes(mentions.flatMap(({ names }) => names));
  if (named.length > 0) return reading([...new Set(named)], false);
  const helping = mentions.filter(({ within, names }) => codes(within).length > 0 || names.length > 0);
  return helping.length === 0
    ? { kind: "none" }
    : reading(intersection(helping.map(({ within }) => codes(within))), false);
}

/**
 * The measure that the mentions of a question name together: the one that all of them may mean. A word that
 * only helps ("voiture") tells nothing by itself; emissions beside another measure ask for the emissions of it.
 */
export function measureOf(all: readonly Meaning[], intent: Intent, lexicon: Lexicon): MeasureReading {
  // A word that says what is asked ("reste") does not also say of what.
  const mentions = all.filter(({ names, signals }) => names.length > 0 || signals.length === 0);
  if (intent === "action") return actionOf(mentions, lexicon);
  const fitting = (list: readonly Measure[]) => list.filter((each) => fits(intent, lexicon.kindOf(each)));
  const named = mentions.filter(({ names }) => fitting(names).length > 0);
  const others = named.filter((mention) => !isEmission(mention));
  const asEmissions = others.length > 0 && others.length < named.length;
  const counted = others.length > 0 ? others : named;
  const scoped = named.filter(({ names }) => names.some((name) => name.startsWith("ghg.")));
  if (others.length === 0 && scoped.length > 0)
    return reading(intersection(scoped.map(({ names }) => fitting(names))), false);
  const helping = mentions.filter(
    ({ names, within }) => fitting(names).length === 0 && fitting(within).length > 0,
  );
  if (counted.length === 0) {
    const possible = intersection(helping.map(({ within }) => fitting(within)));
    const isNamed = mentions.some(({ names }) => names.length > 0);
    if (possible.length === 1 && isNamed) return reading(possible, false);
    return possible.length > 1 ? { kind: "several", measures: possible } : { kind: "none" };
  }
  if (counted.length === 1 && helping.length === 0) {
    const only = counted[0];
    return reading(only === undefined ? [] : fitting(only.names), asEmissions);
  }
  const sets = [
    ...counted.map(({ names, within }) => [...new Set([...fitting(names), ...fitting(within)])]),
    ...helping.map(({ within }) => fitting(within)),
  ];
  const common = intersection(sets);
  const primary = common.filter((each) => counted.every(({ names }) => names.includes(each)));
  if (primary.length === 1) return reading(primary, asEmissions);
  if (common.length > 0) return reading(common, asEmissions);
  return { kind: "several", measures: [...new Set(counted.flatMap(({ names }) => fitting(names)))] };
}
