/** Those whose figures Cairn has, as questions call them. Folded. */
const ours =
  /\b(?:cluster|association|asso|structure|equipe|bureaux?|locaux|offices?|organisation|organization|entreprise|team|company)\b/u;

const spent =
  "(?:(?:consomm|utilis|produi|jet|achet|pris|parcour|voyag|depens|organis|mang|dorm|roul|consum|produc|travel|generat)\\w*|used?|bought)";

/** Somebody else has consumed: "combien de gaz ont-ils consommé". */
const theirs = new RegExp(
  `\\b(?:a t|ont|avait|avaient) (?:il|ils|elle|elles) ${spent}|\\b(?:il|ils|elle|elles|they|he|she) (?:a|ont|have|has|did|avait|avaient) ${spent}|\\b(?:did|do|does|have|has) (?:they|he|she) ${spent}`,
  "u",
);

/** One person, or the bot itself: nobody's own figures are kept. */
const one = new RegExp(
  `\\bje (?:fais|parcours|roule|consomme|depense)(?= (?:\\w+ )?combien\\b)|\\b(?:ai je|j ai|as tu|tu as|did i|have i|i have|i ve|do i|i) (?:\\w+ )?(?:${spent}|emis|emit\\w*|emettre)|\\b(?:emets|emet|consommes|consomme|utilises|pollues|rejettes) (?:tu|ce bot|cairn)\\b|\\b(?:pour|for) (?:lui|elle|eux|toi|him|her|them)\\b(?= (?:en|in|au|cette|this|last|sur|20\\d\\d|t[1-4])|$)`,
  "u",
);

const owned = /\b(?:mon|ma|mes|ton|ta|tes|son|sa|ses|leurs?|my|his|her|their|its) ([a-z0-9]+)/gu;

const request = /\b(?:peu[xt]|pourr\w+|pouvez|can|could|regard\w+|trouv\w+|calcul\w+|check|look|find|get)\b/u;

/** A company, or somebody's place: "chez Danone", "le gaz de Total". */
const elsewhere =
  /\bchez (?!nous\b|vous\b)\w+|\b(?:de|by|from|of) total(?= (?:en|in|au|cette|this|20\d\d|[tq][1-4])\b|$)|\b(?:emissions?|empreinte|co2|ges|bilan)(?: carbone)? (?:de la |de l |d |du |de )(?:sncf|edf)\b/u;

/** Members are not counted: those who take part are. */
const members = /\b(?:adherents|membres|members)\b/u;
const takingPart =
  /\b(?:particip\w*|impliqu\w*|part|join\w*|form\w*|train\w*|actions?|collecti\w*|involved|engage\w*)\b/u;

/** Quantities that are called by plain words. */
const plainly =
  /^(?:km|kms|kilometres?|kilometers?|conso|consos|consommations?|trajets?|deplacements?|voyages?|nuits?|trips?)$/u;

/** A team of the structure, whose share is not known: "l'équipe technique". */
const part =
  /\b(?:equipe|team|pole|direction) (?:technique|politique|com|communication|rh|finance)\b|\b(?:technical|political) team\b/u;

/**
 * Whether the figures of somebody else are asked for, in folded text: of one person, of others, of the bot.
 * `isMeasured` tells the words of what is measured: "mes émissions", and not "mes questions".
 */
export function isOfSomebodyElse(folded: string, isMeasured: (word: string) => boolean): boolean {
  if ([part, one, elsewhere].some((turn) => turn.test(folded))) return true;
  if (/\bpour moi\b/u.test(folded) && !request.test(folded)) return true;
  if (members.test(folded) && !takingPart.test(folded)) return true;
  const isOwned = [...folded.matchAll(owned)].some(([, word = ""]) => isMeasured(word) || plainly.test(word));
  return (isOwned || theirs.test(folded)) && !ours.test(folded);
}
