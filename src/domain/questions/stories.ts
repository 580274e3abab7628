/**
 * What people tell around a question, in the same breath as what it is about: who doubts a figure, who claims one,
 * what one has in hand. Patterns of folded text, taken off the start of a question; what they are told of stays. Each
 * says what must be asked after it, so that what is told does not pass for what is asked.
 */
const determiner = "(?:le|la|les|l|un|une|des|mon|ma|mes|notre|nos|certains|plusieurs|the|a|an|my|our|some)";

const teller =
  "(?:adherente?s?|membres?|collegues?|presidente?|conseil(?: d administration)?|ca|bureau|direct(?:eur|rice|ion)|tresori(?:er|ere)|auditeurs?|auditrice|commissaire(?: aux comptes)?|comptable|elue?s?|financeurs?|bailleurs?|partenaires?|journalistes?|stagiaire|equipe|chef|cheffe|patron|patronne|secretaire|board|member|members|colleagues?|director|chair|chairman|chairwoman|treasurer|auditors?|journalists?|funders?|boss|manager|team)";

const somebody = `${determiner} (?:nouvel |nouveau |nouvelle |new )?${teller}`;

const why =
  "(?=.* (?:pourquoi|comment l expliquer|comment expliquer|comment l expliquons nous|comment l explique t on|qu est ce qui l explique|a quoi est elle due|quelle raison|quelle en est la cause|why|what explains|how come|how do we explain|what is behind) )";
const whence = "(?=.* (?:quelle base|quelle source|d ou|base de donnees|which database|what source|where) )";
const whoOrWhen =
  "(?=.* (?:qui|a qui|quelle personne|quand|quelle date|quel jour|dernier delai|date limite|jusqu a quand|who|whom|when|deadline) )";

const astonished =
  "(?:s etonne|s inquiete|s alarme|se felicite|se rejouit|se plaint|s emeut|is (?:surprised|worried|pleased|alarmed)|are (?:surprised|worried|pleased|alarmed))(?:nt)? (?:de|d|du|des|by|about|at)";
const doubting =
  "(?:conteste|discute|critique|remet en cause|met en doute|s interroge sur|doute d\\w|disputes|questions|doubts|challenges)(?:nt)?";
const claiming =
  "(?:soutient|affirme|pretend|assure|croit|pense|dit|jure|est (?:convaincue?|persuadee?|sure?)|claims|says|thinks|believes|is (?:convinced|sure))";

const inHand =
  "(?:facture|factures|ticket|tickets|releve|releves|bon|invoice|invoices|bill|bills|receipt|receipts)";
const fault = "(?:erreur|faute|coquille|anomalie|incoherence|mistake|error|typo)";
const lately =
  "(?:recevoir|relever|peser|retrouver|recu|releve|pese|retrouve|perdu|egare|note|compte|received|weighed|read|found|lost|got)";

/** What opens a question without being of it. */
export const storyOpenings: readonly string[] = [
  `${somebody} ${astonished}${why}`,
  `(?:on|nous|je) (?:s |nous |m )?(?:etonne|etonnons|inquiete|inquietons) (?:de|d|du|des)${why}`,
  `${somebody} ${doubting}(?= (?:\\w+ ){1,3}?(?:coefficient|facteur|factor)s? )${whence}`,
  `${somebody} ${claiming}(?: (?:que|qu|that)|(?<=thinks|believes|says|claims|convinced|sure))(?! (?:il|elle|ils|elles|he|she|they) )(?=.* (?:plus|moins|baisse|augmente|hausse|mieux|more|less|fewer|fell|rose|dropped) )`,
  `(?:j|je|on|nous|i|we) (?:viens de |ai |a |avons |have |ve |just ){0,2}(?:trouver|trouve|vu|voir|repere|remarque|constate|found|spotted|noticed) (?:une|un|an|a|des|some) ${fault}s? (?:sur|dans|de|d|in|on|with)${whoOrWhen}`,
  `(?:j|je|on|nous|i|we) (?:ai|a|avons|tiens|have|ve|got|recois) (?:enfin |ici |la |devant moi |just |got ){0,2}(?:une|un|des|la|les|l|mes|nos|an|a|the)(?= ${inHand} (?:de|d|du|des|for) )${whoOrWhen}`,
  `(?:j|je|on|nous|i|we) (?:n )?(?:viens de|vient de|venons de|ai|a|avons|have|haven t|ve) (?:(?:pas|toujours|encore|enfin|bien|juste|just|not|yet|still) ){0,3}${lately}${whoOrWhen}`,
];

