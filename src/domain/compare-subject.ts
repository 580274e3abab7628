import { compareEmissions } from "./compare-emissions.ts";
import { compareQuantities, ownUnit } from "./compare-quantities.ts";
import type { Comparison, ComparisonInput } from "./comparison.ts";
import { zero } from "./decimal.ts";
import type { Recorded } from "./recorded.ts";
import { compareResources, type ResourceChange, resourceChanges } from "./resource-index.ts";
import { indicatorsOf, kgPerUnit, type Subject, unitOf } from "./subject.ts";

/** A subject's comparison; `resources` holds each resource behind the index, and is null elsewhere. */
export type SubjectComparison = {
  readonly comparison: Comparison;
  readonly resources: readonly ResourceChange[] | null;
};

/** A subject over a span against another, in the subject's unit. */
export function compareSubject(subject: Subject, input: ComparisonInput & Recorded): SubjectComparison {
  if (subject === "ges") return { comparison: compareEmissions(input), resources: null };
  if (subject === "ressources") {
    const resources = resourceChanges(input);
    return { comparison: compareResources(resources), resources };
  }
  const scale =
    subject === "dechets"
      ? (indicator: Parameters<typeof kgPerUnit>[0]) => kgPerUnit(indicator) ?? zero
      : ownUnit;
  const indicators = indicatorsOf(subject, input.plan);
  return { comparison: compareQuantities(unitOf(subject), indicators, input, scale), resources: null };
}
