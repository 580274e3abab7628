import { Temporal } from "temporal-polyfill";
import type { Card } from "../../src/cards/card.ts";
import type { Chart } from "../../src/cards/chart.ts";
import { reminderCard } from "../../src/cards/reminder-card.ts";
import { personalWelcomeCard, sharedWelcomeCard } from "../../src/cards/welcome-card.ts";
import { loadExample } from "../../src/cli/example.ts";
import { cairnOn } from "../../src/commands/cairn.ts";
import { handle } from "../../src/commands/handle.ts";
import { makeDigest } from "../../src/jobs/digest.ts";
import { dueReminders } from "../../src/jobs/remind.ts";
import { type Language, messagesFor } from "../../src/messages/messages.ts";
import { freshCairn } from "./cairn.ts";
import { chatLines } from "./chat-lines.ts";

/** A card that the program made: by which verb or job, from what. */
export type MadeCard = {
  readonly from: string;
  readonly command: string;
  readonly card: Card;
  readonly chart?: Chart;
};

/** The day all are made on, the example's figures being in. */
export const madeAt = "2026-11-24T09:00:00Z";

/** A card of each kind that the program makes, in that language: every verb's answers and refusals, reminders, the digest. */
export async function allCards(language: Language): Promise<readonly MadeCard[]> {
  const { cairn: example, store } = await freshCairn("pglite");
  await loadExample(example);
  const cairn = cairnOn(store.db, language);
  const now = Temporal.Instant.from(madeAt);
  const made: MadeCard[] = [];
  for (const [line, as = "technique"] of chatLines) {
    const email = as.includes("@") ? as : `${as}@cluster.example`;
    const { command, card } = await handle(cairn, { email, line, now, platform: "teams" });
    made.push({ from: line, command, card });
  }
  const plan = await cairn.plan();
  for (const day of ["2026-10-01", "2026-10-08", "2026-10-14", "2026-10-16", "2026-10-22"]) {
    const reminders = await dueReminders(cairn.db, plan, Temporal.Instant.from(`${day}T09:00:00Z`));
    const cards = reminders.map((reminder) => reminderCard(plan, reminder, messagesFor(language)));
    made.push(...cards.map((card) => ({ from: `reminder of ${day}`, command: "remind", card })));
  }
  const messages = messagesFor(language);
  for (const card of [personalWelcomeCard(messages), sharedWelcomeCard(messages)])
    made.push({ from: "arrival", command: "welcome", card });
  const { card, chart } = await makeDigest(cairn, "2026-10", now);
  made.push({ from: "digest", command: "digest", card, chart });
  await store.close();
  return made;
}
