import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Factor } from "../../src/domain/factor.ts";
import { reviewFactors } from "../../src/domain/factor-review.ts";
import { factor, factorSet } from "../support/build.ts";

const today = Temporal.PlainDate.from("2026-11-24");

/** What a review says of one factor, against those known; the one of its own id is replaced. */
function review(after: Factor, ...known: Factor[]) {
  const set = factorSet(...known);
  return reviewFactors([{ before: set.get(after.id) ?? null, after }], set, today);
}

function codes(after: Factor, ...known: Factor[]) {
  const { suspicions, warnings } = review(after, ...known);
  return { suspicions: suspicions.map(({ code }) => code), warnings: warnings.map(({ code }) => code) };
}

const perKwh = { unit: "kWh" };
const record = (number: string) => ({ source: `Base Empreinte ${number}` });

/** Errors found in published tools, ADEME-linked ones among them: each would have been stopped, or said. */
describe("the errors found in published sources", () => {
  it("1. gas of record 37138 typed per kWh where it is per cubic metre: ten times too much", () => {
    const gas = factor("gaz-m3", "2.32", {}, { unit: "m3", ...record("37138") });
    const typed = factor("ademe-37138", "2.32", {}, { ...perKwh, source: "Base Carbone® — ADEME, 37138" });
    expect(review(typed, gas)).toEqual({
      suspicions: [
        { id: "ademe-37138", code: "unit_changed", data: { other: "gaz-m3", before: "m3", after: "kWh" } },
      ],
      warnings: [],
    });
  });

  it("2. a hotel night of 8.47 kg that becomes 0.03", () => {
    const nights = { unit: "nuitée" };
    expect(
      review(factor("hotel", "0.03", {}, nights), factor("hotel", "8.47", {}, nights)).suspicions,
    ).toEqual([
      {
        id: "hotel",
        code: "magnitude",
        data: { other: "hotel", before: "8.47", after: "0.03", unit: "nuitée", power: -2 },
      },
    ]);
  });

  it("3. solar power of record 34720 at 0.00439, a tenth of what another factor of that record says", () => {
    const known = factor("elec-pv-chine", "0.0439", {}, { ...perKwh, source: "Base Empreinte (id 34720)" });
    const typed = factor("pv", "0.00439", {}, { ...perKwh, ...record("34720") });
    expect(review(typed, known).suspicions).toMatchObject([{ code: "magnitude", data: { power: -1 } }]);
  });

  it("4. pellets per kWh replaced by the same number per kg, or by ten times the number", () => {
    const pellets = factor("granules", "0.0113", {}, perKwh);
    expect(codes(factor("granules", "0.0113", {}, { unit: "kg" }), pellets).suspicions).toEqual([
      "unit_changed",
    ]);
    const perKg = factor("granules-kg", "0.052");
    expect(codes(factor("granules-kg", "0.5198"), perKg).suspicions).toEqual(["magnitude"]);
  });

  it("5. one district-heating network in place of the average: three times as much, said and not stopped", () => {
    expect(review(factor("chaleur", "0.385", {}, perKwh), factor("chaleur", "0.113", {}, perKwh))).toEqual({
      suspicions: [],
      warnings: [
        {
          id: "chaleur",
          code: "large_change",
          data: { other: "chaleur", before: "0.113", after: "0.385", ratio: "3.41" },
        },
      ],
    });
  });

  it("6. a smartphone and a screen that cite one record with different values", () => {
    const units = { unit: "unité", ...record("27010") };
    expect(
      review(factor("smartphone", "33", {}, units), factor("ecrans", "65.9", {}, units)).warnings,
    ).toEqual([
      {
        id: "smartphone",
        code: "same_record",
        data: { other: "ecrans", record: "27010", otherValue: "65.9 / unité", value: "33 / unité" },
      },
    ]);
  });

  it("7. glass of record 34478 at 41 kg a tonne beside 0.496 a kilogram: another recycling rule, to confirm", () => {
    const glass = factor("verre", "0.496", {}, record("34478"));
    const cutOff = factor("ademe-34478", "41", {}, { unit: "t", source: "Base Carbone® — ADEME, 34478" });
    expect(review(cutOff, glass).suspicions).toMatchObject([
      { code: "magnitude", data: { other: "verre", before: "496", after: "41", unit: "t" } },
    ]);
    expect(codes({ ...cutOff, printedTotal: factor("x", "496").printedTotal }, glass)).toEqual({
      suspicions: [],
      warnings: [],
    });
  });

  it("10. another generation of life-cycle analysis: up to 7.6 times, said and not stopped", () => {
    const units = { unit: "unité" };
    for (const [before, after] of [
      ["248", "65.9"],
      ["33", "85.1"],
      ["0.057", "0.433"],
    ] as const) {
      expect(codes(factor("x", after, {}, units), factor("x", before, {}, units))).toEqual({
        suspicions: [],
        warnings: ["large_change"],
      });
    }
  });

  it.each([
    ["12. gross for net calorific values", "0.215", "0.2389", "pcs-pci"],
    ["12. megajoules for kilowatt-hours", "0.215", "0.774", "mj-kwh"],
    ["12. carbon for carbon dioxide", "0.9", "3.3", "carbon-co2"],
    ["12. carbon dioxide for carbon", "3.3", "0.9", "carbon-co2"],
  ])("%s: the ratio itself is told", (_, before, after, between) => {
    const { warnings } = review(factor("x", after, {}, perKwh), factor("x", before, {}, perKwh));
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: "telling_ratio", data: expect.objectContaining({ between }) }),
    );
  });

  it("12. a factor per kWh PCS never becomes one per kWh PCI or per kWh unnoticed", () => {
    const gas = factor("gaz", "0.215", {}, { unit: "kWh PCS" });
    for (const unit of ["kWh PCI", "kWh", "MWh PCS"]) {
      expect(codes(factor("gaz", "0.215", {}, { unit }), gas).suspicions).toEqual(["unit_changed"]);
    }
  });
});

