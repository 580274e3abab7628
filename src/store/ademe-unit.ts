import { fold } from "../domain/name-match.ts";

/** The Base Carbone's words for the units that Cairn names otherwise. */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    litre: "litre",
    l: "litre",
    "m³": "m3",
    m3: "m3",
    kg: "kg",
    tonne: "t",
    "tonne de dechets": "t",
    kwh: "kWh",
    kwhpcs: "kWh PCS",
    "kwh pcs": "kWh PCS",
    "kwh (pcs)": "kWh PCS",
    kwhpci: "kWh PCI",
    "kwh pci": "kWh PCI",
    "kwh (pci)": "kWh PCI",
    keuro: "kEUR",
    "k€": "kEUR",
    "keuro ht": "kEUR HT",
    "k€ ht": "kEUR HT",
    "passager.km": "passager.km",
    "peq.km": "passager.km",
    unite: "unité",
    appareil: "unité",
    nuitee: "nuitée",
    nuit: "nuitée",
    repas: "repas",
  }).map(([name, unit]) => [fold(name), unit]),
);

/** What a factor of the Base Carbone is per: "kWh" for "kgCO2e/kWh"; or why that cannot be said. */
export type AdemeUnit =
  | { readonly ok: true; readonly unit: string }
  | { readonly ok: false; readonly why: "unreadable_unit" | "wrong_mass" };

/**
 * Reads "kgCO2e/kWh" and its like. A unit that Cairn has no word for is kept as printed; grams or tonnes
 * of CO2e are `wrong_mass`, a thousand times off if read as kilograms.
 */
export function readAdemeUnit(printed: string): AdemeUnit {
  const parts = /^(k?g|t)\s*(?:[ée]q\.?\s*)?co2(?:e|[ée]q|-[ée]q)?\s*\/\s*(.+)$/iu.exec(printed.trim());
  if (parts === null) return { ok: false, why: "unreadable_unit" };
  const [, mass = "", per = ""] = parts;
  if (mass.toLowerCase() !== "kg") return { ok: false, why: "wrong_mass" };
  const plain = per.trim().replace(/\s+/g, " ").replace(/\.$/, "");
  return { ok: true, unit: names.get(fold(plain)) ?? plain };
}
