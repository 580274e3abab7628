import { type Decimal, roundHalfUp } from "../domain/decimal.ts";
import type { Period, Quarter } from "../domain/period.ts";
import type { Action, Plan } from "../domain/plan.ts";
import type { Progress } from "../domain/progress.ts";
import { quarterNumber, yearOf } from "../domain/quarter.ts";
import { isWholeYear, type Span, yearOfSpan } from "../domain/span.ts";
import { subjectName } from "../domain/subject.ts";
import type { Messages } from "../messages/messages.ts";
import { missingBlocks, someLabels } from "./balance-card.ts";
import { actions, type Block, type Card, note, text } from "./card.ts";
import { resourceBlocks, wasteBlocks } from "./progress-tables.ts";
import { amountText, changeText, signed, subjectLabel } from "./progress-text.ts";
import { targetBlocks } from "./target-blocks.ts";

/** What a progress card needs besides the progress itself. `nameOf` gives a person's name, or null once erased. */
export type ProgressFacts = {
  readonly plan: Plan;
  readonly current: Quarter;
  /** True when figures are the invented ones. */
  readonly example: boolean;
  readonly nameOf: (personId: string) => string | null;
};

/** What changed, and by what. */
export function headline(progress: Progress, messages: Messages): Block[] {
  const said = messages.progress;
  const { span, referenceSpan, comparison, compared, changePct, total } = progress;
  const { actual, baseline } = comparison;
  if (actual === null || baseline === null || compared === null) {
    const nothing = total === null && comparison.leftOut.every(({ side }) => side === "baseline");
    return [text(nothing ? said.nothingRecorded(span) : said.nothingToCompare(referenceSpan))];
  }
  const amount = (value: Decimal) => amountText(value, comparison.unit, messages);
  const [now, before] = [compared.actual, compared.reference];
  const line =
    progress.subject === "ressources"
      ? said.indexed(messages.format.number(actual, 1), now, before)
      : said.compared(amount(actual), now, amount(baseline), before);
  const change = changePct === null ? said.fromZero : said.change(changeText(changePct, messages));
  const { without } = compared;
  const gaps = without.length === 0 ? [] : [note(said.without(without.map(messages.periodName)))];
  return [text(`${line}${change}`), ...gaps, ...causes(progress, messages)];
}

/** The two effects and what the uncertainty leaves of them; emissions only. */
function causes({ comparison, uncertainty, demonstrated }: Progress, messages: Messages): Block[] {
  const said = messages.progress;
  const { activityEffect, factorEffect } = comparison;
  if (uncertainty === null || activityEffect === null || factorEffect === null) return [];
  const kg = messages.format.kgCo2e;
  const change = activityEffect.plus(factorEffect);
  const effects = said.effects(signed(activityEffect, kg), signed(factorEffect, kg));
  const doubt =
    demonstrated === false
      ? said.notDemonstrated(kg(uncertainty), change.lt(0))
      : said.uncertainty(kg(uncertainty));
  return change.eq(0) && activityEffect.eq(0) ? [] : [text(effects), note(doubt)];
}

/** What the comparison leaves aside, and what it rests on. */
function caveats(progress: Progress, plan: Plan, messages: Messages): Block[] {
  const said = messages.progress;
  const { comparison, referenceSpan, referenceYear, provisional, notInPlan } = progress;
  const labels = new Map(plan.indicators.map(({ slug, label }) => [slug, messages.pick(label)]));
  const labelOf = (slug: string) => labels.get(slug) ?? slug;
  const aside = comparison.leftOut.filter(({ side }) => side === "actual");
  const twins = comparison.leftOut.length - aside.length;
  const asideLabels = aside.map(
    ({ indicator, period }) => `${labelOf(indicator)} ${messages.periodName(period)}`,
  );
  const lacks = referenceYear.coverage.missing.length;
  const lines = [
    aside.length === 0 ? null : said.leftOut(someLabels(asideLabels, messages)),
    twins === 0 ? null : said.leftOutReference(twins, referenceSpan),
    lacks === 0 ? null : said.referenceIncomplete(referenceYear.year, lacks),
    provisional.length === 0 ? null : messages.balance.provisional(provisional.map(labelOf)),
    notInPlan.length === 0 ? null : said.notInPlan(someLabels(notInPlan, messages)),
  ];
  return lines.filter((line) => line !== null).map(note);
}

