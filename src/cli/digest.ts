import { writeFile } from "node:fs/promises";
import { Temporal } from "temporal-polyfill";
import type { Chart } from "../cards/chart.ts";
import type { JsonObject } from "../commands/json.ts";
import type { Cairn } from "../commands/request.ts";
import { isFutureMonth, type Month, postingMoment } from "../domain/month.ts";
import { makeDigest, postDigest } from "../jobs/digest.ts";
import { differencesSince, differencesText } from "../jobs/digest-differences.ts";
import { chartFrom, objectFrom } from "../jobs/posted-digest.ts";
import { type Messages, messagesFor } from "../messages/messages.ts";
import type { Sentence } from "../messages/refusal-sentences.ts";
import { drawCard } from "../platforms/terminal/draw.ts";
import { type PostedDigest, postedDigest } from "../store/digests.ts";
import { codeOf } from "../store/errors.ts";
import type { OpenCairn } from "./open.ts";
import { type CliResult, type ExitStatus, exitStatus, say } from "./output.ts";
import { withQueue } from "./queue.ts";

/** What is asked of `cairn digest`: nothing later than `at` counts. */
export type DigestOptions = {
  readonly month: Month;
  readonly at: Temporal.Instant;
  readonly post: boolean;
  /** Compute the month again, even where it was posted. */
  readonly recompute: boolean;
  /** Where to write the chart; null for none. */
  readonly chart: string | null;
};

function refused({ message, hint }: Sentence, data: JsonObject): CliResult {
  const error = { code: "future_period", message, hint, data };
  return {
    status: exitStatus.refused,
    json: { ok: false, command: "digest", error },
    text: `${message}\n${hint}`,
  };
}

/** Writes the chart where one is wanted; a path that cannot be written is told, and the digest still given. */
async function saveChart(chart: Chart, file: string | null, messages: Messages): Promise<ExitStatus> {
  if (file === null) return exitStatus.done;
  const { chartPng } = await import("./chart-png.ts");
  const picture = await chartPng(chart);
  try {
    await writeFile(file, picture);
    await say(messages.digest.posted.chart(file));
    return exitStatus.done;
  } catch (error) {
    await say(messages.bulk.unwritable(file, codeOf(error) ?? String(error)));
    return exitStatus.refused;
  }
}

/** The month as it stands. */
async function live(cairn: Cairn, { month, at, chart }: DigestOptions): Promise<CliResult> {
  const made = await makeDigest(cairn, month, at);
  const status = await saveChart(made.chart, chart, messagesFor(cairn.language));
  const text = drawCard(made.card);
  return { status, json: { ...made.data, text, frozen: null }, text };
}

/** The frozen copy, and what would be said otherwise today. */
async function frozen(cairn: Cairn, posted: PostedDigest, options: DigestOptions): Promise<CliResult> {
  const messages = messagesFor(cairn.language);
  const { timeZone } = await cairn.plan();
  const status = await saveChart(chartFrom(posted.chart, "digest.chart"), options.chart, messages);
  const data = objectFrom(posted.data);
  const differences = await differencesSince(cairn, posted, data, options.at);
  const { postedAt, text } = posted;
  const json = { ...data, text, frozen: { postedAt, differences: differences.map((each) => ({ ...each })) } };
  const when = messages.digest.posted.frozen(messages.format.moment(postedAt, timeZone));
  const since = differencesText(differences, messages);
  return { status, json, text: [text, `${when} ${since}`].join("\n\n") };
}

/** Posts the month once; says whether this call did it. */
async function post({ cairn, store }: OpenCairn, { month, at }: DigestOptions): Promise<PostedDigest> {
  const { timeZone } = await cairn.plan();
  const { format, digest } = messagesFor(cairn.language);
  const { posted, isNew } = await withQueue(store, (enqueue) =>
    postDigest(cairn, month, at, { draw: drawCard, enqueue }),
  );
  const when = format.moment(posted.postedAt, timeZone);
  await say(isNew ? digest.posted.now(month, when) : digest.posted.already(month, when));
  return posted;
}

/**
 * The digest of a month: as posted where it was posted by `at`, else computed from what was recorded by
 * then. Posting before the plan's day and hour, and a month that has not begun, are refused.
 */
export async function digest({ cairn, store }: OpenCairn, options: DigestOptions): Promise<CliResult> {
  const { month, at } = options;
  const plan = await cairn.plan();
  const said = messagesFor(cairn.language);
  const known = await postedDigest(cairn.db, month);
  if (isFutureMonth(month, at, plan.timeZone)) {
    return refused(said.digest.posted.future(month), { month });
  }
  const moment = postingMoment(month, plan);
  const isEarly = Temporal.Instant.compare(at, moment.toInstant()) < 0;
  if (options.post && known === null && isEarly) {
    const when = said.format.moment(moment.toInstant().toString(), plan.timeZone);
    return refused(said.digest.posted.notYet(month, when), {
      month,
      postedOn: moment.toPlainDate().toString(),
    });
  }
  if (options.post) return await frozen(cairn, await post({ cairn, store }, options), options);
  const isKnown = known !== null && Temporal.Instant.compare(Temporal.Instant.from(known.postedAt), at) <= 0;
  return isKnown && !options.recompute ? await frozen(cairn, known, options) : await live(cairn, options);
}
