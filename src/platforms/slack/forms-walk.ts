import type { ModalView } from "@slack/types";
import type { Card } from "../../cards/card.ts";
import type { Asking } from "../../commands/asking.ts";
import { formFor, owedNow, type Wanted } from "../../commands/figure-form.ts";
import type { Cairn } from "../../commands/request.ts";
import { walkEnd } from "../../commands/walk-end.ts";
import { parseQuarter } from "../../domain/quarter.ts";
import type { Language } from "../../messages/messages.ts";
import { nothingTyped } from "../figure-sent.ts";
import type { Reaction, Sent } from "./forms-reaction.ts";
import { itemsAt, passed, type Session, sessionText, type Walk } from "./forms-session.ts";
import { deniedCard, formView, saidView } from "./forms-view.ts";
import { receiptView } from "./views/card-views.ts";

/** The view after a figure of a walk: the next form, or what the walk comes to. */
export async function stepOn(
  cairn: Cairn,
  asking: Asking,
  session: Session & { readonly walk: Walk },
  { given, notice }: { readonly given: Wanted | null; readonly notice: string | null },
): Promise<ModalView> {
  const walk = passed(session.walk, given);
  const next = walk.items[walk.at];
  if (next === undefined) {
    const walked = { given: itemsAt(walk, walk.given), skipped: itemsAt(walk, walk.skipped) };
    const end = await walkEnd(cairn, asking, walked);
    return saidView(end.kind === "end" ? end.card : deniedCard(end), end.language);
  }
  const form = await formFor(cairn, asking, next);
  if (form.kind === "denied") return saidView(deniedCard(form), form.language);
  const moved = { ...session, round: session.round + 1, sure: null, walk };
  return formView({ form, session: moved, typed: nothingTyped, notice });
}

/** What a receipt says in one line. */
function receiptLine({ title, blocks }: Card): string {
  const [first] = blocks;
  return first?.type === "text" ? `${title} ${first.text}` : title;
}

/** What follows a figure that is recorded: the next form of its walk, or its receipt. */
export async function afterRecorded(
  cairn: Cairn,
  sent: Sent,
  card: Card,
  language: Language,
): Promise<Reaction> {
  const { asking, session, typed } = sent;
  const { walk } = session;
  if (walk !== null) {
    const period = parseQuarter(typed.period ?? "");
    const given = period === null || typed.indicator === null ? null : { indicator: typed.indicator, period };
    const notice = receiptLine(card);
    const view = await stepOn(cairn, asking, { ...session, walk }, { given, notice });
    return { kind: "next", view, card, language, isRecorded: true };
  }
  const next = (await owedNow(cairn, asking)).length > 0;
  const metadata = sessionText({ ...session, sure: null });
  const view = receiptView(card, { language, metadata, next });
  return { kind: "view", view, card, language, isRecorded: true };
}
