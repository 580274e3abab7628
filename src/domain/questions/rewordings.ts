import type { Rewriting } from "./period-spellings.ts";

const subject = "(?:we|you|they|the [a-z]+|our [a-z]+|[a-z]+ members)";
const enter =
  "(?:saisir|entrer|rentrer|rendre|remettre|envoyer|transmettre|remplir|completer|donner|renseigner|declarer|enter|submit|fill in|send|hand in|report|provide)";
const howLong = "(?:combien de (?:temps|jours)|how (?:long|much time|many days))";
const left =
  "(?:il (?:me|nous|te|vous) reste(?: t il)?|(?:me|nous|te|vous) reste t il|reste t il|il reste|il y a|y a t il|ai je|avons nous|a t on|on a|j ai|nous avons|do (?:i|we) have|have (?:i|we)(?: got)?|is there|is|are|there is|there are|remains?)";

const whyMuch =
  "(?<=\\b(?:pourquoi|why) (?!.*\\b(?:n|ne|not)\\b)(?:\\w+ ){0,8}?(?<!\\b(?:le|la|les|the|de|en|au|a|no) ))";
const notThan =
  "(?!(?:que?|than|haute?s?|basse?s?|bas|elevee?s?|grande?s?|grosse?s?|gros|lourde?s?|polluante?s?|forte?s?|faibles?)\\b)";

