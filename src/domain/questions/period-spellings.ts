/** A pattern of folded text, and what is read in its place. */
export type Rewriting = readonly [said: RegExp, meant: string];

const early = "(?:premiere?|1ere|1re|1er|1st|first)";
const late = "(?:deuxieme|seconde?|2e|2eme|2nde?|2d|second|2nd)";
const closed = "(?:clos|complet|termine|fini|acheve)";

/** Spans that are written otherwise than they are read. */
const spans: readonly Rewriting[] = [
  [/\b([1-4])([tq]) ?(?=(?:de )?(?:20\d\d|2\d)\b)/g, "$2$1 "],
  [/\b([12])([sh]) ?(?=(?:de )?(?:20\d\d|2\d)\b)/g, "$2$1 "],
  [/\b(20\d\d)([tqsh][1-4])\b/g, "$2 $1"],
  [/\b([tqsh][1-4])\+(?=[tqsh][1-4]\b)/g, "$1 et "],
  [/\b(20\d\d)\+(?=20\d\d\b)/g, "$1 et "],
  [new RegExp(`\\b${early} moitie\\b`, "g"), "s1"],
  [new RegExp(`\\b${late} moitie\\b`, "g"), "s2"],
  // The first day of a quarter and the last one of another bound them: "du 1er janvier au 30 juin".
  [/(?<!scope )\b(?:1er|1|1st) (?=(?:janvier|avril|juillet|octobre|january|april|july|october)\b)/g, ""],
  [
    /(?<=\b(?:janvier|avril|juillet|octobre|january|april|july|october)(?: 20\d\d)? (?:au|a|to|until|till) )(?:31|30|31st|30th) (?=(?:mars|juin|septembre|decembre|march|june|september|december)\b)/g,
    "",
  ],
  [/\b(?:un an|1 an|12 mois|douze mois|annee) (?:glissante?s?|roulante?s?)\b/g, "12 derniers mois"],
  [/\b(?:rolling|trailing) (?:(?:twelve|12) months|year)\b/g, "12 derniers mois"],
  [new RegExp(`\\bdernier trimestre ${closed}\\b`, "g"), "trimestre dernier"],
  [/\blast (?:completed?|full|closed|finished|ended) quarter\b/g, "trimestre dernier"],
  [/\b(?:fy|calendar year|fiscal year) ?(?=20\d\d\b)/g, ""],
  [/\b(?:the )?(?:whole|entire|full)(?: of)?(?: the)?(?: year)? (?=20\d\d\b)/g, ""],
  [/\b(?:throughout|d un bout a l autre de)\b/g, "in"],
  [/\b(?:les |des |the )?(?:quatre|4|four) (?:trimestres|quarters) (?:de|of) (?=20\d\d\b)/g, ""],
  [/\b(?:the )?year before last\b/g, "avant derniere annee"],
];

/** What a period is held against, written otherwise than it is read. */
const references: readonly Rewriting[] = [
  [
    /(?<=\b(?:baisse|hausse|recul|progression|augmentation|diminution|ecart|up|down|change|increase|decrease) (?:\w+ ){0,4}?)(?:sur|over|in) (?:un|1|one|a) (?:an|year)\b/g,
    "par rapport a l annee d avant",
  ],
  [
    /\b(?:un an|une annee|1 an|one year|a year) (?:plus tot|auparavant|avant|earlier|before)\b/g,
    "annee d avant",
  ],
  [
    /\b(?:un|one|a) (?:trimestre|quarter) (?:plus tot|auparavant|avant|earlier|before)\b/g,
    "trimestre d avant",
  ],
  [
    /\b(?:year on year|year over year|yoy|d une annee (?:sur|a) l autre|en glissement annuel)\b/g,
    "par rapport a l annee d avant",
  ],
  [/\b(?:quarter on quarter|quarter over quarter|qoq)\b/g, "par rapport au trimestre d avant"],
];

/** Folded text with its periods spelt as they are read. */
export function spelt(text: string): string {
  return [...spans, ...references].reduce((said, [pattern, meant]) => said.replace(pattern, meant), text);
}
