import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFollowUp } from "../../../src/domain/questions/follow-up.ts";
import { intents } from "../../../src/domain/questions/query.ts";
import { readQuestion } from "../../../src/domain/questions/read.ts";
import { planShipped, readerOf } from "../../support/questions.ts";

const plan = await planShipped();
const input = readerOf(plan)("2026-11-23");
const measures = plan.indicators.map(({ slug }) => slug);
const periods = [
  "2025",
  "T3 2025",
  "l'an dernier",
  "au premier semestre 2026",
  "en mars 2024",
  "ce trimestre",
];
const adverbs = ["pour l'équipe", "s'il te plaît", "au total", "au bureau"];

const anyMeasure = fc.constantFrom(...measures.map((slug) => slug.replaceAll("-", " ")));
const anyWord = fc.oneof(
  fc.constantFrom(
    ..."combien eau gaz 2025 T3 contre pourquoi objectif depuis § §0§ entre et de par rapport à".split(" "),
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

describe("reading a question", () => {
  it("gives the same query whatever the order of its adverbial parts", () => {
    const parts = fc.tuple(
      anyMeasure,
      fc.constantFrom(...periods),
      fc.constantFrom(...adverbs),
      fc.boolean(),
    );
    fc.assert(
      fc.property(parts, ([measure, period, adverb, isFirst]) => {
        const plain = readQuestion(`combien de ${measure} ${period}`, input).query;
        const moved = isFirst
          ? `${period}, ${adverb}, combien de ${measure} ?`
          : `combien de ${measure}, ${adverb}, ${period} ?`;
        expect(readQuestion(moved, input).query).toEqual(plain);
        expect(plain.intent).toBe("value");
      }),
    );
  });

  it("does not mind case, accents and punctuation", () => {
    fc.assert(
      fc.property(anyMeasure, fc.constantFrom("!", "?", " …", "  ", " ?!"), (measure, end) => {
        const plain = readQuestion(`évolution de ${measure} depuis 2022`, input).query;
        expect(readQuestion(`EVOLUTION DE ${measure.toUpperCase()} DEPUIS 2022${end}`, input).query).toEqual(
          plain,
        );
      }),
    );
  });

  it("never throws and gives a closed query, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 60 }), (words) => {
        const text = words.join(" ");
        const { query } = readFollowUp(text, null, input) ?? readQuestion(text, input);
        expect(intents).toContain(query.intent);
        if (query.intent === "unknown")
          expect(query).toEqual({ intent: "unknown", measure: null, period: null, against: null });
        if (query.period !== null) expect(query.period.from <= query.period.to).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("takes less than 50 ms at the median for any text of any length", () => {
    const texts = [1, 100, 10_000, 1_000_000].flatMap((length) =>
      ["électricté ", "§0§ ", "2025 à ", "x", "de la ", "l'"].map((unit) =>
        unit.repeat(length).slice(0, length),
      ),
    );
    const times = texts.map((text) => {
      const start = performance.now();
      readQuestion(text, input);
      return performance.now() - start;
    });
    expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(50);
  });
});
