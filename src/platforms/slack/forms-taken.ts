import { setTimeout as wait } from "node:timers/promises";
import type { ModalView } from "@slack/types";
import { refusalCard } from "../../cards/refusal-card.ts";
import { messagesFor } from "../../messages/messages.ts";
import { type Accepting, inTime } from "./accepted.ts";
import { type Asker, failedAnswer } from "./answer.ts";
import { inertCell, visible } from "./escape.ts";
import { replaceView } from "./forms-calls.ts";
import { keptForm, type SentForm, takeForm } from "./forms-kept.ts";
import type { Reaction } from "./forms-reaction.ts";
import { saidView } from "./forms-view.ts";
import { sendLater } from "./sending.ts";
import { workingView } from "./views/card-views.ts";
import { blockIn } from "./views/entry-typed.ts";

/** How long an acknowledgement waits for the figure to be committed, then for the form to be kept. */
const answerWithinMs = 2_000;
const keepWithinMs = 600;

/** How long Slack may take to show what an acknowledgement asks for, before it is replaced. */
const shownWithinMs = 300;

/** What acknowledges a sent form. */
export type FormAck =
  | { readonly response_action: "errors"; readonly errors: Record<string, string> }
  | { readonly response_action: "update" | "push"; readonly view: ModalView };

/** The view that was sent. */
export type SentView = {
  readonly id: string;
  /** The view below it; null when it is the only one. */
  readonly belowId: string | null;
  /** What its inputs hold; null when it has none. */
  readonly values: unknown;
};

/** A view in the place of one that lies over another, which has nothing more to take. */
function over({ belowId }: SentView, view: ModalView): ModalView {
  return belowId === null ? view : { ...view, clear_on_close: true };
}

/** What is wrong, under its field; where the view has no such field, the card in its place. */
async function errorAck(sent: SentView, reaction: Extract<Reaction, { kind: "error" }>): Promise<FormAck> {
  const block = blockIn(sent.values, reaction.field);
  if (block !== null)
    return { response_action: "errors", errors: { [block]: inertCell(visible(reaction.text)) } };
  if (sent.belowId === null) return { response_action: "update", view: await reaction.again() };
  // Closed, it leaves the form below, with all that was typed.
  const { title, blocks } = reaction.card;
  const card = { title, blocks: blocks.filter(({ type }) => type !== "actions") };
  return { response_action: "update", view: saidView(card, reaction.language) };
}

/** Whether the view shows something else now; what Slack does not do never undoes a figure that is recorded. */
async function isReplaced(client: Accepting["client"], id: string, view: ModalView): Promise<boolean> {
  return await replaceView(client, { id, hash: null }, view).catch(() => false);
}

/** What to acknowledge a form with; undefined closes the view that was sent. */
async function ackOf(
  { client }: Accepting,
  sent: SentView,
  reaction: Reaction,
): Promise<FormAck | undefined> {
  switch (reaction.kind) {
    case "error":
      return await errorAck(sent, reaction);
    case "question":
      return { response_action: "push", view: reaction.view };
    case "next": {
      const { view } = reaction;
      const below = sent.belowId;
      const isBelow = below !== null && (await isReplaced(client, below, view));
      return isBelow ? undefined : { response_action: "update", view: over(sent, view) };
    }
    case "view":
      return { response_action: "update", view: over(sent, reaction.view) };
  }
}

/** A form on its way: who sent it, what it holds, and the view it came from. */
export type Taking = { readonly asker: Asker; readonly form: SentForm; readonly sent: SentView };

/** What the form came to, with what acknowledges it. */
type Taken = { readonly reaction: Reaction; readonly ack: FormAck | undefined };

async function take(accepting: Accepting, { asker, form, sent }: Taking): Promise<Taken> {
  const reaction = await takeForm(accepting, asker, form);
  return { reaction, ack: await ackOf(accepting, sent, reaction) };
}

/** What a broken installation comes to: the form stays, and says so. */
async function failed(accepting: Accepting, { sent }: Taking, error: unknown): Promise<FormAck> {
  const { card, language } = failedAnswer(accepting, error);
  const { message, hint } = messagesFor(language).slack.failed;
  const text = `${message} ${hint}`;
  const view = saidView(card, language);
  const again = async () => view;
  const said = { text, again, card, language, isRecorded: false };
  return await errorAck(sent, { kind: "error", field: "value", ...said });
}

/** What the card says, in direct messages: nothing of it could be shown where the form was. */
async function tell(accepting: Accepting, { asker }: Taking, { card, language }: Reaction): Promise<void> {
  const direct = { account: asker.account, channel: null, responseUrl: null, responseUntil: null };
  await sendLater(accepting, direct, { card, language, shared: false });
}

/** The view that replaces the waiting one. */
async function lateView(sent: SentView, reaction: Reaction): Promise<ModalView> {
  const isForm = reaction.kind === "error" || reaction.kind === "question";
  return over(sent, isForm ? await reaction.again() : reaction.view);
}

/** Shows what the form came to once it is known, or says it when the person has closed the view. */
async function finishLate(accepting: Accepting, taking: Taking, work: Promise<Taken>): Promise<void> {
  const { client, inbox } = accepting;
  const { key } = taking.form;
  try {
    const { reaction } = await work;
    await wait(shownWithinMs);
    const view = await lateView(taking.sent, reaction);
    if (!(await isReplaced(client, taking.sent.id, view))) await tell(accepting, taking, reaction);
  } catch (error) {
    inbox.leave(key);
    throw error;
  }
  await inbox.finish(key);
}

/** Keeps the form, so that any process can take it, and says whether it is kept. */
async function keep({ inbox, log }: Accepting, { asker, form }: Taking): Promise<boolean> {
  const accepted = {
    key: form.key,
    account: asker.account,
    line: keptForm(form),
    shared: false,
    channel: null,
    responseUrl: null,
    responseUntil: null,
  };
  const keeping = inbox.keep(accepted).then(
    () => true,
    (error: unknown) => {
      log.error({ err: error }, "a form could not be kept");
      return false;
    },
  );
  return (await inTime(keeping, keepWithinMs)) === true;
}

/** The view that says that the figure is on its way, or that nothing could be kept of it. */
function waitView({ cairn }: Accepting, isKept: boolean): ModalView {
  const { language } = cairn;
  if (isKept) return workingView({ language });
  return saidView(refusalCard(messagesFor(language).slack.notKept, []), language);
}

/**
 * Takes a sent form, and acknowledges it once its figure is committed. One that takes more than two seconds is kept,
 * so that any process finishes it, and what it came to is shown afterwards.
 */
export async function takeAndAck(
  accepting: Accepting,
  taking: Taking,
  ack: (response: FormAck | undefined) => Promise<void>,
): Promise<void> {
  const work = take(accepting, taking);
  const soon = await inTime(work, answerWithinMs).catch((error: unknown) => error ?? new Error("no reason"));
  if (soon === null) {
    const isKept = await keep(accepting, taking);
    await ack({ response_action: "update", view: waitView(accepting, isKept) }).catch(() => undefined);
    return accepting.later(finishLate(accepting, taking, work));
  }
  if (!isTaken(soon)) return await ack(await failed(accepting, taking, soon));
  await ack(soon.ack).catch(async (error: unknown) => {
    accepting.log.warn({ err: error }, "an acknowledgement did not reach Slack; its answer follows");
    accepting.later(tell(accepting, taking, soon.reaction));
  });
}

function isTaken(soon: unknown): soon is Taken {
  return typeof soon === "object" && soon !== null && "reaction" in soon;
}
