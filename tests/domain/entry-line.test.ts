import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalText } from "../../src/domain/decimal.ts";
import { readEntryLine } from "../../src/domain/entry-line.ts";
import { lateNovember, type MeasuredName, measured } from "../support/measured.ts";

/** "value | typed | period | note", a period in brackets being the open quarter; else the refusal's code. */
function read(name: MeasuredName, words: string, profile: "fr" | "en" = "fr"): string {
  const result = readEntryLine(words, measured[name], { ...lateNovember, profile });
  if (!result.ok) return result.refusal.code;
  const { value, typed, period, periodGiven, note } = result.value;
  return [decimalText(value), typed, periodGiven ? period : `(${period})`, note ?? ""].join(" | ").trimEnd();
}

describe("VALUE [UNIT] [PERIOD] [note…]", () => {
  it.each<[MeasuredName, string, string]>([
    ["electricite", "1234", "1234 | 1234 | (2026-T3) |"],
    ["electricite", "1 234,5 kWh T3 facture EDF", "1234.5 | 1 234,5 kWh | 2026-T3 | facture EDF"],
    ["electricite", "1\u202f234,5\u00a0kWh T3", "1234.5 | 1\u202f234,5\u00a0kWh | 2026-T3 |"],
    ["electricite", "3,2MWh 2026-T1", "3200 | 3,2MWh | 2026-T1 |"],
    ["electricite", "1234 kWh facture EDF n° 4512", "1234 | 1234 kWh | (2026-T3) | facture EDF n° 4512"],
    ["electricite", "1234 kWh, T2 2026, facture", "1234 | 1234 kWh | 2026-T2 | facture"],
    ["electricite", "1234 kWh T2 2026 : relevé du 30/06", "1234 | 1234 kWh | 2026-T2 | relevé du 30/06"],
    ["electricite", "1234 kWh T2 - relevé", "1234 | 1234 kWh | 2026-T2 | relevé"],
    ["electricite", "1234 kWh pour le T2 2026", "1234 | 1234 kWh | 2026-T2 |"],
    ["electricite", "1234 kWh pour la cantine", "1234 | 1234 kWh | (2026-T3) | pour la cantine"],
    ["electricite", "1234 au 1er trimestre", "1234 | 1234 | 2026-T1 |"],
    ["electricite", "1234 for the second quarter of 2025", "1234 | 1234 | 2025-T2 |"],
    ["electricite", "1234 kWh trimestre dernier", "1234 | 1234 kWh | 2026-T3 |"],
    ["electricite", "1234 kWh ce trimestre", "1234 | 1234 kWh | 2026-T4 |"],
    ["electricite", "1234 kWh dernier trimestre 2025", "1234 | 1234 kWh | 2025-T4 |"],
    ["electricite", "1234 kWh l'an dernier", "1234 | 1234 kWh | 2025 |"],
    ["electricite", "1234 kWh 2025 relevé annuel", "1234 | 1234 kWh | 2025 | relevé annuel"],
    ["electricite", "0 T3 bureaux fermés", "0 | 0 | 2026-T3 | bureaux fermés"],
    ["papier", "12 kg T2 2026 pesée mensuelle", "12 | 12 kg | 2026-T2 | pesée mensuelle"],
    ["papier", "12 kg 3 bacs pesés", "12 | 12 kg | (2026-T3) | 3 bacs pesés"],
    ["papier", "12 kg 2e pesée", "12 | 12 kg | (2026-T3) | 2e pesée"],
    ["papier", "12 kg T3 3 bacs", "12 | 12 kg | 2026-T3 | 3 bacs"],
    ["papier", "12 kg - 3 bacs", "12 | 12 kg | (2026-T3) | 3 bacs"],
    ["papier", "4 ramettes T3 A4 recyclé", "10 | 4 ramettes | 2026-T3 | A4 recyclé"],
    ["train", "3 200km T3", "3200 | 3 200km | 2026-T3 |"],
    ["hotel", "12 nuitées T3 Lyon", "12 | 12 nuitées | 2026-T3 | Lyon"],
    ["achats-services", "12k€ HT T2 2026 audit", "12 | 12k€ HT | 2026-T2 | audit"],
    ["gaz", "12 MWh PCS T1", "12000 | 12 MWh PCS | 2026-T1 |"],
  ])("%s %s", (name, words, expected) => {
    expect(read(name, words)).toBe(expected);
  });

  it("follows the number profile of the person", () => {
    expect(read("electricite", "1,234 kWh Q3", "en")).toBe("ambiguous_number");
    expect(read("electricite", "1.234 kWh Q3", "en")).toBe("1.234 | 1.234 kWh | 2026-T3 |");
  });
});

