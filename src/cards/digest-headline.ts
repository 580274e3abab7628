import { Temporal } from "temporal-polyfill";
import { dueDay } from "../domain/calendar.ts";
import type { Digest } from "../domain/digest.ts";
import { knownTotal } from "../domain/known-total.ts";
import type { Plan } from "../domain/plan.ts";
import type { Progress } from "../domain/progress.ts";
import { yearOf } from "../domain/quarter.ts";
import type { Messages } from "../messages/messages.ts";
import { signed } from "./progress-text.ts";

/** How emissions compare, by what, and whether it is more than the uncertainty. */
function comparison(progress: Progress, messages: Messages): string[] {
  const said = messages.digest.headline;
  const { span, referenceYear, changePct, uncertainty, demonstrated } = progress;
  const { actual, baseline, activityEffect, factorEffect } = progress.comparison;
  const year = yearOf(span.from);
  if (year === referenceYear.year) return [said.isReference(year)];
  if (actual === null || baseline === null || activityEffect === null || factorEffect === null) {
    return [said.nothingToCompare(referenceYear.year)];
  }
  const change = actual.minus(baseline);
  if (change.eq(0)) return [said.noChange(referenceYear.year)];
  const kg = messages.format.kgCo2e;
  const amount = changePct === null ? kg(change.abs()) : messages.format.percent(changePct.abs());
  const effects = [signed(activityEffect, kg), signed(factorEffect, kg)] as const;
  const doubt = demonstrated === false && uncertainty !== null;
  return [
    said.change(amount, change.lt(0), referenceYear.year, ...effects),
    ...(doubt ? [said.notDemonstrated(change.lt(0), kg(uncertainty))] : []),
  ];
}

/** How many figures are missing, and how many of those are not due yet. */
function missingCounts(
  { coverage }: Progress,
  { plan, today }: HeadlineFacts,
): [all: number, awaited: number] {
  const awaited = coverage.missing.filter(
    ({ period }) => Temporal.PlainDate.compare(dueDay(period, plan.calendar), today) >= 0,
  );
  return [coverage.missing.length, awaited.length];
}

type HeadlineFacts = { readonly plan: Plan; readonly today: Temporal.PlainDate };

/**
 * The month in one sentence: gross emissions of the year so far, the change like for like with its two
 * causes, what is not demonstrated, and what is missing. While the year has no figure, the year before.
 */
export function digestHeadline({ ghg, lastYear }: Digest, facts: HeadlineFacts, messages: Messages): string {
  const said = messages.digest.headline;
  const nomenclature = messages.nomenclature(facts.plan.nomenclature);
  const kg = messages.format.kgCo2e;
  const year = yearOf(ghg.span.from);
  const clauses = (progress: Progress) => {
    const [count, awaited] = missingCounts(progress, facts);
    return [...comparison(progress, messages), count === 0 ? said.complete : said.missing(count, awaited)];
  };
  const sentence = (parts: readonly string[]) => `${parts.join(said.separator)}.`;
  const total = knownTotal(ghg);
  if (total !== null) {
    return sentence([said.total(year, kg(total), nomenclature), ...clauses(ghg)]);
  }
  const totalBefore = lastYear === null ? null : knownTotal(lastYear);
  if (lastYear === null || totalBefore === null) {
    const [count, awaited] = missingCounts(ghg, facts);
    return sentence([said.noTotal(year), ...(count === 0 ? [] : [said.expected(count, awaited)])]);
  }
  const before = said.lastYear(year - 1, kg(totalBefore), nomenclature);
  return sentence([said.noTotal(year), before, ...clauses(lastYear)]);
}
