import type { Annotated } from "./annotate.ts";
import type { Clues } from "./intent.ts";
import type { Lexicon, Meaning } from "./lexicon.ts";
import { measureOf } from "./measure.ts";
import { strayed } from "./naming.ts";
import { stemOf, stemsOf } from "./words.ts";

/** The figure that the mentions name as a total; null for none or several. */
function figureNamed(mentions: readonly Meaning[], lexicon: Lexicon): string | null {
  const named = measureOf(mentions, "value", lexicon);
  // Words that only help ("centre de ressources") name no figure by themselves.
  const isNamed = named.kind === "one" && mentions.some(({ names }) => names.includes(named.measure));
  return isNamed ? named.measure : null;
}

/** What the words left beside the periods show of the intent. */
export function cluesOf(
  folded: string,
  { mentions, signals, periods }: Pick<Annotated, "mentions" | "signals"> & Pick<Clues, "periods">,
  lexicon: Lexicon,
): Clues {
  const { kindOf } = lexicon;
  const kinds = new Set(mentions.flatMap(({ names }) => names).map(kindOf));
  const within = new Set(mentions.flatMap((each) => each.within).map(kindOf));
  const names = mentions.flatMap((each) => each.names);
  return {
    has: (signal) => signals.has(signal),
    names: {
      action: kinds.has("action") || within.has("action"),
      code: kinds.has("action"),
      emission: names.some((name) => name.startsWith("ghg")),
      person: kinds.has("person"),
      quantity: names.some((name) => isQuantity(name, kindOf) && !strayed(mentions, name)),
    },
    periods,
    perUnit: speaksOfOne(folded, lexicon, ofOne),
    perEach: speaksOfOne(folded, lexicon, ofEach),
    figure: figureNamed(mentions, lexicon),
    units: folded.split(" ").filter((word) => measuring.has(word)),
    startsWithWhere: /^(?:ou|where)\b(?! en\b)/.test(folded),
    comesDownTo: downTo.test(folded),
    asksWhom: toWhom.test(folded),
    startsWithWho: /^(?:(?:bonjour|stp|svp) )?(?:c est |a |vers |par |chez )?(?:qui|who|whom)\b/.test(folded),
  };
}

const level =
  "(?:a combien|a quel(?:le)? (?:niveau|valeur|chiffre|total|quantite)|jusqu a combien|jusqu ou|how low|to what level|(?:down )?to how (?:much|many|low))";
const bound =
  "(?:doit|doivent|devraient|devons|devait|devions|devrait|devrions|faut|faudrait|faudra|must|should|do we (?:have|need) to|need to|have to|are we to)";
const coming =
  "(?:descendre|redescendre|ramener|arriver|tomber|revenir|passer|atteindre|limiter|plafonner|rester|contenir|baisser|reduire|abaisser|parvenir|go|get|come|bring|drop|fall|cut|reduce|land)";

/** "Combien de formations faut-il pour atteindre l'objectif": all of them, and not how many more. */
const needed =
  "(?:combien d(?:e|es|u)?|how (?:many|much)) (?!.*\\b(?:encore|still|more|de plus|supplementaires?|reste|restent|left|manqu\\w+|additional|further)\\b)(?:\\w+ ){1,6}?(?:faut il|faudrait il|faudra t il|il (?:nous )?(?:faut|faudrait|faudra)|doit on|devons nous|devrait on|devrions nous|(?:do|must|should) we) (?:\\w+ ){0,6}?(?:pour|to|afin d|afin de) (?:\\w+ )?(?:atteindre|respecter|tenir|remplir|honorer|reach|meet|hit|achieve)\\b";

/** "À combien de km en avion doit-on descendre": one asks for what is aimed at, whatever one does it for. */
const downTo = new RegExp(
  `\\b${level} (?:\\w+ ){0,6}?${bound} (?:\\w+ ){0,5}?${coming}\\b|\\bjusqu (?:a combien|ou) (?:\\w+ ){0,4}?(?:peut on|pouvons nous) (?:aller|monter)\\b|\\b${needed}`,
  "u",
);
const toWhom =
  /\b(?:(?:a|vers|aupres de|chez|par|avec|de) qui|to whom|from whom|by whom|who (?:do|should|can|must|shall) (?:i|we))\b/u;

function isQuantity(name: string, kindOf: Lexicon["kindOf"]): boolean {
  return kindOf(name) === "indicator" || (kindOf(name) === "general" && !name.startsWith("ghg"));
}

const measuring: ReadonlySet<string> = new Set(
  "km kms kilometre kilometres miles kwh mwh gwh m3 litre litres kg kilo kilos kilogramme kilogrammes tonne tonnes gramme grammes euro euros".split(
    " ",
  ),
);

const ofEach = /\b(?:par|per|chaque|each) ([a-z0-9]+)(?= |$)/g;
const ofOne = /\b(?:un|une|one|1|par|per|chaque|each|an|a|au) ([a-z0-9]+)(?= |$)/g;
const units = new Set(
  stemsOf(
    "km kilomètre kilometer mile kwh mwh m3 litre kg kilo tonne passager nuit nuitée night unité heure euro",
  ),
);

/** "par km", "une nuit": one unit of what is measured. */
function speaksOfOne(folded: string, { measureStems }: Lexicon, pattern: RegExp): boolean {
  return [...folded.matchAll(pattern)].some(([, word = ""]) => {
    const stem = stemOf(word);
    return units.has(stem) || (measureStems.has(stem) && !/^(?:un |an |a )?(?:post|ges|co2)/.test(stem));
  });
}