describe("after a bare number, a digit begins a period or nothing", () => {
  it.each<[string, string]>([
    ["1234 2026-T3 note", "1234 | 1234 | 2026-T3 | note"],
    ["1234 1er trimestre 2026", "1234 | 1234 | 2026-T1 |"],
    ["1 234 2e trimestre", "1234 | 1 234 | 2026-T2 |"],
    ["1 234 2025", "1234 | 1 234 | 2025 |"],
    ["250 2025 relevé", "250 | 250 | 2025 | relevé"],
    ["250 123 T3", "250123 | 250 123 | 2026-T3 |"],
    ["12 345 678 2025-T4", "12345678 | 12 345 678 | 2025-T4 |"],
    ["1 23 4", "invalid_number"],
    ["1 234 56", "invalid_number"],
    ["1234 567", "invalid_number"],
    ["12 1850", "invalid_number"],
    ["12 2 bacs", "invalid_number"],
    ["12 - 2025", "invalid_number"],
    ["12 +3 T3", "invalid_number"],
    ["12 x 3", "invalid_number"],
    ["12 ２０２５", "invalid_number"],
    ["1234 2026-T7", "invalid_period"],
    ["1234 5e trimestre", "invalid_period"],
    ["1234 15/09/2026", "invalid_period"],
    ["1234 2027", "future_period"],
  ])("%s", (words, expected) => {
    expect(read("electricite", words)).toBe(expected);
  });
});

describe("a word after a bare number is a unit or a period, never a note", () => {
  it.each<[MeasuredName, string, string]>([
    ["eau", "12 gallons", "unit_mismatch"],
    ["eau", "12 gallons T3", "unit_mismatch"],
    ["electricite", "1234 facture EDF", "unit_mismatch"],
    ["electricite", "1234 - facture EDF", "unit_mismatch"],
    ["electricite", "1234 (facture)", "unit_mismatch"],
    ["gaz", "1234 kWh PCI T3", "unit_mismatch"],
    ["papier", "12 kg CO2 T3", "unit_mismatch"],
    ["electricite", "1,2 million de kWh", "unit_mismatch"],
    ["papier", "2 T3 t", "2000 | 2 t | 2026-T3 |"],
    ["papier", "2 T3 t pesée", "2000 | 2 t | 2026-T3 | pesée"],
    ["electricite", "1234 T3 2026 kWh facture", "1234 | 1234 kWh | 2026-T3 | facture"],
    ["eau", "12 T3 gallons", "unit_mismatch"],
    ["papier", "12 T3 pesée", "12 | 12 | 2026-T3 | pesée"],
    ["hotel", "1,5 T3 nuits", "not_an_integer"],
  ])("%s %s", (name, words, expected) => {
    expect(read(name, words)).toBe(expected);
  });

  it("tells the word", () => {
    expect(readEntryLine("1234 - facture EDF", measured.eau, lateNovember)).toEqual({
      ok: false,
      refusal: {
        code: "unit_mismatch",
        data: { typed: "facture", unit: "m3", accepted: ["m3", "L", "hl"] },
      },
    });
  });
});

