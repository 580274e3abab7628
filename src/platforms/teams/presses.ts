import type { TurnContext } from "botbuilder";
import { actions } from "../../cards/card.ts";
import { askForm, formFor } from "../../commands/figure-form.ts";
import { verbOf } from "../../commands/handle.ts";
import { messagesFor } from "../../messages/messages.ts";
import { figureIn, freshSession, markOf, sessionIn } from "../figure-session.ts";
import { PlatformError } from "../platform.ts";
import type { AdaptiveCard } from "./adaptive.ts";
import {
  type Answer,
  type Answering,
  answerLine,
  askingOf,
  conversationOf,
  keyOf,
  requestKey,
} from "./answer.ts";
import type { Within } from "./buttons.ts";
import { openPreferences, savePreferences } from "./forms/preferences-flow.ts";
import { beginningCard, deniedCard, formCard } from "./forms/shown.ts";
import { takeForm } from "./forms/taken.ts";
import { entryTyped, pressedOf } from "./forms/typed.ts";
import { stepOn } from "./forms/walk.ts";
import { type Incoming, kindOf } from "./incoming.ts";
import { cardMessage, messageOf } from "./message.ts";
import { say, tell } from "./reply.ts";
import { drawn, respond } from "./respond.ts";
import { type Verb, verbs } from "./verbs.ts";

/** A press of a member: what came back from a card, from a person and not to be trusted. */
export type Press = {
  readonly incoming: Incoming;
  readonly email: string;
  readonly verb: string;
  readonly data: unknown;
  readonly within: Within;
};

/** What a press comes to: another card in the place of the one pressed, or a few words beside it. */
export type Pressing =
  | { readonly kind: "card"; readonly card: AdaptiveCard }
  | { readonly kind: "words"; readonly text: string };

/** The verb whose answer takes a reminder's place. */
const dueVerb = "echeances";

/** The verbs whose lines may run by themselves when a card is seen: they write nothing. */
const reading: ReadonlySet<string> = new Set([
  "avancement",
  "bilan",
  dueVerb,
  "historique",
  "plan",
  "pourquoi",
]);

function carriedIn({ data }: Press): string {
  return pressedOf(data)?.carried ?? "";
}

/** A form sent, or a figure confirmed. */
async function entryTaken(answering: Answering, press: Press, confirmed: boolean): Promise<Pressing> {
  const { cairn } = answering;
  const { incoming, email, within, data } = press;
  const carried = carriedIn(press);
  const typed = confirmed ? figureIn(carried) : (entryTyped(data) ?? figureIn(""));
  const session = sessionIn(carried);
  const window = incoming.replyToId ?? incoming.id ?? crypto.randomUUID();
  const account = incoming.from.aadObjectId ?? incoming.from.id;
  const key = requestKey("form", account, window, String(session.round), markOf(typed));
  const filling = { cairn, asking: askingOf(answering, email), within };
  const { card, receipt, language } = await takeForm({ ...filling, session, typed, confirmed, key });
  // In front of others, the card may be gone tomorrow: the receipt is not.
  if (receipt !== null && (kindOf(incoming) !== "personal" || within === "dialog"))
    await tell(answering, email, cardMessage(receipt, { language })).catch((error: unknown) => {
      if (!(error instanceof PlatformError)) throw error;
      answering.log.warn({ code: error.code }, "a receipt did not reach its person");
    });
  return { kind: "card", card };
}

/** The form once more, with the figure that was to be confirmed. */
async function entryMended(answering: Answering, press: Press): Promise<Pressing> {
  const { cairn } = answering;
  const filling = { cairn, asking: askingOf(answering, press.email), within: press.within };
  const carried = carriedIn(press);
  const typed = figureIn(carried);
  const form = await formFor(cairn, filling.asking, typed);
  if (form.kind === "denied") return { kind: "card", card: deniedCard(form, press.within) };
  return { kind: "card", card: await formCard(filling, { form, session: sessionIn(carried), typed }) };
}

/** The form of what waits for the person, at its beginning. */
async function entryOpened(answering: Answering, { email, within }: Press): Promise<Pressing> {
  const { cairn } = answering;
  const filling = { cairn, asking: askingOf(answering, email), within };
  const form = await askForm(cairn, filling.asking, "");
  if (form.kind === "denied") return { kind: "card", card: deniedCard(form, within) };
  return { kind: "card", card: await beginningCard(filling, form, freshSession) };
}

