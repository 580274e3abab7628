import type { Temporal } from "temporal-polyfill";
import type { Cairn } from "../commands/request.ts";
import type { Reminder } from "../domain/reminder.ts";
import { listedReminders } from "../domain/reminders.ts";
import { dueReminders, remind } from "../jobs/remind.ts";
import { type Messages, messagesFor } from "../messages/messages.ts";
import { type CliResult, exitStatus } from "./output.ts";

type Listed = Omit<Reminder, "copies">;

function reminderLines({ to, stage, cc, items }: Listed, { reminders }: Messages): string[] {
  const said = reminders.reminder;
  const lines = items.map(({ indicator, period, due, stage: reached }) =>
    said.item(indicator, period, due, reached),
  );
  return [said.listed(to, stage, cc), ...lines.map((line) => `  ${line}`)];
}

function listText(listed: readonly Listed[], dryRun: boolean, messages: Messages): string {
  const said = messages.reminders.reminder;
  if (listed.length === 0) return said.none;
  const head = dryRun ? said.wouldSend(listed.length) : said.sent(listed.length);
  return [head, ...listed.flatMap((reminder) => reminderLines(reminder, messages))].join("\n");
}

/** The reminders due at `now`; recorded, for delivery, unless it is a dry run. */
export async function remindAt(cairn: Cairn, now: Temporal.Instant, dryRun: boolean): Promise<CliResult> {
  const reminders = dryRun ? await dueReminders(cairn.db, await cairn.plan(), now) : await remind(cairn, now);
  const listed = listedReminders(reminders);
  const messages = listed.map(({ to, stage, cc, items }) => ({
    to,
    stage,
    cc,
    items: items.map((item) => ({
      indicator: item.indicator,
      period: item.period,
      due: item.due,
      stage: item.stage,
    })),
  }));
  return {
    status: exitStatus.done,
    json: { messages },
    text: listText(listed, dryRun, messagesFor(cairn.language)),
  };
}
