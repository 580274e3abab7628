import type { Plan } from "../domain/plan.ts";
import type { Progress } from "../domain/progress.ts";
import { yearOf } from "../domain/quarter.ts";
import { subjectName } from "../domain/subject.ts";
import type { TargetInForce } from "../domain/target.ts";
import type { Messages } from "../messages/messages.ts";
import { type Block, note, text } from "./card.ts";
import { amountText, changeText } from "./progress-text.ts";

type TargetFacts = {
  readonly plan: Plan;
  readonly nameOf: (personId: string) => string | null;
};

function ruleText({ rule, year }: TargetInForce, progress: Progress, messages: Messages): string {
  const said = messages.progress.rule;
  if (rule.kind === "rate") return said.rate(messages.format.percent(rule.ratePct, 3), progress.direction);
  return said.value(amountText(rule.value, rule.unit, messages), year);
}

/** Who set the target, when and how; a rule of the plan file is nobody's in particular. */
function source(target: TargetInForce, progress: Progress, facts: TargetFacts, messages: Messages): string {
  const rule = ruleText(target, progress, messages);
  const { set } = target;
  if (set === null) return messages.progress.setInPlan(rule);
  const who = facts.nameOf(set.personId) ?? messages.history.erasedPerson;
  return messages.progress.setBy(rule, who, messages.format.moment(set.at, facts.plan.timeZone));
}

/** Nobody set a target: who must, and the line that does it. */
function toSet({ subject, span }: Progress, { plan }: TargetFacts, messages: Messages): Block {
  const referents = plan.people.filter(({ role }) => role === "referent").map(({ name }) => name);
  const line = `/cairn objectif ${subjectName(subject)} ${yearOf(span.to)} X %`;
  return text(messages.progress.toSet(referents.join(", "), line));
}

/** Where a subject stands against its target, or that the target is to be set, and by whom. */
export function targetBlocks(progress: Progress, facts: TargetFacts, messages: Messages): Block[] {
  const said = messages.progress;
  const { aim, direction, status, comparison, referenceYear, span } = progress;
  if (aim === null) {
    if (direction === "none") return [note(said.noDirection)];
    return yearOf(span.from) < referenceYear.year ? [] : [toSet(progress, facts, messages)];
  }
  const origin = note(`${source(aim.target, progress, facts, messages)}.`);
  if (direction === "none") return [note(said.noDirection), origin];
  if (aim.value === null || status === "insufficient_data" || status === "no_target") {
    return [text(said.targetNotYet), origin];
  }
  const change = aim.pct === null ? null : changeText(aim.pct, messages);
  const amount = amountText(aim.value, comparison.unit, messages);
  return [
    text(`${said.target(amount, change, referenceYear.year)} ${said.status(status, direction)}`),
    origin,
  ];
}
