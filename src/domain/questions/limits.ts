import { asksAdvice, isAboutFigures } from "./about-figures.ts";
import { namesAnother } from "./another-thing.ts";
import type { PeriodReading } from "./periods.ts";
import { isOfSomebodyElse } from "./whose.ts";

/** What the words of a question forbid to answer with a figure. */
export type Limits = {
  /** A part is taken out, a share of it is asked: no figure that Cairn has is the one asked for. */
  readonly isCut: boolean;
  /** What is to come is asked for, or the moment of a figure and not the figure. */
  readonly isBeyond: boolean;
};

/** Something is taken out of what is measured. Folded text. */
const takenOut =
  /\b(?:hors(?! des clous)|hormis|sauf|except\w*|exclu\w*|excluding|without|minus|sans (?!doute|faute|souci|attendre|probleme|hesiter|tarder)|mise?s? (?:a part|de cote)|a part (?!entiere)|apart from|en dehors|non (?:compris|inclus|compte)\w*|pas compris|dedui\w+|deduction|retir\w+|enlev\w+|soustra\w+|not (?:counting|including)|other than|autres? (?:que|qu)|au lieu d\w*|instead of|plutot qu\w*|rather than|besides|(?:everything|anything|all) but|temps de (?:trajet|transport|voyage|deplacement|repas|reunion)s?|moins (?:le|la|les|l|the) (?!qu|\w+ qu)|si on|si l on|if we)\b/u;

/** Some of it, or what it is held against that nobody recorded. */
const partial =
  /\b(?:(?:certaine?s|quelques|plusieurs|autres) (?!emissions indirectes|fois|jours?|mois|ans|trimestres|chiffres|questions?|infos?|choses?|points?)(?=\w+)|que prevue?s?|than (?:planned|expected)|(?:aux|que les|than the|to) (?:autres|others)|le moins|the least|dont (?:le|la|les|l|celui|celle)|avec (?:la )?compensation|with (?:the )?offsets?)\b/u;

/** What is bought is counted, and not what is made or sold of it. */
const made =
  /\b(?:electricite|courant|eau|gaz|electricity|power|water|gas) (?:\w+ ){0,3}?(?:produite?|generee?|vendue?|revendue?|produced|generated|sold)\b/u;

/** A measure's part of a total. */
const shares =
  /\b(?:un|une|le|la|chaque|one|a|each|every) (?:adherente?|salariee?|membre|habitante?|employee?|collaborateur|collaboratrice|personne|benevole|participante?|member|person|employee|head)\b(?! (?:me|m|nous|veut|voudrait|demande|souhaite|aimerait|qui|responsable|en charge|chargee? (?:de|d|du|des)|a contacter|referente?|wants|asks|is asking|in charge|responsible|who|to))/u;

const denominator = /\b(?:par|per|chaque|each|every) ([a-z0-9%]+)/gu;

/** What may follow "par": a way, a unit of factors, a breakdown, a moment, an agent. */
const notDenominators: ReadonlySet<string> = new Set(
  [
    "rapport exemple hasard contre consequent ailleurs avance ici la le les l un une nos notre nous vous eux elle lui mon ma mes ce cette the our us me whom qui quoi quel quelle ou comparaison defaut curiosite",
    "avion train tgv ter voiture rail route plane car air flight poste postes source sources flux type types categorie categories indicateur indicateurs post stream category indicator scope filiere action",
    "km kwh mwh m3 litre l kg kilo tonne nuit nuitee passager unite repas ramette euro keur ordinateur kilometre kilometer mile night meal unit laptop passenger pc eur",
    "trimestre quarter an annee ans year chaque",
  ].flatMap((line) => line.split(" ")),
);

/** Figures of what has not happened. */
const forecast =
  /\b(?:a ce rythme|at this (?:rate|pace)|project(?:ion|ions|ed)|previsions?|previsionnel\w*|prevoi\w+ (?:on|vous|nous)|forecasts?|predict\w*|expected|extrapol\w+|estim\w+ (?:pour|a) (?:fin|la fin)|will (?:we|our|the|it|they|be)|going to|(?:va|vont|allons|vas|allez) (?:t )?(?:on |nous |elles? |ils? )?(?:encore |beaucoup )?(?!dire|savoir|voir|pouvoir)\w{3,}(?:er|ir|re)|\w{3,}(?:erons|irons|rons) nous|\w{3,}era t (?:on|elle|il)|\w{3,}eront (?:elles|ils)|consommera\w*|emettr\w+|produir(?:a|ons|ont)\w*|depensera\w*)\b/u;

/** Figures of what may be, or of what is not known well. */
const supposed =
  /\b(?:estimee?s?|estimated|(?:pourr\w+|could|might|would) (?:on |nous |t on |we |it |they )?(?:\w+ )?(?:consomm|utilis|emettre|produi|emit|use|reach|gener)\w*)\b/u;

/** What is to be entered, and not what was. */
const task =
  /\b(?:dois|doit|devons|faut(?: il)?|puis|peut|peux|can|must|should) (?:je |tu |vous |you |on |nous |i |we )?(?:saisir|remplir|rendre|renseigner|entrer|declarer|fill|enter|submit|report)\b/u;

