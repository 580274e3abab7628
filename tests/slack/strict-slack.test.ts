import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Asked, callsTo } from "../support/slack-calls.ts";
import { rosterMember } from "../support/slack-workspace.ts";
import { type StrictSlack, strictSlack } from "../support/strict-slack.ts";

let slack: StrictSlack;
beforeAll(async () => {
  slack = await strictSlack(
    [rosterMember("energie", { locale: "en-US" }), rosterMember("mobilite")],
    ["cluster"],
  );
});
afterAll(() => slack.close());

const { call, answerOf } = callsTo(() => slack.apiUrl);
const cluster = () => slack.peer.channelIds.get("cluster") ?? "";
const energie = () => slack.peer.userIds.get("energie") ?? "";
const paragraph = { type: "section", text: { type: "plain_text", text: "Bonjour" } };
const modal = { type: "modal", title: { type: "plain_text", text: "Saisir" }, blocks: [paragraph] };

describe("the strict Slack refuses what Slack’s documentation refuses", () => {
  it.each<[string, string, () => Asked, string]>([
    ["a method that there is not", "chat.shout", () => ({}), "unknown_method"],
    [
      "an unknown conversation",
      "chat.postMessage",
      () => ({ channel: "D0NOBODY", text: "x" }),
      "channel_not_found",
    ],
    [
      "a channel that the bot was not invited to",
      "chat.postMessage",
      () => ({ channel: slack.peer.channelIds.get("random"), text: "x" }),
      "not_in_channel",
    ],
    ["no text", "chat.postMessage", () => ({ channel: cluster() }), "no_text"],
    [
      "blocks that no screen reader can read",
      "chat.postMessage",
      () => ({ channel: cluster(), blocks: [paragraph] }),
      "no_text",
    ],
    [
      "a text too long",
      "chat.postMessage",
      () => ({ channel: cluster(), text: "x".repeat(4_001) }),
      "msg_too_long",
    ],
    [
      "blocks that are no list",
      "chat.postMessage",
      () => ({ channel: cluster(), text: "x", blocks: paragraph }),
      "invalid_blocks_format",
    ],
    [
      "51 blocks",
      "chat.postMessage",
      () => ({ channel: cluster(), text: "x", blocks: Array.from({ length: 51 }, () => paragraph) }),
      "invalid_blocks",
    ],
    [
      "a block that there is not",
      "chat.postMessage",
      () => ({ channel: cluster(), text: "x", blocks: [{ type: "marquee" }] }),
      "invalid_blocks",
    ],
    [
      "metadata without a payload",
      "chat.postMessage",
      () => ({ channel: cluster(), text: "x", metadata: { event_type: "delivery" } }),
      "invalid_metadata_format",
    ],
    [
      "a whisper to somebody who is not in the channel",
      "chat.postEphemeral",
      () => ({ channel: cluster(), user: "U000000001X", text: "x" }),
      "user_not_found",
    ],
    [
      "an update of a message that there is not",
      "chat.update",
      () => ({ channel: cluster(), ts: "1.1", text: "x" }),
      "message_not_found",
    ],
    [
      "a modal whose title is too long",
      "views.open",
      () => ({
        trigger_id: "1.2.3",
        view: { ...modal, title: { type: "plain_text", text: "x".repeat(25) } },
      }),
      "invalid_arguments",
    ],
    [
      "a trigger_id that was never given",
      "views.open",
      () => ({ trigger_id: "1.2.3", view: modal }),
      "invalid_trigger_id",
    ],
    [
      "a profile’s own fields, which the manifest asks no scope for",
      "users.profile.get",
      () => ({ user: energie() }),
      "missing_scope",
    ],
  ])("%s", async (_, method, asked, error) => {
    expect(await answerOf(method, asked())).toMatchObject({ ok: false, error });
  });

  it.each([
    ["no token", null, "not_authed"],
    ["another token", "Bearer xoxb-other", "invalid_auth"],
    ["a token that a test holds for itself", "Bearer xoxb-everything", "invalid_auth"],
  ])("%s", async (_, authorization, error) => {
    expect(await answerOf("auth.test", {}, authorization)).toMatchObject({ ok: false, error });
  });

  it("a trigger_id used twice", async () => {
    const { trigger_id } = await slack.peer.ask(null, "views.generateTriggerId", { user_id: energie() });
    expect(await answerOf("views.open", { trigger_id, view: modal })).toMatchObject({ ok: true });
    expect(await answerOf("views.open", { trigger_id, view: modal })).toMatchObject({
      error: "exchanged_trigger_id",
    });
  });

  it("a trigger_id older than three seconds", async () => {
    const { trigger_id } = await slack.peer.ask(null, "views.generateTriggerId", { user_id: energie() });
    slack.faults.plan({ "views.open": [{ kind: "slow", delayMs: 3_100 }] });
    expect(await answerOf("views.open", { trigger_id, view: modal })).toMatchObject({
      error: "expired_trigger_id",
    });
  });

  it("an update of a view that has changed since", async () => {
    const { trigger_id } = await slack.peer.ask(null, "views.generateTriggerId", { user_id: energie() });
    const { view } = await answerOf("views.open", { trigger_id, view: modal });
    const update = { view_id: view.id, hash: view.hash, view: modal };
    expect(await answerOf("views.update", update)).toMatchObject({ ok: true });
    expect(await answerOf("views.update", update)).toMatchObject({ error: "hash_conflict" });
  });
});

