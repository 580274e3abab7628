import type { Rewriting } from "./period-spellings.ts";

const aim = "(?:objectifs?|cibles?|trajectoires?|targets?|goals?|trajectory|pathway)";
/** The text speaks of an aim, before or after. */
const ofAim = `(?:(?=.*\\b${aim}\\b)|(?<=\\b${aim}\\b.*))`;
const ofFactor =
  "(?:(?=.*\\b(?:coefficient|facteur|factor)s?\\b)|(?<=\\b(?:coefficient|facteur|factor)s?\\b.*))";
/** The text speaks of what is entered, or of what it is written on: things too are handed to people. */
const written =
  "\\b(?:chiffre|donnee|valeur|saisie?|facture|releve|ticket|bon|justificatif|pesee|erreur|anomalie|figure|number|invoice|bill|receipt|reading|mistake|error)s?\\b";
const ofEntry = `(?:(?=.*${written})|(?<=${written}.*))`;
const aPeriod =
  "(?=(?:[tq][1-4]|20\\d\\d|an|annee|trimestre|premier|deuxieme|troisieme|quatrieme|1er|[2-4]e|last|previous|first|second|third|fourth)\\b)";
const moment =
  "\\b(?:pour quand|pour quelle date|pour quel jour|by when|saisir|entrer|rendre|declarer|transmettre|submit|enter|report)\\b";
const whom = "(?:a qui|qui|(?:to )?who(?:m)?)";
const mustI =
  "(?:dois je|devons nous|doit on|faut il|puis je|peut on|je dois|on doit|il faut|should (?:i|we)|do (?:i|we)|must (?:i|we)|can (?:i|we))";
const hand =
  "(?:transmettre|envoyer|remettre|donner|adresser|passer|faire suivre|faire passer|communiquer|confier|send|give|pass|forward|hand|submit)";

