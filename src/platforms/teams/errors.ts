import { PlatformError } from "../platform.ts";

/**
 * Why Teams writes to somebody no more until they come back: the app is blocked, removed, or closed by an
 * administrator (learn.microsoft.com, "Send proactive messages").
 */
export const stopped = [
  "BotDisabledByAdmin",
  "BotNotInConversationRoster",
  "BotNotRegistered",
  "ConversationBlockedByUser",
  "MessageWritesBlocked",
] as const;
export type Stopped = (typeof stopped)[number];

/** How long to wait when Teams says "too fast" without a number, in seconds: its widest short window is of 30. */
const unsaidDelayS = 30;

/** How long to wait after another write to the same conversation came first, in seconds. */
const conflictDelayS = 2;

/** What came back from Teams instead of success. */
export type Refused = { readonly status: number; readonly retryAfter: string | null; readonly body: string };

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Teams' own word: the subcode of a refusal, wherever it is, else its code, else the status. */
function codeOf({ status, body }: Refused): string {
  const subcode = stopped.find((each) => body.includes(each));
  if (subcode !== undefined) return subcode;
  const code = field(field(parsed(body), "error"), "code");
  return typeof code === "string" && /^\w{1,60}$/u.test(code) ? code : `http_${status}`;
}

/** "Retry-After", which is a number of seconds or a date; null when it says nothing. */
function delayOf({ retryAfter }: Refused, nowMs: number): number | null {
  if (retryAfter === null || retryAfter.trim() === "") return null;
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds : null;
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil((until - nowMs) / 1_000));
}

/**
 * A refusal as one of our few. 429 and 412 say that nothing was written. 502 and 504 say it only where they tell when
 * to come back; else nobody knows ("Optimize your bot with rate limiting" asks to try them all again).
 */
export function refusalError(refused: Refused, nowMs: number): PlatformError {
  const { status } = refused;
  const code = codeOf(refused);
  const delayS = delayOf(refused, nowMs);
  const cause = new Error(`HTTP ${status}`);
  const tooFast = (retryAfterS: number) => new PlatformError("rate_limited", code, { cause, retryAfterS });
  if (status === 429) return tooFast(delayS ?? unsaidDelayS);
  if (status === 412) return tooFast(delayS ?? conflictDelayS);
  if ((status === 502 || status === 504) && delayS !== null) return tooFast(delayS);
  if (status >= 500) return new PlatformError("unreachable", code, { cause });
  if (status === 401) return new PlatformError("unauthorised", code, { cause });
  if (status === 403 || status === 404) return new PlatformError("gone", code, { cause });
  return new PlatformError("rejected", code, { cause });
}

/** The system's word for a request that came to nothing, wherever it hides in the chain of causes. */
function systemCode(error: unknown): string {
  for (let each = error, depth = 0; each !== undefined && depth < 5; each = field(each, "cause"), depth++) {
    const code = field(each, "code");
    if (typeof code === "string") return code;
  }
  return "no_answer";
}

/** What was thrown on the way as one of our few; the original is the `cause`. */
export function platformErrorOf(error: unknown): PlatformError {
  return error instanceof PlatformError
    ? error
    : new PlatformError("unreachable", systemCode(error), { cause: error });
}