describe("a new version of a factor", () => {
  it.each([
    ["10", 1],
    ["9.7", 1],
    ["8", 1],
    ["100", 2],
    ["1000", 3],
    ["0.1", -1],
    ["0.125", -1],
    ["0.001", -3],
    ["0", null],
  ])("that is %s times the one it replaces is suspect", (times, power) => {
    expect(review(factor("x", times), factor("x", "1")).suspicions).toMatchObject([
      { code: "magnitude", data: { power } },
    ]);
  });

  it.each(["7.99", "1.5", "1", "0.51", "0.126"])("that is %s times it is not", (times) => {
    expect(review(factor("x", times), factor("x", "1")).suspicions).toEqual([]);
  });

  it("is compared with nothing when it is the first, or when the one before was zero", () => {
    expect(codes(factor("x", "1000"))).toEqual({ suspicions: [], warnings: [] });
    expect(codes(factor("x", "1000"), factor("x", "0"))).toEqual({ suspicions: [], warnings: [] });
  });

  it("whose parts miss the total by more than 0.6 % is suspect, and not by less", () => {
    expect(review(factor("x", "0.103", { manufacture: "0.0836", upstream: "0.0198" })).suspicions).toEqual(
      [],
    );
    expect(review(factor("x", "1", { combustion: "1.0061" })).suspicions).toEqual([
      { id: "x", code: "parts_differ_from_total", data: { parts: "1.0061", total: "1" } },
    ]);
  });

  it.each([
    ["déc-18", ["expired"]],
    ["2026-11-23", ["expired"]],
    ["2026-11-24", []],
    ["Année 2026", []],
    ["sans limite", []],
  ])("valid until « %s » gives %j, and is never dropped for that", (validTo, warnings) => {
    expect(codes(factor("x", "1", {}, { validTo }))).toEqual({ suspicions: [], warnings });
  });

  it("says the same of a pair of units as of their amounts, whatever the amount (property)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (thousandths) => {
        const perKg = factor("a", String(thousandths / 1000), {}, record("34478"));
        const perTonne = factor("b", String(thousandths), {}, { unit: "t", ...record("34478") });
        expect(codes(perTonne, perKg)).toEqual({ suspicions: [], warnings: [] });
      }),
    );
  });
});