/** Whether a folded clause asks what to answer, or whether one has it: the question is in the other clauses. */
export function asksReply(clause: string): boolean {
  return replying.test(clause) || having.test(clause) || confirming.test(clause);
}

const replying =
  /^(?:(?:que|qu est ce que|what) (?:dois je|faut il|puis je|on|je|should i|do i|can i) (?:lui |leur |l )?(?:reponds?|repondre|dire|dis|tell|answer|say|reply)(?: (?:them|him|her))?|(?:je|on|nous|i) (?:lui |leur |l )?(?:reponds?|dis|dit|repondons|tell|answer)(?: (?:them|him|her))? (?:quoi|what)|que (?:lui |leur )?(?:repondre|dire))$/u;
const having =
  /^(?:(?:est ce que )?(?:tu|vous) (?:l|les) (?:as|avez|aurais|auriez)(?: quelque part| sous la main)?|do you have (?:it|that))$/u;
const confirming =
  /^(?:(?:a t (?:il|elle)|ont (?:ils|elles)|est ce qu (?:il|elle) a|il a|elle a) raison|(?:tu |vous )?(?:confirmes|confirmez)(?: tu| vous)?|est ce (?:exact|juste|correct)|vrai ou faux|(?:is|are) (?:he|she|they) right|can you confirm(?: it| that)?|true or false)$/u;

/** Whether a folded clause is about somebody who writes, calls or asks: "le traiteur m'envoie sa facture en retard". */
export function reminds(clause: string): boolean {
  return reminding.test(clause) && !theirOwn.test(clause);
}

/** What is theirs is no figure of the question: "le gaz de son usine". */
const theirOwn =
  /\b(?:son|sa|ses|leurs?|his|her|their) (?!(?:factures?|chiffres?|releves?|saisies?|mails?|rapports?|invoices?|bills?|figures?)\b)/u;
const reminding =
  /^(?:le|la|l|un|une|les|des|mon|ma|notre|nos|the|a|an|our|my) (?:\S+ ){1,5}?(?:(?:m|me|nous|l|leur) (?:a |ont )?(?:envoi|envoy|relanc|appel|demand|ecri|harcel|interrog|rappel|repond|reclam|telephon|contact|sollicit|presse)\w*|(?:is|are|keeps?|has been) (?:calling|chasing|asking|writing|reminding)|(?:calls?|chases?|asks?|reminds?|emails?) (?:me|us))/u;

/** Whether a folded clause says what one writes: "pour le rapport moral que je dois rendre vendredi". */
export function tellsOfWriting(clause: string): boolean {
  return writing.test(clause) || havingTo.test(clause);
}

const writing =
  /^(?:pour|dans|for|in) (?:le|la|l|un|une|les|mon|notre|ce|cette|the|a|my|our) (?:\S+ ){1,4}?(?:que |qu |that |which )?(?:je|j|on|nous|i|we) (?:(?:dois|doit|devons|suis|m|am|have|must|need) )?(?:(?:en train de|to) )?(?:rend|prepar|redig|fini|ecri|boucl|present|mont|termin|writ|finish|hand|submit)\w*(?: (?:\w+ ){0,2}?\w+)?$/u;

const havingTo =
  /^il faut (?:absolument |vite )?(?:que|qu) (?:je|j|on|nous) (?:rend|prepar|redig|fini|ecri|boucl|present|mont|termin|envo)\w*/u;

/** Whether a folded clause says what became of a figure told before: "que j'avais présentées au bureau". */
export function recallsFigure(clause: string): boolean {
  return recalling.test(clause) || accomplished.test(clause);
}

const recalling =
  /^(?:que|qu|which|that) (?:j|je|on|nous|i|we) (?:(?:avais|avait|avions|ai|a|avons|had|ve|have|deja|already) ){1,2}(?:present|montr|communiqu|envoy|annonc|donn|cit|evoqu|partag|vu|lu|shown|showed|sent|gave|given|shared|announced|reported|quoted)\w*(?: (?:au|a|aux|en|to|at|lors|pendant|in) .*)?$/u;
const accomplished =
  /^une fois (?:le|la|les|l|que) (?:\w+ ){1,3}(?:constitue|pret|termine|valide|adopte|signe|boucle|acheve)e?s?$/u;
