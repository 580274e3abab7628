import type { ModalView } from "@slack/types";
import { actions, type Card, note, text } from "../../cards/card.ts";
import { refusalCard } from "../../cards/refusal-card.ts";
import type { Denied } from "../../commands/asking.ts";
import { type FigureForm, formFor } from "../../commands/figure-form.ts";
import { type GivenOutcome, submitFigure } from "../../commands/given-figure.ts";
import type { Cairn } from "../../commands/request.ts";
import { type Language, messagesFor } from "../../messages/messages.ts";
import { fieldsOfRefusals, givenIn } from "../figure-sent.ts";
import type { Reaction, Sent } from "./forms-reaction.ts";
import { figureText, markOf } from "./forms-session.ts";
import { deniedCard, formView, type Shown, saidView } from "./forms-view.ts";
import { afterRecorded } from "./forms-walk.ts";
import { confirmView } from "./views/card-views.ts";
import type { EntryTyped } from "./views/entry-typed.ts";
import { type EntryField, longest } from "./views/names.ts";

/** The form once more, as it was sent. */
async function again(
  cairn: Cairn,
  { asking, typed, session }: Sent,
  changes: Partial<Pick<Shown, "notice" | "readings" | "corrects">> & { readonly sure?: string } = {},
): Promise<ModalView> {
  const form = await formFor(cairn, asking, typed);
  if (form.kind === "denied") return saidView(deniedCard(form), form.language);
  const { sure = session.sure, ...shown } = changes;
  return formView({ form, session: { ...session, sure }, typed, ...shown });
}

/** What is said where the form is not: with a button that opens it again. */
function reopening(card: Card, { indicator, period }: EntryTyped, language: Language): Card {
  const line = ["/saisir", indicator, period].filter((each) => each !== null).join(" ");
  const open = actions({ label: messagesFor(language).forms.open, line });
  return { ...card, blocks: [...card.blocks, open] };
}

function errorAt(cairn: Cairn, sent: Sent, field: EntryField, said: string, language: Language): Reaction {
  const card = refusalCard({ message: messagesFor(language).forms.notTaken, hint: said }, []);
  return {
    kind: "error",
    field,
    text: said,
    again: () => again(cairn, sent, { notice: said }),
    card: reopening(card, sent.typed, language),
    language,
    isRecorded: false,
  };
}

/** The first field that holds more than a form may carry; its own window takes no more. */
function overlong(typed: EntryTyped): keyof typeof longest | null {
  const all = ["value", "note", "reason", "link"] as const;
  return all.find((field) => (typed[field] ?? "").length > longest[field]) ?? null;
}

function surprise(cairn: Cairn, sent: Sent, said: string, language: Language): Reaction {
  const { forms } = messagesFor(language);
  const card: Card = {
    title: forms.surprising,
    blocks: [text(said), note(forms.surprisingHint)],
  };
  const metadata = figureText(sent.session, sent.typed);
  const view = confirmView(card, { language, metadata });
  const notice = `${said} ${forms.sendToConfirm}`;
  return {
    kind: "question",
    view,
    again: () => again(cairn, sent, { notice, sure: markOf(sent.typed) }),
    card: reopening(card, sent.typed, language),
    language,
    isRecorded: false,
  };
}

async function refused(
  cairn: Cairn,
  sent: Sent,
  { refusal, sentence, readings, language }: Extract<GivenOutcome, { kind: "refused" }>,
): Promise<Reaction> {
  const { forms } = messagesFor(language);
  const { message, hint } = sentence;
  const card = reopening(refusalCard(sentence, []), sent.typed, language);
  switch (refusal.code) {
    case "implausible_value":
      return surprise(cairn, sent, message, language);
    case "already_submitted": {
      const notice = `${message} ${forms.replace}`;
      const sure = sent.confirmed ? { sure: markOf(sent.typed) } : {};
      const view = await again(cairn, sent, { notice, corrects: true, ...sure });
      return { kind: "view", view, card, language, isRecorded: false };
    }
    case "ambiguous_number": {
      const notice = `${message} ${forms.chooseReading}`;
      return {
        kind: "view",
        view: await again(cairn, sent, { notice, readings }),
        card,
        language,
        isRecorded: false,
      };
    }
    default:
      return errorAt(cairn, sent, fieldsOfRefusals[refusal.code] ?? "value", `${message} ${hint}`, language);
  }
}

function said(denied: Denied): Reaction {
  const card = deniedCard(denied);
  return {
    kind: "view",
    view: saidView(card, denied.language),
    card,
    language: denied.language,
    isRecorded: false,
  };
}

/** The form shows the unit of another indicator than the one chosen: what was typed may be meant in that one. */
async function unitUnseen(cairn: Cairn, sent: Sent): Promise<Reaction | null> {
  const { session, typed, asking } = sent;
  if (session.shown === null || session.shown === typed.indicator || sent.confirmed) return null;
  const form = await formFor(cairn, asking, typed);
  if (form.kind === "denied") return said(form);
  return shownUnit(form, sent);
}

function shownUnit(form: FigureForm, { session, typed }: Sent): Reaction | null {
  const { language, indicator } = form;
  if (indicator === null) return null;
  const { forms } = messagesFor(language);
  const notice = forms.unitChanged(indicator.units[0] ?? "");
  const view = formView({ form, session, typed, notice });
  return {
    kind: "view",
    view,
    card: reopening(refusalCard({ message: forms.notTaken, hint: notice }, []), typed, language),
    language,
    isRecorded: false,
  };
}

/** Takes the figure of a form, and says what Slack is to show. Throws only when the installation is broken. */
export async function submitted(cairn: Cairn, sent: Sent): Promise<Reaction> {
  const { language } = cairn;
  const field = overlong(sent.typed);
  if (field !== null) {
    const { forms, format } = messagesFor(language);
    return errorAt(cairn, sent, field, forms.tooLong(format.number(longest[field])), language);
  }
  const unseen = await unitUnseen(cairn, sent);
  if (unseen !== null) return unseen;
  const outcome = await submitFigure(cairn, { ...sent.asking, key: sent.key }, givenIn(sent));
  switch (outcome.kind) {
    case "recorded":
      return await afterRecorded(cairn, sent, outcome.card, outcome.language);
    case "denied":
      return said(outcome);
    case "refused":
      return await refused(cairn, sent, outcome);
  }
}
