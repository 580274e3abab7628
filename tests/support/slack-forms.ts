import { expect } from "vitest";
import { allEntries } from "../../src/store/entries.ts";
import { type Answered, form, type SlackBot } from "./slack-bot.ts";
import { teamId } from "./slack-double.ts";
import { checkView } from "./slack-limits.ts";
import { fields, type Json, list } from "./slack-texts.ts";
import { controlsIn, keyOf, optionsIn, stateOf, withIds, wordsIn } from "./slack-view.ts";

/** The modals that one person has on their screen, and what they do there. */
export type FormWindow = {
  /** The view on top. Throws when none is open. */
  readonly view: () => Json;
  /** Its id, from the bottom of the pile at 0. */
  readonly ids: () => readonly string[];
  readonly words: () => string;
  /** Whether there is a field of that name. */
  readonly has: (field: string) => boolean;
  /** What a field holds now. */
  readonly held: (field: string) => unknown;
  readonly type: (field: string, text: string) => void;
  /** Chooses an option of a menu by its value; of one whose options come from outside, sends the choice too. */
  readonly choose: (field: string, value: string) => void;
  /** Sends what a control of the view does: a button, or a menu that tells at once. */
  readonly act: (actionId: string) => Promise<Answered>;
  /** The body of a submission of the view on top, to be sent as one likes. */
  readonly submission: (changes?: Json) => string;
  /** Sends the view, and does what its acknowledgement asks for; gives that. */
  readonly submit: (changes?: Json) => Promise<Json>;
  readonly close: () => void;
};

