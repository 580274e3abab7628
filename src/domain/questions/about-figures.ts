/** "C'est quoi", "what is": what something is. Folded text. */
const whatIs =
  /^(?:c (?:est|etait) quoi|qu est ce (?:que|qu)(?: c est(?: que| qu)?)?|que (?:signifie|veut dire)|definition|definis|define|what s|what is|what are|what does)(?: (?:un|une|le|la|les|l|des|du|de la|de l|d|de|a|an))? (.+)$/u;
const isWhat =
  /^(?:(?:un|une|le|la|les|l|des|a|an) )?(.+?) (?:c est quoi|ca veut dire quoi|ca signifie quoi|qu est ce que c est|what is (?:it|that))$/u;
const linking: ReadonlySet<string> = new Set("de du d des la le l a of mean signifie".split(" "));

/** Whether what a measure is is asked, and not its figure: "c'est quoi le scope 3". */
function asksDefinition(folded: string, isMeasured: (word: string) => boolean): boolean {
  const named = whatIs.exec(folded)?.[1] ?? isWhat.exec(folded)?.[1];
  const words = named?.split(" ").filter((word) => !linking.has(word)) ?? [];
  return words.length > 0 && words.every((word) => isMeasured(word) || /^\d$/u.test(word));
}

const whichOne =
  /^(?:quels?|quelles?|which|what) ([a-z]+) (?:\w+ ){0,2}?(?:utilis|achet|consomm|prend|prenons|brul|use|buy)/u;

/** "Quel gaz utilisez-vous": which kind of it. */
function asksKind(folded: string, isMeasured: (word: string) => boolean): boolean {
  return isMeasured(whichOne.exec(folded)?.[1] ?? "");
}

/** The things themselves, and not how many: "quels projets", "la liste des stagiaires"; not "quels déchets pèsent le plus". */
const listing =
  /^(?:quels?|quelles?|which|what) (?:projets?|projects?|formations?|trainings?|sessions?|ressources|resources|(?:collective )?actions?|fiches?|etudes?|publications?|dechets?|waste|stagiaires?|trainees?|ordinateurs?|laptops?)\b(?!.*\b(?:plus|most|biggest|heaviest|main|top|dominent?)\b)|\b(?:listes?|lists?|noms?|names?|titres?|titles?) (?:de|des|d|du|of)\b/u;

/** Whether a figure can be trusted. */
const reliability =
  /\b(?:que penses|tu penses quoi|en penses|penses tu quoi|what do you think)\b|\b(?:es tu|etes vous|are you|t es) (?:sur|surs|sure|certain)\b|\b(?:chiffre|donnee|valeur|total|figure|number)s? (?:\w+ ){0,6}?(?:bon|bonne|juste|exacte?|correcte?|fiable|faux|fausse|correct|wrong|reliable|accurate)s?$|\b(?:ete|est|sont|t il|t elle|been) (?:deja |bien )?(?:verifi|controle|valide|certifi|audit|check)\w*/u;

/** What is so of a past period is held against what is so now: which period is asked about cannot be told. */
const heldAgainstNow =
  /\b(?:etait|etaient|was|were) (?:\w+ ){0,5}?(?<!\b(?:le|la|les|the) )(?:plus|moins|lower|higher|better|worse|more|less|mieux|pire)\b|\b(?:qu|que|than) (?:aujourd hui|maintenant|actuellement|a present|now|today)\b/u;

/** "Le train pollue-t-il": an opinion. */
const opinion =
  /^(?:est ce que )?(?:pren\w+|utilis\w+|tri\w+|recycl\w+|compens\w+|pollu\w+|consomm\w+|achet\w+|jet\w+|produi\w+) (?:nous|t on|on)\b(?!.*\b(?:plus|moins|mieux)\b)|\b(?:pollue(?:nt)?|emet(?:tent)?|coute(?:nt)?)(?: t)? (?:il|elle|ils|elles)\b/u;

/** Advice: "doit-on réduire le papier", "pourrions-nous baisser le gaz". */
const lowering =
  "(?:\\w+ ){0,2}?(?:baiss|redui|diminu|augment|reduc|cut|lower|increas|improv|amelior|limit|evit|arret|stop|avoid)\\w*";
const advice = new RegExp(
  `\\b(?:pourrions|pourrait|pourraient|pouvons|peut|could|can|might) (?:nous|on|we|il|elle) ${lowering}|^(?:est ce qu(?:e)? )?(?:(?:on|nous|il) )?(?:doit|devons|devrait|devrions|faut|faudrait|should|must)(?: (?:il|on|nous|we))? ${lowering}`,
  "u",
);

/** "Comment atteindre l'objectif", "what did we do to cut gas". */
const howTo =
  /^(?:how|comment) (?:(?:do|did|can|could|should|would|to|peut|pourrait|faire|va|allons|on|nous|we|pour|est ce que) ){0,4}(?:reach|hit|meet|atteindre|respecter|tenir|reduire|baisser|diminuer|limiter|eviter|reduce|cut|lower|avoid)\b|^(?:est ce qu )?(?:(?:il )?faut(?: il)?|(?:on )?doit(?: on)?|devons nous|devrait on|devrions nous|should we|must we) (?:plus|moins|more|less|fewer)\b|^(?:qu est ce qui (?:pourrait|peut|permettrait|ferait)|what (?:could|would|might|can) (?:make|bring|get|help|reduce|cut|lower))\b|^(?:what (?:did|do|can|could|should) (?:we|you|i) do|qu (?:avons nous|a t on|est ce qu on a) fait)\b/u;
const howFar = /\b(?:combien|quels?|quelles?|jusqu|niveau|how|what|20\d\d|objectif|target)\b/u;

/** Whether one asks what to do, and not what was done. */
export function asksAdvice(folded: string): boolean {
  return howTo.test(folded) || (advice.test(folded) && !howFar.test(folded));
}

/** Whether a question is about the figures, and asks for none. `isDated` where it names a period. */
export function isAboutFigures(
  folded: string,
  { isDated, isHeld }: { readonly isDated: boolean; readonly isHeld: boolean },
  isMeasured: (word: string) => boolean,
): boolean {
  if (reliability.test(folded) || listing.test(folded)) return true;
  if (isDated) return !isHeld && heldAgainstNow.test(folded);
  return (
    !isHeld &&
    (asksDefinition(folded, isMeasured) ||
      asksKind(folded, isMeasured) ||
      (opinion.test(folded) && !howFar.test(folded)))
  );
}
