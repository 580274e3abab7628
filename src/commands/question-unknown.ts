import { actions, type Block, type Card, note, text } from "../cards/card.ts";
import { questionLine } from "../cards/question-text.ts";
import { previousQuarter, yearOf } from "../domain/quarter.ts";
import type { Query } from "../domain/questions/query.ts";
import type { Reading } from "../domain/questions/read.ts";
import { bounded, questionLimit } from "./human-question.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Proposed } from "./proposed-query.ts";
import type { Context } from "./request.ts";

/** Three questions that the plan at hand can answer: a figure, a comparison, and what is missing. */
function examples({ plan, current, messages }: Context): { label: string; line: string }[] {
  const said = messages.questions.examples;
  const last = yearOf(previousQuarter(current));
  const [first] = plan.indicators;
  const figure = first === undefined ? [] : [said.value(messages.pick(first.label), last)];
  return [...figure, said.compare, said.missing].map((line) => ({ label: line, line: `/question ${line}` }));
}

/** What a reading that stayed open may have meant, as buttons. */
function choices({ candidates }: Reading, { messages }: Context): { label: string; line: string }[] {
  return candidates.flatMap((query: Query) => {
    const line = questionLine(query, messages);
    const label = line?.replace("/question ", "") ?? null;
    return line === null || label === null ? [] : [{ label, line }];
  });
}

/** The button that takes a question to the referents; nothing for one that is too long to be. */
export function forwardBlocks(words: string, { messages }: Context): Block[] {
  const typed = words.trim();
  if (typed === "" || !bounded(typed, questionLimit).ok) return [];
  const { humanQuestions, questions } = messages;
  return [
    note(questions.forward),
    actions({ label: humanQuestions.forward, line: `/cairn transmettre ${typed}` }),
  ];
}

/** What can be asked, for somebody who asks nothing yet. */
export function questionHelp(context: Context): { readonly data: JsonObject; readonly card: Card } {
  const said = context.messages.questions;
  const asked = examples(context);
  return {
    data: { answer: null, suggestions: asked.map(({ label }) => label), candidates: [] },
    card: { title: said.helpTitle, blocks: [text(said.canAsk), actions(...asked), note(said.help)] },
  };
}

/** What a language model proposes to read, as a button: nothing is computed before it is pressed. */
function proposalBlocks(proposed: Proposed | null, { messages }: Context): Block[] {
  if (proposed === null) return [];
  const { label, line, reading } = proposed;
  return [text(messages.questions.proposed(reading)), actions({ label, line })];
}

/** What was not understood, kindly: what it may have meant, and what can be asked. No figure. */
export function unknownAnswer(
  reading: Reading,
  { words, proposed }: { readonly words: string; readonly proposed: Proposed | null },
  context: Context,
): { readonly data: JsonObject; readonly card: Card } {
  const said = context.messages.questions;
  const asked = examples(context);
  const meant = choices(reading, context);
  const strange = reading.strange.slice(0, 5).map((word) => `« ${word.slice(0, 40)} »`);
  const suggestions: Json = asked.map(({ label }) => label);
  return {
    data: {
      answer: null,
      suggestions,
      candidates: meant.map(({ label }) => label),
      ...(proposed === null ? {} : { proposed: proposed.label }),
    },
    card: {
      title: said.unknownTitle,
      blocks: [
        text(said.unknown),
        ...(strange.length === 0 ? [] : [note(said.strange(strange.join(", ")))]),
        ...(meant.length === 0 ? [] : [text(said.perhaps), actions(...meant)]),
        ...proposalBlocks(proposed, context),
        text(said.canAsk),
        actions(...asked),
        ...forwardBlocks(words, context),
      ],
    },
  };
}
