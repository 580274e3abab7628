import type { Kysely } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { Card } from "../cards/card.ts";
import { type Chart, emissionChart } from "../cards/chart.ts";
import { digestCard } from "../cards/digest-card.ts";
import { digestJson } from "../commands/digest-json.ts";
import type { JsonObject } from "../commands/json.ts";
import type { Cairn } from "../commands/request.ts";
import { computeDigest, type Digest } from "../domain/digest.ts";
import { emissionQuarters } from "../domain/emission-quarters.ts";
import { type Month, postingMoment, previousMonth } from "../domain/month.ts";
import type { Plan } from "../domain/plan.ts";
import { isoText } from "../domain/wall-clock.ts";
import { messagesFor } from "../messages/messages.ts";
import type { Enqueue } from "../store/delivery-plan.ts";
import {
  lockDigests,
  type PostedDigest,
  postedBefore,
  postedDigest,
  recordDigest,
} from "../store/digests.ts";
import { allEntries } from "../store/entries.ts";
import { currentFactors } from "../store/factors.ts";
import { allProjects } from "../store/projects.ts";
import { restatementsSince } from "../store/restatements.ts";
import type { Schema } from "../store/schema.ts";
import { allTargets } from "../store/targets.ts";

/** A digest with all that shows it. `data` is the contract's, without `text`: that is the card, drawn. */
export type MadeDigest = {
  readonly digest: Digest;
  readonly data: JsonObject;
  readonly card: Card;
  readonly chart: Chart;
};

/** Draws a card as text. */
export type Draw = (card: Card) => string;

/** When the digest before was posted; where none was, when it should have been. */
async function sinceWhen(
  db: Kysely<Schema>,
  plan: Plan,
  month: Month,
  at: Temporal.Instant,
): Promise<Temporal.Instant> {
  const posted = await postedBefore(db, month, isoText(at));
  if (posted !== null) return Temporal.Instant.from(posted);
  return postingMoment(previousMonth(month), plan).toInstant();
}

/** The digest of a month from what was recorded by `at`, in the installation's language. */
export async function makeDigest(
  { db, language, plan: planInForce }: Cairn,
  month: Month,
  at: Temporal.Instant,
): Promise<MadeDigest> {
  const plan = await planInForce();
  const since = await sinceWhen(db, plan, month, at);
  const factors = await currentFactors(db);
  const entries = await allEntries(db);
  const targets = await allTargets(db);
  const projects = await allProjects(db);
  const restatements = await restatementsSince(db, isoText(since));
  const digest = computeDigest({
    ...{ plan, factors, entries, targets, projects, restatements },
    ...{ month, at, since },
  });
  const messages = messagesFor(language);
  const { recorded } = digest;
  const example = recorded.entries.some(({ platform }) => platform === "example");
  return {
    digest,
    data: digestJson(digest, plan, messages),
    card: digestCard(digest, { plan, example }, messages),
    chart: emissionChart(emissionQuarters(digest.ghg, recorded), messages),
  };
}

/** What posting takes: how the card is drawn in the frozen copy, and the queue of deliveries. */
export type DigestPosting = { readonly draw: Draw; readonly enqueue: Enqueue };

/** What posting a month's digest came to: its frozen copy, and whether this call made it. */
export type Posting = { readonly posted: PostedDigest; readonly isNew: boolean };

/**
 * Posts the digest of a month as it stands at `at`: its frozen copy and the message to the channel are
 * recorded in one transaction, for delivery. Posted once, whoever asks and however often: later calls, and
 * other processes, get the frozen copy.
 */
export async function postDigest(
  cairn: Cairn,
  month: Month,
  at: Temporal.Instant,
  { draw, enqueue }: DigestPosting,
): Promise<Posting> {
  const plan = await cairn.plan();
  return await cairn.db.transaction().execute(async (trx) => {
    await lockDigests(trx);
    const known = await postedDigest(trx, month);
    if (known !== null) return { posted: known, isNew: false };
    const within = { ...cairn, db: trx, plan: async () => plan };
    const { digest, data, card, chart } = await makeDigest(within, month, at);
    const frozen = {
      ...{ month, postedAt: isoText(at), language: cairn.language },
      ...{ data, text: draw(card), heads: digest.heads, chart },
    };
    const day = digest.posting.toPlainDate().toString();
    return { posted: await recordDigest(trx, frozen, { day, card, enqueue }), isNew: true };
  });
}
