import { type Block, note } from "../cards/card.ts";
import { actionCard } from "../cards/plan-card.ts";
import { answerAmount, measureLabel, measureTitle } from "../cards/question-text.ts";
import { viewAction } from "../domain/action-state.ts";
import { dueDay } from "../domain/calendar.ts";
import { decimal } from "../domain/decimal.ts";
import { chooseFactor } from "../domain/factor-choice.ts";
import { missingFigures } from "../domain/missing.ts";
import type { Indicator, RosterPerson } from "../domain/plan.ts";
import { computeProgress } from "../domain/progress.ts";
import { previousQuarter, quartersOfYear, yearOf } from "../domain/quarter.ts";
import { subjectOf } from "../domain/questions/figure.ts";
import { spanPeriods, yearOfSpan } from "../domain/span.ts";
import { indicatorsOf, subjectName } from "../domain/subject.ts";
import { rateMultiplier, targetInForce } from "../domain/target.ts";
import { dateIn } from "../domain/wall-clock.ts";
import { factorJson, missingJson } from "./balance-json.ts";
import { jsonNumber } from "./json.ts";
import { type Answered, type Asked, type AskedOn, told } from "./question-facts.ts";

/** The figure aimed at in a year; "à fixer" where nobody set it. */
export function targetAnswer(asked: AskedOn): Answered {
  const { measure, period, facts, context } = asked;
  const { messages, plan } = context;
  const said = messages.questions;
  const label = measureLabel(measure, plan, messages);
  const subject = subjectOf(measure, facts);
  const year = yearOfSpan(period);
  if (subject === null || year === null) return told(said.noTarget(label));
  const target = targetInForce(subjectName(subject), year, facts);
  if (target === null) return told(said.targetToSet(label, `${year}`));
  const [from, , , to] = quartersOfYear(year);
  const progress = computeProgress({ ...facts, subject, span: { from, to }, against: "baseline" });
  const { referenceYear, direction, comparison } = progress;
  const { rule } = target;
  const unit = rule.kind === "value" ? rule.unit : comparison.unit;
  const value =
    rule.kind === "value"
      ? rule.value
      : (referenceYear.total?.times(rateMultiplier(rule.ratePct, direction, year - plan.referenceYear)) ??
        null);
  const ruleText =
    rule.kind === "rate"
      ? messages.progress.rule.rate(messages.format.percent(rule.ratePct), direction)
      : messages.progress.rule.value(answerAmount(rule.value, rule.unit, messages), year);
  const lacks = referenceYear.coverage.missing.length;
  const notes = [
    said.targetRule(ruleText),
    lacks === 0 ? null : messages.progress.referenceIncomplete(referenceYear.year, lacks),
  ];
  const span = messages.progress.spanName({ from, to });
  return {
    ...told(
      value === null ? said.targetUnknownBase : said.target(label, span, answerAmount(value, unit, messages)),
      notes.filter((line) => line !== null).map(note),
    ),
    value,
    unit,
    coverage: referenceYear.coverage,
  };
}

/** The indicators a query is about: all of them where it names none. */
function concerned({ query: { measure }, facts, context }: Asked): readonly Indicator[] {
  const { plan } = context;
  if (measure === null) return plan.indicators;
  const subject = subjectOf(measure, facts);
  if (subject !== null) return indicatorsOf(subject, plan);
  if (measure === "taux-tri") return indicatorsOf("dechets", plan);
  return plan.indicators.filter(({ action }) => action === measure);
}

const shown = 15;

/** The figures that have not come in, whoever asks. */
export function missingAnswer(asked: Asked): Answered {
  const { query, facts, context } = asked;
  const { messages } = context;
  const said = messages.questions;
  const last = previousQuarter(context.current);
  const span = query.period ?? { from: last, to: last };
  const indicators = concerned(asked);
  const missing = spanPeriods(span).flatMap((period) => missingFigures(indicators, { ...facts, period }));
  const bySlug = new Map(indicators.map((indicator) => [indicator.slug, indicator]));
  const items = missing.slice(0, shown).map(({ indicator, period }) => {
    const own = bySlug.get(indicator);
    return said.missingItem(
      own === undefined ? indicator : messages.pick(own.label),
      period,
      own?.owner ?? "",
    );
  });
  const more = missing.length - items.length;
  const blocks: Block[] = [
    ...(items.length === 0 ? [] : [{ type: "list", items } as const]),
    ...(more === 0 ? [] : [note(said.others(more))]),
  ];
  return {
    ...told(said.missing(missing.length, messages.progress.spanName(span)), blocks),
    value: decimal(missing.length),
    unit: "figure",
    follow: [{ label: messages.verbs.echeances.example, line: "/cairn echeances" }],
    more: { missing: missingJson(missing) },
  };
}

