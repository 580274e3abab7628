import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followedByPeriod, readPeriodTokens } from "../../src/domain/period-text.ts";
import { lateNovember } from "../support/measured.ts";

const listed = (texts: string): string[] => texts.split(" | ");

describe("the period that begins a list of words", () => {
  it.each([
    ["T3 facture EDF", 1, "2026-T3"],
    ["T3 2025 facture", 2, "2025-T3"],
    ["T3, 2025, facture", 2, "2025-T3"],
    ["2025 facture", 1, "2025"],
    ["2025 T3 facture", 2, "2025-T3"],
    ["2026-T1 3 bacs", 1, "2026-T1"],
    ["pour le premier trimestre de l'année 2026 relevé", 7, "2026-T1"],
    ["1 er trimestre 2026 relevé", 4, "2026-T1"],
    ["dernier trimestre 2025 relevé", 3, "2025-T4"],
    ["dernier trimestre relevé", 2, "2026-T3"],
    ["T3 - facture", 2, "2026-T3"],
    ["T3 1850 kWh", 1, "2026-T3"],
    ["T3 1 234 kWh", 1, "2026-T3"],
    ["2025 3 t", 1, "2025"],
    ["T1 2027 facture", 2, "future_period"],
    ["T5 facture", 1, "invalid_period"],
    ["2026-T7 facture", 1, "invalid_period"],
    ["2026 T7 facture", 2, "invalid_period"],
    ["T3/26 facture", 1, "invalid_period"],
    ["1850-T1 facture", 1, "invalid_period"],
    ["au 5e trimestre 2026", 3, "invalid_period"],
    ["2025 3T", 2, "invalid_period"],
    ["mars 2026", 2, "invalid_period"],
    ["en mars", 2, "invalid_period"],
    ["1er semestre 2026", 2, "invalid_period"],
    ["2026-03-15 pesée", 1, "invalid_period"],
    ["15/03/2026 pesée", 1, "invalid_period"],
    ["2025-2026 pesée", 1, "invalid_period"],
  ])("of %j takes %i words: %s", (text, taken, expected) => {
    const leading = readPeriodTokens(text.split(" "), lateNovember);
    const period = leading?.period;
    expect([leading?.taken, period?.ok ? period.value : period?.refusal.code]).toEqual([taken, expected]);
  });

  it.each([
    ...[""],
    ...listed(
      "facture T3 | 3 bacs | 1er passage | 2e pesée | dernier relevé | pour la cantine | le 3 | 1850 m",
    ),
    ...listed(
      "kWh T3 | may be wrong | mars-en-Famenne | tonnes | T-shirt | 3/4 plein | 12t | 23 4 | ce relevé",
    ),
  ])("%j begins none", (text) => {
    expect(readPeriodTokens(text.split(" "), lateNovember)).toBeNull();
  });
});

describe("a figure is for one period", () => {
  it.each([
    ...listed("T1 T2 | T1 et T2 | T1 à T3 2026 | du T1 au T3 | T1 - T2 | T1 + T2 | 2025 2026 | 2025 et 2026"),
    ...listed(
      "2025 mars | 2025 S1 | T3 T9 | trimestre dernier 2025 | T3 25 | T3 '26 | T4 25 facture | T3 1850",
    ),
  ])("%j names more than one, or half of one", (text) => {
    expect(followedByPeriod(text.split(" "), lateNovember)).toBe(true);
  });

  it.each([
    "T3",
    "T3 facture",
    "T3 3 bacs",
    "T3 2026 25 bacs",
    "T3 45 bacs",
    "2025 relevé",
    "T3 2026 mars à mai",
    "facture",
  ])("%j does not", (text) => {
    expect(followedByPeriod(text.split(" "), lateNovember)).toBe(false);
  });
});

it("takes at least one word and no more than there are, and never throws, whatever is typed", () => {
  const words = fc.constantFrom(
    ...listed("T1 | t | 5 | 2026 | trimestre | 1er | de | l'an | dernier | mars | - | '26"),
  );
  const tokens = fc.oneof(fc.array(words), fc.array(fc.string({ unit: "binary" })));
  fc.assert(
    fc.property(tokens, (typed) => {
      const taken = readPeriodTokens(typed, lateNovember)?.taken ?? 1;
      expect(taken >= 1 && taken <= Math.max(typed.length, 1)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
