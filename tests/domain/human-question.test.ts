import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  nextEvents,
  openQuestions,
  type QuestionEvent,
  type QuestionState,
  type QuestionStep,
  questionFrom,
  questionStates,
  questionSteps,
  questionsFrom,
  stateAfter,
  takeQuestionNumber,
} from "../../src/domain/human-question.ts";

function event(position: number, kind: QuestionEvent["kind"], changes: Partial<QuestionEvent> = {}) {
  const text = kind === "withdrawn" ? null : `${kind} ${position}`;
  const facts = { id: `e${position}`, number: 1, position, kind, text, personId: "p1" };
  return { ...facts, platform: "terminal", at: `2026-11-24T09:0${position % 10}:00.000Z`, ...changes };
}

describe("what becomes of a question", () => {
  // The whole table, written a second time.
  it.each<[QuestionState, QuestionStep, QuestionState | "refused"]>([
    ["open", "answer", "answered"],
    ["open", "withdraw", "withdrawn"],
    ["answered", "answer", "answered"],
    ["answered", "withdraw", "refused"],
    ["withdrawn", "answer", "refused"],
    ["withdrawn", "withdraw", "refused"],
  ])("%s, %s: %s", (from, step, to) => {
    const kind = nextEvents[from][step];
    expect(kind === null ? "refused" : stateAfter[kind]).toBe(to);
  });

  it("the table has every state and step", () => {
    const cells = questionStates.flatMap((state) => questionSteps.map((step) => nextEvents[state][step]));
    expect(cells).toHaveLength(6);
  });

  it("whatever is tried, in any order: no answer is lost, and what is withdrawn stays so", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...questionSteps), { maxLength: 12 }), (steps) => {
        const history: QuestionEvent[] = [event(1, "asked")];
        let withdrawn = false;
        let answers = 0;
        for (const step of steps) {
          const { state = "open" } = questionFrom(history) ?? {};
          const kind = nextEvents[state][step];
          if (kind === null) continue;
          expect(withdrawn).toBe(false);
          history.push(event(history.length + 1, kind));
          withdrawn ||= kind === "withdrawn";
          answers += step === "answer" ? 1 : 0;
        }
        const question = questionFrom(history);
        const state = withdrawn ? "withdrawn" : answers > 0 ? "answered" : "open";
        expect(question?.state).toBe(state);
        expect(question?.text).toBe("asked 1");
        expect(question?.history).toEqual(history);
        // Only the first answer is one; the others correct it, and the last is the one that holds.
        expect(history.filter(({ kind }) => kind === "answered")).toHaveLength(Math.min(answers, 1));
        expect(history.filter(({ kind }) => kind === "corrected")).toHaveLength(Math.max(answers - 1, 0));
        expect(question?.answer?.text ?? null).toBe(answers === 0 ? null : history.at(-1)?.text);
      }),
    );
  });

  it("questions come by number, and only open ones wait", () => {
    const events = [
      event(1, "asked", { number: 2 }),
      event(2, "withdrawn", { number: 2 }),
      event(1, "asked"),
      event(1, "asked", { number: 3, personId: "p2" }),
      event(2, "answered", { number: 3 }),
    ];
    const questions = questionsFrom(events);
    expect(questions.map(({ number, state, askerId }) => [number, state, askerId])).toEqual([
      [1, "open", "p1"],
      [2, "withdrawn", "p1"],
      [3, "answered", "p2"],
    ]);
    expect(openQuestions(questions).map(({ number }) => number)).toEqual([1]);
  });

  it("events that do not begin with the question are none", () => {
    expect(questionFrom([])).toBeNull();
    expect(questionFrom([event(2, "answered")])).toBeNull();
  });
});

describe("the number that begins a line", () => {
  it.each([
    ["3 Au sous-sol.", 3, "Au sous-sol."],
    ["n° 3 : Au sous-sol.", 3, "Au sous-sol."],
    ["Nº3 oui", 3, "oui"],
    ["#12", 12, ""],
    ["12: 45 kWh", 12, "45 kWh"],
    ["  7  ", 7, ""],
  ])("« %s »", (words, number, rest) => {
    expect(takeQuestionNumber(words)).toEqual({ number, rest });
  });

  it.each(["", "oui", "0", "3a", "3e question", "-3", "electricite T3 motif", "1234567890"])(
    "« %s » begins with none",
    (words) => {
      expect(takeQuestionNumber(words)).toBeNull();
    },
  );
});
