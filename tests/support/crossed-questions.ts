import type { Intent, Query } from "../../src/domain/questions/query.ts";
import {
  aims,
  comparisons,
  frames,
  framesOfNow,
  type NamedMeasure,
  namedMeasures,
  type PeriodPhrases,
  type Phrases,
  periods,
  starts,
} from "./question-phrases.ts";

/** A sentence made of parts, and the query it must give. */
export type CrossedQuestion = { readonly text: string; readonly query: Query };

const languages = ["fr", "en"] as const;

/** "l'eau" as it follows "de": "de l'eau" and "d'eau". */
function withDe(name: string): { du: string; de: string } {
  const [, article = "", bare = name] = /^(le |la |les |l')(.*)$/u.exec(name) ?? [];
  const du = article === "le " ? `du ${bare}` : article === "les " ? `des ${bare}` : `de ${name}`;
  return { du, de: /^[aeéèêiouyhÀâ]/iu.test(bare) ? `d'${bare}` : `de ${bare}` };
}

/** The sentence of a frame about a name and a period. */
export function sentence(frame: string, name: string, period: string): string {
  const { du, de } = withDe(name);
  return frame
    .replace("{le}", name)
    .replace("{du}", du)
    .replace("{de}", de)
    .replace("{n}", name)
    .replace("{p}", period);
}

type Held = Pick<Query, "period" | "against"> & Phrases;

/** Measures that are no quantity to aim at, to enter or to answer for. */
const totals = new Set(["ghg.scope1", "ghg.scope3", "taux-tri"]);

function crossed(
  intent: Intent,
  { frames: said, held }: { frames: Phrases; held: readonly Held[] },
  measures: readonly NamedMeasure[],
): CrossedQuestion[] {
  return measures.flatMap(({ measure, ...names }) =>
    held.flatMap(({ period, against, ...phrases }) =>
      languages.flatMap((language) =>
        names[language].flatMap((name) =>
          said[language].flatMap((frame) =>
            phrases[language].map((phrase) => ({
              text: sentence(frame, name, phrase),
              query: { intent, measure, period, against },
            })),
          ),
        ),
      ),
    ),
  );
}

const noPhrases: Phrases = { fr: [], en: [] };
const unheld = (list: readonly PeriodPhrases[]): Held[] => list.map((each) => ({ ...each, against: null }));

/** Every crossing of an intent's frames with the names, the periods and the comparisons that it takes. */
export const crossings: Readonly<Record<string, () => CrossedQuestion[]>> = {
  value: () => crossed("value", { frames: frames.value ?? noPhrases, held: unheld(periods) }, namedMeasures),
  trend: () => crossed("trend", { frames: frames.trend ?? noPhrases, held: unheld(starts) }, namedMeasures),
  compare: () =>
    crossed("compare", { frames: frames.compare ?? noPhrases, held: comparisons }, namedMeasures),
  target: () =>
    crossed(
      "target",
      { frames: frames.target ?? noPhrases, held: unheld(aims) },
      namedMeasures.filter(({ measure }) => !totals.has(measure)),
    ),
  missing: () =>
    crossed(
      "missing",
      { frames: frames.missing ?? noPhrases, held: unheld(periods.slice(0, 5)) },
      namedMeasures.filter(({ measure }) => !totals.has(measure) && measure !== "ghg"),
    ),
  ...Object.fromEntries(
    (["owner", "deadline"] as const).map((intent) => [
      intent,
      () =>
        crossed(
          intent,
          {
            frames: framesOfNow[intent] ?? noPhrases,
            held: [{ period: null, against: null, fr: [""], en: [""] }],
          },
          namedMeasures.filter(({ measure }) => !totals.has(measure) && measure !== "ghg"),
        ),
    ]),
  ),
};
