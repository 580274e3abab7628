import { fold } from "../name-match.ts";
import { type AsideKind, asideWords, elsewhere, isAsideWord } from "./occasions.ts";
import { asksReply, recallsFigure, reminds, tellsOfWriting } from "./stories.ts";

/** What a clause holds besides its words, as the vocabulary sees it. */
export type ClauseSense = {
  /** It names a period. */
  readonly isDated: boolean;
  /** What is measured that it names: each name with the measures it may mean. */
  readonly named: readonly (readonly string[])[];
  /** A word of what is asked: an aim, a change, a ranking, what is missing. */
  readonly asks: boolean;
  /** The words that change nothing to a question. */
  readonly isPlain: (word: string) => boolean;
};

/** Punctuation that sets a clause apart; not the point of "AI.3" or of a number, nor the hyphen of a compound. */
const boundary =
  /([;:!?…\n()[\]«»"“”—]+|,(?!\d)|(?<!\bA[IE])\.(?!\d)|\s[-–]+\s|\p{Extended_Pictographic}+|\s(?:et|mais|donc|alors|and|but|so)\s(?=(?:j|je|il|on|nous|tu|vous|i|we|you|can|could|what|how|who|when|why|is|are|did|have|combien|quel|quels|quelle|quelles|qui|quand|pourquoi|comment|peux|pouvez|nos|notre|our|que)(?!\p{L})))/iu;

/** What a clause holds, and whether it names a period or something measured that the rest does not. */
type Weighed = ClauseSense & { readonly tells: boolean };

/** Words by which an aside would restrict the figure, suppose another, or ask for something to be done. */
const restricting =
  /\b(?:hors|sans|sauf|hormis|excep\w+|exclu\w*|without|seulement|uniquement|only|juste (?:le|la|les|l|the)|parl\w+|agit|concern\w+|suppos\w+|imagin\w+|chez|compt(?:e|er|ons|ez|ant)|enlev\w+|retir\w+|(?<!\b(?:ai|a|as|avons|avez) )oubli\w+|supprim\w+|effac\w+|modifi\w+|corrig\w+|annul\w+|remplac\w+|ignor\w+|delete|remove|forget|pretend|reveal|talk\w*|mean|dire|plutot|instead|rather|que (?:tu|vous)|want you|travaill\w+|works?|habit\w+|live)\b|^(?:si|if|par|per|a|au|en|dans|de|du|des|at|in|of)\b/u;

/** Words by which a clause asks a question of its own. */
const asking =
  /\b(?:combien|quels?|quelles?|qui|quand|comment|ou|quoi|pourquoi|lequel|laquelle|lesquels|how|what|which|who|when|where|why|est ce que)\b/u;
const notKnowing =
  /\b(?:(?:sais|sait|savons|trouve|trouvons) (?:pas|plus)|don t know|me demande|qui (?:me |nous )?(?:demande|veut|voudrait|insiste))\b/u;

/** What one does not know is asked of what is named before: "je ne sais pas qui s'en occupe". */
const notKnowingOf =
  /\b(?:sais|sait|savons|know) (?:pas |plus )?(?:a |vers )?(?:qui|quand|comment|pourquoi|who|when|how|why) (?:\w+ )?(?:le|la|les|l|en|it|them)\b/u;

/** Somebody tells of themselves, or of those who want the figure. */
const told =
  /^(?:(?:et|mais|car|or|parce que|puisque|comme|donc|because|since|as|so|but|and|en fait|desole|sorry) )*(?:je|j|on|nous|i|we|il (?:me|nous) (?:faut|faudrait|faudra)|ca (?:me|nous|m)|c est (?!\S+ \S)|c est (?:pour|afin|urgent|presse|important|mon|ma|notre|parce|promis|une demande|a la demande|le dernier|la derniere)|it s (?:for|urgent|my|our)|it is (?:for|urgent)|this is (?:for|urgent)|that s for)\b/u;
const toldToUs =
  /^(?:le|la|les|l|un|une|des|mon|ma|mes|notre|nos|certains|plusieurs|quelques|the|my|our|a|an|some) (?:\S+ ){1,6}?(?:me|m|nous|us)\b/u;
/** Who asks may be called as something measured: "un adhérent nous interroge". */
const asked =
  /^(?:un|une|le|la|les|l|des|mon|ma|mes|notre|nos|plusieurs|certains|deux|a|an|the|my|our|some) (?:\S+ ){1,5}?(?:(?:me|m|nous) (?:a |ont |l a |le )?(?:demand\w+|reclam\w+|interrog\w+|interpell\w+|questionn\w+|sollicit\w+|relanc\w+|pos\w+ (?:la|une) question)|(?:is|are|was|were|keeps?) asking(?: me| us)?|asked(?: me| us)?|asks?(?: me| us)?|wants? to know|(?:veut|veulent|voudrait|voudraient|aimerait|souhaite) savoir)$/u;
const addressed =
  /^(?:est ce que )?(?:tu|vous|t|you|are you|can you|could you|peux tu|pouvez vous|pourrais tu|pourriez vous)\b.*\b(?:aider|aide|help|la|there|vas|allez|va|dors|fine|ok|peux|pouvez|sais|savez|dispo|repondre|bien)\b/u;
/** What follows thanks may restrict the figure: "merci sans Paris". */
const thanks = /^(?:merci|thanks?|thank you) (.+)$/u;

/** Why, when or how politely one asks: nothing that follows is the question. */
const circumstance =
  /^(?:(?:et|mais|but|and) )?(?:vu qu\w*|etant donne|sans vouloir|sans (?:te|vous) (?:deranger|presser|commander)|(?:quand|des que|lorsque|si) (?:tu|vous|t)|(?:when|once|if|in case) you|en prevision|en vue|en preparation|en preparant|dans le cadre|dans l (?:optique|idee)|suite (?:a|au|aux)|apres (?:le|la|notre|mon|ma|ce|cette)|avant (?:le|la|notre|mon|ma|ce|cette|de|d)|a l occasion|par (?:simple |pure )?curiosite|pour (?:ma|mon|mes|notre|nos|info|information|rappel|memoire|etre|que)|merci (?:pour|de|d|beaucoup|bien|a (?:toi|vous|tous|toutes)|encore|infiniment|par avance)|thanks? (?:for|you|a lot|so|again|in)|desolee?|pardon|excuse\w*|sorry|apologies|si (?:je|j|jamais)|if i|as part of|in preparation|preparing|ahead of|following (?:the|our|my)|after (?:the|our|my)|before (?:the|our|my|i|we)|avant qu(?:e)? (?:je|j|on|nous)|just to|given that|for (?:my|our|context)|quick (?:one|question)|(?:petite|derniere|autre|une|simple)? ?question|avec (?:les|la|tout) |asking|got (?:a|an|the|my)|as (?:discussed|agreed|promised)|comme (?:convenu|discute|prevu|promis)|j espere|i hope|hope)\b/u;
/** Said before any question: that one may err, that one lacks a figure. */
const mistaken =
  /^sauf (?:erreur|si je (?:me trompe|dis)|avis contraire)\b|^il (?:me|nous) manque (?:encore |juste |plus que )?(?:un|des|deux|quelques|le|les) (?:chiffres?|donnees?|valeurs?)\b|^unless i m (?:wrong|mistaken)\b/u;
const inOrderTo =
  /^(?:pour|afin de|avant de|en vue de|histoire de|to|in order to|before) (?:pouvoir |bien |mieux )?(?:prepar\w+|complet\w+|remplir|fini\w*|termin\w+|boucl\w+|redig\w+|aliment\w+|illustr\w+|ecrire|present\w+|mettre a jour|repond\w+|verif\w+|inform\w+|communiquer|montr\w+|convaincre|anim\w+|discut\w+|write|prepar\w+|finish|complet\w+|fill|answer|check|updat\w+|show)\b/u;
const isDone =
  /^(?:se|s|est|sont|doit|doivent|a|ont|aura|arriv\w+|commenc\w+|attend\w*|insist\w+|veut|veulent|reclam\w+|demand\w+|approch\w+|intervien\w+|rencontr\w+|prepar\w+|anim\w+|speaks?|revient|part|exig\w+|souhait\w+|is|are|wants?|needs?|asks?|meets?|expects?|starts?|begins?)$/u;

function has(kind: AsideKind, words: readonly string[]): boolean {
  return words.some((word) => asideWords[kind].has(word));
}

const kinds: readonly AsideKind[] = ["document", "event", "listener", "day", "request", "courtesy"];

/** Only words of asides, and words that say nothing. */
function isBagOfAsides(words: readonly string[], { isPlain }: ClauseSense): boolean {
  return words.every((word) => isPlain(word) || kinds.some((kind) => asideWords[kind].has(word)));
}

/** "Le conseil se réunit mardi": an occasion or a listener, and what it does. */
function isNewsOfOccasion(words: readonly string[]): boolean {
  const at = words
    .slice(0, 4)
    .findIndex((word) =>
      (["document", "event", "listener"] as const).some((kind) => asideWords[kind].has(word)),
    );
  return at >= 0 && words.slice(at + 1, at + 5).some((word) => isDone.test(word));
}

/** Whether a bag of asides is one where it stands: an event after the question may be what is counted. */
function isInPlace(words: readonly string[], isFirst: boolean): boolean {
  if (has("request", words) || has("courtesy", words)) return true;
  if (has("document", words) && /^(?:pour|for)$/u.test(words[0] ?? "")) return true;
  return isFirst && kinds.some((kind) => kind !== "day" && has(kind, words));
}

/** "Oups j'ai oublié": what follows the sigh. */
function afterCourtesy(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => !asideWords.courtesy.has(word));
  return at < 0 ? words : words.slice(at);
}

/** Words after "je suis à" that tell of oneself, and of no place. */
const states: ReadonlySet<string> = new Set(
  "retard bourre train conges vacances plein pleine retour hurry rush panne galere cours deplacement ligne charge arret recherche phase jour stage plus mon ma notre my the our".split(
    " ",
  ),
);
const whereabouts =
  /^(?:je|j|on|nous|i|we) (?:suis|est|sommes|etions|etait|am|m|are|re|travaille|travaillons|habite|habitons|live|work) (?:a|au|aux|en|dans|chez|de|du|at|in|from) (?:la |le |l |the )?(\w+)/u;
const branch = /\b(?:bureaux?|locaux|office|offices|site|pole) (?:de|d|du|of|in) (?:la |le |l )?(\w+)/u;
/** A name after a preposition: "question de Danone". */
const nameAfter =
  /(?:^|\s)(?:à|au|aux|en|sur|chez|de|du|d['’]|in|at|from|of)\s*(?:la\s|le\s|l['’]|the\s)?(\p{Lu}[\p{L}-]+)/gu;

/** The name of whom one works for: "le dossier Danone". */
const nameOfWork =
  /(?:^|\s)(?:dossier|rapport|article|projet|site|client|report|audit)\s+(?:pour\s+|for\s+)?(\p{Lu}[\p{L}-]+)/gu;

/** Whether a clause names a place or an organisation that nobody knows: its figures could be meant. */
function isElsewhere(piece: string, words: readonly string[], { isPlain }: ClauseSense): boolean {
  const isStrange = (word: string | undefined) =>
    word !== undefined && !isPlain(word) && !isAsideWord(word) && !states.has(word);
  const text = words.join(" ");
  const names = /\p{Ll}/u.test(piece) ? [...piece.matchAll(nameAfter), ...piece.matchAll(nameOfWork)] : [];
  return (
    isStrange(whereabouts.exec(text)?.[1]) ||
    isStrange(branch.exec(text)?.[1]) ||
    names.some(([, name = ""]) => isStrange(fold(name)))
  );
}

/** "Marc du pôle com", after a greeting: who asks. */
const introduced =
  /^(?:(?:c est|ici|moi c est|je m appelle|this is|it s) )?[a-z]+(?: [a-z]+)? (?:du|de la|de l|de|au|a la|from) (?:pole|equipe|team|compta|comptabilite|com|communication|rh|direction|secretariat)(?: [a-z]+)?$/u;

function isIntroduction(
  words: readonly string[],
  before: readonly string[],
  { tells, asks }: Weighed,
): boolean {
  return !tells && !asks && has("courtesy", before) && introduced.test(words.join(" "));
}

/** A name that signs: "Cordialement, Jeanne". */
function isSignature(words: readonly string[], before: readonly string[], { tells, asks }: Weighed): boolean {
  const closes = before.some((word) =>
    /^(?:cordialement|merci|thanks|bises|bisous|amities|regards|cheers|journee|bientot)$/u.test(word),
  );
  return (
    closes &&
    words.length <= 2 &&
    !tells &&
    !asks &&
    !restricting.test(words.join(" ")) &&
    !words.some((word) => elsewhere.has(word))
  );
}

/** Whether a clause, folded, says nothing of the question: why one asks, for whom, a greeting, thanks. */
export function isAside(words: readonly string[], isFirst: boolean, sense: Weighed): boolean {
  const text = afterCourtesy(words).join(" ");
  if (asked.test(text)) return true;
  if (words.length === 0 || sense.tells) return false;
  if (asksReply(text) || recallsFigure(text)) return true;
  if (tellsOfWriting(text) && has("document", words)) return true;
  if (isBagOfAsides(words, sense) && isInPlace(words, isFirst) && !sense.asks && !asking.test(text))
    return true;
  if (mistaken.test(text)) return true;
  const isAway = words.some((word) => elsewhere.has(word)) && !has("document", words);
  if (sense.asks || isAway) return false;
  const thanked = thanks.exec(words.join(" "))?.[1];
  if (
    thanked !== undefined &&
    !/^(?:d avance|par avance|in advance|(?:de|pour) (?:ta|ton|tes|votre|vos|m|me|nous|l|cette)\b|for your\b)/u.test(
      thanked,
    )
  )
    return (
      !restricting.test(thanked) &&
      thanked.split(" ").every((word) => sense.isPlain(word) || isAsideWord(word))
    );
  if (circumstance.test(text) || circumstance.test(words.join(" "))) return true;
  if (restricting.test(text)) return false;
  if (asking.test(text) && (!notKnowing.test(text) || notKnowingOf.test(text))) return false;
  return [told, toldToUs, addressed, inOrderTo].some((turn) => turn.test(text)) || isNewsOfOccasion(words);
}

/** Whether a clause says of what or of when the question is, that nothing else says. */
function tellsMore({ isDated, named }: ClauseSense, others: ClauseSense["named"]): boolean {
  return isDated || named.some((names) => !others.some((other) => other.join(" ") === names.join(" ")));
}

/** A clause with whether it tells: what somebody writes or calls about does not, where the question names it again. */
function weighed(held: ClauseSense, words: readonly string[], others: ClauseSense["named"]): Weighed {
  const isTold = reminds(words.join(" ")) && !tellsMore(held, others);
  return { ...held, tells: !isTold && (held.isDated || held.named.length > 0) };
}

/** A text without its asides; the whole of it where nothing else is said. `senseOf` reads one clause's words. */
export function withoutAsides(
  text: string,
  wordsOf: (clause: string) => readonly string[],
  senseOf: (clause: string) => ClauseSense,
): string {
  const pieces = text.split(boundary);
  const clauses = pieces.map((piece, at) => (at % 2 === 0 ? wordsOf(piece) : []));
  if (clauses.filter((words) => words.length > 0).length < 2) return text;
  const first = clauses.findIndex((words) => words.length > 0);
  const senses = pieces.map((piece, at) => ((clauses[at] ?? []).length > 0 ? senseOf(piece) : null));
  const kept = pieces.map((piece, at) => {
    const words = clauses[at] ?? [];
    const held = senses[at];
    if (held === null || held === undefined) return true;
    const others = senses.flatMap((each, index) => (index === at ? [] : (each?.named ?? [])));
    const sense = weighed(held, words, others);
    const before = clauses.slice(0, at).findLast((each) => each.length > 0) ?? [];
    const isLast = clauses.slice(at + 1).every((each) => each.length === 0);
    if (isElsewhere(piece, words, sense)) return true;
    const isClosing = isLast && isSignature(words, before, sense);
    return !isAside(words, at === first, sense) && !isIntroduction(words, before, sense) && !isClosing;
  });
  const isLeft = clauses.some((words, at) => words.length > 0 && kept[at] === true);
  if (!isLeft) return text;
  // What joins an aside to the question goes with it.
  return pieces
    .map((piece, at) => (kept[at] === true && (at % 2 === 0 || kept[at - 1] === true) ? piece : " , "))
    .join("");
}
