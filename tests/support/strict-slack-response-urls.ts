import { randomUUID } from "node:crypto";
import { fields, type Json } from "./slack-texts.ts";
import { messageRefusal } from "./strict-slack-refusals.ts";

/** docs.slack.dev/interactivity/handling-user-interaction: five posts in thirty minutes. */
const mostPosts = 5;
const validMs = 30 * 60_000;

/** The response_urls given out. */
export type ResponseUrls = {
  /** A new one; its id is the last part of its path. */
  readonly issue: () => string;
  /** Makes one as old as thirty minutes. */
  readonly expire: (id: string) => void;
  /** What a post there comes to: null when it is taken, else Slack's word. */
  readonly post: (id: string, body: Json) => string | null;
};

/** Keeps count of the posts at each; `nowMs` is the clock. */
export function responseUrls(nowMs: () => number): ResponseUrls {
  const given = new Map<string, { readonly untilMs: number; readonly posts: number }>();
  const issue = () => {
    const id = randomUUID();
    given.set(id, { untilMs: nowMs() + validMs, posts: 0 });
    return id;
  };
  const expire = (id: string) => void given.set(id, { untilMs: 0, posts: 0 });
  const post = (id: string, body: Json): string | null => {
    const known = given.get(id);
    if (known === undefined) return "no_such_url";
    if (known.untilMs <= nowMs()) return "expired_url";
    if (known.posts >= mostPosts) return "used_url";
    given.set(id, { ...known, posts: known.posts + 1 });
    return responseRefusal(body);
  };
  return { issue, expire, post };
}

/** What Slack refuses of an answer, at a response_url or in an acknowledgement. */
export function responseRefusal(body: Json): string | null {
  const { response_type: type = "ephemeral", delete_original: deletes, blocks } = fields(body);
  if (type !== "ephemeral" && type !== "in_channel") return "invalid_payload";
  if (deletes === true && blocks === undefined) return null;
  const refused = messageRefusal(body);
  return refused === null ? null : [refused.error, ...refused.messages].join(" ");
}
