import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../src/domain/questions/read.ts";
import { crossings } from "../../support/crossed-questions.ts";
import { askedOn } from "../../support/question-phrases.ts";
import { planShipped, readerOf } from "../../support/questions.ts";

const input = readerOf(await planShipped())(askedOn);

/** What makes another figure of any that is measured, wherever a sentence ends. */
const restrictions =
  "par salarié|par personne|par mois en moyenne|au maximum|sauf le T2|hors bureaux|en France|dans les stations|per employee|on average|excluding Q2|at the Lyon office|chez Danone|au bureau de Lyon".split(
    "|",
  );

describe.each(Object.keys(crossings))("the sentences that ask for the %s of something", (name) => {
  const questions = crossings[name]?.() ?? [];

  it("are read exactly, whatever the sentence, the name, the period and the comparison", () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), ({ text, query }) => {
        expect({ text, ...readQuestion(text, input).query }).toEqual({ text, ...query });
      }),
      { numRuns: 400 },
    );
  });
});

describe("a figure with words that make another one of it", () => {
  it.each(["value", "trend", "compare"])("is refused: %s", (name) => {
    const questions = crossings[name]?.() ?? [];
    fc.assert(
      fc.property(fc.constantFrom(...questions), fc.constantFrom(...restrictions), ({ text }, words) => {
        const restricted = `${text.replace(/[ ?]+$/u, "")} ${words}`;
        expect([restricted, readQuestion(restricted, input).query.intent]).toEqual([restricted, "unknown"]);
      }),
      { numRuns: 300 },
    );
  });
});