describe("what looks like a period, or like more of the amount, is not a note", () => {
  it.each<[string, string]>([
    ["12 kg T5", "invalid_period"],
    ["12 kg T0 2026", "invalid_period"],
    ["12 kg 2026-T7", "invalid_period"],
    ["12 kg T3/26", "invalid_period"],
    ["12 kg T3 26", "invalid_period"],
    ["12 kg T3 '26 pesée", "invalid_period"],
    ["12 kg T3 1850", "invalid_period"],
    ["12 kg 1850-T1", "invalid_period"],
    ["12 kg trimestre 5", "invalid_period"],
    ["12 kg 5e trimestre", "invalid_period"],
    ["12 kg 2025 T7", "invalid_period"],
    ["12 kg 2025 mars", "invalid_period"],
    ["12 kg mars 2026", "invalid_period"],
    ["12 kg en mars", "invalid_period"],
    ["12 kg 1er semestre 2026", "invalid_period"],
    ["12 kg 2026-03-15", "invalid_period"],
    ["12 kg T1 et T2", "invalid_period"],
    ["12 kg du T1 au T3 2026", "invalid_period"],
    ["12 kg T1-T3 2026", "invalid_period"],
    ["12 kg T1 2027", "future_period"],
    ["12 kg trimestre prochain", "future_period"],
    ["12 kg T3 2026 mars à mai", "12 | 12 kg | 2026-T3 | mars à mai"],
    ["12 kg T3 45 bacs", "12 | 12 kg | 2026-T3 | 45 bacs"],
    ["12 kg 1850 feuilles", "12 | 12 kg | (2026-T3) | 1850 feuilles"],
    ["2 t 300 kg", "invalid_number"],
    ["2 t 300", "invalid_number"],
    ["12 kg + 3 kg", "invalid_number"],
    ["12 kg x3", "invalid_number"],
  ])("%s", (words, expected) => {
    expect(read("papier", words)).toBe(expected);
  });

  it.each<[MeasuredName, string, string]>([
    ["papier", "12 T 3", "invalid_period"],
    ["papier", "12 t 3 2026", "invalid_period"],
    ["papier", "12 t 5 bacs", "12000 | 12 t | (2026-T3) | 5 bacs"],
    ["papier", "12t 3 bacs", "12000 | 12t | (2026-T3) | 3 bacs"],
    ["papier", "12 kg T 3", "12 | 12 kg | 2026-T3 |"],
    ["electricite", "12 T 3", "unit_mismatch"],
  ])("a lone T and a figure from 1 to 4 may be tonnes or a quarter: %s %s", (name, words, expected) => {
    expect(read(name, words)).toBe(expected);
  });
});

describe("a period after a note is asked about, never left in it", () => {
  it.each<[MeasuredName, string, string]>([
    ["repas", "25 repas séminaire T2", "T2"],
    ["repas", "25 repas séminaire T3", "T3"],
    ["train", "900 km Paris-Lyon T2", "T2"],
    ["papier", "4 ramettes A4 T2", "T2"],
    ["electricite", "1500 kWh facture T4 2025", "T4 2025"],
    ["electricite", "1500 kWh facture du T4 2025, payée", "T4 2025"],
    ["electricite", "1500 kWh facture 2026-T1", "2026-T1"],
    ["electricite", "1500 kWh facture (Q1)", "Q1"],
    ["electricite", "1500 kWh facture du 2e trimestre payée", "2e trimestre"],
    ["electricite", "1500 kWh facture du trimestre dernier", "trimestre dernier"],
    ["electricite", "1500 kWh facture T1-T3", "T1-T3"],
    ["electricite", "1500 kWh facture T2/26", "T2/26"],
    ["electricite", "1500 kWh facture T4 2027", "T4 2027"],
    ["electricite", "1500 kWh facture 2025", "2025"],
    ["electricite", "1500 kWh facture de l'année 2025.", "l'année 2025"],
  ])("%s %s", (name, words, typed) => {
    expect(readEntryLine(words, measured[name], lateNovember)).toEqual({
      ok: false,
      refusal: { code: "invalid_period", data: { typed, problem: "after_note" } },
    });
  });

  it.each<[MeasuredName, string, string]>([
    ["papier", "4 ramettes A4", "10 | 4 ramettes | (2026-T3) | A4"],
    ["papier", "4 ramettes 2025 feuilles", "10 | 4 ramettes | 2025 | feuilles"],
    ["electricite", "1500 kWh facture 2025 EDF", "1500 | 1500 kWh | (2026-T3) | facture 2025 EDF"],
    ["electricite", "1500 kWh salle T5", "1500 | 1500 kWh | (2026-T3) | salle T5"],
    ["electricite", "1500 kWh bâtiment T2bis", "1500 | 1500 kWh | (2026-T3) | bâtiment T2bis"],
    ["electricite", "1500 kWh T3 comme au T2", "1500 | 1500 kWh | 2026-T3 | comme au T2"],
    ["electricite", "1500 kWh T3 facture 2025", "1500 | 1500 kWh | 2026-T3 | facture 2025"],
  ])("but a note may stand: %s %s", (name, words, expected) => {
    expect(read(name, words)).toBe(expected);
  });
});

