import type { App, BlockAction, BlockSuggestion, SlackAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { askForm, formFor } from "../../commands/figure-form.ts";
import { indicatorChoices } from "../../commands/indicator-choices.ts";
import { nothingTyped } from "../figure-sent.ts";
import { inTime, requestKey } from "./accepted.ts";
import { type Asker, askerIn, failedAnswer, identify } from "./answer.ts";
import { replaceView } from "./forms-calls.ts";
import { teller } from "./forms-lines.ts";
import { beginningView, openForm } from "./forms-open.ts";
import { figureIn, freshSession, markOf, sessionIn } from "./forms-session.ts";
import { takeAndAck } from "./forms-taken.ts";
import { deniedCard, formView, saidView, unwelcomeCard } from "./forms-view.ts";
import { stepOn } from "./forms-walk.ts";
import type { Listening } from "./requests.ts";
import { type EntryTyped, entryTyped } from "./views/entry-typed.ts";
import { indicatorOptions, type MenuOptions } from "./views/indicator-options.ts";
import { buttons, callbacks } from "./views/names.ts";

/** How long a menu waits for its options; Slack gives three seconds. */
const optionsWithinMs = 2_000;

/** A view as Slack gives it back. */
type GivenView = {
  readonly id: string;
  readonly hash: string;
  readonly private_metadata: string;
  readonly state: { readonly values: unknown };
  readonly root_view_id?: string | null;
  readonly previous_view_id?: string | null;
};

type Member = {
  readonly email: string;
  readonly now: ReturnType<Listening["now"]>;
  readonly platform: string;
};

/** The view that `draw` gives to a member; to anybody else, the one that says why not. */
async function viewFor(
  listening: Listening,
  asker: Asker,
  draw: (member: Member) => Promise<ModalView>,
): Promise<ModalView> {
  const { language } = listening.cairn;
  try {
    const identity = await identify(listening, asker);
    if (identity.kind === "unwelcome") return saidView(unwelcomeCard(identity.reason, language), language);
    return await draw({ email: identity.email, now: listening.now(), platform: "slack" });
  } catch (error) {
    return saidView(failedAnswer(listening, error).card, language);
  }
}

/** The global shortcut, and the App Home's button. */
function listenToOpening(app: App, listening: Listening): void {
  const open = (asker: Asker, triggerId: string) => {
    const tell = teller(listening, { asker, channel: null, responseUrl: undefined });
    listening.later(openForm(listening, { asker, triggerId, words: "", tell }));
  };
  app.shortcut({ callback_id: callbacks.shortcut, type: "shortcut" }, async ({ body, ack }) => {
    open(askerIn(body), body.trigger_id);
    await ack();
  });
  app.action<BlockAction>({ type: "block_actions", action_id: buttons.give }, async ({ body, ack }) => {
    open(askerIn(body), body.trigger_id);
    await ack();
  });
}

async function optionsFor(listening: Listening, { asker, query }: { asker: Asker; query: string }) {
  const none: MenuOptions = { options: [] };
  const identity = await identify(listening, asker);
  if (identity.kind === "unwelcome") return none;
  const asking = { email: identity.email, now: listening.now(), platform: "slack" };
  const { language, due, others } = await indicatorChoices(listening.cairn, asking, query);
  const choice = ({ slug, label }: { slug: string; label: string }) => ({ text: label, value: slug });
  return indicatorOptions({ due: due.map(choice), others: others.map(choice) }, { language });
}

/** The menu of indicators. */
function listenToMenu(app: App, listening: Listening): void {
  const constraints = { type: "block_suggestion", action_id: "indicator" } as const;
  app.options<"block_suggestion">(constraints, async ({ body, ack }) => {
    const { value = "" } = body satisfies BlockSuggestion;
    const found = optionsFor(listening, { asker: askerIn(body), query: value }).catch((error: unknown) => {
      listening.log.error({ err: error }, "a menu of indicators failed");
      return null;
    });
    const options = (await inTime(found, optionsWithinMs)) ?? { options: [] };
    await ack("option_groups" in options ? options : { options: [] });
  });
}

function typedIn({ state }: GivenView): EntryTyped {
  return entryTyped(state.values) ?? nothingTyped;
}

/** The form with the unit and the quarters of the indicator just chosen, and all that was typed. */
async function formOfChoice(listening: Listening, member: Member, view: GivenView): Promise<ModalView> {
  const typed = typedIn(view);
  const session = sessionIn(view.private_metadata);
  // A quarter that was only proposed gives way to the one that waits for this indicator.
  const period = typed.period === session.proposed ? null : typed.period;
  const form = await formFor(listening.cairn, member, { ...typed, period });
  if (form.kind === "denied") return saidView(deniedCard(form), form.language);
  return formView({ form, session, typed: { ...typed, period } });
}

async function formAfterSkip(listening: Listening, member: Member, view: GivenView): Promise<ModalView> {
  const session = sessionIn(view.private_metadata);
  const { walk } = session;
  if (walk !== null)
    return await stepOn(listening.cairn, member, { ...session, walk }, { given: null, notice: null });
  const form = await askForm(listening.cairn, member, "");
  if (form.kind === "denied") return saidView(deniedCard(form), form.language);
  return beginningView(form, { ...session, round: session.round + 1 });
}

type Redraw = (listening: Listening, member: Member, view: GivenView) => Promise<ModalView>;

/** A control of the form: acknowledged, then the form drawn again unless it changed meanwhile. */
function listenToControl(app: App, listening: Listening, actionId: string, redraw: Redraw): void {
  const constraints = { type: "block_actions", action_id: actionId } as const;
  app.action<SlackAction>(constraints, async ({ body, ack }) => {
    await ack();
    if (body.type !== "block_actions" || body.view === undefined) return;
    const { view, user, team } = body;
    const drawn = viewFor(listening, askerIn({ user, team }), (member) => redraw(listening, member, view));
    const { id, hash } = view;
    listening.later(
      drawn.then(async (next) => void (await replaceView(listening.client, { id, hash }, next))),
    );
  });
}

/** What makes two sendings of a form one: who, in which window, which figure in a row, and what was typed for it. */
function keyOf(asker: Asker, { id, root_view_id, private_metadata }: GivenView, typed: EntryTyped): string {
  const { round } = sessionIn(private_metadata);
  return requestKey("form", asker.account, root_view_id ?? id, String(round), markOf(typed));
}

/** The forms and their confirmations, sent. */
function listenToSending(app: App, listening: Listening): void {
  const listen = (callback: string, confirmed: boolean) =>
    app.view({ callback_id: callback, type: "view_submission" }, async ({ body, view, ack }) => {
      const given: GivenView = view;
      const asker = askerIn(body);
      const typed = confirmed ? figureIn(given.private_metadata) : typedIn(given);
      const session = sessionIn(given.private_metadata);
      const form = { session, typed, confirmed, key: keyOf(asker, given, typed) };
      const below = given.previous_view_id ?? null;
      const sent = { id: given.id, belowId: below, values: given.state.values };
      await takeAndAck(listening, { asker, form, sent }, async (response) => {
        await (response === undefined ? ack() : ack(response));
      });
    });
  listen(callbacks.entry, false);
  listen(callbacks.confirm, true);
}

/** A receipt's "next": the figures that still wait, one after another. */
function listenToNext(app: App, listening: Listening): void {
  app.view({ callback_id: callbacks.receipt, type: "view_submission" }, async ({ body, view, ack }) => {
    const { round } = sessionIn(view.private_metadata);
    const next = await viewFor(listening, askerIn(body), async (member) => {
      const form = await askForm(listening.cairn, member, "");
      if (form.kind === "denied") return saidView(deniedCard(form), form.language);
      return beginningView(form, { ...freshSession, round: round + 1 });
    });
    const over = view.previous_view_id === null ? {} : { clear_on_close: true };
    await ack({ response_action: "update", view: { ...next, ...over } });
  });
}

/** Opens, fills and takes the forms that give a figure. */
export function listenToForms(app: App, listening: Listening): void {
  listenToOpening(app, listening);
  listenToMenu(app, listening);
  listenToControl(app, listening, "indicator", formOfChoice);
  listenToControl(app, listening, buttons.skip, formAfterSkip);
  listenToSending(app, listening);
  listenToNext(app, listening);
}
