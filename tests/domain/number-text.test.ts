import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, decimalText } from "../../src/domain/decimal.ts";
import { type NumberProfile, readNumber, typeableNumber } from "../../src/domain/number-text.ts";

/** The plain decimal read, "1234 | 1.234" for an ambiguous number, else the refusal's code. */
function read(text: string, profile: NumberProfile): string {
  const result = readNumber(text, profile);
  if (result.ok) return decimalText(result.value);
  return result.refusal.code === "ambiguous_number"
    ? result.refusal.data.readings.join(" | ")
    : result.refusal.code;
}

describe("in both profiles", () => {
  it.each([
    ["1234", "1234"],
    ["0", "0"],
    ["007", "7"],
    ["  42  ", "42"],
    ["1 234", "1234"],
    ["12 345 678", "12345678"],
    ["1 234,5", "1234.5"],
    ["1 234.567", "1234.567"],
    ["1 234,567", "1234.567"],
    ["1\u00a0234,5", "1234.5"],
    ["1\u202f234\u00a0567,5", "1234567.5"],
    ["1\u2009234", "1234"],
    ["1  234", "1234"],
    ["1'234.567", "1234.567"],
    ["1’234’567,5", "1234567.5"],
    ["1.234,5", "1234.5"],
    ["1,234.5", "1234.5"],
    ["1.234,567", "1234.567"],
    ["1,234.567", "1234.567"],
    ["1.234.567", "1234567"],
    ["1,234,567", "1234567"],
    ["1.234.567,8", "1234567.8"],
    ["1,234,567.8", "1234567.8"],
    ["0.125", "0.125"],
    ["0,125", "0.125"],
    ["1234.567", "1234.567"],
    ["1234,567", "1234.567"],
    ["1.5", "1.5"],
    ["1,5", "1.5"],
    ["12.3456", "12.3456"],
    ["012.345", "12.345"],
    ["1234567890".repeat(4), "1234567890".repeat(4)],
  ])("%j reads %s", (text, expected) => {
    expect([read(text, "fr"), read(text, "en")]).toEqual([expected, expected]);
  });

  it.each([
    ...[
      "",
      " ",
      "abc",
      "1 23 4",
      "1 2345",
      "12 34",
      "1234 567",
      "0 123",
      "0.123.456",
      "1,23,456",
      "1.23.456",
    ],
    ...[
      "1234,",
      "1234.",
      ",5",
      ".5",
      "1 234,",
      "1 234.5.6",
      "1.234.567.8",
      "1.234,5,6",
      "1..2",
      "1,,2",
      "1 ,5",
    ],
    ...["1 234'567", "1'234 567", "1 234.567,8", "1'234,567.8", "1''234", "1\t234", "1\n234"],
    ...["+5", "±5", "--5", "-−5", "–5", "-+5", "5-", "(5)", "-", "- ", "-abc", "-1 23 4", "-,5"],
    ...[
      "1e3",
      "1E3",
      "1e+3",
      "0x10",
      "0b1",
      "1_000",
      "NaN",
      "Infinity",
      "-Infinity",
      "∞",
      "12%",
      "1/2",
      "½",
      "10²",
    ],
    ...["١٢", "１２", "१२", "1२", "12 kg", "12kg", "un", "1\u200b234"],
  ])("%j is invalid_number", (text) => {
    const refused = { ok: false, refusal: { code: "invalid_number", data: { typed: text.trim() } } };
    expect([readNumber(text, "fr"), readNumber(text, "en")]).toEqual([refused, refused]);
  });

  it.each(["-5", "\u22125", "- 5", "-\u00a05", "-1 234,5", "-0", "-1.234", "-1,234"])(
    "%j is negative_value: one minus before a readable number",
    (text) => {
      const refused = { ok: false, refusal: { code: "negative_value", data: { typed: text } } };
      expect([readNumber(text, "fr"), readNumber(text, "en")]).toEqual([refused, refused]);
    },
  );

  it("takes 40 digits and no more", () => {
    expect(read("1".repeat(40), "fr")).toBe("1".repeat(40));
    expect(read("1".repeat(41), "fr")).toBe("invalid_number");
    expect(read(`0,${"1".repeat(40)}`, "fr")).toBe("invalid_number");
  });
});

describe("one mark before exactly three digits", () => {
  it.each([
    ["1.234", "1234 | 1.234", "1.234"],
    ["12.345", "12345 | 12.345", "12.345"],
    ["123.456", "123456 | 123.456", "123.456"],
    ["1.000", "1000 | 1", "1"],
    ["1,234", "1.234", "1234 | 1.234"],
    ["12,345", "12.345", "12345 | 12.345"],
    ["123,000", "123", "123000 | 123"],
  ])("%s is %s in French and %s in English", (text, french, english) => {
    expect([read(text, "fr"), read(text, "en")]).toEqual([french, english]);
  });

  it("is refused with both readings, the whole number first", () => {
    expect(readNumber(" 1.234 ", "fr")).toEqual({
      ok: false,
      refusal: { code: "ambiguous_number", data: { typed: "1.234", readings: ["1234", "1.234"] } },
    });
  });
});

describe("typeableNumber", () => {
  it.each([
    ["1234.5", "1234,5", "1234.5"],
    ["1.234", "1,234", "1.234"],
    ["1234", "1234", "1234"],
    ["0.000001", "0,000001", "0.000001"],
  ])("%s is typed %s in French and %s in English", (value, french, english) => {
    expect([typeableNumber(decimal(value), "fr"), typeableNumber(decimal(value), "en")]).toEqual([
      french,
      english,
    ]);
  });
});

describe("properties", () => {
  const cents = fc.bigInt({ min: 0n, max: 10n ** 14n });
  const centsText = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, "0")}`;

  it("reads back what Intl writes in French, to the cent", () => {
    const french = new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(cents, (value) => {
        expect(read(french.format(Number(centsText(value))), "fr")).toBe(
          decimalText(decimal(centsText(value))),
        );
      }),
    );
  });

  it("reads back what Intl writes in English, to the cent", () => {
    const english = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(cents, (value) => {
        expect(read(english.format(Number(centsText(value))), "en")).toBe(
          decimalText(decimal(centsText(value))),
        );
      }),
    );
  });

  it("reads back whole numbers as Intl writes them, of any size up to 40 digits, in French", () => {
    const french = new Intl.NumberFormat("fr-FR");
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n - 1n }), (value) => {
        expect(read(french.format(value), "fr")).toBe(`${value}`);
      }),
    );
  });

  it("reads back any decimal written to be typed", () => {
    const digits = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 15 }));
    fc.assert(
      fc.property(digits, fc.constantFrom<NumberProfile>("fr", "en"), ([whole, places], profile) => {
        const value = decimal(`${whole}e-${places}`);
        expect(readNumber(typeableNumber(value, profile), profile)).toEqual({ ok: true, value });
      }),
    );
  });

  it("never throws and never gives a negative number, whatever is typed", () => {
    const marks = fc.string({ unit: fc.constantFrom(..."0123456789.,'’ \u00a0-\u2212+eExkK") });
    const text = fc.oneof(marks, fc.string({ unit: "binary" }), fc.string());
    fc.assert(
      fc.property(text, fc.constantFrom<NumberProfile>("fr", "en"), (typed, profile) => {
        const result = readNumber(typed, profile);
        expect(result.ok ? result.value.gte(0) : result.refusal.code.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
