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

const openings = [
  "bonjour, pourrais-tu me dire stp ",
  "Salut 👋 ",
  "j'aimerais savoir ",
  "peux-tu me donner ",
  "Quelqu'un sait ",
  "Pour le rapport de lundi, ",
  "Avant de rédiger le compte rendu de la réunion, ",
  "Mon directeur me demande ",
  "d'après toi, ",
  "Désolé de te déranger, ",
  "au fait, ",
  "could you please tell me ",
  "I was wondering ",
];
const closings = [
  "",
  " ?",
  " stp",
  ", merci d'avance !",
  " 🙏",
  " please",
  ", honnêtement",
  ", si possible",
  " quand tu as deux minutes",
  " (c'est urgent)",
];
const questions = [
  "combien de gaz en 2025",
  "nos déchets ont-ils diminué par rapport à l'an dernier",
  "évolution de l'eau depuis 2022",
  "quel poste émet le plus",
  "objectif GES 2027",
  "il manque quoi pour le T3",
  "qui pilote AE.2",
  "quel est le facteur du train",
  "pourquoi les émissions ont-elles augmenté en 2025",
];
/** Things that no plan of this kind follows, or that make another thing of what it follows. */
const strangers =
  "en France|de la Chine|des voisins|par habitant|de piscine|de mon cousin|du magasin|à Chamonix|des skieurs|au Canada|de la commune|du fournisseur|de méthane|vertes|gazeuse".split(
    "|",
  );

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

  it("is not changed by politeness, a way in or an occasion", () => {
    const parts = [openings, questions, closings].map((list) => fc.constantFrom(...list));
    fc.assert(
      fc.property(fc.tuple(...parts), ([opening = "", question = "", closing = ""]) => {
        const plain = readQuestion(question, input).query;
        expect(plain.intent).not.toBe("unknown");
        expect(readQuestion(`${opening}${question}${closing}`, input).query).toEqual(plain);
      }),
      { numRuns: 400 },
    );
  });

  it("never gives a figure where the thing is another's, or is not followed", () => {
    fc.assert(
      fc.property(
        anyMeasure,
        fc.constantFrom(...strangers),
        fc.constantFrom(...periods),
        (measure, stranger, period) => {
          for (const text of [
            `combien de ${measure} ${stranger} ${period}`,
            `${period}, ${measure} ${stranger}`,
            `évolution de ${measure} ${stranger} ${period}`,
          ])
            expect(readQuestion(text, input).query.intent).toBe("unknown");
        },
      ),
      { numRuns: 300 },
    );
  });

  it("of two measures side by side gives the figure of neither", () => {
    fc.assert(
      fc.property(
        anyMeasure,
        anyMeasure,
        fc.constantFrom("et", "et les", "+", "ou", "and"),
        (one, two, link) => {
          fc.pre(one !== two);
          expect(readQuestion(`combien de ${one} ${link} ${two} en 2025`, input).query.intent).toBe(
            "unknown",
          );
        },
      ),
      { numRuns: 300 },
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
