import { setTimeout as wait } from "node:timers/promises";
import { PlatformError } from "../platform.ts";

/** How long an answer of Microsoft's is believed, in ms. */
const believedMs = 30_000;

/** Slower than this, Microsoft is not there, in ms. */
const answersWithinMs = 2_000;

/** What keeps Teams from being served, in a word; null when nothing does. */
export type Unready = "teams unreachable" | "teams unauthorised" | null;

async function asked(check: () => Promise<void>): Promise<Unready> {
  const checking = check().then(
    (): Unready => null,
    (error: unknown): Unready => {
      if (!(error instanceof PlatformError)) throw error;
      if (error.fault === "rate_limited") return null;
      return error.fault === "unauthorised" ? "teams unauthorised" : "teams unreachable";
    },
  );
  const given = new AbortController();
  const late = wait(answersWithinMs, "teams unreachable" as const, { signal: given.signal });
  try {
    return await Promise.race([checking, late]);
  } finally {
    given.abort();
    late.catch(() => undefined);
  }
}

/** Whether Teams is served: asked at most twice a minute, whoever wants to know; `nowMs` is the clock. */
export function teamsReadiness({
  check,
  nowMs,
}: {
  /** Throws PlatformError. */
  readonly check: () => Promise<void>;
  readonly nowMs: () => number;
}): () => Promise<Unready> {
  let known: { readonly state: Promise<Unready>; readonly untilMs: number } | null = null;
  return async () => {
    if (known === null || known.untilMs <= nowMs())
      known = { state: asked(check), untilMs: nowMs() + believedMs };
    return await known.state;
  };
}
