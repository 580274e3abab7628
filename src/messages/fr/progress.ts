import type { Status } from "../../domain/aim.ts";
import type { Direction } from "../../domain/plan.ts";
import { isWholeYear, type Span, yearOfSpan } from "../../domain/span.ts";
import type { Subject } from "../../domain/subject.ts";
import { periodName } from "./words.ts";

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function figures(count: number): string {
  return count >= 2 ? `${count} chiffres` : `${count} chiffre`;
}

/** "l’année 2025", "T3 2026", "T1 à T3 2026". */
function spanName(span: Span): string {
  const { from, to } = span;
  if (isWholeYear(span)) return periodName(`${Number(from.slice(0, 4))}`);
  if (from === to) return periodName(from);
  return yearOfSpan(span) === null
    ? `${periodName(from)} à ${periodName(to)}`
    : `${from.slice(5)} à ${periodName(to)}`;
}

const falling: Readonly<Record<Exclude<Status, "no_target" | "insufficient_data">, string>> = {
  on_track: "L’objectif est tenu sur ces chiffres.",
  at_risk: "C’est au-dessus de l’objectif, de 5 % au plus : à surveiller.",
  off_track: "C’est au-dessus de l’objectif, de plus de 5 %.",
};

const rising: typeof falling = {
  on_track: "L’objectif est tenu sur ces chiffres.",
  at_risk: "C’est en dessous de l’objectif, de 5 % au plus : à surveiller.",
  off_track: "C’est en dessous de l’objectif, de plus de 5 %.",
};

/** How far the cluster is, in French. Amounts come ready to read. */
export const progress = {
  subjects: {
    ges: "gaz à effet de serre",
    dechets: "déchets",
    ressources: "ressources",
  } satisfies Record<Extract<Subject, string>, string>,
  spanName,
  title: (subject: string, span: Span) => `Avancement : ${subject}, ${spanName(span)}`,
  /** "base 100" says what an index of 100 is. */
  index: (value: string) => `indice ${value}`,
  compared: (actual: string, span: Span, baseline: string, reference: Span) =>
    `À périmètre comparable : ${actual} pour ${spanName(span)}, contre ${baseline} pour ${spanName(reference)}`,
  indexed: (value: string, span: Span, reference: Span) =>
    `Indice des ressources : ${value} pour ${spanName(span)}, pour 100 sur ${spanName(reference)}`,
  change: (percent: string) => `, soit ${percent}.`,
  fromZero: ". Partir de zéro ne donne pas de pourcentage.",
  without: (quarters: readonly string[]) => `Sans ${quarters.join(", ")}, où rien ne se compare.`,
  nothingRecorded: (span: Span) => `Aucun chiffre n’est encore enregistré pour ${spanName(span)}.`,
  nothingToCompare: (reference: Span) =>
    `Rien ne se compare encore : aucun chiffre n’est là à la fois pour cette période et pour ${spanName(reference)}.`,
  effects: (activity: string, factor: string) =>
    `D’où vient l’écart : ${activity} par l’activité, ${factor} par les facteurs d’émission.`,
  uncertainty: (amount: string) => `Incertitude de l’écart à 95 % : ± ${amount}.`,
  notDemonstrated: (amount: string, falls: boolean) =>
    `Incertitude de l’écart à 95 % : ± ${amount}, plus que l’écart lui-même : ${falls ? "baisse" : "hausse"} non démontrée.`,
  toSet: (referents: string, line: string) =>
    `Objectif : à fixer. C’est au binôme référent de le dire${referents === "" ? "" : ` (${referents})`} : ${line}`,
  noDirection: "Le plan ne dit pas si cet indicateur doit monter ou baisser : il se suit sans objectif.",
  target: (amount: string, change: string | null, from: number) =>
    `Objectif pour les mêmes chiffres : ${amount}${change === null ? "" : `, soit ${change} depuis ${from}`}.`,
  targetNotYet: "Objectif fixé, mais rien ne se compare encore à lui.",
  rule: {
    rate: (percent: string, direction: Direction) =>
      `${percent} de ${direction === "up" ? "hausse" : "baisse"} par an`,
    value: (amount: string, year: number) => `${amount} pour ${year}`,
  },
  setBy: (rule: string, who: string, when: string) => `${rule}, fixé par ${who} le ${when}`,
  setInPlan: (rule: string) => `${rule}, écrit dans le plan`,
  status: (status: keyof typeof falling, direction: Direction) =>
    direction === "up" ? rising[status] : falling[status],
  total: (amount: string) => `Tout ce qui est enregistré pour la période : ${amount}.`,
  projection: (year: number, amount: string, reference: number) =>
    `Projection de l’année ${year} : ${amount}, si la suite de l’année évolue comme son début par rapport à ${reference}.`,
  leftOut: (labels: string) => `Laissés de côté, faute de chiffres complets des deux côtés : ${labels}.`,
  leftOutReference: (count: number, reference: Span) =>
    `${figures(count)} de ${spanName(reference)}, sans pendant aujourd’hui, ${count >= 2 ? "sont laissés" : "est laissé"} de côté.`,
  referenceIncomplete: (year: number, count: number) =>
    `L’année de référence ${year} est incomplète : il y manque ${figures(count)}.`,
  zeroBaseline: (labels: string) => `Hors de l’indice, car la référence est zéro : ${labels}.`,
  notInPlan: (labels: string) => `Non comptés, car le plan ne les suit plus : ${labels}.`,
  waste: {
    kgPerFte: "Par équivalent temps plein",
    sortingRate: "Taux de tri",
    residual: "Ordures résiduelles",
    unknown: "inconnu",
    unweighed: (labels: string) => `Hors de ce total, car ils ne se pèsent pas : ${labels}.`,
    versus: (actual: string, baseline: string, reference: Span) =>
      `${actual} (${baseline} pour ${spanName(reference)})`,
  },
  opened: {
    change: (span: Span, reference: Span, change: string) =>
      `${capital(spanName(span))} par rapport à ${spanName(reference)}, à périmètre comparable : ${change}.`,
    moved: (from: string, to: string) => `de ${from} à ${to}`,
    amortised: (moved: string) => `${moved} (parts amorties)`,
    byActivity: (moved: string, change: string) => `${moved}, ${change}`,
    atFactor: (moved: string, factor: string, activity: string) =>
      `${moved}, au même facteur ${factor}\n  ${activity} par l’activité`,
    byBoth: (moved: string, from: string, to: string, activity: string, factor: string) =>
      `${moved}, facteur de ${from} à ${to}\n  ${activity} par l’activité, ${factor} par le facteur`,
    formulas: (activity: string, factor: string) => `activité : ${activity} ; facteur : ${factor}`,
    more: (count: number) =>
      `Et ${count} ${count >= 2 ? "autres indicateurs" : "autre indicateur"}, de moindre écart.`,
  },
  columns: { resource: "Ressource", actual: "Maintenant", baseline: "Référence", change: "Écart" },
  action: (code: string, title: string) => `Avancement de ${code} : ${title}`,
  part: capital,
  why: "Ouvrir le calcul",
  againstLastYear: "Comparer à l’an dernier",
  /** What ends a line that compares with the year before. */
  lastYearWords: "contre l’an dernier",
};
