import type { Temporal } from "temporal-polyfill";
import type { Reminder } from "../domain/reminder.ts";
import { listedReminders } from "../domain/reminders.ts";
import { dueReminders, remind } from "../jobs/remind.ts";
import { type Messages, messagesFor } from "../messages/messages.ts";
import type { OpenCairn } from "./open.ts";
import { type CliResult, exitStatus } from "./output.ts";
import { withQueue } from "./queue.ts";

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

/** Records what is due, with its jobs; where nothing is, the queue is not even opened. */
async function record(
  { cairn, store }: OpenCairn,
  due: readonly Reminder[],
  now: Temporal.Instant,
): Promise<readonly Reminder[]> {
  if (due.length === 0) return due;
  return await withQueue(store, (enqueue) => remind(cairn, now, enqueue));
}

/** The reminders due at `now`; recorded, for delivery, unless it is a dry run. */
export async function remindAt(
  { cairn, store }: OpenCairn,
  now: Temporal.Instant,
  dryRun: boolean,
): Promise<CliResult> {
  const due = await dueReminders(cairn.db, await cairn.plan(), now);
  const reminders = dryRun ? due : await record({ cairn, store }, due, now);
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
