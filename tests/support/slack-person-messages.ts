import { vi } from "vitest";
import type { Person, Seen } from "./slack-person.ts";
import { type Self, served } from "./slack-self.ts";
import { payloadOf } from "./slack-sending.ts";
import { fields, type Json } from "./slack-texts.ts";
import { control } from "./slack-view.ts";
import { appId, botUserId, strictTeamId } from "./strict-slack-peer.ts";
import { structured } from "./strict-slack-refusals.ts";
import { responseRefusal } from "./strict-slack-response-urls.ts";

function seenIn(body: Json, channel: string): Seen {
  return { text: String(body["text"]), blocks: body["blocks"] ?? [], channel, ts: null };
}

/** What somebody does with commands and messages. */
export function messagesOf({
  slack,
  sending,
  name,
  id,
  direct,
  room,
  screen,
  who,
}: Self): Pick<Person, "slash" | "press" | "answer" | "shortcut" | "say" | "mention" | "repeat"> {
  let last: Json | null = null;
  const post = async (channel: string, text: string, thread?: string) => {
    const place = thread === undefined ? {} : { thread_ts: thread };
    const { ts } = await slack.peer.ask(name, "chat.postMessage", { channel, text, ...place });
    return { ts: String(ts), event_ts: String(ts), ...place };
  };
  const heard = async (fixture: "event-app-mention" | "event-message-im", event: Json) => {
    const authorizations = [{ enterprise_id: null, team_id: strictTeamId, user_id: botUserId, is_bot: true }];
    const envelope = { team_id: strictTeamId, context_team_id: strictTeamId, api_app_id: appId };
    const inner = { user: id, team: strictTeamId, ...event };
    const event_id = `Ev${String(event["ts"]).replace(".", "")}`;
    last = await payloadOf(fixture, { ...envelope, authorizations, event_id, event: inner });
    served(await sending.event(last));
  };
  const repeat: Person["repeat"] = async () => {
    if (last === null) throw new Error("nothing was said");
    const retry = { "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout" };
    served(await sending.event(last, retry));
  };
  const slash: Person["slash"] = async (command, text = "") => {
    const asked = {
      team_id: strictTeamId,
      team_domain: "cluster",
      channel_id: room,
      channel_name: "cluster",
    };
    const from = { user_id: id, user_name: name, api_app_id: appId, command, text };
    const ways = { response_url: slack.newResponseUrl(), trigger_id: await screen.trigger() };
    const body = served(await sending.form(await payloadOf("slash-command", { ...asked, ...from, ...ways })));
    if (body === "") return { text: "", blocks: [], channel: room, ts: null };
    const said = fields(structured(body));
    const refused = responseRefusal(said);
    if (refused !== null) throw new Error(`an answer that Slack refuses: ${refused}`);
    return seenIn(said, room);
  };
  const press: Person["press"] = async (message, label) => {
    const { block, element } = control(message.blocks, label, /^button$/u);
    const { channel, ts, text, blocks } = message;
    const is_ephemeral = ts === null;
    const message_ts = ts ?? `${Date.now() / 1000}`;
    const responseUrl = slack.newResponseUrl();
    const whole = { user: botUserId, ts: message_ts, text, blocks };
    const documented = await payloadOf("block-actions-message", {
      ...who,
      ...{ channel: { id: channel }, container: { message_ts, channel_id: channel, is_ephemeral } },
      ...{ trigger_id: await screen.trigger(), response_url: responseUrl, message: whole },
      actions: [{ ...element, block_id: block["block_id"], action_ts: `${Date.now() / 1000}` }],
    });
    const { message: shown, ...ephemeral } = documented;
    served(await sending.payload(is_ephemeral ? ephemeral : documented));
    return responseUrl;
  };
  const answer: Person["answer"] = (responseUrl) =>
    vi.waitFor(
      () => {
        const sent = slack.accepted.find(
          ({ method, answer: taken }) =>
            method === "response_url" && responseUrl.endsWith(`/${String(taken["id"])}`),
        );
        if (sent === undefined) throw new Error("nothing came to the response_url");
        return seenIn(sent.asked, room);
      },
      { timeout: 6_000, interval: 20 },
    );
  const shortcut: Person["shortcut"] = async (callback_id) => {
    const changes = { ...who, callback_id, trigger_id: await screen.trigger() };
    served(await sending.payload(await payloadOf("shortcut", changes)));
  };
  const say: Person["say"] = async (text) => {
    const event = await post(direct, text);
    await heard("event-message-im", { ...event, text, channel: direct });
    return event.ts;
  };
  const mention: Person["mention"] = async (text, { channel, thread }) => {
    const said = `<@${botUserId}> ${text}`;
    const event = await post(channel, said, thread);
    await heard("event-app-mention", { ...event, text: said, channel });
    return event.ts;
  };
  return { slash, press, answer, shortcut, say, mention, repeat };
}
