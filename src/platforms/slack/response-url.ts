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

/** Whether an answer may go there: Slack's own host over TLS, or the host that stands in for its Web API. */
export function isFollowed(url: string, apiUrl: string | null): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  if (username !== "" || password !== "") return false;
  return origin === "https://hooks.slack.com" || (apiUrl !== null && origin === new URL(apiUrl).origin);
}

/**
 * Posts to one response_url; false once it takes no more, after five answers or half an hour. Throws
 * PlatformError. The url must be one that is followed.
 */
export function responder(url: string, nowMs: () => number): (response: Response) => Promise<boolean> {
  const untilMs = nowMs() + validMs;
  let posts = 0;
  return async (response) => {
    if (posts >= mostPosts || nowMs() >= untilMs) return false;
    posts += 1;
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
    throw new PlatformError(
      answer.status >= 500 ? "unreachable" : "rejected",
      responseCode(answer.status, said),
    );
  };
}

function responseCode(status: number, said: string): string {
  return /invalid_blocks/u.test(said) ? "invalid_blocks" : `http_${status}`;
}
