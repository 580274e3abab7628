import { vi } from "vitest";
import type { ShownView } from "./slack-modal.ts";
import type { Person } from "./slack-person.ts";
import { type Self, served } from "./slack-self.ts";
import { payloadOf } from "./slack-sending.ts";
import { fields, type Json } from "./slack-texts.ts";
import { type Control, control, keyOf, missingIn, optionsIn } from "./slack-view.ts";
import { appId, strictTeamId } from "./strict-slack-peer.ts";
import { optionsRefusal, structured } from "./strict-slack-refusals.ts";

const menus = /_select$|^radio_buttons$/u;

/** What somebody does in modals and in the Home. */
export function viewsOf({
  slack,
  sending,
  id,
  direct,
  screen,
  who,
}: Self): Pick<
  Person,
  "openHome" | "pressInView" | "type" | "choose" | "offered" | "submission" | "submit" | "close"
> {
  const current = (): ShownView => {
    const view = screen.modal() ?? screen.home();
    if (view === null) throw new Error("neither a modal nor a Home");
    return view;
  };
  const act = async (view: ShownView, { block, element }: Control, done: Json) => {
    const action = {
      ...{ type: element["type"], action_id: element["action_id"], block_id: block["block_id"] },
      ...{ action_ts: `${Date.now() / 1000}`, ...done },
    };
    const container = { type: "view", view_id: view.id };
    const trigger_id = await screen.trigger(view);
    const changes = { ...who, container, trigger_id, view: screen.payload(view), actions: [action] };
    served(await sending.payload(await payloadOf("block-actions-view", changes)));
  };
  const options = async (view: ShownView, { block, element }: Control, searched: string) => {
    if (element["type"] !== "external_select") return optionsIn(element);
    const container = { type: "view", view_id: view.id };
    const asked = { action_id: element["action_id"], block_id: block["block_id"], value: searched };
    const changes = { ...who, ...asked, container, view: screen.payload(view) };
    const answer = structured(served(await sending.payload(await payloadOf("block-suggestion", changes))));
    const problems = optionsRefusal(answer);
    if (problems.length > 0) throw new Error(`options that Slack refuses: ${problems.join("; ")}`);
    return optionsIn(fields(answer));
  };
  const openHome: Person["openHome"] = async () => {
    const before = slack.accepted.length;
    const event = { user: id, channel: direct, event_ts: `${Date.now() / 1000}` };
    const envelope = { team_id: strictTeamId, api_app_id: appId, event_id: `EvHome${before}${id}` };
    served(await sending.event(await payloadOf("event-app-home-opened", { ...envelope, event })));
    return await vi.waitFor(
      () => {
        const isPublished = slack.accepted
          .slice(before)
          .some(({ method, asked }) => method === "views.publish" && asked["user_id"] === id);
        const home = screen.home();
        if (!isPublished || home === null) throw new Error("no Home was published");
        return home;
      },
      { timeout: 6_000, interval: 20 },
    );
  };
  const pressInView: Person["pressInView"] = async (label) => {
    const view = current();
    const found = control(view["blocks"], label, /^button$/u);
    await act(view, found, { text: found.element["text"], value: found.element["value"] });
  };
  const type: Person["type"] = (label, text) => {
    const found = control(current()["blocks"], label, /_input$/u);
    screen.typed.set(keyOf(found), { type: found.element["type"], value: text === "" ? null : text });
  };
  const choose: Person["choose"] = async (label, wanted, searched = "") => {
    const view = current();
    const found = control(view["blocks"], label, menus);
    const all = await options(view, found, searched);
    const chosen = all.find((each) => each.label.includes(wanted));
    if (chosen === undefined)
      throw new Error(`no “${wanted}” among ${all.map((each) => `“${each.label}”`).join(", ")}`);
    const selected_option = chosen.option;
    screen.typed.set(keyOf(found), { type: found.element["type"], selected_option });
    const isToldAtOnce = found.block["type"] !== "input" || found.block["dispatch_action"] === true;
    if (isToldAtOnce) await act(view, found, { selected_option });
  };
  const offered: Person["offered"] = async (label, searched) => {
    const view = current();
    const all = await options(view, control(view["blocks"], label, menus), searched);
    return all.map((each) => each.label);
  };
  const submission: Person["submission"] = async () => {
    const view = screen.modal();
    if (view === null) throw new Error("no modal to send");
    if (view["submit"] === null) throw new Error("a modal without a button to send it");
    const missing = missingIn(view["blocks"], screen.typed);
    if (missing.length > 0) throw new Error(`left empty: ${missing.join(", ")}`);
    const changes = { ...who, trigger_id: await screen.trigger(view), view: screen.payload(view) };
    return await payloadOf("view-submission", changes);
  };
  const submit: Person["submit"] = async () =>
    await screen.acknowledged(served(await sending.payload(await submission())));
  const close: Person["close"] = async () => {
    const view = screen.modal();
    screen.close();
    if (view === null || view["notify_on_close"] !== true) return;
    const changes = { ...who, view: screen.payload(view) };
    served(await sending.payload(await payloadOf("view-closed", changes)));
  };
  return { openHome, pressInView, type, choose, offered, submission, submit, close };
}
