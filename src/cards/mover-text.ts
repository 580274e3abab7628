import type { Decimal } from "../domain/decimal.ts";
import type { Mover } from "../domain/mover.ts";
import type { Messages } from "../messages/messages.ts";
import { signed } from "./progress-text.ts";

function activityRange({ indicator, actual, baseline }: Mover, messages: Messages): string {
  const { format } = messages;
  const unit = messages.unitName(indicator.unit, actual.activity);
  return messages.digest.movers.range(
    format.number(baseline.activity, 3),
    format.amount(actual.activity, unit, 3),
  );
}

function factorRange({ indicator, actual, baseline }: Mover, messages: Messages): string | null {
  if (actual.factor === null || baseline.factor === null) return null;
  const perUnit = (factor: Decimal) => messages.format.number(factor, 6);
  const now = `${perUnit(actual.factor)}\u00A0kgCO2e/${indicator.unit}`;
  return messages.digest.movers.range(perUnit(baseline.factor), now);
}

/** What an indicator's emissions did, and whether by its activity, by its factor, or by both. */
export function moverText(mover: Mover, messages: Messages): string {
  const said = messages.digest.movers;
  const kg = messages.format.kgCo2e;
  const label = messages.pick(mover.indicator.label);
  const change = signed(mover.changeKgCo2e, kg);
  const activity = activityRange(mover, messages);
  const factor = factorRange(mover, messages);
  if (mover.factorEffectKgCo2e.eq(0)) return said.byActivity(label, change, activity);
  if (mover.activityEffectKgCo2e.eq(0)) return said.byFactor(label, change, factor);
  const [byActivity, byFactor] = [mover.activityEffectKgCo2e, mover.factorEffectKgCo2e];
  const effects = said.byBoth(label, change, signed(byActivity, kg), signed(byFactor, kg));
  return `${effects}${said.ranges(activity, factor)}`;
}
