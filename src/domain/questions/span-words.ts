import {
  type Calendar,
  civilYear,
  firstMany,
  lastMany,
  lastManyOf,
  monthAway,
  monthSpan,
  type NamedSpan,
  numberOf,
  numberWords,
  ordinalOf,
  quarterAway,
  quarterSpan,
  semesterAway,
  semesterSpan,
  yearFrom,
  yearSpan,
} from "./named-span.ts";

/** A pattern of folded text, and the span its groups stand for. */
export type SpanPattern = {
  readonly pattern: RegExp;
  readonly read: (groups: readonly (string | undefined)[], calendar: Calendar) => NamedSpan | null;
};

const count = `(\\d{1,2}|${numberWords.join("|")})`;
const ordinals =
  "premiere?|1ere?|1re|1er|1st|first|deuxieme|2e|2eme|2nde?|2d|seconde?|second|troisieme|3e|3eme|3rd|third|quatrieme|4e|4eme|4th|fourth|1e|1eme|[1-4]";
const noun = "(?:trimestres?|trims?|tri|tr|quarters?|qtr)";
const ofYear =
  "(?: (?:de |d |du |of |in |en |pour )?(?:l )?(?:annee |an |exercice |year )?((?:19|20)\\d\\d|[23]\\d(?= |$)|Y-?\\d)(?=\\W|$))?";
const monthNames = [
  "janvier|janv|january|jan",
  "fevrier|fevr|fev|february|feb",
  "mars|march",
  "avril|avr|april|apr",
  "mai|in may|of may",
  "juin|june|jun",
  "juillet|juil|july|jul",
  "aout|august|aug",
  "septembre|sept|september",
  "octobre|oct|october",
  "novembre|nov|november",
  "decembre|dec|december",
];

/** Years named by their distance, rewritten "Y0", "Y-1" first so that a quarter may be said of them. */
export const relativeYears: readonly (readonly [
  RegExp,
  (groups: readonly (string | undefined)[]) => number | null,
])[] = [
  [/\b(?:l )?(?:avant derniere annee|annee d avant l an dernier)\b/g, () => -2],
  [/\b(?:il y a )(?:(\d|deux|trois|quatre|cinq)) ans\b/g, ([many]) => -numberOf(many)],
  [/\b(\d|two|three|four|five) years ago\b/g, ([many]) => -numberOf(many)],
  [/\b(?:il y a un an|a year ago|one year ago)\b/g, () => -1],
  [/\bnmoins([1-9])\b/g, ([many]) => -numberOf(many)],
  [
    /\b(?:l |d )?(?:an|annee|exercice) (?:derniere?|dernier|passee?|precedente?|ecoulee?|d avant)\b/g,
    () => -1,
  ],
  [/\b(?:the )?(?:last|previous|past|prior|preceding) year\b/g, () => -1],
  [/\b(?:l )?annee prochaine|l an prochain|next year\b/g, () => 1],
  [
    /\b(?:(?:depuis|since) (?:(?:le |the )?(?:debut|start|beginning) (?:de |d |of )?(?:(?:l |cette |the |this )?(?:annee|year))|janvier|january|jan)(?! (?:19|20)\d\d)(?! derni)|cette annee|(?:l )?annee (?:en cours|courante|actuelle)|l an(?:nee)? ci|this year|the current year|current year|year to date|ytd)\b(?: ci)?(?: so far)?/g,
    () => 0,
  ],
];

const many = "(trimestres?|semestres?|mois|quarters?|months?)";
const thatYear = "(?:de |d |of |in |en )?(?:l annee |the year )?((?:19|20)\\d\\d|Y-?\\d)(?=\\W|$)";

