/** Where a question to the referents stands. */
export const questionStates = ["open", "answered", "withdrawn"] as const;
export type QuestionState = (typeof questionStates)[number];

/** What can happen to a question, in the order it first may. */
export const questionEventKinds = ["asked", "answered", "corrected", "withdrawn"] as const;
export type QuestionEventKind = (typeof questionEventKinds)[number];

/** What people do with a question that is there. */
export const questionSteps = ["answer", "withdraw"] as const;
export type QuestionStep = (typeof questionSteps)[number];

/**
 * What each step comes to in each state; null where it cannot be done. An answer is corrected, never taken back:
 * it has been told. A withdrawn question stays so.
 */
export const nextEvents: Readonly<
  Record<QuestionState, Readonly<Record<QuestionStep, QuestionEventKind | null>>>
> = {
  open: { answer: "answered", withdraw: "withdrawn" },
  answered: { answer: "corrected", withdraw: null },
  withdrawn: { answer: null, withdraw: null },
};

/** The state that each event leaves a question in. */
export const stateAfter: Readonly<Record<QuestionEventKind, QuestionState>> = {
  asked: "open",
  answered: "answered",
  corrected: "answered",
  withdrawn: "withdrawn",
};

/** One thing that happened to a question; `at` is ISO 8601 in UTC. */
export type QuestionEvent = {
  /** A UUID: what the message about it is known by. */
  readonly id: string;
  readonly number: number;
  /** From 1, in the order they happened. */
  readonly position: number;
  readonly kind: QuestionEventKind;
  /** The question or the answer; null for a withdrawal. */
  readonly text: string | null;
  /** An opaque id. */
  readonly personId: string;
  readonly platform: string;
  readonly at: string;
};

/** A question to the referents as it stands, with all that happened to it. */
export type HumanQuestion = {
  readonly number: number;
  readonly state: QuestionState;
  readonly text: string;
  readonly askerId: string;
  /** ISO 8601 in UTC. */
  readonly askedAt: string;
  /** The answer that holds; null while there is none. */
  readonly answer: { readonly text: string; readonly personId: string; readonly at: string } | null;
  /** Oldest first; never empty. */
  readonly history: readonly QuestionEvent[];
};

/** A question from its events, oldest first; null when they do not begin with its being asked. */
export function questionFrom(history: readonly QuestionEvent[]): HumanQuestion | null {
  const [asked] = history;
  const last = history.at(-1);
  if (asked?.kind !== "asked" || asked.text === null || last === undefined) return null;
  const said = history.findLast(({ kind }) => kind === "answered" || kind === "corrected");
  const { number, text, personId: askerId, at: askedAt } = asked;
  const answer =
    said === undefined || said.text === null
      ? null
      : { text: said.text, personId: said.personId, at: said.at };
  return { number, state: stateAfter[last.kind], text, askerId, askedAt, answer, history };
}

/** The questions that events tell of, by number. Events come in their order. */
export function questionsFrom(events: readonly QuestionEvent[]): HumanQuestion[] {
  return [...Map.groupBy(events, ({ number }) => number).values()]
    .map(questionFrom)
    .filter((question) => question !== null)
    .toSorted((one, other) => one.number - other.number);
}

/** Those that wait for the referents, oldest first. */
export function openQuestions(questions: readonly HumanQuestion[]): HumanQuestion[] {
  return questions.filter(({ state }) => state === "open");
}

/** The number that begins `words` ("3", "n° 3", "#3"), and what follows it; null where none does. */
export function takeQuestionNumber(words: string): { readonly number: number; readonly rest: string } | null {
  const [whole, digits] = /^(?:n\s*[°ºo]\s*|#\s*)?(\d{1,9})(?:\s*[:.,;]\s*|\s+|$)/iu.exec(words.trim()) ?? [];
  if (whole === undefined || digits === undefined) return null;
  const number = Number(digits);
  return number === 0 ? null : { number, rest: words.trim().slice(whole.length).trim() };
}