function encoded(payload: Json): string {
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

function json(body: string): Json {
  return body === "" ? {} : fields(JSON.parse(body));
}

/** Does something that opens a modal, and waits until it is more than a light view. */
export async function opened(
  bot: SlackBot,
  account: string,
  open: () => Promise<Answered>,
): Promise<FormWindow> {
  const before = new Set(bot.slack.modals.keys());
  const answered = await open();
  expect(answered).toEqual({ status: 200, body: "" });
  const found = () => [...bot.slack.modals.keys()].find((id) => !before.has(id)) ?? "";
  await expect
    .poll(() => bot.slack.modals.get(found())?.view["callback_id"] ?? "saisir:waiting", { interval: 5 })
    .toSatisfy((callback) => callback !== "saisir:waiting" || isSaid(bot, found()));
  return windowOn(bot, account, found());
}

/** A view that only says something has no callback_id. */
function isSaid(bot: SlackBot, id: string): boolean {
  const modal = bot.slack.modals.get(id);
  return modal !== undefined && modal.view["callback_id"] === undefined;
}

function windowOn(bot: SlackBot, account: string, first: string): FormWindow {
  const { modals } = bot.slack;
  const typed = new Map<string, Json>();
  let pile = [first];
  let pushed = 0;

  const top = () => {
    const id = pile.at(-1) ?? "";
    const modal = modals.get(id);
    if (modal === undefined) throw new Error("no modal is open");
    return { id, ...modal };
  };
  const blocks = () => withIds(top().view["blocks"]);
  const field = (name: string) => {
    const found = controlsIn(blocks()).find(({ element }) => element["action_id"] === name);
    if (found === undefined) throw new Error(`no field ${name}`);
    return found;
  };
  const payload = (type: string, changes: Json = {}): Json => {
    const { id, view, hash } = top();
    const shown = { ...view, id, hash, root_view_id: pile[0], previous_view_id: pile.at(-2) ?? null };
    const user = { id: account, username: account, team_id: teamId };
    const base = {
      type,
      user,
      team: { id: teamId, domain: "cluster" },
      api_app_id: "A0CAIRN",
      token: "none",
    };
    return {
      ...base,
      view: { ...shown, state: stateOf(blocks(), typed), ...fields(changes["view"]) },
      ...without(changes),
    };
  };
  const put = (id: string, view: unknown) => {
    const problems = checkView(view);
    if (problems.length > 0) throw new Error(`a view that Slack refuses: ${problems.join("; ")}`);
    const hash = `${Number.parseInt(modals.get(id)?.hash ?? "0", 10) + 1}.a`;
    modals.set(id, { view: fields(view), hash });
  };
  const close = () => {
    const clears = top().view["clear_on_close"] === true;
    for (const id of clears ? pile.splice(0) : pile.splice(-1)) modals.delete(id);
  };
  const acknowledged = (answer: Json) => {
    const { response_action: action, view, errors } = answer;
    if (action === "errors") {
      const known = new Set(blocks().map(({ block_id }) => block_id));
      const unknown = Object.keys(fields(errors)).filter((id) => !known.has(id));
      if (unknown.length > 0) throw new Error(`errors on no field: ${unknown.join(", ")}`);
    } else if (action === "update") put(top().id, view);
    else if (action === "push") {
      if (pile.length === 3) throw new Error("more than three views in a pile");
      pushed += 1;
      const id = `${first}P${pushed}`;
      put(id, view);
      pile = [...pile, id];
    } else close();
  };
  const submission: FormWindow["submission"] = (changes) => encoded(payload("view_submission", changes));
  return {
    view: () => top().view,
    ids: () => pile,
    words: () => wordsIn(top().view["blocks"]),
    has: (name) => controlsIn(blocks()).some(({ element }) => element["action_id"] === name),
    held: (name) => {
      const { block, element } = field(name);
      const states = fields(stateOf(blocks(), typed)["values"]);
      const state = fields(fields(states[String(block["block_id"])])[String(element["action_id"])]);
      return state["value"] ?? fields(state["selected_option"])["value"] ?? null;
    },
    type: (name, text) => {
      const found = field(name);
      typed.set(keyOf(found), { type: found.element["type"], value: text });
    },
    choose: (name, value) => {
      const found = field(name);
      const { type } = found.element;
      const offered = optionsIn(found.element).find(({ option }) => option["value"] === value)?.option;
      if (type !== "external_select" && offered === undefined) throw new Error(`${value} is not offered`);
      const option = offered ?? { text: { type: "plain_text", text: value }, value };
      typed.set(keyOf(found), { type, selected_option: option });
    },
    act: async (actionId) => {
      const { block, element } = field(actionId);
      const action = {
        type: element["type"],
        action_id: actionId,
        block_id: block["block_id"],
        action_ts: "1.1",
      };
      const { id } = top();
      const container = { type: "view", view_id: id };
      const more = { trigger_id: `9.${id}`, container, actions: [action] };
      return await bot.deliver(encoded(payload("block_actions", more)), form);
    },
    submission,
    submit: async (changes) => {
      const { status, body } = await bot.deliver(submission(changes), form);
      expect(status).toBe(200);
      const answer = json(body);
      acknowledged(answer);
      return answer;
    },
    close,
  };
}

function without(changes: Json): Json {
  const { view, ...rest } = changes;
  return rest;
}

/** The options that a menu offers to somebody who typed that, group by group: each label with its values. */
export async function offered(
  bot: SlackBot,
  account: string,
  query: string,
  changes: object = {},
): Promise<readonly (readonly [label: string, values: readonly unknown[]])[]> {
  const payload = {
    type: "block_suggestion",
    user: { id: account, name: account, team_id: teamId },
    team: { id: teamId, domain: "cluster" },
    api_app_id: "A0CAIRN",
    token: "none",
    container: { type: "view", view_id: "V1" },
    action_id: "indicator",
    block_id: "indicator",
    value: query,
    ...changes,
  };
  const { status, body } = await bot.deliver(encoded(payload), form);
  expect(status).toBe(200);
  const answer = json(body);
  if (answer["options"] !== undefined) return list(answer["options"]).length === 0 ? [] : [["", []]];
  return list(answer["option_groups"]).map((group) => {
    const { label, options } = fields(group);
    return [String(fields(label)["text"]), list(options).map((option) => fields(option)["value"])] as const;
  });
}

/** The form that `/saisir` opens with those words. */
export async function formOf(bot: SlackBot, words: string, account = "UENERGIE"): Promise<FormWindow> {
  return await opened(bot, account, () => bot.command("/saisir", words, { user_id: account }));
}

/** What is recorded of an indicator, every revision of it. */
export async function figures(bot: SlackBot, indicator: string) {
  const entries = await allEntries(bot.test.store.db);
  return entries
    .filter((entry) => entry.indicator === indicator)
    .map(({ period, value, typed, note, reason, revision }) => ({
      period,
      value: value?.toString(),
      typed,
      note,
      reason,
      revision,
    }));
}
