import { describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import { acceptedUnits, convert, isKnownUnit, readUnit } from "../../src/domain/unit.ts";
import { unitTable } from "../../src/domain/unit-table.ts";
import { inUnit, type MeasuredName, measured } from "../support/measured.ts";

describe("acceptedUnits", () => {
  it.each<[MeasuredName, string[]]>([
    ["electricite", ["kWh", "MWh", "GJ", "MJ", "Wh"]],
    ["gaz", ["kWh PCS", "MWh PCS", "GJ PCS", "kWh", "MWh", "GJ", "MJ", "Wh"]],
    ["eau", ["m3", "L", "hl"]],
    ["papier", ["kg", "ramette", "g", "quintal", "t"]],
    ["train", ["passager.km", "km", "m", "mile"]],
    ["voiture-thermique", ["km", "m", "mile"]],
    ["achats-services", ["kEUR", "EUR"]],
    ["hotel", ["nuitée"]],
  ])("names the indicator's own unit first, then the plan's: %s", (name, expected) => {
    expect(acceptedUnits(measured[name])).toEqual(expected);
  });

  it("names only units that convert", () => {
    for (const indicator of Object.values(measured)) {
      const refused = acceptedUnits(indicator).filter((unit) => !convert(decimal(1), unit, indicator).ok);
      expect(refused).toEqual([]);
    }
  });
});

describe("readUnit", () => {
  it.each<[string, MeasuredName, string, number]>([
    ["kWh facture EDF", "electricite", "kWh", 1],
    ["kWh PCS facture", "gaz", "kWh PCS", 2],
    ["kWh PCI facture", "gaz", "kWh PCI", 2],
    ["kWh PCS par an", "gaz", "kWh PCS par an", 4],
    ["k€ HT T2", "achats-services", "k€ HT", 2],
    ["mètres cubes T3", "eau", "mètres cubes", 2],
    ["m cubes", "eau", "m cubes", 2],
    ["passagers . km", "train", "passagers", 0],
    ["ramettes A4", "papier", "ramettes", 1],
    ["kg CO2 évités", "dechets-verre", "kg CO2", 2],
    ["kg par mois", "dechets-verre", "kg par mois", 3],
    ["kg / an", "dechets-verre", "kg / an", 3],
    ["kg par précaution", "dechets-verre", "kg", 1],
    ["kg - pesée", "dechets-verre", "kg", 1],
    ["t on a pesé", "dechets-verre", "t", 1],
    ["gallons", "eau", "gallons", 1],
    ["facture kWh", "electricite", "", 0],
    ["- kg", "electricite", "", 0],
    ["", "electricite", "", 0],
  ])("%j of %s begins with the unit %j, %i words", (text, name, unit, taken) => {
    const read = readUnit(text.split(" "), measured[name]);
    expect(read).toEqual(taken === 0 ? null : { unit, taken });
  });
});

describe("isKnownUnit", () => {
  it.each(["kWh", "tonnes", "m³", "gallons", "ton", "lbs", "heures", "$", "sacs", "kgCO2e"])(
    "knows %s",
    (word) => {
      expect(isKnownUnit(word)).toBe(true);
    },
  );
  it.each(["", "erreur", "relevé", "facture", "faute", "pour", "l'eau", "T3", "2025", "-"])(
    "not %j",
    (word) => {
      expect(isKnownUnit(word)).toBe(false);
    },
  );
});

describe("the table", () => {
  it("gives each spelling to one unit only", () => {
    const names = unitTable.flatMap((row) => row.names);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("reads every unit under its own symbol, as itself", () => {
    for (const { symbol } of unitTable) {
      expect(convert(decimal("1.5"), symbol, inUnit(symbol))).toEqual({ ok: true, value: decimal("1.5") });
    }
  });
});
