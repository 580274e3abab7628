import { type Recorded, referenceTotalOf } from "../domain/recorded.ts";
import { directionOf, type Subject, subjectName, unitOf } from "../domain/subject.ts";
import { rateMultiplier, type SetTarget } from "../domain/target.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Block, type Card, note, text } from "./card.ts";
import { amountText, changeText, subjectLabel } from "./progress-text.ts";

type Facts = { readonly set: SetTarget; readonly subject: Subject; readonly recorded: Recorded };

/** What was set, and what it comes to for its year. */
function ruleBlocks({ set, subject, recorded }: Facts, messages: Messages): Block[] {
  const said = messages.targets;
  const { rule, year } = set;
  const name = messages.progress.part(subjectLabel(subject, messages));
  const direction = directionOf(subject);
  if (rule.kind === "value") {
    const value = amountText(rule.value, rule.unit, messages);
    return [
      text(said.value(name, year, value)),
      note(direction === "none" ? said.noDirection : said.thatYearOnly),
    ];
  }
  const from = recorded.plan.referenceYear;
  const multiplier = rateMultiplier(rule.ratePct, direction, year - from);
  const change = changeText(multiplier.minus(1).times(100), messages);
  const reference = referenceTotalOf(subject, recorded);
  return [
    text(said.rate(name, year, messages.format.percent(rule.ratePct, 3), direction)),
    ...(year === from ? [] : [text(said.compounded(year, change, from))]),
    ...(reference === null || subject === "ressources" || year === from
      ? []
      : [text(said.yearValue(year, amountText(reference.times(multiplier), unitOf(subject), messages)))]),
    note(said.untilAnother),
  ];
}

/** The receipt of a target: what was set, for how long, and what it comes to. */
export function targetCard(facts: Facts, messages: Messages): Card {
  const said = messages.targets;
  const { set, subject } = facts;
  return {
    title: said.title,
    blocks: [
      ...ruleBlocks(facts, messages),
      ...(set.reason === null ? [] : [note(said.reason(set.reason))]),
      actions({ label: said.progress, line: `/cairn avancement ${subjectName(subject)}` }),
    ],
  };
}
