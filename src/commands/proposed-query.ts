import { measureLabel, questionLine, readingParts } from "../cards/question-text.ts";
import type { ReadingInput } from "../domain/questions/parse.ts";
import { generalMeasures, type Query } from "../domain/questions/query.ts";
import { asksToDo, readQuestion } from "../domain/questions/read.ts";
import { querySchema } from "./query-schema.ts";
import type { Context } from "./request.ts";
import type { ModelQuestion } from "./second-reader.ts";
import { withoutPeople } from "./without-people.ts";

/** A reading that a language model proposes: how it is said, and the plain question that a button sends. */
export type Proposed = { readonly reading: readonly string[]; readonly line: string; readonly label: string };

/** Everything that can be asked for under a plan, by its name. */
function measuresOf({ plan, messages }: Context): ModelQuestion["measures"] {
  const label = (measure: string) => measureLabel(measure, plan, messages);
  return [
    ...plan.indicators.map(({ slug }) => ({ measure: slug, label: label(slug) })),
    ...plan.actions.map(({ code, title }) => ({ measure: code, label: title })),
    ...generalMeasures
      .filter((measure) => plan.indicators.every(({ slug }) => slug !== measure))
      .map((measure) => ({ measure, label: label(measure) })),
  ];
}

/** The query in what the model gave back; null where it is not wholly one, or of something the plan does not have. */
function checked(proposal: unknown, measures: ModelQuestion["measures"]): Query | null {
  const read = querySchema.safeParse(proposal);
  if (!read.success || read.data.intent === "unknown") return null;
  const { measure } = read.data;
  return measure === null || measures.some((each) => each.measure === measure) ? read.data : null;
}

function isSame(one: Query, other: Query): boolean {
  const key = ({ intent, measure, period, against }: Query) =>
    JSON.stringify([intent, measure, spanKey(period), spanKey(against)]);
  return key(one) === key(other);
}

function spanKey(span: Query["against"]): string | null {
  return span === null || typeof span === "string" ? span : `${span.from} ${span.to}`;
}

/**
 * Asks the language model, where one is set, what a question that the rules do not understand may mean. Its reading
 * counts only if it can be said as a plain question that the rules read as the very same query: so the model chooses
 * among what could have been typed, and the person presses the button or not. Orders are never shown to it.
 */
export async function proposedQuery(
  words: string,
  input: ReadingInput,
  context: Context,
): Promise<Proposed | null> {
  const { secondReader, plan, current, messages } = context;
  if (secondReader === null || asksToDo(words, input)) return null;
  const measures = measuresOf(context);
  const proposal = await secondReader({
    text: withoutPeople(words, plan, input.lexicon),
    measures,
    today: current,
    referenceYear: plan.referenceYear,
  });
  const query = checked(proposal, measures);
  const line = query === null ? null : questionLine(query, messages);
  if (query === null || line === null) return null;
  const label = line.replace("/question ", "");
  if (!isSame(readQuestion(label, input).query, query)) return null;
  return { reading: readingParts(query, false, plan, messages), line, label };
}
