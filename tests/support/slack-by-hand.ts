import { Temporal } from "temporal-polyfill";
import { reminderCard } from "../../src/cards/reminder-card.ts";
import { cairnOn } from "../../src/commands/cairn.ts";
import { stageDay } from "../../src/domain/calendar.ts";
import type { Month } from "../../src/domain/month.ts";
import { openQuarter } from "../../src/domain/quarter.ts";
import { makeDigest } from "../../src/jobs/digest.ts";
import { dueReminders } from "../../src/jobs/remind.ts";
import { openLog } from "../../src/log.ts";
import { messagesFor } from "../../src/messages/messages.ts";
import { addressOf } from "../../src/platforms/slack/address.ts";
import { slackOver } from "../../src/platforms/slack/slack.ts";
import { openPostgres } from "./databases.ts";
import { strictSecret, type Workspace } from "./slack-workspace.ts";
import { botToken, strictTeamId } from "./strict-slack-peer.ts";

/** Posts what the scheduler would have posted, through the same port and on the same database. */
export type ByHand = {
  /** The reminder of the day on which the collection opened, to somebody of the roster. */
  readonly remind: (name: string) => Promise<void>;
  /** The digest of a month as it stands now, to the channel. */
  readonly digest: (month: Month) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The seam where the delivery queue comes in: everything else of the tests goes through the process. */
export async function byHand({ slack, where, channel }: Workspace): Promise<ByHand> {
  const store = await openPostgres(where.DATABASE_URL);
  const cairn = cairnOn(store.db, "fr");
  const now = () => Temporal.Now.instant();
  const platform = slackOver(
    {
      ...{ botToken, signingSecret: strictSecret, appToken: null, teamId: strictTeamId },
      ...{ channel, apiUrl: slack.apiUrl },
    },
    { cairn, log: openLog("silent"), now },
  );
  const french = { language: "fr" as const };
  const remind: ByHand["remind"] = async (name) => {
    const plan = await cairn.plan();
    const day = stageDay(openQuarter(now(), plan.timeZone), "opening", plan.calendar);
    const at = day.toZonedDateTime({ timeZone: plan.timeZone, plainTime: "10:00" }).toInstant();
    const reminders = await dueReminders(store.db, plan, at);
    const mine = reminders.find(({ to }) => to === `${name}@cluster.example`);
    if (mine === undefined) throw new Error(`nothing to remind ${name} of`);
    const to = addressOf({ channel: slack.peer.userIds.get(name) ?? "", ts: null });
    await platform.post(to, reminderCard(plan, mine, messagesFor("fr")), french);
  };
  const digest: ByHand["digest"] = async (month) => {
    const { card } = await makeDigest(cairn, month, now());
    await platform.post(addressOf({ channel, ts: null }), card, french);
  };
  return { remind, digest, close: () => store.close() };
}
