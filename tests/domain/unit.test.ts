import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, decimalText } from "../../src/domain/decimal.ts";
import { acceptedUnits, convert, readUnit } from "../../src/domain/unit.ts";
import { inUnit, type MeasuredName, measured } from "../support/measured.ts";

function converted(value: string, unit: string, name: MeasuredName): string {
  const result = convert(decimal(value), unit, measured[name]);
  return result.ok ? decimalText(result.value) : result.refusal.code;
}

describe("convert", () => {
  it.each<[string, string, MeasuredName, string]>([
    ["3.2", "MWh", "electricite", "3200"],
    ["3.2", "mwh", "electricite", "3200"],
    ["500", "Wh", "electricite", "0.5"],
    ["3.6", "GJ", "electricite", "1000"],
    ["36", "MJ", "electricite", "10"],
    ["5", "kilowatts-heures", "electricite", "5"],
    ["5", "kilowattheure", "electricite", "5"],
    ["5", "kW.h", "electricite", "5"],
    ["5", "kWhs", "electricite", "5"],
    ["5", "megawatt hours", "electricite", "5000"],
    ["12", "kWh PCS", "gaz", "12"],
    ["12", "MWh PCS", "gaz", "12000"],
    ["12", "MWh (PCS)", "gaz", "12000"],
    ["3.6", "gj pcs", "gaz", "1000"],
    ["12", "kWhPCS", "gaz", "12"],
    ["12", "kWh HHV", "gaz", "12"],
    ["12", "kilowattheures PCS", "gaz", "12"],
    ["12", "MWh", "gaz", "12000"],
    ["850", "L", "eau", "0.85"],
    ["850", "litres", "eau", "0.85"],
    ["850", "liters", "eau", "0.85"],
    ["3", "hl", "eau", "0.3"],
    ["3", "hectolitres", "eau", "0.3"],
    ["45", "m³", "eau", "45"],
    ["45", "M3", "eau", "45"],
    ["45", "m^3", "eau", "45"],
    ["45", "mètres cubes", "eau", "45"],
    ["45", "metre-cube", "eau", "45"],
    ["45", "cubic meters", "eau", "45"],
    ["45", "㎥", "eau", "45"],
    ["2", "t", "dechets-residuels", "2000"],
    ["1.5", "tonne", "dechets-residuels", "1500"],
    ["1.5", "Tonnes", "dechets-residuels", "1500"],
    ["1.5", "metric tons", "dechets-residuels", "1500"],
    ["3", "quintaux", "dechets-residuels", "300"],
    ["250", "g", "dechets-verre", "0.25"],
    ["250", "grammes", "dechets-verre", "0.25"],
    ["12", "KG", "dechets-verre", "12"],
    ["12", "kilos", "dechets-verre", "12"],
    ["12", "kilogrammes", "dechets-verre", "12"],
    ["12", "kilograms", "dechets-verre", "12"],
    ["12", "kg,", "dechets-verre", "12"],
    ["500", "m", "voiture-thermique", "0.5"],
    ["500", "mètres", "voiture-thermique", "0.5"],
    ["12", "kilomètres", "voiture-thermique", "12"],
    ["12", "kilometers", "voiture-thermique", "12"],
    ["10", "miles", "voiture-thermique", "16.09344"],
    ["10", "mile", "train", "16.09344"],
    ["3200", "km", "train", "3200"],
    ["12", "passager.km", "train", "12"],
    ["12", "passagers.km", "train", "12"],
    ["12", "passager-km", "train", "12"],
    ["12", "pkm", "train", "12"],
    ["12", "p.km", "train", "12"],
    ["12", "voyageurs.km", "train", "12"],
    ["12", "voyageurs-kilomètres", "train", "12"],
    ["12", "passenger-kilometres", "train", "12"],
    ["12", "nuitées", "hotel", "12"],
    ["12", "nuit", "hotel", "12"],
    ["12", "nights", "hotel", "12"],
    ["12", "nuits d'hôtel", "hotel", "12"],
    ["12", "repas", "repas", "12"],
    ["12", "meals", "repas", "12"],
    ["12", "jours", "temps-referent", "12"],
    ["12", "J", "temps-referent", "12"],
    ["12", "days", "temps-referent", "12"],
    ["12", "unités", "formations", "12"],
    ["12", "U", "formations", "12"],
    ["12", "pièces", "formations", "12"],
    ["12", "units", "formations", "12"],
    ["12", "kEUR", "achats-services", "12"],
    ["12", "k€", "achats-services", "12"],
    ["12", "K€ HT", "achats-services", "12"],
    ["12", "kEUR HT", "achats-services", "12"],
    ["12500", "EUR", "achats-services", "12.5"],
    ["12500", "€", "achats-services", "12.5"],
    ["12500", "euros", "achats-services", "12.5"],
  ])("%s %s of %s is %s", (value, unit, name, expected) => {
    expect(converted(value, unit, name)).toBe(expected);
  });

  it.each<[string, MeasuredName]>([
    ["kg", "electricite"],
    ["kW", "electricite"],
    ["kW/h", "electricite"],
    ["J", "electricite"],
    ["kWh PCS", "electricite"],
    ["kWh PCI", "gaz"],
    ["kWh LHV", "gaz"],
    ["kWhPCI", "gaz"],
    ["kWh EP", "electricite"],
    ["m3", "gaz"],
    ["m", "eau"],
    ["m2", "eau"],
    ["gallons", "eau"],
    ["ton", "dechets-residuels"],
    ["tons", "dechets-residuels"],
    ["kg CO2e", "dechets-residuels"],
    ["kg/mois", "dechets-residuels"],
    ["livres", "dechets-residuels"],
    ["ramette", "dechets-residuels"],
    ["passager.km", "voiture-thermique"],
    ["nm", "voiture-thermique"],
    ["jours", "hotel"],
    ["heures", "temps-referent"],
    ["demi-journées", "temps-referent"],
    ["k€ TTC", "achats-services"],
    ["M€", "achats-services"],
    ["$", "achats-services"],
    ["personnes", "formations"],
    ["x", "formations"],
    ["", "formations"],
  ])("%j of %s is unit_mismatch, naming the units it takes", (unit, name) => {
    const { unit: own } = measured[name];
    const accepted = acceptedUnits(measured[name]);
    expect(convert(decimal(1), unit, measured[name])).toEqual({
      ok: false,
      refusal: { code: "unit_mismatch", data: { typed: unit, unit: own, accepted } },
    });
  });

  it.each<[string, string, MeasuredName, string]>([
    ["1", "GJ", "electricite", "277.777778"],
    ["1", "MJ", "electricite", "0.277778"],
    ["0.000001", "MJ", "electricite", "0"],
    ["0.0000019", "MJ", "electricite", "0.000001"],
    ["1", "GJ PCS", "gaz", "277.777778"],
  ])("rounds %s %s of %s half up to 6 decimals, %s", (value, unit, name, expected) => {
    expect(converted(value, unit, name)).toBe(expected);
  });

  it.each<[string, string, MeasuredName, string]>([
    ["0.00000001", "g", "dechets-verre", "0.00000000001"],
    ["0.0000000036", "GJ", "electricite", "0.000001"],
    ["0.00000000036", "GJ", "electricite", "0.0000001"],
    ["1.0000001", "mile", "voiture-thermique", "1.6093441609344"],
    [`0.${"1".repeat(39)}`, "MWh", "electricite", `111.${"1".repeat(36)}`],
  ])("keeps every decimal of %s %s of %s, which is exactly %s", (value, unit, name, expected) => {
    expect(converted(value, unit, name)).toBe(expected);
  });
});

