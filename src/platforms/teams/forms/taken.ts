import { type Card, note, text } from "../../../cards/card.ts";
import { type FigureForm, formFor } from "../../../commands/figure-form.ts";
import { type GivenOutcome, submitFigure } from "../../../commands/given-figure.ts";
import { type Language, messagesFor } from "../../../messages/messages.ts";
import { fieldsOfRefusals, givenIn } from "../../figure-sent.ts";
import { type FigureTyped, figureText, markOf, type Session } from "../../figure-session.ts";
import type { AdaptiveCard } from "../adaptive.ts";
import { limits } from "../limits.ts";
import type { EntryField } from "../verbs.ts";
import { bytesOf } from "../weight.ts";
import { confirmCard } from "./figure-cards.ts";
import { deniedCard, type Filling, formCard, type Shown } from "./shown.ts";
import { afterRecorded } from "./walk.ts";

/** A form that came back: all of it from a person, and not to be trusted. */
export type Sent = Filling & {
  readonly session: Session;
  readonly typed: FigureTyped;
  readonly confirmed: boolean;
  /** What makes two sendings of it one. */
  readonly key: string;
};

/** What a form comes to. */
export type Taken = {
  readonly card: AdaptiveCard;
  readonly language: Language;
  /** The receipt, once the figure is there. */
  readonly receipt: Card | null;
};

/** The form once more, as it was sent. */
async function again(
  sent: Sent,
  changes: Partial<Pick<Shown, "notice" | "readings" | "corrects" | "errors">> & {
    readonly sure?: string;
  } = {},
): Promise<Taken> {
  const { cairn, asking, session, typed, within } = sent;
  const form = await formFor(cairn, asking, typed);
  const { language } = form;
  if (form.kind === "denied") return { card: deniedCard(form, within), language, receipt: null };
  const { sure = session.sure, ...shown } = changes;
  const card = await formCard(sent, { form, session: { ...session, sure }, typed, ...shown });
  return { card, language, receipt: null };
}

/**
 * The second look at a figure that surprises: a card that carries it, to confirm or to mend. A figure whose words are
 * too long to be carried stays in its form, to be sent once more.
 */
async function surprise(sent: Sent, said: string, language: Language): Promise<Taken> {
  const { forms } = messagesFor(language);
  const { session, typed, within } = sent;
  const carried = figureText(session, typed);
  if (bytesOf(carried) > limits.form.carried) {
    const notice = `${said} ${forms.sendToConfirm}`;
    return await again(sent, { notice, sure: markOf(typed) });
  }
  const card: Card = { title: forms.surprising, blocks: [text(said), note(forms.surprisingHint)] };
  return { card: confirmCard(card, { language, within, carried }), language, receipt: null };
}

async function refused(
  sent: Sent,
  { refusal, sentence, readings, language }: Extract<GivenOutcome, { kind: "refused" }>,
): Promise<Taken> {
  const { forms } = messagesFor(language);
  const { message, hint } = sentence;
  switch (refusal.code) {
    case "implausible_value":
      return await surprise(sent, message, language);
    case "already_submitted": {
      const sure = sent.confirmed ? { sure: markOf(sent.typed) } : {};
      return await again(sent, { notice: `${message} ${forms.replace}`, corrects: true, ...sure });
    }
    case "ambiguous_number":
      return await again(sent, { notice: `${message} ${forms.chooseReading}`, readings });
    default: {
      const field = fieldsOfRefusals[refusal.code] ?? "value";
      const isShown = field !== "reason" || sent.typed.reason !== null;
      const errors = isShown ? { [field]: `${message} ${hint}` } : {};
      return await again(sent, { notice: isShown ? forms.notTaken : `${message} ${hint}`, errors });
    }
  }
}

/** The first field that holds more than a form takes; Teams' own card takes no more. */
function overlong({
  value,
  note: noted,
  reason,
  link,
}: FigureTyped): { field: EntryField; most: number } | null {
  const { form } = limits;
  const all = [
    { field: "value", typed: value, most: form.value },
    { field: "note", typed: noted, most: form.note },
    { field: "reason", typed: reason, most: form.note },
    { field: "link", typed: link, most: form.link },
  ] as const;
  return all.find(({ typed, most }) => (typed ?? "").length > most) ?? null;
}

/** The form shows the unit of another indicator than the one chosen: what was typed may be meant in that one. */
function unitUnseen({ session, typed, confirmed }: Sent, form: FigureForm): string | null {
  const { indicator, language } = form;
  if (session.shown === null || session.shown === typed.indicator || confirmed || indicator === null)
    return null;
  return messagesFor(language).forms.unitChanged(indicator.units[0] ?? "");
}

/** Takes the figure of a form, and draws what it comes to. Throws only when the installation is broken. */
export async function takeForm(sent: Sent): Promise<Taken> {
  const { cairn, asking, typed, within } = sent;
  const form = await formFor(cairn, asking, typed);
  const { language } = form;
  if (form.kind === "denied") return { card: deniedCard(form, within), language, receipt: null };
  const tooLong = overlong(typed);
  if (tooLong !== null) {
    const { forms, format } = messagesFor(language);
    return await again(sent, { errors: { [tooLong.field]: forms.tooLong(format.number(tooLong.most)) } });
  }
  const notice = unitUnseen(sent, form);
  if (notice !== null) return await again(sent, { notice });
  const outcome = await submitFigure(cairn, { ...asking, key: sent.key }, givenIn(sent));
  switch (outcome.kind) {
    case "recorded":
      return await afterRecorded(sent, outcome.card, outcome.language);
    case "denied":
      return { card: deniedCard(outcome, within), language: outcome.language, receipt: null };
    case "refused":
      return await refused(sent, outcome);
  }
}
