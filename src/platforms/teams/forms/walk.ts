import type { Card } from "../../../cards/card.ts";
import { formFor, owedNow, type Wanted } from "../../../commands/figure-form.ts";
import { walkEnd } from "../../../commands/walk-end.ts";
import { parseQuarter } from "../../../domain/quarter.ts";
import type { Language } from "../../../messages/messages.ts";
import { nothingTyped } from "../../figure-sent.ts";
import {
  type FigureTyped,
  itemsAt,
  passed,
  type Session,
  sessionText,
  type Walk,
} from "../../figure-session.ts";
import type { AdaptiveCard } from "../adaptive.ts";
import { receiptCard } from "./figure-cards.ts";
import { deniedCard, type Filling, formCard, saidCard } from "./shown.ts";
import type { Taken } from "./taken.ts";

/** The card after a figure of a walk: the next form, or what the walk comes to. */
export async function stepOn(
  filling: Filling,
  session: Session & { readonly walk: Walk },
  { given, notice }: { readonly given: Wanted | null; readonly notice: string | null },
): Promise<{ readonly card: AdaptiveCard; readonly language: Language }> {
  const { cairn, asking, within } = filling;
  const walk = passed(session.walk, given);
  const next = walk.items[walk.at];
  if (next === undefined) {
    const walked = { given: itemsAt(walk, walk.given), skipped: itemsAt(walk, walk.skipped) };
    const end = await walkEnd(cairn, asking, walked);
    const { language } = end;
    return {
      language,
      card: end.kind === "end" ? saidCard(end.card, language, within) : deniedCard(end, within),
    };
  }
  const form = await formFor(cairn, asking, next);
  const { language } = form;
  if (form.kind === "denied") return { card: deniedCard(form, within), language };
  const moved = { ...session, round: session.round + 1, sure: null, walk };
  return { card: await formCard(filling, { form, session: moved, typed: nothingTyped, notice }), language };
}

/** What a receipt says in one line. */
function receiptLine({ title, blocks }: Card): string {
  const [first] = blocks;
  return first?.type === "text" ? `${title} ${first.text}` : title;
}

/** What follows a figure that is recorded: the next form of its walk, or its receipt. */
export async function afterRecorded(
  sent: Filling & { readonly session: Session; readonly typed: FigureTyped },
  receipt: Card,
  language: Language,
): Promise<Taken> {
  const { cairn, asking, session, typed, within } = sent;
  const { walk } = session;
  if (walk !== null) {
    const period = parseQuarter(typed.period ?? "");
    const given = period === null || typed.indicator === null ? null : { indicator: typed.indicator, period };
    const next = await stepOn(sent, { ...session, walk }, { given, notice: receiptLine(receipt) });
    return { ...next, receipt };
  }
  const next = (await owedNow(cairn, asking)).length > 0;
  const carried = sessionText({ ...session, sure: null });
  return { card: receiptCard(receipt, { language, within, carried, next }), language, receipt };
}
