import { digestHeadline } from "../cards/digest-headline.ts";
import { moverText } from "../cards/mover-text.ts";
import type { Collection } from "../domain/collection.ts";
import type { CorrectedFigure } from "../domain/corrected-figure.ts";
import { type Decimal, roundHalfUp } from "../domain/decimal.ts";
import type { Digest } from "../domain/digest.ts";
import type { Mover } from "../domain/mover.ts";
import type { Plan } from "../domain/plan.ts";
import type { Register } from "../domain/register.ts";
import { dateIn } from "../domain/wall-clock.ts";
import type { Messages } from "../messages/messages.ts";
import { type JsonObject, jsonKg, jsonNumber } from "./json.ts";
import { coverageJson, progressJson } from "./progress-json.ts";
import { restatementJson } from "./restatement-json.ts";

/** Rounded so that the two effects still add up to the rounded change. */
function moverJson(mover: Mover, messages: Messages): JsonObject {
  const kg = (value: Decimal) => roundHalfUp(value, 3);
  const change = kg(mover.changeKgCo2e);
  const activity = mover.factorEffectKgCo2e.eq(0) ? change : kg(mover.activityEffectKgCo2e);
  return {
    indicator: mover.indicator.slug,
    unit: "kgCO2e",
    change: jsonKg(change),
    activityEffect: jsonKg(activity),
    factorEffect: jsonKg(change.minus(activity)),
    why: moverText(mover, messages),
  };
}

function registerJson({ indicator, total, coverage }: Register): JsonObject {
  const value = total === null ? null : jsonNumber(total);
  return { value, unit: indicator.unit, coverage: coverageJson(coverage) };
}

function collectionJson({ period, received, expected, due, late, next }: Collection): JsonObject {
  const then = { period: next.period, due: next.due.toString(), days: next.days };
  return { period, received, expected, due: due.toString(), late, next: then };
}

function correctedJson({ indicator, period, was, now, unit, reason }: CorrectedFigure): JsonObject {
  const number = (value: Decimal | null) => (value === null ? null : jsonNumber(value));
  return { what: "figure", period, indicator, old: number(was), new: number(now), unit, reason };
}

/**
 * A digest as the contract publishes it, all but its `text`. It holds no person's name: a posted one is kept
 * for good, and an erased person must not stay in it.
 */
export function digestJson(digest: Digest, plan: Plan, messages: Messages): JsonObject {
  const { month, posting, ghg, waste, resources, registers, projects } = digest;
  const nobody = () => null;
  const today = dateIn(digest.at, plan.timeZone);
  return {
    month,
    postedOn: posting.toPlainDate().toString(),
    headline: digestHeadline(digest, { plan, today }, messages),
    ghg: progressJson(ghg, nobody),
    waste: progressJson(waste, nobody),
    resources: progressJson(resources, nobody),
    movers: digest.movers.map((mover) => moverJson(mover, messages)),
    registers: Object.fromEntries(
      registers.map((register) => [register.indicator.slug, registerJson(register)]),
    ),
    projects: {
      count: projects.list.length,
      tonnes: jsonNumber(projects.tonnes),
      eur: jsonNumber(projects.eur),
    },
    collection: collectionJson(digest.collection),
    restatements: [...digest.corrected.map(correctedJson), ...digest.restated.map(restatementJson)],
    heads: digest.heads.map(({ indicator, count, hash }) => ({ indicator, count, hash })),
    value: digest.value === null ? null : { ...digest.value },
  };
}