describe("the units of the plan", () => {
  const paper = inUnit("kg", { ramette: "2.5", "petit carton": "12", t: "900" });

  it.each([
    ["2", "ramette", "5"],
    ["2", "Ramettes", "5"],
    ["2", "petits cartons", "24"],
    ["2", "petit-carton", "24"],
  ])("%s %s is %s of the indicator's unit", (value, unit, expected) => {
    expect(convert(decimal(value), unit, paper)).toEqual({ ok: true, value: decimal(expected) });
  });

  it("win over the common ones", () => {
    expect(convert(decimal(1), "t", paper)).toEqual({ ok: true, value: decimal(900) });
  });

  it("may measure in a unit of their own", () => {
    const trees = inUnit("arbre", { haie: "40" });
    expect(convert(decimal(3), "arbres", trees)).toEqual({ ok: true, value: decimal(3) });
    expect(convert(decimal(2), "haies", trees)).toEqual({ ok: true, value: decimal(80) });
    expect(convert(decimal(2), "kg", trees)).toEqual({
      ok: false,
      refusal: { code: "unit_mismatch", data: { typed: "kg", unit: "arbre", accepted: ["arbre", "haie"] } },
    });
  });
});

it("never throws, whatever stands for the unit", () => {
  const names = fc.constantFrom<MeasuredName>("electricite", "gaz", "papier", "train");
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string()), names, (unit, name) => {
      const result = convert(decimal(2), unit, measured[name]);
      expect(result.ok || result.refusal.code === "unit_mismatch").toBe(true);
      expect(readUnit(unit.split(/\s+/), measured[name])?.taken ?? 1).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