/** Everyday ways to ask for an aim, an owner, a deadline, a factor, an action, a cause or a ranking, in folded text. */
export const everydayQuestions: readonly Rewriting[] = [
  // An aim that is kept, or not.
  [
    new RegExp(
      `\\b(?:ou|or) (?:bien )?(?:est ce que? |est ce qu )?(?:on |nous |elles? |ils? )?(?:(?:faut il|doit on|devons nous|should we) (?:s |nous )?(?:inquieter|worry|be worried)|y a t il (?:lieu de s inquieter|un souci|un probleme)|decroch\\w+|derap\\w+|are we (?:slipping|drifting))(?= |$)${ofAim}`,
      "g",
    ),
    "",
  ],
  [new RegExp(`\\b(?:decroch|derap)\\w+(?= |$)${ofAim}`, "g"), "en retard"],
  [
    /\b(?:on s etait|nous nous etions|on s est|nous nous sommes|nous avions|on avait)(?: \w+)? (?:promis|engagee?s?|jure)(?: a| de| d)? (?:tenir|respecter|suivre|atteindre)\b/g,
    "",
  ],
  [
    new RegExp(
      `\\b(?:a t (?:il|elle) |a |ont (?:ils|elles) |did )?(?:depass|surpass|exceed)\\w* (?:le |la |l |celui d\\w |celle d\\w )?${aPeriod}`,
      "g",
    ),
    "est il superieur a ",
  ],
  [
    /\brest(?:er|ons|e|ent|era|erons)(?: t)?(?: (?:nous|on|il|elle|ils|elles))? (?=(?:dans les clous|sous|en dessous|sur la (?:bonne )?trajectoire|dans les temps|conforme)\b)|\bstay (?=(?:on track|within|below|under|in line)\b)/g,
    "est on ",
  ],
  [
    /\bsi (?:l on|on|nous) (?:veut|voulons|souhaite|souhaitons) (?=(?:respecter|tenir|atteindre|suivre|est on|etre)\b)|\bif we (?:want|are|wish) to (?=(?:meet|hit|reach|stay|be|est on)\b)/g,
    "pour ",
  ],
  // Who or what lacks, and until when.
  [
    /\bqui (?:(?:est ce qui )?)(?:traine|trainent|tarde|tardent|rechigne|rechignent) (?:encore |toujours )?(?:pour|a) (?:rendre|saisir|envoyer|donner|remplir|transmettre|fournir)\b/g,
    "qui n a pas encore rendu",
  ],
  [
    new RegExp(`\\b(?:au plus tard|at the latest)(?= |$)(?:(?<=${moment}.*)|(?=.*${moment}))`, "g"),
    "date limite",
  ],
  [
    new RegExp(
      `\\b${whom} ${mustI} (?:l |le |la |les |lui |it |them )?${hand}(?: (?:it|them))?(?: to)?(?= |$)${ofEntry}`,
      "g",
    ),
    "qui est responsable ",
  ],
  [
    /\b(?:invoice|bill|receipt|ticket|justificatif)s?\b(?:(?=.*\bqui est responsable\b)|(?<=\bqui est responsable\b.*))/g,
    "",
  ],
  [
    /\b(?:la |le |quelle )(?:est la )?(?:personne|collegue) (?:qui est )?chargee? (?:de|d|du|des)(?: (?:saisir|remplir|rentrer|entrer|renseigner|declarer|fournir))?(?= |$)/g,
    "qui est responsable ",
  ],
  // Where a factor is from, and what it weighs.
  [
    /\b(?:de |d |dans |sur |a )?quelles? (?:base de donnees|base|bdd|referentiel)(?= |$)|\b(?:which|what) database\b/g,
    "quelle source",
  ],
  [
    new RegExp(
      `\\b(?:on|nous) (?:l |les )?(?:a|avons) (?:tire|pris|sorti|repris|trouve)e?s? (?:d ou|ou)(?= |$)${ofFactor}`,
      "g",
    ),
    "quelle source",
  ],
  [
    new RegExp(`\\b(?:is|are|was|were) ((?:\\w+ ){1,6})(?:taken|drawn|sourced) from(?= |$)${ofFactor}`, "g"),
    "$1",
  ],
  [
    new RegExp(
      `\\b(?:convertit|convertir|traduit|traduire|multiplie|multiplier)(?: (?:t on|nous|on))?(?= |$)${ofFactor}`,
      "g",
    ),
    "",
  ],
  [
    /\bpar combien (?:multiplie (?:t )?on|faut il multiplier|multiplier|doit on multiplier) (?=.*\b(?:co2|emissions?)\b)/g,
    "quel coefficient ",
  ],
  [/(?<=\bquelle source )(?:vient|provient|sort)(?: t)?(?: (?:il|elle|ils|elles))?(?= |$)/g, ""],
  [
    new RegExp(
      `\\b(?:(?:l|les|le) )?(?:avons nous|a t on|as tu|avez vous|est il|est elle) (?:tire|pris|sorti|repris|extrait|issu)e?s?(?= |$)${ofFactor}`,
      "g",
    ),
    "",
  ],
  [
    new RegExp(
      `\\bd ou (?:l |les |le )?(?:avons nous|a t on|avez vous|vient il|sort il|provient il|tirez vous|tire t on)(?: tire| sorti| pris| repris)?(?= |$)${ofFactor}`,
      "g",
    ),
    "quelle source ",
  ],
  [
    /\bquand (?:un|une|on|l|nous|je) (?:\w+ )?(?:prend|prenons|prends|roule|voyage|utilise) (?=.*\bchaque (?:km|kilometre)\b)/g,
    "",
  ],
  [
    /\bchaque (km|kilometre|kwh|repas|nuit|nuitee|litre|m3|ramette) ((?:\w+ ){0,4}?)(?:pour|a) combien (?=(?:de |d )?(?:grammes?|kilos?|kg|g|co2)\b)/g,
    "par $1 $2combien ",
  ],
  // What the plan wrote.
  [/\b(?:hors taxes?|ht)\b(?=.*\b(?:prevu|plan|budget|action|bilan)|.*a[ie]\.\d|$)/g, ""],
  [/\ba partir de quand\b|\bfrom when\b/g, "quand"],
  [
    /\b(plan (?:\w+ )?)(?:allows?|foresees?|sets? aside|provides?|allots?|allocates?|reserves?)(?: for)?\b/g,
    "$1planned for",
  ],
  [
    /\b(criteres?|budget|delai|enveloppe|calendrier|jours)((?: \w+){0,6}?) (?:retenu|inscrit|alloue|accorde|reserve)e?s?\b/g,
    "$1$2 prevu",
  ],
  [
    /\ba quoi (?:est|sont|etait|etaient|serait)(?: (?:il|elle|ils|elles))? dues?\b|\b(?:est|sont) dues? a quoi\b/g,
    "pourquoi",
  ],
  [
    /\bqu est ce qui (?:a|ont|avait|aurait)(?: bien)?(?: pu)? (?:faire|fait) (?:bondir|grimper|monter|exploser|augmenter|flamber|s envoler)\b/g,
    "pourquoi augmentation de",
  ],
  [
    /\bqu est ce qui (?:a|ont|avait|aurait)(?: bien)?(?: pu)? (?:faire|fait) (?:baisser|chuter|diminuer|reculer|plonger|tomber)\b/g,
    "pourquoi diminution de",
  ],
  [
    /\bwhat (?:has )?(?:made|makes|pushed|brought|got|drove) ((?:\w+ ){1,5}?)(?:to )?(rise|increase|grow|jump|soar|spike|go up|fall|drop|decrease|go down|shrink|up|down)\b/g,
    "why did $1$2",
  ],
  // Why, put as a choice between the two effects.
  [
    /^(?:si )?(.*\b(?:baiss|augment|diminu|hausse|mont|recul|progress|fall|fell|drop|ris|rose|increas|decreas)\w*\b.*?) (?:est ce|c est|serait ce|is (?:it|that)|was (?:it|that)) (?:parce que?|parce qu|because)(?= [a-z ]*\b(?:consomm\w*|facteurs?|activites?|moins|factors?|activity|less|used?)\b)[a-z ]*$/g,
    "pourquoi $1",
  ],
  // A ranking.
  [/\bde quoi ((?:\w+ ){1,4})se compos\w*(?: t (?:il|elle))?\b/g, "de quoi se compose $1"],
  [
    /\bdu plus (?:lourd|gros|grand|important) au (?:plus leger|plus petit|plus faible|moins lourd|moins important)\b|\bfrom (?:the )?(?:heaviest|biggest|largest) to (?:the )?(?:lightest|smallest)\b/g,
    "classement",
  ],
  [/\bje (?:parle|veux parler) (?=(?:de|d|du|des)\b)/g, ""],
  [
    /\bsi (?:on|l on|nous|je) (?:ne |n )?\w+ (?:agir|commencer|s attaquer|choisir|retenir|travailler)(?: que| par| a| sur){0,2} une? seule? poste(?: pour (?:alleger|reduire|baisser|diminuer) (?:notre|nos|le|les|l)(?: \w+){1,2}?)? (?:lequel|quel)\b/g,
    "quel poste",
  ],
  [/\b(?:ligne par ligne|line by line|etape par etape|step by step|pas a pas)\b/g, ""],
  [/\b(?:prepare|preparez|sors|sortez|ressors) (?:moi|nous) (?=(?:un|une|la|le|l|les)\b)/g, ""],
];