/** The moment of a figure. */
const whichMoment =
  /\bdates? (?:de|du|des|d|of)\b|\b(?:pics?|peaks?|creux)\b|\b(?:quels?|quelles?|which) actions?(?! collectiv)|\b(?:quels?|quelles?|which|what|meilleure?|pire|best|worst) (?:est |sont |a ete |was |is )?(?:le |la |l |the )?(?:\w+ )?(?:mois|trimestres?|annees?|semestres?|month|quarter|year|semester)\b/u;

/** Who or what of several: "quelle équipe émet le plus". */
const whichOne =
  /\b(?:quels?|quelles?|which|what) (?:equipes?|teams?|personnes?|salaries?|structures?|entreprises?|bureaux?|sites?|offices?|membres?|members?|adherents?)\b/u;

/** What has changed most: no ranking is of changes. */
const changedMost =
  /\b(?:a|ont|has|have) (?:le )?(?:plus|moins|most|least) (?:augment|baiss|diminu|progress|recul|increas|decreas|grow|grew|risen|fallen|redui|dropp|chang|evolu)\w*/u;

/** The entries, and not what they say. */
const entries =
  /\b(?:combien de|nombre de|how many|number of) (?:saisies?|chiffres|valeurs|donnees|lignes|figures|entries)\b/u;

/** People and times by which no figure is divided. */
const never: ReadonlySet<string> = new Set(
  "adherent adherente membre member participant participante personne person people salarie salariee employe employee jour journee semaine mois heure minute seconde day week month hour stagiaire apprenant professionnel trainee".split(
    " ",
  ),
);

/** A period is only where something begins or ends, and nothing read it so: "après 2023", "jusqu'en 2023". */
const dangling =
  /\b(?:d ici|depuis|since|after(?! (?:quarter|year|month)\b)|apres(?! (?:trimestre|annee|mois|an)\b)|before|avant|jusqu\w*|until|till|entre|between|debut|beginning)\b/u;

/** A period was named by words that nobody read: "dernieres trimestre". */
const unread =
  /\b(?:(?:sur|over|in|en) (?:un|une|1|one|a) (?:an|annee|year|trimestre|quarter)|prochaine?s?|suivante?s?|next|derniere?s?|precedente?s?|last|previous|past|semestres?|half|years|months|(?:an|annee) pass\w*|l an(?! l autre))\b|\b(?<!\b(?:par|des|chaque|un|d un|apres|after|by|per|each|every|over the|of the|nos|les|the) )(?:trimestres?|quarters?)\b(?! (?:par|apres|by|over|after|a l autre|on))/u;

/** What is to come is counted: "formations prévues", "ressources à publier". */
const scheduled =
  /\b([a-z]+s) (?:(?:sont |ont ete |are |were )?(?:prevue?s|planned|programmee?s|scheduled)|(a|to) (?:former|publier|organiser|acheter|servir|financer|lancer|train|publish|buy|fund|serve))\b/gu;
const meansOfPlan = /^(?:ressources?|resources|jours|days|temps|actions?|referents?|moyens)$/u;

/** What did not happen: "le gaz n'a pas baissé", "on n'a pas consommé d'eau". */
const denied =
  /\b(?:n|ne|t|not) (?:\w+ ){0,5}?(?:consomm|baiss|augment|diminu|redui|produi|jet|utilis|achet|emis|emet|voyag|recycl|form|dropp|drop|fall|fell|increas|decreas|reduc|consum|produc|used?\b|chang)\w*/u;
const negation =
  /\b(?:ne|n) (?:\w+ ){0,5}?(?:pas|plus|jamais|point|rien|aucune?)\b|\b(?:not|never|isn t|aren t|wasn t|weren t|didn t|don t|doesn t|haven t|hasn t)\b/u;

/** What the folded words of a question forbid. `isMeasured` tells the words of the plan's indicators: "par nuit d'hôtel". */
export function limitsOf(
  { folded, typed }: { readonly folded: string; readonly typed: string },
  { rest, period, against }: Pick<PeriodReading, "rest" | "period" | "against">,
  isMeasured: IsMeasured,
): Limits {
  const isDated = period !== null;
  const isHeld = against !== null;
  return {
    isCut:
      [takenOut, partial, made, shares].some((turn) => turn.test(folded)) ||
      (negation.test(folded) && denied.test(folded)) ||
      isRatio(folded, isMeasured) ||
      isScheduled(folded, isMeasured) ||
      namesAnother(folded) ||
      asksAdvice(folded),
    isBeyond:
      [task, whichMoment, whichOne, changedMost, entries].some((turn) => turn.test(folded)) ||
      [forecast, supposed].some((turn) => turn.test(typed)) ||
      ((isDated || isHeld) && dangling.test(rest)) ||
      unread.test(rest) ||
      isOfSomebodyElse(folded, isMeasured) ||
      isAboutFigures(folded, { isDated, isHeld }, isMeasured),
  };
}

type IsMeasured = (word: string) => boolean;

function isRatio(folded: string, isMeasured: IsMeasured): boolean {
  return [...folded.matchAll(denominator)].some(
    ([, word = ""]) =>
      never.has(word.replace(/s$/u, "")) ||
      never.has(word) ||
      !(notDenominators.has(word) || isMeasured(word)),
  );
}

function isScheduled(folded: string, isMeasured: IsMeasured): boolean {
  return [...folded.matchAll(scheduled)].some(
    ([, word = "", still]) => isMeasured(word) && (still !== undefined || !meansOfPlan.test(word)),
  );
}