async function entrySkipped(answering: Answering, press: Press): Promise<Pressing> {
  const session = sessionIn(carriedIn(press));
  const { walk } = session;
  if (walk === null) return await entryOpened(answering, press);
  const filling = { cairn: answering.cairn, asking: askingOf(answering, press.email), within: press.within };
  const { card } = await stepOn(filling, { ...session, walk }, { given: null, notice: null });
  return { kind: "card", card };
}

/** What is owed, in the place of a reminder: it can be put off as the reminder could, as long as something is. */
function postponable(answer: Answer): Answer {
  const { card, language } = answer;
  if (!card.blocks.some(({ type }) => type === "actions")) return answer;
  const later = { label: messagesFor(language).reminders.reminder.later, line: "/cairn rappels demain" };
  return { ...answer, card: { ...card, blocks: [...card.blocks, actions(later)] } };
}

/** The card of a line that only reads, as it is now. */
async function renewed(answering: Answering, { email, incoming, data }: Press): Promise<Pressing> {
  const line = pressedOf(data)?.line ?? "";
  const verb = verbOf(line);
  if (verb === null || !reading.has(verb)) return { kind: "words", text: "" };
  const where = { key: keyOf(incoming), conversation: conversationOf(incoming) };
  const answer = await answerLine(answering, email, line, where);
  return {
    kind: "card",
    card: drawn(verb === dueVerb ? postponable(answer) : answer).attachments[0].content,
  };
}

/** Does what a button that changes its own card asks. */
async function changed(answering: Answering, press: Press): Promise<Pressing> {
  const verb = Object.values(verbs).find((each): each is Verb => each === press.verb);
  const { email, data, within } = press;
  const filling = { cairn: answering.cairn, asking: askingOf(answering, email), within };
  switch (verb) {
    case verbs.entrySend:
      return await entryTaken(answering, press, false);
    case verbs.entryConfirm:
      return await entryTaken(answering, press, true);
    case verbs.entryMend:
      return await entryMended(answering, press);
    case verbs.entrySkip:
      return await entrySkipped(answering, press);
    case verbs.entryOpen:
    case verbs.entryNext:
      return await entryOpened(answering, press);
    case verbs.preferencesOpen:
      return { kind: "card", card: await openPreferences(filling, null) };
    case verbs.preferencesSave:
      return { kind: "card", card: await savePreferences(filling, data) };
    case verbs.refresh:
      return await renewed(answering, press);
    default:
      return { kind: "words", text: "" };
  }
}

/** Answers a press: a line is run and answered beside its card; anything else changes the card. */
export async function press(answering: Answering, context: TurnContext, pressed: Press): Promise<Pressing> {
  const { incoming, email, verb, data } = pressed;
  if (verb !== verbs.run) return await changed(answering, pressed);
  const line = pressedOf(data)?.line ?? null;
  if (line === null) return { kind: "words", text: "" };
  const wish = { line, shared: true, email, incoming, key: keyOf(incoming) };
  return { kind: "words", text: await respond(answering, context, wish) };
}

/** A press that came as a message: its card is changed where it is, or another follows it. */
export async function pressSubmitted(
  answering: Answering,
  context: TurnContext,
  incoming: Incoming,
  email: string,
): Promise<void> {
  const data = incoming.value;
  const verb = pressedOf(data)?.verb ?? "";
  const said = await press(answering, context, { incoming, email, verb, data, within: "message" });
  if (said.kind === "words") return;
  if (!(await replaced(answering, incoming, said.card))) await say(context, messageOf(said.card));
}

/** Whether the message that was pressed shows another card now: for as long as it is there, not only at this sight. */
export async function replaced(
  { connector, log }: Answering,
  { serviceUrl, conversation, replyToId }: Incoming,
  card: AdaptiveCard,
): Promise<boolean> {
  if (replyToId === undefined) return false;
  try {
    await connector.update({ serviceUrl, conversation: conversation.id }, replyToId, messageOf(card));
    return true;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    log.warn({ code: error.code }, "a card could not be replaced");
    return false;
  }
}