describe("the strict Slack says what Slack says", () => {
  it("of a member: the address, the time zone, and the language to who asks for it", async () => {
    const { user } = await answerOf("users.info", { user: energie(), include_locale: true });
    expect(user).toMatchObject({
      tz: "Europe/Paris",
      locale: "en-US",
      profile: { email: "energie@cluster.example" },
    });
    const { user: without } = await answerOf("users.info", { user: energie() });
    expect(without).not.toHaveProperty("locale");
  });

  it("of a message’s metadata, to who asks for them", async () => {
    const metadata = { event_type: "delivery", event_payload: { id: "7" } };
    const { channel } = await answerOf("chat.postMessage", { channel: energie(), text: "x", metadata });
    const [plain, whole] = await Promise.all([
      answerOf("conversations.history", { channel }),
      answerOf("conversations.history", { channel, include_all_metadata: true }),
    ]);
    expect(plain.messages[0]).not.toHaveProperty("metadata");
    expect(whole.messages[0]).toMatchObject({ metadata });
  });
});

it("a response_url takes five answers, within thirty minutes", async () => {
  const post = async (url: string) => {
    const answer = await fetch(url, {
      method: "POST",
      body: JSON.stringify({ text: "x" }),
      headers: { "content-type": "application/json" },
    });
    return [answer.status, await answer.text()];
  };
  const used = slack.newResponseUrl();
  for (let count = 0; count < 5; count++) expect(await post(used)).toEqual([200, "ok"]);
  expect(await post(used)).toEqual([404, "used_url"]);
  const old = slack.newResponseUrl();
  slack.expireResponseUrl(old);
  expect(await post(old)).toEqual([404, "expired_url"]);
});

describe("a planned fault is met once, in its order", () => {
  const done = () => slack.accepted.filter(({ method }) => method === "chat.postMessage").length;
  const message = () => ({ channel: cluster(), text: "x" });
  const table = {
    type: "data_table",
    caption: "x",
    page_size: 5,
    row_header_column_index: 0,
    rows: [[{ type: "raw_text", text: "x" }], [{ type: "raw_text", text: "y" }]],
  };

  it("too fast: nothing is done, and Slack says how long to wait", async () => {
    const before = done();
    slack.faults.plan({ "chat.postMessage": [{ kind: "too_fast", retryAfterS: 7 }] });
    expect(await call("chat.postMessage", message())).toMatchObject({ status: 429, retryAfter: "7" });
    expect(done()).toBe(before);
  });

  it("lost: done, and the line is dropped", async () => {
    const before = done();
    slack.faults.plan({ "chat.postMessage": [{ kind: "lost" }] });
    await expect(call("chat.postMessage", message())).rejects.toThrow("fetch failed");
    expect(done()).toBe(before + 1);
  });

  it("cut: the line is dropped before anything is done", async () => {
    const before = done();
    slack.faults.plan({ "chat.postMessage": [{ kind: "cut" }] });
    await expect(call("chat.postMessage", message())).rejects.toThrow("fetch failed");
    expect(done()).toBe(before);
  });

  it("a broken server, then a word of Slack’s, then nothing more", async () => {
    slack.faults.plan({
      "chat.postMessage": [
        { kind: "status", status: 500 },
        { kind: "refused", error: "is_archived" },
      ],
    });
    expect(await call("chat.postMessage", message())).toMatchObject({ status: 500 });
    expect(await answerOf("chat.postMessage", message())).toEqual({ ok: false, error: "is_archived" });
    expect(await answerOf("chat.postMessage", message())).toMatchObject({ ok: true });
    expect(slack.faults.left()).toEqual({});
  });

  it("blocks of Slack’s own: the first message that holds some is refused", async () => {
    slack.faults.plan({ "chat.postMessage": [{ kind: "no_native" }] });
    expect(await answerOf("chat.postMessage", message())).toMatchObject({ ok: true });
    const withTable = { ...message(), blocks: [table] };
    expect(await answerOf("chat.postMessage", withTable)).toEqual({ ok: false, error: "invalid_blocks" });
    expect(await answerOf("chat.postMessage", withTable)).toMatchObject({ ok: true });
  });
});
