import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalText } from "../../src/domain/decimal.ts";
import { readQuantity } from "../../src/domain/quantity.ts";
import { type MeasuredName, measured } from "../support/measured.ts";

/** One case of the fixture: what was typed for an indicator, and the value or the refusal it must give. */
type Sample = { indicator: MeasuredName; typed: string; value?: number; error?: string };

const samples: Sample[] = readFileSync(new URL("../fixtures/quantities.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

function read(typed: string, name: MeasuredName, profile: "fr" | "en" = "fr"): string {
  const result = readQuantity(typed, measured[name], profile);
  return result.ok ? decimalText(result.value.value) : result.refusal.code;
}

describe("the published cases", () => {
  it.each(samples)("$typed of $indicator", ({ indicator, typed, value, error }) => {
    expect(read(typed, indicator)).toBe(error ?? `${value}`);
  });
});

describe("a number, then perhaps a unit, glued or not", () => {
  it.each<[string, MeasuredName, string]>([
    ["3,2MWh", "electricite", "3200"],
    ["1\u202f234,5\u00a0kWh", "electricite", "1234.5"],
    ["1’234,5 kWh", "electricite", "1234.5"],
    ["  42 kWh  ", "electricite", "42"],
    ["12 kWh.", "electricite", "12"],
    ["12 kWh ,", "electricite", "12"],
    ["12 345 678kWh", "electricite", "12345678"],
    ["1.234.567 kWh", "electricite", "1234567"],
    ["1.234,5MWh", "electricite", "1234500"],
    ["45m³", "eau", "45"],
    ["45m3", "eau", "45"],
    ["0 L", "eau", "0"],
    ["12k€ HT", "achats-services", "12"],
    ["12 500,50 €", "achats-services", "12.5005"],
    ["12nuitées", "hotel", "12"],
    ["12 ramettes", "papier", "30"],
    ["0,5 ramette", "papier", "1.25"],
    ["3 200 passagers.km", "train", "3200"],
    ["1 GJ", "electricite", "277.777778"],
  ])("%j of %s is %s", (typed, name, expected) => {
    expect(read(typed, name)).toBe(expected);
  });

  it("keeps the amount as typed", () => {
    expect(readQuantity(" 1\u202f234,5 kWh. ", measured.electricite, "fr")).toMatchObject({
      value: { typed: "1\u202f234,5 kWh" },
    });
  });

  it("follows the profile of the person who types", () => {
    expect([read("1,234 kWh", "electricite", "fr"), read("1,234 kWh", "electricite", "en")]).toEqual([
      "1.234",
      "ambiguous_number",
    ]);
    expect([read("1.234 kWh", "electricite", "fr"), read("1.234 kWh", "electricite", "en")]).toEqual([
      "ambiguous_number",
      "1.234",
    ]);
  });
});

describe("what is wrong with the number is told before the unit", () => {
  it.each<[string, MeasuredName, string]>([
    ["", "electricite", "invalid_number"],
    ["kWh", "electricite", "invalid_number"],
    ["T3 1234", "electricite", "invalid_number"],
    ["1 23 4 kg", "electricite", "invalid_number"],
    ["1234 567 kWh", "electricite", "invalid_number"],
    ["1234, kWh", "electricite", "invalid_number"],
    ["1234.kWh", "electricite", "invalid_number"],
    [",5 kWh", "electricite", "invalid_number"],
    ["+5 kWh", "electricite", "invalid_number"],
    ["~5 kWh", "electricite", "invalid_number"],
    ["--5 gallons", "electricite", "invalid_number"],
    ["-5 gallons", "electricite", "negative_value"],
    ["\u22125kWh", "electricite", "negative_value"],
    ["- 5 kWh", "electricite", "negative_value"],
    ["-1.234 kWh", "electricite", "negative_value"],
    ["-1 23 4", "electricite", "invalid_number"],
    ["1.234 gallons", "electricite", "ambiguous_number"],
    ["1.234", "hotel", "ambiguous_number"],
    ["1e3 kWh", "electricite", "invalid_number"],
    ["1e+3", "electricite", "invalid_number"],
    ["0x10", "electricite", "invalid_number"],
    ["0xFF", "electricite", "invalid_number"],
    ["12O5", "electricite", "invalid_number"],
    ["1२ kWh", "electricite", "invalid_number"],
    ["１２ kWh", "electricite", "invalid_number"],
    ["1½ kWh", "electricite", "invalid_number"],
    ["12/3 kWh", "electricite", "invalid_number"],
    ["12-15 kg", "papier", "invalid_number"],
    ["12 - 15 kg", "papier", "invalid_number"],
    ["12 x 3 kg", "papier", "invalid_number"],
    ["12 + 3 kg", "papier", "invalid_number"],
    ["12 −3 kg", "papier", "invalid_number"],
  ])("%j of %s is %s", (typed, name, expected) => {
    expect(read(typed, name)).toBe(expected);
  });
});

describe("an amount in two parts is not read by halves", () => {
  it.each<[string, MeasuredName]>([
    ["2 t 300 kg", "papier"],
    ["2 t 300", "papier"],
    ["12 kg + 3 kg", "papier"],
    ["12 kg x 3", "papier"],
    ["1 m3 500 L", "eau"],
  ])("%j of %s is invalid_number", (typed, name) => {
    expect(read(typed, name)).toBe("invalid_number");
  });
});

describe("then the unit, then wholeness", () => {
  it.each<[string, MeasuredName, string]>([
    ["12 gallons", "eau", "unit_mismatch"],
    ["12gallons", "eau", "unit_mismatch"],
    ["12k", "eau", "unit_mismatch"],
    ["12 m3 pesée", "eau", "unit_mismatch"],
    ["12 T3", "eau", "unit_mismatch"],
    ["12 pesée", "eau", "unit_mismatch"],
    ["12 %", "eau", "unit_mismatch"],
    ["12 kWh PCI", "gaz", "unit_mismatch"],
    ["12 kg par mois", "papier", "unit_mismatch"],
    ["1,2 million", "electricite", "unit_mismatch"],
    ["12,5 gallons", "hotel", "unit_mismatch"],
    ["12,5 nuits", "hotel", "not_an_integer"],
    ["0,5", "formations", "not_an_integer"],
    ["12,0", "hotel", "12"],
  ])("%j of %s is %s", (typed, name, expected) => {
    expect(read(typed, name)).toBe(expected);
  });

  it("tells the fraction in the indicator's unit", () => {
    expect(readQuantity("12,50 nuits", measured.hotel, "fr")).toEqual({
      ok: false,
      refusal: { code: "not_an_integer", data: { value: "12.5", unit: "nuitée" } },
    });
  });

  it("tells the unit as typed", () => {
    expect(readQuantity("12 kWh PCI", measured.gaz, "fr")).toMatchObject({
      refusal: { code: "unit_mismatch", data: { typed: "kWh PCI", unit: "kWh PCS" } },
    });
  });
});

it("an ambiguous number is told as typed, without its unit, so that it can be replaced in the line", () => {
  expect(readQuantity("12.345 kWh", measured.electricite, "fr")).toEqual({
    ok: false,
    refusal: { code: "ambiguous_number", data: { typed: "12.345", readings: ["12345", "12.345"] } },
  });
});

describe("properties", () => {
  const names = fc.constantFrom<MeasuredName>("electricite", "eau", "papier", "train", "hotel");

  it("never throws, whatever is typed", () => {
    const marks = fc.string({ unit: fc.constantFrom(..."0123456789.,'’ \u00a0-+xekgtmLh€T") });
    const text = fc.oneof(marks, fc.string({ unit: "binary" }), fc.string());
    fc.assert(
      fc.property(text, names, (typed, name) => {
        expect(read(typed, name)).toMatch(
          /^\d+(\.\d+)?$|^(invalid_number|ambiguous_number|negative_value|unit_mismatch|not_an_integer)$/,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("reads a whole number of each unit as that many, whatever space separates them", () => {
    const spaces = fc.constantFrom("", " ", "\u00a0", "\u202f", "\u2009", "  ");
    const whole = new Intl.NumberFormat("fr-FR");
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), names, spaces, (value, name, space) => {
        expect(read(`${whole.format(value)}${space}${measured[name].unit}`, name)).toBe(`${value}`);
      }),
    );
  });
});
