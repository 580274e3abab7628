import type { Balance, IndicatorEmission } from "../domain/balance.ts";
import type { Decimal } from "../domain/decimal.ts";
import type { ChosenFactor } from "../domain/factor-choice.ts";
import type { MissingFigure } from "../domain/missing.ts";
import type { Messages } from "../messages/messages.ts";
import { type JsonObject, jsonKg, jsonNumber } from "./json.ts";

/** A factor as used: kgCO2e per unit, where it comes from, and what is not the source's own. */
export function factorJson(chosen: ChosenFactor): JsonObject {
  const { factor, value, parts, year, provisional, backcast, splitEstimated } = chosen;
  return {
    id: factor.id,
    version: factor.version,
    year,
    value: jsonNumber(value, 10),
    unit: factor.unit,
    source: factor.source,
    parts: Object.fromEntries([...parts].map(([part, amount]) => [part, jsonNumber(amount, 10)])),
    split: splitEstimated ? "estimated" : "published",
    provisional,
    backcast,
  };
}

function emissionJson({ indicator, activity, factor, kgCo2e }: IndicatorEmission): JsonObject {
  return {
    indicator: indicator.slug,
    activity: jsonNumber(activity, 6),
    unit: indicator.unit,
    factor: factorJson(factor),
    kgCo2e: jsonKg(kgCo2e),
  };
}

function kgByKey(amounts: ReadonlyMap<string, Decimal>): JsonObject {
  return Object.fromEntries([...amounts].map(([key, kg]) => [key, jsonKg(kg)]));
}

/** The figures a total lacks, as the contract publishes them. */
export function missingJson(missing: readonly MissingFigure[]): JsonObject[] {
  return missing.map(({ indicator, period }) => ({ indicator, period }));
}

/** A balance as the contract publishes it; `apart` holds what stands beside the total. */
export function balanceJson(balance: Balance, messages: Messages): JsonObject {
  const { nomenclature, period, uncertaintyPct, provisional } = balance;
  return {
    nomenclature,
    period,
    totalKgCo2e: jsonKg(balance.totalKgCo2e),
    uncertaintyPct: uncertaintyPct === null ? null : jsonNumber(uncertaintyPct, 2),
    provisional,
    byScope: kgByKey(balance.byScope),
    byPost: [...balance.byPost].map(([post, kgCo2e]) => ({
      post,
      label: messages.postLabel(nomenclature, post),
      kgCo2e: jsonKg(kgCo2e),
    })),
    byIndicator: balance.byIndicator.map(emissionJson),
    apart: { biogenicKgCo2: jsonKg(balance.biogenicKgCo2), leftOutKgCo2e: kgByKey(balance.leftOut) },
    monetaryKgCo2e: jsonKg(balance.monetaryKgCo2e),
    missing: missingJson(balance.missing),
  };
}