/** Turns of phrase that are read in other words, in folded text: a verb where a noun is a measure, a turn for a word. */
export const rewordings: readonly Rewriting[] = [
  // "En train de baisser": what is under way; "courant 2025": during it. Neither names what is measured.
  [/\ben train d(?:e)? (?=(?:\w{3,}(?:er|ir)|\w+(?:uire|attre))\b)/g, ""],
  [
    /(?<!\b(?:le|du|de|au|en) )\bcourant (?=(?:20\d\d|[tq][1-4]|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b)/g,
    "en ",
  ],
  [
    /\b(target|objectif|cible|goal) (?:vs|versus|contre|against|et|and) (?:actuals?|realises?|reel|constate|fait)\b/g,
    "ecart $1",
  ],
  // "Comment ça se fait qu'on ait jeté moins": why.
  [/\bcomment (?:(?:ca|cela) se fait(?: il)?|se fait il) (?:que|qu) /g, "pourquoi "],
  // "Pilote de l'action AE.3": who runs it, where one speaks of it.
  [
    /^(?:le |la |les )?(?:pilote[rs]?|porteu(?:rs?|ses?)|chef(?:fe)?s?|animat(?:eur|rice)s?|coordinat(?:eur|rice)s?|leads?|leaders?) (?:(?:de|d|du|of|for) )?(?=(?:l )?(?:action\b|a[ie][ .]?\d))/g,
    "responsable de ",
  ],
  // "Comment tu arrives au total de 2024": how it is worked out.
  [
    /\bcomment (?:est ce qu(?:e)? )?(?:tu|vous|on|nous|cairn) (?:en )?(?:arriv|parven|obten|obtien|trouv)\w+ (?:au|aux|a) (?=total|chiffre|resultat|ce |cette )/g,
    "comment est calcule ",
  ],
  [
    /\bhow (?:do|did|does) (?:you|we|one|cairn) (?:get to|arrive at|come up with|come to|reach) (?=(?:the|this|that) (?:total|figure|number|result))/g,
    "how do you calculate ",
  ],
  [/\bau sein (?:du|de la|de l|des|de|d) (?=scopes?\b)/g, "dans le "],
  [
    /\bpubli(?:e|ez|ons) (combien|cb) d(?:e)? (?:ressources?|fiches?|etudes?|documents?)\b/g,
    "$1 de publications",
  ],
  // What is published is counted as such, whoever publishes it: "ressources publiées par le centre".
  [
    /\b(?:ressources?|fiches?|etudes?|documents?|resources|studies) ((?:\w+ ){0,4}?)(?:publiee?s?|parues?|mises? en ligne|published|put online)(?= |$)(?: (?:par|by) (?:le |the |notre |our )?(?:resource )?cent(?:re|er)(?: de ressources)?)?/g,
    "publications $1",
  ],
  // Why there is more or less of something: a rise or a fall is to be explained.
  [new RegExp(`${whyMuch}(plus|more) ${notThan}`, "g"), "$1 augmentation "],
  [new RegExp(`${whyMuch}(moins|less) ${notThan}`, "g"), "$1 diminution "],
  [/\btous (?:les )?scopes(?: confondus| reunis)?\b|\ball scopes(?: combined)?\b/g, "total"],
  // Whether there is an aim: the aim itself is told.
  [
    /\b(?:avons nous|a t on|y a t il|on a|nous avons|do we have|is there|have we(?: got)?) (?:un|une|an?|any) (?=(?:objectif|cible|target|goal|(?:\w+ ){1,2}(?:target|goal))\b)/g,
    "quel ",
  ],
  [/\bemprunte? (?=carbone|ges|co2|climat)/g, "empreinte "],
  [
    /\bhow long (?:will|does|should|is|would) ([a-z0-9. ]+?) (?:going to |supposed to |expected to )?(?:take|last)\b/g,
    "delai de realisation $1",
  ],
  // "Train" and "spend" after their subject are verbs: "people did we train", "nights did we spend in hotels".
  [
    new RegExp(`\\b(did|do|does|have|will) (${subject}) train(?= |$)(?! (?:travel|km|trips?))`, "g"),
    "$1 $2 trained",
  ],
  [
    /\b(?:ha(?:s|ve) |had )?attend(?:ed)? (?:an? |the |our |any )?(?:training(?: sessions?| courses?)?|courses?)\b/g,
    "trained",
  ],
  [
    /\b(?:ont|a|avons|ayant) (?:suivi|assiste a|participe a) (?:une?|des|nos|les|la|l|leur) (?:sessions? de )?formations?\b/g,
    "formees",
  ],
  [/\b(nights)((?: [a-z]+){0,5}?) (?:spend|spent)\b/g, "$1$2"],
  [/\b(days)((?: [a-z]+){0,5}?) (?:spend|spent)\b/g, "jours passes$2"],
  [/\b(?:forme|formons) (combien|cb) de (personnes|gens|pros|professionnels|membres)\b/g, "$1 de $2 formes"],
  [/\bhow (has|have|did) ((?:[a-z0-9]+ ){1,4})changed?\b/g, "how $1 $2evolved"],
  [/\b(did|does|do|has|have|is|are) ((?:[a-z0-9]+ ){1,4})chang(?:e|ed|ing)\b/g, "$1 $2changed"],
  [/\bchanges? (?=(?:in|of)\b)/g, "variation "],
  [
    /\bwhere (?:does|do|did) ((?:[a-z0-9]+ ){1,4}(?:figure|number|total|value|amount)s?) come from\b/g,
    "comment est calcule $1",
  ],
  // Slang of drivers; "bornes de recharge" are no distance.
  [/\bbornes\b(?! (?:de |electriques?))/g, "km"],
  [
    /\b(?:combien de fois|how many times|how often)((?: [a-z]+){0,9}?) (consulte|visite|frequente|utilise|dormi|organise|anime|visited|consulted|used|organised|organized|held|run)\b/g,
    "combien$1 $2",
  ],
  // How long is left, and how long one has to enter: the deadline is asked for.
  [new RegExp(`\\b(?:il (?:me|nous) reste|reste t il) ${howLong}\\b`, "g"), "jusqu a quand"],
  [
    new RegExp(
      `\\b${howLong} (?:${left} )?(?:(?:encore|still|left) )*(?:left|before|until|avant|jusqu a)(?: (?:the|l|la|le))?(?= |$)`,
      "g",
    ),
    "jusqu a quand",
  ],
  [
    new RegExp(`\\b${howLong} (?:(?:${left}|encore|still) )*(?=(?:pour|avant de|to) ${enter}\\b)`, "g"),
    "jusqu a quand ",
  ],
  [
    new RegExp(
      `\\b${howLong} (?:il (?:me|nous) reste(?: t il)?|(?:me|nous) reste t il|reste t il|(?:ai je|avons nous|a t on|on a|j ai|nous avons) encore)(?= |$)`,
      "g",
    ),
    "jusqu a quand",
  ],
  // "kgCO2e/km": the bar of a unit is gone.
  [/\b((?:k?g)?co2e?(?:eq)?) (km|kwh|nuit|nuitee|night|repas|meal|m3|litre|passager)\b/g, "$1 par $2"],
  // A year by which something is aimed at.
  [/\b(?:a|pour) (?:l )?(?:horizon|echeance)(?: de)? (?=(?:20\d\d)\b)/g, "en "],
  [/\b(?:by|on) the (?=20\d\d\b)/g, "in "],
  [/\b(pese(?:nt)?|emet(?:tent)?|pollue(?:nt)?) (?:le )?\+(?= |$)/g, "$1 le plus"],
];
