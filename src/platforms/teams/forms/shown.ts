import type { Card } from "../../../cards/card.ts";
import { refusalCard } from "../../../cards/refusal-card.ts";
import type { Asking, Denied } from "../../../commands/asking.ts";
import type { FigureForm } from "../../../commands/figure-form.ts";
import { type IndicatorChoice, indicatorChoices } from "../../../commands/indicator-choices.ts";
import type { Cairn, Mend } from "../../../commands/request.ts";
import { messagesFor } from "../../../messages/messages.ts";
import { nothingTyped } from "../../figure-sent.ts";
import { type FigureTyped, type Session, sessionText, walkThrough } from "../../figure-session.ts";
import type { AdaptiveCard } from "../adaptive.ts";
import type { Within } from "../buttons.ts";
import { drawCard } from "../draw.ts";
import type { EntryField } from "../verbs.ts";
import { entryForm } from "./entry-form.ts";
import type { Option } from "./inputs.ts";

/** Room for a walk in what a button carries, in UTF-16 units. */
const walkRoom = 300;

/** Who fills in a form, and where it is shown. */
export type Filling = { readonly cairn: Cairn; readonly asking: Asking; readonly within: Within };

/** A form as it is to be shown. */
export type Shown = {
  readonly form: FigureForm;
  readonly session: Session;
  /** What was typed so far comes back in it. */
  readonly typed: FigureTyped;
  readonly notice?: string | null;
  readonly errors?: Readonly<Partial<Record<EntryField, string>>>;
  readonly readings?: readonly Mend[];
  /** Whether it asks why a figure that stands is corrected. */
  readonly corrects?: boolean;
};

function option({ slug, label }: IndicatorChoice): Option {
  return { text: label, value: slug };
}

/** What is said to somebody who may not give figures. */
export function deniedCard({ sentence, language }: Denied, within: Within): AdaptiveCard {
  return saidCard(refusalCard(sentence, []), language, within);
}

/** A card that ends a form; a dialog cannot run the lines of its buttons. */
export function saidCard(card: Card, language: FigureForm["language"], within: Within): AdaptiveCard {
  const blocks = within === "dialog" ? card.blocks.filter(({ type }) => type !== "actions") : card.blocks;
  return drawCard({ ...card, blocks }, { language });
}

/** The form, with everything typed so far. */
export async function formCard({ cairn, asking, within }: Filling, shown: Shown): Promise<AdaptiveCard> {
  const { form, session, typed, notice = null, errors = {}, readings = [], corrects = false } = shown;
  const { language, indicator, periods } = form;
  const { periodName } = messagesFor(language);
  const { due, others } = await indicatorChoices(cairn, asking, "");
  const [own = "", ...otherUnits] = indicator?.units ?? [];
  const [likeliest = null] = periods;
  const { walk } = session;
  return entryForm(
    {
      notice: notice ?? form.notice,
      errors,
      indicators: { due: due.map(option), others: others.map(option) },
      indicator: indicator?.slug ?? null,
      units: indicator === null ? null : { own, others: otherUnits },
      periods: periods.map((period) => ({ text: periodName(period), value: period })),
      period: typed.period ?? likeliest,
      value: typed.value ?? "",
      readings: readings.map(({ label, line }) => ({ text: label, value: line })),
      reason: corrects || typed.reason !== null ? (typed.reason ?? "") : null,
      note: typed.note ?? "",
      link: typed.link ?? "",
      walk: walk === null ? null : { place: walk.at + 1, total: walk.items.length },
      carried: sessionText({ ...session, shown: indicator?.slug ?? null, proposed: likeliest }),
    },
    { language, within },
  );
}

/** The form at its beginning: a walk when several figures wait. */
export async function beginningCard(
  filling: Filling,
  form: FigureForm,
  session: Session,
): Promise<AdaptiveCard> {
  const walk = walkThrough(form.owed, walkRoom);
  return await formCard(filling, { form, session: { ...session, walk }, typed: nothingTyped });
}
