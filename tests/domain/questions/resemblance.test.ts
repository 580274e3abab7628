import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HumanQuestion } from "../../../src/domain/human-question.ts";
import { resemblance, resembling, searchAnswered } from "../../../src/domain/questions/resemblance.ts";

function question(number: number, text: string, answer: string | null): HumanQuestion {
  const at = `2026-11-0${number}T09:00:00.000Z`;
  return {
    ...{ number, text, askerId: "p1", askedAt: at, history: [] },
    state: answer === null ? "open" : "answered",
    answer: answer === null ? null : { text: answer, personId: "p2", at },
  };
}

const meter = question(1, "Où est le compteur de gaz ?", "Au sous-sol, à gauche.");
const paper = question(2, "Quel papier commande-t-on pour l’imprimante ?", "Du recyclé, 80 g.");
const key = question(3, "Qui a la clé du local à vélos ?", "L’accueil.");
const open = question(4, "Où est le compteur d’eau ?", null);
const all = [meter, paper, key, open];

describe("a question that was answered is found again", () => {
  it.each([
    ["the same words", "Où est le compteur de gaz ?", [1]],
    ["without accents, capitals or punctuation", "ou est LE COMPTEUR de gaz", [1]],
    ["in the plural, with a slip", "où sont les comteurs de gaz", [1]],
    ["said otherwise", "Le compteur de gaz se trouve à quel endroit ?", [1]],
    ["in another order", "le local à vélos, qui en a la clé ?", [3]],
  ])("%s", (_, text, numbers) => {
    expect(resembling(text, all, 2).map(({ number }) => number)).toEqual(numbers);
  });

  it.each([
    ["of something else", "Qui organise la journée de nettoyage ?"],
    ["that shares idle words alone", "Où est-ce que l’on est ?"],
    ["that waits still", "Où est le compteur d’eau chaude du bureau ?"],
    ["without words", "?"],
  ])("not one %s", (_, text) => {
    expect(resembling(text, all, 2)).toEqual([]);
  });

  it("the best first, and no more than asked", () => {
    const near = question(5, "Où est le compteur de gaz du garage ?", "Derrière la porte.");
    expect(resembling("Où est le compteur de gaz ?", [near, ...all], 2)).toEqual([meter, near]);
    expect(resembling("Où est le compteur de gaz ?", [near, ...all], 1)).toEqual([meter]);
  });

  it("is 1 for a text and itself, the same both ways, and between 0 and 1", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(resemblance(one, one)).toBe(1);
        expect(resemblance(one, other)).toBe(resemblance(other, one));
        expect(resemblance(one, other)).toBeGreaterThanOrEqual(0);
        expect(resemblance(one, other)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("the answers are searched by words", () => {
  it.each([
    ["of the question", "compteur gaz", [1]],
    ["of the answer", "sous-sol", [1]],
    ["of which half are there", "compteur piscine", [1]],
    ["that tell nothing: all, the newest first", "où est le", [3, 2, 1]],
    ["none: all, the newest first", "", [3, 2, 1]],
    ["that are nowhere", "piscine", []],
  ])("%s", (_, words, numbers) => {
    expect(searchAnswered(words, all).map(({ number }) => number)).toEqual(numbers);
  });
});
