import { PlatformError } from "../platform.ts";
import { inTime } from "./accepted.ts";

/** How long an answer of Slack's is believed. */
const believedMs = 30_000;

/** Slower than this, Slack is not there. */
const answersWithinMs = 2_000;

/** What keeps Slack from being served, in a word; null when nothing does. */
export type Unready = "slack unreachable" | "slack unauthorised" | "slack not connected" | null;

async function asked(check: () => Promise<void>): Promise<Unready> {
  const checking = check().then(
    (): Unready => null,
    (error: unknown): Unready => {
      if (!(error instanceof PlatformError)) throw error;
      // Asked too fast is an answer.
      if (error.fault === "rate_limited") return null;
      return error.fault === "unreachable" ? "slack unreachable" : "slack unauthorised";
    },
  );
  const answer = await inTime(
    checking.then((unready) => ({ unready })),
    answersWithinMs,
  );
  return answer === null ? "slack unreachable" : answer.unready;
}

/** Whether Slack is served: asked at most twice a minute, whoever wants to know; `nowMs` is the clock. */
export function slackReadiness({
  check,
  isConnected,
  nowMs,
}: {
  /** Throws PlatformError. */
  readonly check: () => Promise<void>;
  readonly isConnected: () => boolean;
  readonly nowMs: () => number;
}): () => Promise<Unready> {
  let known: { readonly state: Promise<Unready>; readonly untilMs: number } | null = null;
  return async () => {
    if (!isConnected()) return "slack not connected";
    if (known === null || known.untilMs <= nowMs())
      known = { state: asked(check), untilMs: nowMs() + believedMs };
    return await known.state;
  };
}
