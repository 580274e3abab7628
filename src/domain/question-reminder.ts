import { Temporal } from "temporal-polyfill";
import { addBusinessDays } from "./calendar.ts";

/** How long a question waits before the referents are reminded of it, and then from one time to the next. */
export const questionPatienceDays = 5;

/**
 * The latest day, up to `today`, on which the referents were to be reminded of a question asked on `asked` and open
 * still: 5 business days after it, then every 5. Null before the first.
 */
export function lastReminderDay(
  asked: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  let reached: Temporal.PlainDate | null = null;
  for (let next = addBusinessDays(asked, questionPatienceDays); ; ) {
    if (Temporal.PlainDate.compare(next, today) > 0) return reached;
    reached = next;
    next = addBusinessDays(next, questionPatienceDays);
  }
}

/**
 * Whether a referent who was last told of the open questions on `told` (null for never) is to be told again
 * `today`. One message tells of all of them.
 */
export function isReminderDue(
  asked: readonly Temporal.PlainDate[],
  told: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): boolean {
  return asked.some((day) => {
    const due = lastReminderDay(day, today);
    return due !== null && (told === null || Temporal.PlainDate.compare(told, due) < 0);
  });
}
