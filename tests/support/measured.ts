import { Temporal } from "temporal-polyfill";
import { decimal } from "../../src/domain/decimal.ts";
import type { LineContext } from "../../src/domain/entry-line.ts";
import type { Measured } from "../../src/domain/quantity.ts";

const wholeUnits: ReadonlySet<string> = new Set(["nuitée", "repas", "unité"]);

/** An indicator as its figures are measured, whole where the plan counts whole things of that unit. */
export function inUnit(unit: string, units: Readonly<Record<string, string>> = {}): Measured {
  const added = Object.entries(units).map(([name, amount]) => [name, decimal(amount)] as const);
  return { unit, units: new Map(added), wholeNumber: wholeUnits.has(unit) };
}

/** Units of the shipped plan, by indicator. */
export const measured = {
  electricite: inUnit("kWh"),
  gaz: inUnit("kWh PCS"),
  eau: inUnit("m3"),
  papier: inUnit("kg", { ramette: "2.5" }),
  "dechets-residuels": inUnit("kg"),
  "dechets-verre": inUnit("kg"),
  "voiture-thermique": inUnit("km"),
  train: inUnit("passager.km"),
  hotel: inUnit("nuitée"),
  repas: inUnit("repas"),
  "achats-services": inUnit("kEUR"),
  "temps-referent": inUnit("jour"),
  formations: inUnit("unité"),
};

/** A name of `measured`. */
export type MeasuredName = keyof typeof measured;

/** A line typed at noon on 23 November 2026, in T4, by somebody who writes numbers the French way. */
export const lateNovember: LineContext = {
  now: Temporal.Instant.from("2026-11-23T11:00:00Z"),
  timeZone: "Europe/Paris",
  profile: "fr",
};
