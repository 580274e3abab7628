import { checkView } from "./slack-limits.ts";
import { fields, type Json, list } from "./slack-texts.ts";
import { stateOf, type Typed, withIds } from "./slack-view.ts";
import type { StrictSlack } from "./strict-slack.ts";
import { structured } from "./strict-slack-refusals.ts";

/** A view as Slack keeps it, once it has an id. */
export type ShownView = Json & { readonly id: string };

function shownView(given: unknown): ShownView {
  const view = fields(given);
  return { ...view, id: String(view["id"]), blocks: withIds(view["blocks"]) };
}

/** The modals that one person has on their screen, and their Home. */
export type Screen = {
  /** The modal on top; null when none is open. */
  readonly modal: () => ShownView | null;
  readonly home: () => ShownView | null;
  /** What was typed in a view so far. */
  readonly typed: Map<string, Json>;
  /** A view as Slack sends it back, with what was typed. */
  readonly payload: (view: ShownView) => Json;
  /** A new trigger_id of that person, from a view when it comes from one. */
  readonly trigger: (view?: ShownView) => Promise<string>;
  /** Does what the acknowledgement of a submission asks for; gives its errors by block_id. */
  readonly acknowledged: (body: string) => Promise<Json>;
  /** Closes the modal on top. */
  readonly close: () => void;
};

function refuse(view: unknown): void {
  const problems = checkView(view);
  if (problems.length > 0) throw new Error(`a view that Slack refuses: ${problems.join("; ")}`);
}

/** Follows what the bot shows to one person; `slack` tells it. */
export function screenOf(slack: StrictSlack, userId: string): Screen {
  const triggers = new Set<string>();
  const typed = new Map<string, Json>();
  let stack: ShownView[] = [];
  let home: ShownView | null = null;
  let seen = 0;

  const take = (method: string, asked: Json, view: ShownView) => {
    const isMine = triggers.has(String(asked["trigger_id"]));
    if (method === "views.open" && isMine) {
      stack = [view];
      typed.clear();
    }
    if (method === "views.push" && isMine) stack = [...stack, view];
    if (method === "views.update") stack = stack.map((each) => (each.id === view.id ? view : each));
    if (method === "views.publish" && asked["user_id"] === userId) home = view;
  };
  const follow = () => {
    const { accepted } = slack;
    for (; seen < accepted.length; seen++) {
      const call = accepted[seen];
      if (call?.method.startsWith("views.")) take(call.method, call.asked, shownView(call.answer["view"]));
    }
  };
  const modal = () => {
    follow();
    return stack.at(-1) ?? null;
  };
  const trigger: Screen["trigger"] = async (view) => {
    // Whoever acts outside of a modal has closed those that were open.
    if (view === undefined) {
      follow();
      stack = [];
    }
    const asked = view === undefined ? { user_id: userId } : { user_id: userId, view_id: view.id };
    const { trigger_id } = await slack.peer.ask(null, "views.generateTriggerId", asked);
    triggers.add(String(trigger_id));
    return String(trigger_id);
  };
  const replace = async (view: unknown) => {
    refuse(view);
    const top = modal();
    if (top === null) throw new Error("an update of no modal");
    const answer = await slack.peer.ask(null, "views.update", {
      view_id: top.id,
      view: JSON.stringify(view),
    });
    stack = [...stack.slice(0, -1), shownView(answer["view"])];
  };
  const push = async (view: unknown) => {
    refuse(view);
    const top = modal();
    if (top === null) throw new Error("a push on no modal");
    const trigger_id = await trigger(top);
    const answer = await slack.peer.ask(null, "views.push", { trigger_id, view: JSON.stringify(view) });
    stack = [...stack, shownView(answer["view"])];
  };
  const errorsIn = (errors: unknown): Json => {
    const inputs = list(modal()?.["blocks"])
      .map(fields)
      .filter(({ type }) => type === "input");
    const known = new Set(inputs.map(({ block_id }) => String(block_id)));
    const unknown = Object.keys(fields(errors)).filter((id) => !known.has(id));
    if (unknown.length > 0) throw new Error(`errors on fields that are not there: ${unknown.join(", ")}`);
    return fields(errors);
  };
  const acknowledged: Screen["acknowledged"] = async (body) => {
    const { response_action: action, view, errors } = fields(structured(body === "" ? "{}" : body));
    if (action === "errors") return errorsIn(errors);
    if (action === "update") await replace(view);
    else if (action === "push") await push(view);
    else if (action === "clear") stack = [];
    else stack = stack.slice(0, -1);
    return {};
  };
  const payload = (view: ShownView): Json => ({
    ...view,
    state: stateOf(view["blocks"], typed satisfies Typed),
  });
  const close = () => {
    follow();
    stack = stack.slice(0, -1);
  };
  const shownHome = () => {
    follow();
    return home;
  };
  return { modal, home: shownHome, typed, payload, trigger, acknowledged, close };
}
