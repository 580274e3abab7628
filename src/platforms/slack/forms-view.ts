import type { ModalView } from "@slack/types";
import type { Card } from "../../cards/card.ts";
import { refusalCard } from "../../cards/refusal-card.ts";
import type { Denied } from "../../commands/asking.ts";
import type { FigureForm } from "../../commands/figure-form.ts";
import type { Mend } from "../../commands/request.ts";
import { type Language, messagesFor } from "../../messages/messages.ts";
import type { Unwelcome } from "../platform.ts";
import { type Session, sessionText } from "./forms-session.ts";
import { cardModal } from "./views/card-views.ts";
import { entryForm } from "./views/entry-form.ts";
import type { EntryTyped } from "./views/entry-typed.ts";

/** A form as it is to be shown. */
export type Shown = {
  readonly form: FigureForm;
  readonly session: Session;
  /** What was typed so far comes back in it. */
  readonly typed: EntryTyped;
  readonly notice?: string | null;
  readonly readings?: readonly Mend[];
  /** Whether it asks why a figure that stands is corrected. */
  readonly corrects?: boolean;
};

function place({ walk }: Session) {
  return walk === null ? null : { place: walk.at + 1, total: walk.items.length };
}

/** The form, with everything typed so far. */
export function formView({
  form,
  session,
  typed,
  notice = null,
  readings = [],
  corrects = false,
}: Shown): ModalView {
  const { language, indicator, periods } = form;
  const { periodName } = messagesFor(language);
  const [own = "", ...others] = indicator?.units ?? [];
  const [likeliest = null] = periods;
  const metadata = sessionText({ ...session, shown: indicator?.slug ?? null, proposed: likeliest });
  return entryForm(
    {
      round: session.round,
      notice: notice ?? form.notice,
      indicator: indicator === null ? null : { text: indicator.label, value: indicator.slug },
      units: indicator === null ? null : { own, others },
      periods: periods.map((period) => ({ text: periodName(period), value: period })),
      period: typed.period ?? likeliest,
      value: typed.value ?? "",
      readings: readings.map(({ label, line }) => ({ text: label, value: line })),
      reason: corrects || typed.reason !== null ? (typed.reason ?? "") : null,
      note: typed.note ?? "",
      link: typed.link ?? "",
      walk: place(session),
      metadata,
    },
    { language },
  );
}

/** A view that says one thing, and is closed. */
export function saidView(card: Card, language: Language): ModalView {
  return cardModal(card, { language });
}

/** What is said to somebody who may not give figures. */
export function deniedCard({ sentence }: Denied): Card {
  return refusalCard(sentence, []);
}

/** What is said to somebody who is not served. */
export function unwelcomeCard(reason: Unwelcome, language: Language): Card {
  return refusalCard(messagesFor(language).slack.unwelcome[reason], []);
}
