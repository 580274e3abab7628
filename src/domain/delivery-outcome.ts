import type { DeliveryCause, DeliveryState } from "./delivery.ts";

/** What a delivery becomes, why, and when it is taken up again, in ms from now; null for never. */
export type NextStep = {
  readonly to: Exclude<DeliveryState, "sending">;
  readonly cause: DeliveryCause;
  readonly afterMs: number | null;
};

/** What went wrong on the platform, as the port tells it. */
export type Failure = {
  readonly fault: "rate_limited" | "unauthorised" | "gone" | "unreachable" | "rejected";
  readonly code: string;
  readonly retryAfterS: number | null;
};

/** A number from 0 to 1, 1 left out: chance comes in as an argument. */
export type Random = () => number;

const firstDelayMs = 2_000;
const longestDelayMs = 15 * 60_000;

/**
 * How long an unanswered request may still be carried out: nothing is read back sooner. Slack is called with a
 * shorter timeout, and the connection is closed by then.
 */
export const settleMs = 10_000;

/** No connection was made: nothing left this machine. Names of Node's system and fetch errors. */
const neverLeft: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * The delay before attempt `attempts` + 1, in ms: doubled each time from 2 s to 15 min, of which half is left to
 * chance, so that those who failed together do not come back together ("equal jitter": M. Brooker, "Exponential
 * backoff and jitter", AWS, 2015).
 */
export function backoffMs(attempts: number, random: Random): number {
  const whole = Math.min(firstDelayMs * 2 ** Math.max(0, attempts - 1), longestDelayMs);
  return whole / 2 + random() * (whole / 2);
}

/** How long to wait before asking a platform that was asked too fast: as it says, and up to a second more. */
export function askedToWaitMs({ retryAfterS }: Pick<Failure, "retryAfterS">, random: Random): number {
  return (retryAfterS ?? 60) * 1_000 + random() * 1_000;
}

/** What follows a failed post; `attempts` counts this one. */
export function afterFailure(failure: Failure, attempts: number, random: Random): NextStep {
  const { fault, code } = failure;
  switch (fault) {
    case "rate_limited":
      return { to: "planned", cause: fault, afterMs: askedToWaitMs(failure, random) };
    case "unauthorised":
      return { to: "planned", cause: fault, afterMs: backoffMs(attempts, random) };
    case "gone":
    case "rejected":
      return { to: "refused", cause: fault, afterMs: null };
    case "unreachable":
      if (neverLeft.has(code)) return { to: "planned", cause: fault, afterMs: backoffMs(attempts, random) };
      return { to: "unknown", cause: "no_answer", afterMs: settleMs + random() * 1_000 };
  }
}

/**
 * What a delivery's story says of a try before which nothing left, or at reading it back. Such tries are not counted as
 * attempts, and yet each in a row must come later than the one before.
 */
export const fruitlessCauses = [
  "unreachable",
  "unauthorised",
  "rate_limited",
  "not_read_back",
] as const satisfies readonly DeliveryCause[];

/** What follows a failure before anything was sent: where the reader is could not be asked, `tries` times by now. */
export function afterNotReached(failure: Failure, tries: number, random: Random): NextStep {
  if (failure.fault !== "unreachable") return afterFailure(failure, tries, random);
  return { to: "planned", cause: "unreachable", afterMs: backoffMs(tries, random) };
}

/**
 * What follows when the platform could be read back and the message was, or was not, there; `attempts` have failed
 * by now.
 */
export function afterReading(found: boolean, attempts: number, random: Random): NextStep {
  return found
    ? { to: "reconciled", cause: "read_back", afterMs: null }
    : { to: "planned", cause: "not_there", afterMs: backoffMs(attempts, random) };
}

/** What follows when the platform did not let itself be read back, `tries` times by now. */
export function afterUnread(tries: number, random: Random): NextStep {
  return { to: "unknown", cause: "not_read_back", afterMs: backoffMs(tries, random) };
}

/**
 * What follows an unknown outcome where the platform cannot be read back: a person's message is repeated once;
 * a channel's never, and what was repeated once is not again. People decide then.
 */
export function withoutReading({
  isPersonal,
  repeats,
}: {
  readonly isPersonal: boolean;
  readonly repeats: number;
}): NextStep {
  if (isPersonal && repeats === 0) return { to: "planned", cause: "repeated", afterMs: 0 };
  return { to: "unknown", cause: "may_have_arrived", afterMs: null };
}