/** The same to the gram: an amortised total may differ in its last decimals. */
function isSame(one: Decimal, other: Decimal): boolean {
  return roundHalfUp(one.minus(other), 3).eq(0);
}

/** Everything recorded where it is not all compared, and where the year is heading. */
function outlook(progress: Progress, messages: Messages): Block[] {
  const said = messages.progress;
  const { comparison, total, projection, span, referenceYear } = progress;
  const year = yearOfSpan(span);
  const amount = (value: Decimal) => amountText(value, comparison.unit, messages);
  const isAll = total === null || (comparison.actual !== null && isSame(total, comparison.actual));
  // Of an index, what is so far is where the year is heading.
  const isKnown = projection === null || year === null || total === null || isSame(projection, total);
  return [
    ...(isAll ? [] : [note(said.total(amount(total)))]),
    ...(isKnown
      ? []
      : [
          note(
            said.projection(year, amountText(projection, comparison.unit, messages, 1), referenceYear.year),
          ),
        ]),
  ];
}

/** One subject without its title, its missing figures and its buttons. */
function body(progress: Progress, facts: ProgressFacts, messages: Messages): Block[] {
  return [
    ...headline(progress, messages),
    ...targetBlocks(progress, facts, messages),
    ...wasteBlocks(progress, messages),
    ...resourceBlocks(progress, messages),
    ...outlook(progress, messages),
    ...caveats(progress, facts.plan, messages),
  ];
}

/** Says that the figures are the invented ones, where they are. */
export function exampleBlocks(facts: ProgressFacts, messages: Messages): Block[] {
  return facts.example ? [note(messages.localMode.exampleLabel)] : [];
}

/** The period whose calculation holds the span's figures: a quarter, a year, or the year so far; null for others. */
function openedPeriod(span: Span, current: Quarter): Period | null {
  const isYear = isWholeYear(span) || (quarterNumber(span.from) === 1 && span.to === current);
  if (isYear) return `${yearOf(span.from)}`;
  return span.from === span.to ? span.from : null;
}

/** How far a subject is, on one screen. */
export function progressCard(progress: Progress, facts: ProgressFacts, messages: Messages): Card {
  const said = messages.progress;
  const { subject, span, against, coverage } = progress;
  const name = subjectName(subject);
  const opened = openedPeriod(span, facts.current);
  const written = span.from === span.to ? span.from : `${span.from}..${span.to}`;
  return {
    title: said.title(subjectLabel(subject, messages), span),
    blocks: [
      ...exampleBlocks(facts, messages),
      ...body(progress, facts, messages),
      ...missingBlocks(coverage.missing, { ...facts, empty: progress.total === null }, messages),
      actions(
        ...(opened !== null && subject !== "ressources"
          ? [{ label: said.why, line: `/cairn pourquoi ${name} ${opened}` }]
          : []),
        ...(against === "baseline"
          ? [
              {
                label: said.againstLastYear,
                line: `/cairn avancement ${name} ${written} ${said.lastYearWords}`,
              },
            ]
          : []),
      ),
    ],
  };
}

/** How far an action is, by each subject that tells it. */
export function actionProgressCard(
  action: Action,
  parts: readonly Progress[],
  facts: ProgressFacts,
  messages: Messages,
): Card {
  const missing = parts.flatMap(({ coverage }) => coverage.missing);
  const open = parts.map(({ subject }) => ({
    label: subjectLabel(subject, messages),
    line: `/cairn avancement ${subjectName(subject)}`,
  }));
  return {
    title: messages.progress.action(action.code, action.title),
    blocks: [
      ...exampleBlocks(facts, messages),
      ...parts.flatMap((part) => [
        text(messages.progress.part(subjectLabel(part.subject, messages))),
        ...body(part, facts, messages),
      ]),
      ...missingBlocks(missing, { ...facts, empty: parts.every(({ total }) => total === null) }, messages),
      actions(...open),
    ],
  };
}
