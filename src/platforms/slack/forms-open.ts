import type { ModalView } from "@slack/types";
import { actions, type Card, text } from "../../cards/card.ts";
import { askForm, type FigureForm } from "../../commands/figure-form.ts";
import { type Language, messagesFor } from "../../messages/messages.ts";
import { nothingTyped } from "../figure-sent.ts";
import { PlatformError } from "../platform.ts";
import { type Asker, failedAnswer, identify } from "./answer.ts";
import { openLight } from "./forms-calls.ts";
import { freshSession, type Session, walkThrough } from "./forms-session.ts";
import { deniedCard, formView, saidView, unwelcomeCard } from "./forms-view.ts";
import type { Listening } from "./requests.ts";
import { waitingView } from "./views/card-views.ts";

/** What somebody did to be given a form, and the words that say which. */
export type Opening = {
  readonly asker: Asker;
  readonly triggerId: string;
  /** What follows the verb: an indicator and a quarter, or nothing. */
  readonly words: string;
  /** Says it where the person is, when no form can be opened. */
  readonly tell: (card: Card, language: Language) => Promise<void>;
};

/** What the form comes to: itself, or why there is none. */
type First =
  | { readonly kind: "form"; readonly form: FigureForm }
  | { readonly kind: "said"; readonly card: Card; readonly language: Language };

async function first(listening: Listening, { asker, words }: Opening): Promise<First> {
  const { cairn, now } = listening;
  try {
    const identity = await identify(listening, asker);
    if (identity.kind === "unwelcome") {
      const { language } = cairn;
      return { kind: "said", card: unwelcomeCard(identity.reason, language), language };
    }
    const asking = { email: identity.email, now: now(), platform: "slack" };
    const form = await askForm(cairn, asking, words);
    if (form.kind === "form") return { kind: "form", form };
    return { kind: "said", card: deniedCard(form), language: form.language };
  } catch (error) {
    return { kind: "said", ...failedAnswer(listening, error) };
  }
}

/** The form at its beginning: a walk when several figures wait. */
export function beginningView(form: FigureForm, session: Session = freshSession): ModalView {
  return formView({ form, session: { ...session, walk: walkThrough(form.owed) }, typed: nothingTyped });
}

function viewOf(opened: First): ModalView {
  return opened.kind === "form" ? beginningView(opened.form) : saidView(opened.card, opened.language);
}

/** What to type where no form could be opened, and a button that tries again. */
function insteadCard({ indicator, periods, language }: FigureForm, words: string): Card {
  const { forms } = messagesFor(language);
  const period = indicator === null ? null : (periods[0] ?? null);
  const said = text(forms.typeInstead(indicator?.slug ?? null, period));
  return {
    title: forms.notOpened,
    blocks: [said, actions({ label: forms.open, line: `/saisir ${words}`.trim() })],
  };
}

/** Says in words what the form would have asked. */
async function tellInstead({ words, tell }: Opening, opened: First): Promise<void> {
  if (opened.kind === "said") await tell(opened.card, opened.language);
  else await tell(insteadCard(opened.form, words), opened.form.language);
}

/**
 * Opens the form: a light view at once, then the form in its place. Where Slack shows none, the person is told what
 * to type.
 */
export async function openForm(listening: Listening, opening: Opening): Promise<void> {
  const { client, cairn, log } = listening;
  const { language } = cairn;
  const found = first(listening, opening);
  try {
    const light = waitingView({ language, title: messagesFor(language).forms.title });
    await openLight(client, opening.triggerId, { light, view: found.then(viewOf) });
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const { fault, code } = error;
    log.warn({ fault, code }, "Slack opened no form");
    await tellInstead(opening, await found);
  }
}