/** When the figures of a quarter are due: of the last one ended unless another is named. */
export function deadlineAnswer({ query, context }: Asked): Answered {
  const { plan, messages, current } = context;
  const quarter = query.period?.to ?? nextDue(context.now, plan, current);
  const due = dueDay(quarter, plan.calendar).toString();
  const sentence = messages.questions.due(messages.periodName(quarter), messages.format.day(due));
  return { ...told(sentence), more: { period: quarter, due } };
}

/** The quarter whose day is still to come: the last one ended, or the one under way once it is past. */
function nextDue(
  now: Asked["context"]["now"],
  plan: Asked["context"]["plan"],
  current: Asked["context"]["current"],
): typeof current {
  const last = previousQuarter(current);
  const today = dateIn(now, plan.timeZone);
  return dueDay(last, plan.calendar).since(today).days >= 0 ? last : current;
}

function personText({ name, email }: RosterPerson): string {
  return `${name} (${email})`;
}

/** Who owes a figure, pilots an action, or is half of the pair. */
export function ownerAnswer(asked: Asked): Answered {
  const { query, context } = asked;
  const { plan, messages } = context;
  const said = messages.questions;
  const measure = query.measure ?? "";
  const half =
    measure === "referent-technique" ? "technical" : measure === "referent-politique" ? "political" : null;
  const owners = new Set(concerned(asked).map(({ owner }) => owner.toLowerCase()));
  const isReferents = owners.size === 0 && plan.actions.some(({ code }) => code === measure);
  const chosen = plan.people.filter(({ email, referent }) => {
    if (half !== null) return referent === half;
    return isReferents ? referent !== null : owners.has(email.toLowerCase());
  });
  const label = measureTitle(measure, plan, messages);
  if (chosen.length === 0) return told(said.noOwner(label));
  const names = messages.format.list(chosen.map(personText));
  return { ...told(said.owner(label, names)), more: { owners: chosen.map(({ email }) => email) } };
}

/** The coefficient of an indicator's emissions, and its source. */
export function factorAnswer(asked: Asked): Answered {
  const { query, facts, context } = asked;
  const { messages, plan } = context;
  const said = messages.questions;
  const indicator = plan.indicators.find(({ slug }) => slug === query.measure);
  const label = measureTitle(query.measure ?? "", plan, messages);
  if (indicator === undefined || indicator.emission === null) return told(said.noFactor(label));
  const year = yearOf(query.period?.to ?? context.current);
  const chosen = chooseFactor(indicator.emission.factor, year, facts.factors);
  const { factor, value, provisional } = chosen;
  const amount = `${messages.format.number(value, 10)}\u00A0kgCO2e/${factor.unit}`;
  const name = messages.pick({ fr: factor.nameFr, en: factor.nameEn });
  const notes = [said.factorSource(name, factor.source), provisional ? said.factorProvisional : null];
  return {
    ...told(said.factor(label, amount, year), notes.filter((line) => line !== null).map(note)),
    value,
    unit: `kgCO2e/${factor.unit}`,
    more: { factor: factorJson(chosen), year: jsonNumber(decimal(year)) },
  };
}

/** What the plan wrote of an action, in its own words. */
export function actionAnswer({ query, facts, context }: Asked): Answered {
  const { plan, messages, current } = context;
  const action = plan.actions.find(({ code }) => code === query.measure);
  if (action === undefined) return told(messages.questions.noOwner(query.measure ?? ""));
  const open = previousQuarter(current);
  const view = viewAction(action, plan, facts.entries, open);
  const card = actionCard(plan, view, open, messages);
  const { budget, effort, schedule, criterion } = action;
  return {
    ...told(card.title, card.blocks),
    more: { action: { code: action.code, title: action.title, budget, effort, schedule, criterion } },
  };
}
