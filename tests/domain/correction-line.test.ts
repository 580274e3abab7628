import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCorrectionLine } from "../../src/domain/correction-line.ts";
import { decimalText } from "../../src/domain/decimal.ts";
import { lateNovember, type MeasuredName, measured } from "../support/measured.ts";

/** "period | value | typed | reason", else the refusal's code. */
function read(name: MeasuredName, words: string): string {
  const result = readCorrectionLine(words, measured[name], lateNovember);
  if (!result.ok) return result.refusal.code;
  const { period, value, typed, reason } = result.value;
  return [period, decimalText(value), typed, reason ?? ""].join(" | ").trimEnd();
}

describe("PERIOD VALUE [UNIT] reason…", () => {
  it.each<[MeasuredName, string, string]>([
    ["eau", "T3 2026 12 m3 erreur de relevé", "2026-T3 | 12 | 12 m3 | erreur de relevé"],
    ["eau", "2026-T3 850 L compteur relu", "2026-T3 | 0.85 | 850 L | compteur relu"],
    ["eau", "1er trimestre 2026 1 234,5 m3 fuite", "2026-T1 | 1234.5 | 1 234,5 m3 | fuite"],
    ["eau", "du T3 12m3 : faute de frappe", "2026-T3 | 12 | 12m3 | faute de frappe"],
    ["eau", "trimestre dernier 12 m3 - oubli", "2026-T3 | 12 | 12 m3 | oubli"],
    ["eau", "2025 1 234 m3 oubli", "2025 | 1234 | 1 234 m3 | oubli"],
    ["eau", "Q3 12 cubic metres meter read again", "2026-T3 | 12 | 12 cubic metres | meter read again"],
    ["papier", "T3 2 000 kg 2 bacs oubliés", "2026-T3 | 2000 | 2 000 kg | 2 bacs oubliés"],
    ["papier", "2025 3 t erreur", "2025 | 3000 | 3 t | erreur"],
    ["papier", "2025 12t erreur", "2025 | 12000 | 12t | erreur"],
    ["papier", "T3 25 kg erreur", "2026-T3 | 25 | 25 kg | erreur"],
    ["papier", "T 3 12 kg erreur", "2026-T3 | 12 | 12 kg | erreur"],
    ["hotel", "T3 12 nuits", "2026-T3 | 12 | 12 nuits |"],
    ["hotel", "T3 12", "2026-T3 | 12 | 12 |"],
  ])("%s %s", (name, words, expected) => {
    expect(read(name, words)).toBe(expected);
  });
});

describe("a reason may follow a bare number, but no measure of any kind does", () => {
  it.each<[string, string]>([
    ["T3 2026 12 erreur de relevé", "2026-T3 | 12 | 12 | erreur de relevé"],
    ["T3 2026 12 coquille", "2026-T3 | 12 | 12 | coquille"],
    ["T3 2026 12 : coquille", "2026-T3 | 12 | 12 | coquille"],
    ["T3 2026 12 (relevé corrigé)", "2026-T3 | 12 | 12 | (relevé corrigé)"],
    ["T3 2026 12 l'index était faux", "2026-T3 | 12 | 12 | l'index était faux"],
    ["T3 2026 12 typo", "2026-T3 | 12 | 12 | typo"],
    ["T3 12 gallons", "unit_mismatch"],
    ["T3 12 gallons erreur de relevé", "unit_mismatch"],
    ["T3 12gallons erreur", "unit_mismatch"],
    ["T3 12 kg erreur", "unit_mismatch"],
    ["T3 12 tons erreur", "unit_mismatch"],
    ["T3 12 sacs oubliés", "unit_mismatch"],
    ["T3 12 m4 oubliés", "unit_mismatch"],
    ["T3 12 m3/mois oubliés", "unit_mismatch"],
    ["T3 12 % de moins", "unit_mismatch"],
    ["T3 12 CHF€ de moins", "unit_mismatch"],
    ["T3 12 T2 recompté", "unit_mismatch"],
    ["T3 12 2 relevés", "invalid_number"],
    ["T3 12 x 3 relevés", "invalid_number"],
    ["T3 12 m3 500 L erreur", "invalid_number"],
    ["T3 12 m3 et demi erreur", "invalid_number"],
    ["T3 12 et demi erreur", "invalid_number"],
    ["T3 12 m3 relevé du T2", "2026-T3 | 12 | 12 m3 | relevé du T2"],
    ["T3 12 m3 compteur\n✅ validé", "2026-T3 | 12 | 12 m3 | compteur ✅ validé"],
  ])("eau %s", (words, expected) => {
    expect(read("eau", words)).toBe(expected);
  });
});

describe("a figure that could be a year is the amount when a unit follows it", () => {
  it.each<[string, string]>([
    ["T3 2041 m3 erreur", "2026-T3 | 2041 | 2041 m3 | erreur"],
    ["T3 2025 m3 erreur", "2026-T3 | 2025 | 2025 m3 | erreur"],
    ["T3 2026 2041 m3 erreur", "2026-T3 | 2041 | 2041 m3 | erreur"],
    ["dernier trimestre 2025 m3 erreur", "2026-T3 | 2025 | 2025 m3 | erreur"],
    ["T3 2041 erreur", "future_period"],
    ["T3 2025 erreur", "invalid_number"],
    ["T3 1850 erreur", "2026-T3 | 1850 | 1850 | erreur"],
  ])("eau %s", (words, expected) => {
    expect(read("eau", words)).toBe(expected);
  });
});

describe("period first, then number, then unit, then wholeness", () => {
  it.each<[MeasuredName, string, string]>([
    ["eau", "", "invalid_period"],
    ["eau", "12 m3 T3 erreur", "invalid_period"],
    ["eau", "T5 abc", "invalid_period"],
    ["eau", "2026-T7 12 m3 erreur", "invalid_period"],
    ["eau", "T1 2027 abc", "future_period"],
    ["papier", "2025 3t erreur", "invalid_period"],
    ["eau", "T3", "invalid_number"],
    ["eau", "T3 abc", "invalid_number"],
    ["eau", "T3 1.234 gallons", "ambiguous_number"],
    ["eau", "T3 -5 gallons", "negative_value"],
    ["hotel", "T3 1,5 gallons", "unit_mismatch"],
    ["hotel", "T3 1,5 erreur", "not_an_integer"],
  ])("%s %s is %s", (name, words, expected) => {
    expect(read(name, words)).toBe(expected);
  });
});

it("never throws, whatever is typed", () => {
  const word = fc.constantFrom(
    "T3",
    "T5",
    "2025",
    "2041",
    "12",
    "1",
    "234",
    "-",
    "m3",
    "t",
    "kg",
    "gallons",
    "erreur",
    "de",
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 8 }).map((list) => list.join(" ")),
    fc.string({ unit: "binary" }),
    fc.string(),
  );
  const names = fc.constantFrom<MeasuredName>("eau", "papier", "hotel");
  fc.assert(
    fc.property(text, names, (typed, name) => {
      const result = readCorrectionLine(typed, measured[name], lateNovember);
      expect(result.ok ? result.value.value.gte(0) : result.refusal.code.length > 0).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
