import { fold } from "../domain/name-match.ts";
import type { Indicator } from "../domain/plan.ts";
import type { Language } from "../messages/messages.ts";
import { type Asking, contextOf } from "./asking.ts";
import { owedFigures } from "./owed.ts";
import { type Cairn, type Context, mayOn } from "./request.ts";

/** An indicator as a menu offers it. */
export type IndicatorChoice = { readonly slug: string; readonly label: string };

/** The indicators that somebody may give figures of: those that wait for them, and the others. */
export type IndicatorChoices = {
  readonly language: Language;
  readonly due: readonly IndicatorChoice[];
  readonly others: readonly IndicatorChoice[];
};

/** How well a name holds what is sought: at its beginning, at that of one of its words, somewhere, or (null) not. */
function rankIn(name: string, sought: string): number | null {
  if (name.startsWith(sought)) return 0;
  if (name.includes(` ${sought}`)) return 1;
  return name.includes(sought) ? 2 : null;
}

function rankOf({ slug, label, aliases }: Indicator, sought: string): number | null {
  const names = [label.fr, label.en, slug, ...aliases].map(fold);
  const ranks = names.map((name) => rankIn(name, sought)).filter((rank) => rank !== null);
  return ranks.length === 0 ? null : Math.min(...ranks);
}

/** The indicators whose names hold what is sought, accents and case aside, the nearest first. */
function matching(indicators: readonly Indicator[], query: string): Indicator[] {
  const sought = fold(query);
  const ranked = indicators.flatMap((indicator) => {
    const rank = rankOf(indicator, sought);
    return rank === null ? [] : [{ indicator, rank }];
  });
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ indicator }) => indicator);
}

async function choicesOf(context: Context, query: string): Promise<IndicatorChoices> {
  const { plan, language, messages } = context;
  const own = plan.indicators.filter((indicator) => mayOn(context, "saisir", indicator));
  const waiting = new Set((await owedFigures(context)).map(({ indicator }) => indicator.slug));
  const found = matching(own, query);
  const choice = ({ slug, label }: Indicator) => ({ slug, label: messages.pick(label) });
  return {
    language,
    due: found.filter(({ slug }) => waiting.has(slug)).map(choice),
    others: found.filter(({ slug }) => !waiting.has(slug)).map(choice),
  };
}

/** The indicators to offer to somebody who typed `query` in a menu; none to somebody who is not of the plan. */
export async function indicatorChoices(
  cairn: Cairn,
  asking: Asking,
  query: string,
): Promise<IndicatorChoices> {
  const context = await contextOf(cairn, asking, "");
  if (context === null) return { language: cairn.language, due: [], others: [] };
  return await choicesOf(context, query.slice(0, 200));
}