describe("a fraction in words is part of the amount, which is refused", () => {
  it.each<[MeasuredName, string, string]>([
    ["temps-referent", "3 jours et demi", "3 jours et demi"],
    ["temps-referent", "3 jours et demi T2", "3 jours et demi"],
    ["temps-referent", "3 et demi", "3 et demi"],
    ["temps-referent", "3 days and a half", "3 days and a half"],
    ["temps-referent", "3 jours ½ réunion", "3 jours ½"],
    ["papier", "2 t et demie", "2 t et demie"],
    ["papier", "2 kg et trois quarts", "2 kg et trois quarts"],
  ])("%s %s", (name, words, typed) => {
    expect(readEntryLine(words, measured[name], lateNovember)).toEqual({
      ok: false,
      refusal: { code: "invalid_number", data: { typed } },
    });
  });

  it.each<[MeasuredName, string, string]>([
    ["temps-referent", "3 jours et demandes diverses", "3 | 3 jours | (2026-T3) | et demandes diverses"],
    ["hotel", "3 nuits et demi-pension", "3 | 3 nuits | (2026-T3) | et demi-pension"],
  ])("but other words are a note: %s %s", (name, words, expected) => {
    expect(read(name, words)).toBe(expected);
  });
});

describe("a note holds on one line", () => {
  it.each([
    ["12 kg T3 pesée\n✅ Chiffre validé", "pesée ✅ Chiffre validé"],
    ["12 kg T3 a\r\n\tb\u2028c\u2029d\u0085e\u0000f\u001b[31mg", "a b c d e f [31mg"],
    ["12 kg T3 tourné\u202eeddeh", "tourné eddeh"],
    ["12 kg T3 de   près", "de près"],
    ["12 kg T3 \u0007", null],
  ])("%j", (words, note) => {
    expect(readEntryLine(words, measured.papier, lateNovember)).toMatchObject({ ok: true, value: { note } });
  });
});

describe("number first, then unit, then wholeness, then period", () => {
  it.each<[MeasuredName, string, string]>([
    ["electricite", "", "invalid_number"],
    ["electricite", "kWh T3", "invalid_number"],
    ["electricite", "T3 1234", "invalid_number"],
    ["electricite", "1234, T3", "invalid_number"],
    ["electricite", "1e3 gallons T9", "invalid_number"],
    ["electricite", "-5 gallons T9", "negative_value"],
    ["electricite", "- 5 kWh T3", "negative_value"],
    ["electricite", "-5 2025", "negative_value"],
    ["electricite", "-1 23 4", "invalid_number"],
    ["electricite", "1.234 gallons T9", "ambiguous_number"],
    ["hotel", "1,5 gallons T9", "unit_mismatch"],
    ["hotel", "1,5 nuits T9", "not_an_integer"],
    ["hotel", "1 nuit T9", "invalid_period"],
  ])("%s %s is %s", (name, words, expected) => {
    expect(read(name, words)).toBe(expected);
  });
});

describe("properties", () => {
  const names = fc.constantFrom<MeasuredName>("electricite", "papier", "hotel", "gaz");
  const words = fc.constantFrom(
    ...[
      "12",
      "1",
      "234",
      "1.234",
      "-",
      "5",
      "kWh",
      "t",
      "T",
      "kg",
      "PCI",
      "T3",
      "T5",
      "2025",
      "2026-T1",
      "1er",
    ],
    ...["trimestre", "de", "l'an", "dernier", "mars", "note", "x", "+", ",", "'26", "€", "par", "mois"],
  );

  it("never throws, and gives no value but a positive one and a note without edges", () => {
    const text = fc.oneof(
      fc.array(words, { maxLength: 8 }).map((list) => list.join(" ")),
      fc.string({ unit: "binary" }),
      fc.string(),
    );
    fc.assert(
      fc.property(text, names, (typed, name) => {
        const result = readEntryLine(typed, measured[name], lateNovember);
        const note = result.ok ? result.value.note : null;
        expect(result.ok ? result.value.value.gte(0) : result.refusal.code.length > 0).toBe(true);
        expect(note ?? "").not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(note).toBe(note?.trim() || null);
      }),
      { numRuns: 2000 },
    );
  });

  it("reads the value whatever the note after a unit and a period says", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.constantFrom("facture", "4512", "EDF", "kWh", "12"), { maxLength: 5 }),
        (value, note) => {
          const result = readEntryLine(
            `${value} kWh 2026-T2 : ${note.join(" ")}`,
            measured.electricite,
            lateNovember,
          );
          expect(result).toMatchObject({
            value: { typed: `${value} kWh`, period: "2026-T2", note: note.join(" ") || null },
          });
        },
      ),
    );
  });
});
