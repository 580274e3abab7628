import { type Block, text } from "../cards/card.ts";
import { comparisonBlocks } from "../cards/comparison-blocks.ts";
import { moverText } from "../cards/mover-text.ts";
import { progressCard } from "../cards/progress-card.ts";
import { answerAmount, measureLabel, measureTitle } from "../cards/question-text.ts";
import type { Against } from "../domain/against.ts";
import { referenceSpan } from "../domain/against.ts";
import { compareEmissions } from "../domain/compare-emissions.ts";
import type { Decimal } from "../domain/decimal.ts";
import { topMovers } from "../domain/mover.ts";
import { computeProgress, type Progress } from "../domain/progress.ts";
import { figureOf, subjectOf } from "../domain/questions/figure.ts";
import type { Subject } from "../domain/subject.ts";
import { progressJson } from "./progress-json.ts";
import type { Answered, AskedOn } from "./question-facts.ts";

import { answerNumber, labelOf, valueAnswer } from "./question-figures.ts";

/** What progress compares with: the target is judged on the reference year. */
function comparedWith({ query }: AskedOn): Against {
  const { against } = query;
  return against === null || against === "target" ? "baseline" : against;
}

function progressOf(asked: AskedOn): Progress | null {
  const { measure, period, facts } = asked;
  const subject = subjectOf(measure, facts);
  return subject === null
    ? null
    : computeProgress({ ...facts, subject, span: period, against: comparedWith(asked) });
}

/** The card of progress without its buttons: the answer has its own. */
function progressBlocks(progress: Progress, { facts, context, nameOf }: AskedOn): Block[] {
  const example = facts.entries.some(({ platform }) => platform === "example");
  const card = progressCard(
    progress,
    { plan: context.plan, current: context.current, example, nameOf },
    context.messages,
  );
  return card.blocks.filter(({ type }) => type !== "actions");
}

/** The first sentence of blocks, and the rest. */
function headed(blocks: readonly Block[]): { sentence: string; rest: readonly Block[] } {
  const at = blocks.findIndex(({ type }) => type === "text");
  const head = blocks[at];
  if (head?.type !== "text") return { sentence: "", rest: blocks };
  return { sentence: head.text, rest: blocks.toSpliced(at, 1) };
}

/** A rate, a scope or the projects of two periods, side by side; no change is drawn from unlike figures. */
function sideBySide(asked: AskedOn): Answered {
  const { measure, period, facts, context, query } = asked;
  const { messages, plan } = context;
  const said = messages.questions;
  const value = valueAnswer(asked);
  if (measure !== "taux-tri" || query.against === "target") {
    const label = measureLabel(measure, plan, messages);
    const why = query.against === "target" ? said.noTarget(label) : said.notCompared(label);
    return { ...value, text: `${why} ${value.text}` };
  }
  const twin = referenceSpan(period, comparedWith(asked), plan.referenceYear);
  const before = figureOf(measure, twin, facts);
  const [now, then] = [value.value, before?.value ?? null];
  if (now === null || then === null) return value;
  const { spanName } = messages.progress;
  const amount = (rate: Decimal) => answerAmount(rate, "%", messages);
  const sentence = said.compared(labelOf(asked), amount(now), spanName(period), amount(then), spanName(twin));
  return { ...value, text: sentence, more: { baseline: answerNumber(then, "%") } };
}

/** The emissions of an indicator against those of another period, like for like. */
function comparedEmissions(asked: AskedOn, subject: Subject): Answered {
  const { period, facts, query, measure, context } = asked;
  const label = measureLabel(measure, context.plan, context.messages);
  const value = valueAnswer(asked);
  if (typeof subject === "string" || query.against === "target") {
    return { ...value, text: `${context.messages.questions.notCompared(label)} ${value.text}` };
  }
  const comparison = compareEmissions({ ...facts, span: period, against: comparedWith(asked) }, measure);
  const { sentence, rest } = headed(comparisonBlocks(comparison, context.messages));
  if (comparison.actual === null || comparison.baseline === null) return value;
  return {
    ...value,
    value: comparison.actual,
    text: context.messages.labelValue(labelOf(asked), sentence),
    blocks: rest,
    more: { baseline: answerNumber(comparison.baseline, "kgCO2e") },
  };
}

/** A period against another or against the target: like for like, as `/cairn avancement` tells it. */
export function compareAnswer(asked: AskedOn): Answered {
  const { context, nameOf, asEmissions } = asked;
  const progress = progressOf(asked);
  if (progress === null) return sideBySide(asked);
  if (asEmissions) return comparedEmissions(asked, progress.subject);
  const { sentence, rest } = headed(progressBlocks(progress, asked));
  const { comparison, coverage } = progress;
  const label = measureTitle(asked.measure, context.plan, context.messages);
  return {
    value: comparison.actual,
    unit: comparison.unit,
    text: context.messages.labelValue(label, sentence),
    coverage,
    blocks: rest,
    follow: [],
    more: { progress: progressJson(progress, nameOf) },
  };
}

/** How a figure is made, where no change is asked about. */
function madeAnswer(asked: AskedOn): Answered {
  const { made } = asked.context.messages.questions;
  const value = valueAnswer(asked);
  const how =
    value.unit === "kgCO2e"
      ? made.ghg
      : value.unit === "%"
        ? made.rate
        : value.unit === "index"
          ? made.index
          : made.sum;
  const isTold = value.unit !== null && value.unit !== "project" && value.unit !== "tCO2e";
  return isTold ? { ...value, blocks: [...value.blocks, text(how)] } : value;
}

/** Why a figure changed: its two effects, the indicators that weigh most, what is missing, and what the uncertainty leaves of it. */
export function explainAnswer(asked: AskedOn): Answered {
  const { measure, period, facts, query, context } = asked;
  if (query.against === null) return madeAnswer(asked);
  const progress = progressOf(asked);
  if (progress === null) return sideBySide(asked);
  const { messages } = context;
  const compared = compareAnswer({ ...asked, asEmissions: false });
  const { subject } = progress;
  if (subject === "ressources") return compared;
  if (subject === "ges") {
    const movers = topMovers(progress.comparison, 3).map((mover) => moverText(mover, messages));
    const list: Block[] =
      movers.length === 0 ? [] : [text(messages.questions.movers), { type: "list", items: movers }];
    return { ...compared, blocks: [...compared.blocks, ...list] };
  }
  const emissions =
    subject === "dechets" || subject.emission === null
      ? []
      : comparisonBlocks(
          compareEmissions({ ...facts, span: period, against: comparedWith(asked) }, measure),
          messages,
        );
  const own = comparisonBlocks(progress.comparison, messages);
  return { ...compared, blocks: [...compared.blocks, ...(emissions.length > 0 ? emissions : own)] };
}