/** Everything else a period is called, the longest and most precise first. */
export const spanPatterns: readonly SpanPattern[] = [
  {
    pattern: new RegExp(
      `(?<!scope )\\b(?:(?:les|ces|des|the) )?(?:${count} premiers?|first ${count}) ${many}${ofYear}`,
      "g",
    ),
    read: ([one, other, unit = "", year], calendar) =>
      firstMany(numberOf(one ?? other), unit, year, calendar),
  },
  {
    pattern: new RegExp(
      `(?<!scope )\\b(?:(?:les|ces|des|the) )?(?:${count} derniers?|(?:derniers?|last|final) ${count}) ${many} ${thatYear}`,
      "g",
    ),
    read: ([one, other, unit = "", year], calendar) =>
      lastManyOf(numberOf(one ?? other), unit, year, calendar),
  },
  {
    pattern: new RegExp(
      `(?<!scope )\\b(?:(?:les|ces|des|the|nos|aux|our) )?${count} (?:derniere?s|dernieres?|derniers?|last|past|previous) (trimestres?|ans|annees|mois|semestres?|quarters?|years|months)\\b`,
      "g",
    ),
    read: ([many, unit = ""], calendar) => lastMany(numberOf(many), unit, calendar),
  },
  {
    pattern: new RegExp(
      `(?<!scope )\\b(?:(?:les|ces|the|des) )?(?:derniere?s|last|past|previous) ${count} (trimestres?|ans|annees|mois|semestres?|quarters?|years|months)\\b`,
      "g",
    ),
    read: ([many, unit = ""], calendar) => lastMany(numberOf(many), unit, calendar),
  },
  {
    pattern: new RegExp(
      `(?<!scope )\\b(?:les |ces |the )?${count} (trimestres?|annees|semestres?|mois) (?:passee?s|ecoulee?s|precedente?s)\\b`,
      "g",
    ),
    read: ([many, unit = ""], calendar) => lastMany(numberOf(many), unit, calendar),
  },
  {
    pattern: new RegExp(`\\b[tq] ?([1-4])\\b${ofYear}`, "g"),
    read: ([number, year], calendar) => quarterSpan(ordinalOf(number), year, calendar),
  },
  {
    pattern: new RegExp(`(?<!scope )\\b(${ordinals}) ?${noun}\\b${ofYear}`, "g"),
    read: ([word, year], calendar) => quarterSpan(ordinalOf(word), year, calendar),
  },
  {
    pattern: new RegExp(`\\b${noun} ([1-4])\\b${ofYear}`, "g"),
    read: ([number, year], calendar) => quarterSpan(ordinalOf(number), year, calendar),
  },
  {
    pattern: new RegExp(
      `\\b(?:dernier|last) ${noun} (?:de |of |en |in )?(?:l annee )?((?:19|20)\\d\\d|Y-?\\d)(?=\\W|$)`,
      "g",
    ),
    read: ([year], calendar) => quarterSpan(4, year, calendar),
  },
  {
    pattern: new RegExp(`\\b(?:(?:[sh] ?|semestre )([12])|(${ordinals}) (?:semestre|half))\\b${ofYear}`, "g"),
    read: ([short, long, year], calendar) => {
      const number = ordinalOf(short ?? long);
      return number === 1 || number === 2 ? semesterSpan(number, year, calendar) : null;
    },
  },
  ...monthNames.map(
    (names, index): SpanPattern => ({
      pattern: new RegExp(`\\b(?:(?:le |au )?mois (?:de |d )?)?(?:${names})\\b${ofYear}`, "g"),
      read: ([year], calendar) => monthSpan(index + 1, year, calendar),
    }),
  ),
  {
    pattern: new RegExp(`\\b(?:l )?avant dernier ${noun}\\b`, "g"),
    read: (_, calendar) => quarterAway(-2, calendar),
  },
  {
    pattern: new RegExp(
      `\\b(?:ce ${noun}(?: ci)?|(?:le )?${noun} (?:en cours|actuel|courant|present)|(?:this|the current|current) ${noun})\\b`,
      "g",
    ),
    read: (_, calendar) => quarterAway(0, calendar),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:le )?${noun} (?:dernier|precedent|passe|ecoule|d avant|juste avant)|(?:le )?(?:dernier|precedent) ${noun}(?: ecoule)?|(?:the )?(?:last|previous|past|preceding) ${noun}|(?:the )?${noun} before)\\b`,
      "g",
    ),
    read: (_, calendar) => quarterAway(-1, calendar),
  },
  {
    pattern: new RegExp(`\\b(?:${noun} prochain|prochain ${noun}|next ${noun})\\b`, "g"),
    read: (_, calendar) => quarterAway(1, calendar),
  },
  {
    pattern: /\b(?:ce mois(?: ci)?|mois en cours|this month)\b/g,
    read: (_, calendar) => monthAway(0, calendar),
  },
  {
    pattern: /\b(?:(?:le )?mois (?:dernier|passe|precedent)|dernier mois|last month)\b/g,
    read: (_, calendar) => monthAway(-1, calendar),
  },
  { pattern: /\b(?:ce semestre|semestre en cours)\b/g, read: (_, calendar) => semesterAway(0, calendar) },
  {
    pattern: /\b(?:(?:le )?semestre (?:dernier|passe|precedent)|dernier semestre)\b/g,
    read: (_, calendar) => semesterAway(-1, calendar),
  },
  {
    pattern: /\b(?:(?:l )?(?:annee|an|exercice|year) )?(?:civile )?(20\d\d|Y-?\d)(?=\W|$)/g,
    read: ([year], calendar) => {
      const civil = yearFrom(year, calendar);
      if (civil === null) return null;
      return year?.startsWith("Y") ? civilYear(civil, calendar) : yearSpan(civil);
    },
  },
];
