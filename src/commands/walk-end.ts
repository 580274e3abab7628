import type { Card } from "../cards/card.ts";
import { walkCard } from "../cards/walk-card.ts";
import { standingEntries } from "../domain/entry.ts";
import type { Language } from "../messages/messages.ts";
import { entriesOfIndicators } from "../store/entries.ts";
import { type Asking, contextOf, type Denied, deniedStranger } from "./asking.ts";
import type { Wanted } from "./figure-form.ts";
import type { Cairn, Context } from "./request.ts";

/** What a walk through several figures went by, as a form says it: not to be trusted. */
export type Walked = { readonly given: readonly Wanted[]; readonly skipped: readonly Wanted[] };

async function endOf(context: Context, { given, skipped }: Walked): Promise<Card> {
  const { db, plan, messages } = context;
  const indicatorOf = new Map(plan.indicators.map((indicator) => [indicator.slug, indicator]));
  const labelled = (wanted: readonly Wanted[]) =>
    wanted.flatMap(({ indicator: slug, period }) => {
      const indicator = indicatorOf.get(slug);
      return indicator === undefined ? [] : [{ indicator, period }];
    });
  const known = labelled(given);
  const entries = standingEntries(
    await entriesOfIndicators(
      db,
      known.map(({ indicator }) => indicator.slug),
    ),
  );
  const values = new Map(entries.map(({ indicator, period, value }) => [`${indicator} ${period}`, value]));
  const recorded = known.map((each) => {
    const value = values.get(`${each.indicator.slug} ${each.period}`) ?? null;
    return { ...each, value };
  });
  return walkCard({ given: recorded, skipped: labelled(skipped) }, messages);
}

/** What was given and what was passed in a walk through several figures, as it stands now. */
export async function walkEnd(
  cairn: Cairn,
  asking: Asking,
  walked: Walked,
): Promise<{ readonly kind: "end"; readonly card: Card; readonly language: Language } | Denied> {
  const context = await contextOf(cairn, asking, "");
  if (context === null) return deniedStranger(cairn, asking);
  return { kind: "end", card: await endOf(context, walked), language: context.language };
}
