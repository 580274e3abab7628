import { actions, type Card, note, text } from "../cards/card.ts";
import { questionLine } from "../cards/question-text.ts";
import { previousQuarter, yearOf } from "../domain/quarter.ts";
import type { Query } from "../domain/questions/query.ts";
import type { Reading } from "../domain/questions/read.ts";
import type { Json, JsonObject } from "./json.ts";
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

/** What was not understood, kindly: what it may have meant, and what can be asked. No figure. */
export function unknownAnswer(
  reading: Reading,
  context: Context,
): { readonly data: JsonObject; readonly card: Card } {
  const said = context.messages.questions;
  const asked = examples(context);
  const meant = choices(reading, context);
  const strange = reading.strange.slice(0, 5).map((word) => `« ${word.slice(0, 40)} »`);
  const suggestions: Json = asked.map(({ label }) => label);
  return {
    data: { answer: null, suggestions, candidates: meant.map(({ label }) => label) },
    card: {
      title: said.unknownTitle,
      blocks: [
        text(said.unknown),
        ...(strange.length === 0 ? [] : [note(said.strange(strange.join(", ")))]),
        ...(meant.length === 0 ? [] : [text(said.perhaps), actions(...meant)]),
        text(said.canAsk),
        actions(...asked),
        note(said.forward),
      ],
    },
  };
}
