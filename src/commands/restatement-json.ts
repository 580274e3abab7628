import type { Decimal } from "../domain/decimal.ts";
import type { Restatement } from "../domain/restatement.ts";
import { type JsonObject, jsonKg } from "./json.ts";

/** Past results restated, for JSON: kilograms before and after, null where there was no result. */
export function restatementJson(restatement: Restatement): JsonObject {
  const { what, period, indicator, nomenclature, oldKgCo2e, newKgCo2e, reason } = restatement;
  const { oldFactor, newFactor, oldProvisional, newProvisional } = restatement;
  const kg = (value: Decimal | null) => (value === null ? null : jsonKg(value));
  return {
    ...{ what, period, indicator, nomenclature, oldKgCo2e: kg(oldKgCo2e), newKgCo2e: kg(newKgCo2e), reason },
    ...{ oldFactor, newFactor, oldProvisional, newProvisional },
  };
}
