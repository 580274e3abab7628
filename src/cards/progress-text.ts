import type { Decimal } from "../domain/decimal.ts";
import type { Subject } from "../domain/subject.ts";
import type { Messages } from "../messages/messages.ts";

/** A subject as people read it. */
export function subjectLabel(subject: Subject, messages: Messages): string {
  return typeof subject === "string" ? messages.progress.subjects[subject] : messages.pick(subject.label);
}

/** An amount of a subject in its unit: "1,234 tCO2e", "12,5 kg", "indice 92,3". */
export function amountText(value: Decimal, unit: string, messages: Messages, decimals = 3): string {
  const { format } = messages;
  if (unit === "kgCO2e") return format.kgCo2e(value);
  if (unit === "index") return messages.progress.index(format.number(value, 1));
  return format.amount(value, messages.unitName(unit, value), decimals);
}

/** A text of `value` with its plus sign when it rises; the minus is already there. */
export function signed(value: Decimal, write: (value: Decimal) => string): string {
  return value.gt(0) ? `+${write(value)}` : write(value);
}

/** A change in per cent: "-12,8 %", "+3 %". */
export function changeText(percent: Decimal, messages: Messages): string {
  return signed(percent, (value) => messages.format.percent(value));
}
