import { Temporal } from "temporal-polyfill";
import { PlatformError } from "../platform.ts";
import type { SlackMessage } from "./draw.ts";
import { platformErrorOf } from "./errors.ts";

/** How many answers Slack takes there, and for how long (docs.slack.dev/interactivity/handling-user-interaction). */
const mostPosts = 5;
const validMs = 30 * 60_000;

/** Slower than this, Slack is not there. */
const timeoutMs = 10_000;

/** What is posted there: a message that the person alone sees, or everybody, beside the one answered. */
export type Response = SlackMessage & {
  readonly response_type: "ephemeral" | "in_channel";
  readonly replace_original: false;
};

/** A response_url, and until when it takes answers. */
export type ResponsePlace = { readonly url: string; readonly until: Temporal.Instant };

/** Whether an answer may go there: Slack's own host over TLS, or the host that stands in for its Web API. */
export function isFollowed(url: string, apiUrl: string | null): boolean {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.username !== "" || parsed.password !== "") return false;
  const { origin } = parsed;
  return origin === "https://hooks.slack.com" || (apiUrl !== null && origin === new URL(apiUrl).origin);
}

/** The response_url of a request that came at that moment, if an answer may go there. */
export function responsePlace(
  url: string | undefined,
  apiUrl: string | null,
  at: Temporal.Instant,
): ResponsePlace | null {
  if (url === undefined || !isFollowed(url, apiUrl)) return null;
  return { url, until: Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds + validMs) };
}

function responseCode(status: number, said: string): string {
  return /invalid_blocks/u.test(said) ? "invalid_blocks" : `http_${status}`;
}

/** Posts there once; false when Slack says that it takes no more. Throws PlatformError. */
async function send(url: string, response: Response): Promise<boolean> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(response),
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw platformErrorOf(error);
  });
  const said = await answer.text();
  if (answer.ok) return true;
  if (/used_url|expired_url/u.test(said)) return false;
  const fault = answer.status >= 500 ? "unreachable" : "rejected";
  throw new PlatformError(fault, responseCode(answer.status, said));
}

/** Posts to a response_url, which must be one that is followed; false once it takes no more. Throws PlatformError. */
export type Respond = (place: ResponsePlace, response: Response) => Promise<boolean>;

/** Posts to response_urls, and counts: each takes five answers within half an hour, whoever sends them. */
export function responder(now: () => Temporal.Instant): Respond {
  const used = new Map<string, { posts: number; readonly untilMs: number }>();
  const forgetOver = (nowMs: number) => {
    for (const [url, { untilMs }] of used) if (untilMs <= nowMs) used.delete(url);
  };
  return async ({ url, until }, response) => {
    const nowMs = now().epochMilliseconds;
    forgetOver(nowMs);
    if (until.epochMilliseconds <= nowMs) return false;
    const place = used.get(url) ?? { posts: 0, untilMs: until.epochMilliseconds };
    if (place.posts >= mostPosts) return false;
    place.posts += 1;
    used.set(url, place);
    return await send(url, response);
  };
}
