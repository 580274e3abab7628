import { asideWords, isAsideWord } from "./occasions.ts";
import { storyOpenings } from "./stories.ts";

/**
 * What people put around a question that changes nothing to it: politeness, a way in, an occasion. Patterns of folded
 * text. A word stands here, and not among the plain ones, where it is harmless in such a turn only: "la réunion de
 * lundi" is an occasion in "pour la réunion de lundi", and something to count in "combien de réunions".
 */
const determiner =
  "(?:le|la|les|l|mon|ma|mes|notre|nos|votre|ton|ta|un|une|ce|cette|the|my|our|a|an|this|that)";

const occasion =
  "(?:rapports?(?: annuel| d activite| moral)?|reunions?(?: d equipe| de bureau)?|presentations?|diapos?|slides?|powerpoint|ppt|comptes? rendus?|cr|dossiers?|newsletters?|lettre d information|articles?|communiques?|discours|notes?(?: de synthese)?|synthese|memo|emails?|e mails?|mails?|courriers?|audits?|conseil d administration|ca|comites?(?: de direction| de pilotage)?|copil|codir|comex|assemblee generale|ag|seminaire|atelier|point hebdo|point|entretien|conference|table ronde|demande de subvention|subvention|site web|site internet|reports?|meetings?|decks?|board(?: meeting)?|steering committee|committee|workshop|call|audit|newsletter|interview|deadline de demain)";

const listener =
  "(?:chefs?|cheffes?|boss|manager|directeur|directrice|president|presidente|tresorier|tresoriere|collegues?|journalistes?|stagiaire qui debute|colleagues?|chairman|chairwoman|director|journalists?)";

const day =
  "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|ce matin|cet apres midi|cet aprem|ce soir|aujourd hui|tout a l heure|la semaine prochaine|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|this morning|this afternoon|tonight|today|next week)(?: prochaine?| matin| soir| apres midi| morning| afternoon)?";

const preparing =
  "(?:preparer|completer|remplir|finir|terminer|boucler|rediger|alimenter|illustrer|ecrire|faire|presenter|prepare|preparing|complete|finish|write|fill)";

/** "pour le rapport de lundi", "avant de rédiger le compte rendu de la réunion". */
const forOccasion = `(?:pour|avant|avant de|afin de|en vue de|lors de|dans|for|before|ahead of|to|in) (?:${preparing} )?(?:${determiner} )?(?:petite? |prochaine? |next )?${occasion}(?: (?:de|du|d|des|avec|a|of|on|with|about)(?: ${determiner})? (?:${occasion}|${day}|${listener}))?(?: (?:de |d |on )?${day})?`;

const interrogative =
  "(?= (?:si |de |if |sur |about |on |for )?(?:combien|quels?|quelles?|qui|quand|pourquoi|comment|ou|le|la|les|l|ce|d|notre|nos|un|une|how|what|which|who|when|why|where|the|our|about) )";

/** "Un adhérent me demande", "la direction veut savoir": whoever asks, what follows is the question. */
const reported = `(?:${determiner}|des|certains|certaines|plusieurs|quelques|deux|some|many|several|our|nos) (?:\\S+ ){1,5}?(?:(?:(?:me|m|nous) (?:a |ont |avait )?(?:demande|demandent|pose la question|posent la question|demandait|reclame|reclament|interroge|interrogent|questionne|relance|relancent|sollicite|harcele)|(?:veut|veulent|voudrait|voudraient|aimerait|aimeraient|souhaite|souhaitent|souhaiterait|cherche a|a besoin de|ont besoin de|doit|doivent) (?:savoir|connaitre|comprendre|avoir|voir)|(?:demande|reclame|exige|attend|interroge)(?:nt)?|(?:a|ont) (?:demande|reclame))(?: a)?(?: (?:savoir|connaitre|avoir))?|(?:is|are|was|were|keeps?) asking|asks?|asked|(?:wants?|needs?|would like) to (?:know|understand|see|have)|(?:wants?|needs?)|(?:veut|voudrait|aimerait|souhaite|demande) que (?:je|j|on|nous|tu|vous) (?:lui |leur )?(?:donne|envoie|sorte|fournisse|trouve|communique|donnions|sortions)s?)(?: (?:me|us))?${interrogative}(?: (?:si|if|de|about|sur|on|for))?`;

const given = "(?:donner|fournir|envoyer|communiquer|transmettre|sortir|retrouver)";

const openings = [
  `(?:on|il|elle|ils|elles|they|he|she) (?:me|m|nous|keeps?|keep) (?:a |ont )?(?:demande|demandent|reclame|reclament|asks?|asking)(?: (?:me|us))?${interrogative}(?: (?:si|if|de|about|sur|on))?`,
  `(?:j|je|on|nous|i) (?:\\S+ ){1,6}?(?:de|d|a) (?:lui |leur )?${given}(?: (?:a|au|aux) (?:${determiner} )?\\S+)?(?= (?:le|la|les|l|un|nos|notre) )`,
  "(?:il parait|il semblerait|il semble|on dit|on m a dit|(?:somebody|someone|they|people|he|she) (?:told|tell|tells) (?:me|us)|quelqu un m a dit|j ai (?:lu|entendu|vu|appris)(?: dire)?|i (?:heard|read|was told)|apparently)(?: (?:que|qu|that))?",
  ...storyOpenings,
  `(?:quand|lorsque|si|when|if|whenever) ${reported}`,
  reported,
  "(?:et|mais|but|and|donc|so)",
  "(?:(?:est ce que )?(?:tu |vous |on )?(?:peux|peut|pourrais|pouvez|pourriez|pourrait|saurais|sauriez)(?: tu| vous| on)? (?:me |m |nous )?(?:communiquer|transmettre|fournir|sortir|ressortir|redonner|redire|remontrer|filer|retrouver|trouver|partager|lire|dire|donner|indiquer|rappeler|preciser|confirmer)|(?:peux|peut|pourrais|pouvez|pourriez|pourrait) (?:tu|vous|on) (?:m|nous) envoyer|(?:can|could|would|will) (?:you|somebody|someone|anyone) (?:please |kindly )?(?:tell|give|show|send|remind|share with|provide) (?:me|us)(?: with)?)",
  forOccasion,
  `(?:pour|for) ${determiner} (?:nouveau |nouvelle |new )?${listener}`,
  `(?:je|j|on|nous|i|we) (?:dois|doit|devons|prepare|preparons|am preparing|m preparing|re preparing|are preparing|ai|have) (?:presenter |rendre |finir |rediger )?(?:ca |cela )?(?:${determiner} )?${occasion}(?: (?:de|du|d|on|of)(?: ${determiner})? (?:${occasion}|${day}))?(?: ${day})?`,
  `(?:mon|ma|notre|my|our) ${listener} (?:me demande|nous demande|me reclame|voudrait savoir|veut savoir|aimerait savoir|demande|wants to know|is asking|asks me|asked me|asks)`,
  "(?:bonjour|bonsoir|salut|hello|hi|hey|coucou|bjr|slt|cc|yo|wesh|allo|hola|re|chers|cheres?|cher|dear)(?: (?:collegues?|membres?|colleagues?|a tous|a toutes|tout le monde|l equipe|la team|team|everyone|everybody|all|there|cairn|le bot|bot))?",
  "(?:j espere que )?(?:tu vas bien|vous allez bien|ca va|comment ca va|how are you(?: today)?|hope you re well|hope you are well)",
  "(?:excuse moi|excusez moi|pardon|desolee?(?: de (?:te|vous) deranger)?|sorry(?: to bother you)?|excuse me)",
  "(?:j ai |encore |juste )?(?:une |a )?(?:petite |simple |derniere |autre |quick |rapide |small )?question(?: (?:rapide|bete|simple|pour toi|pour vous|for you))?",
  "(?:une |un |la |le )?(?:derniere?|petite?|ultime|last) (?:point|chose|truc|question|demande|verif|thing|point)(?: avant (?:de partir|les vacances|le week end|ce soir|de boucler|de finir)| before (?:i|we) (?:go|leave))?",
  "(?:et )?(?:au fait|a propos|sinon|du coup|alors|ok|bon|bref|tiens|dis|dis moi|dites|euh|hum|hein|allez|voila|by the way|wait|voyons|he|eh|oh|ah|so|well|um|also|actually)",
  "(?:est ce que |est ce qu )?(?:quelqu un|quelquun|qqn|anyone|anybody|someone|somebody) (?:sait|saurait|aurait il|a t il|aurait|connait|peut (?:me |nous )?dire|pourrait (?:me |nous )?dire|know|knows|can tell me|could tell me)(?: si)?",
  "(?:does |do |can |could )(?:anyone|anybody|someone|somebody|you) (?:happen to )?(?:know|tell me)(?: if)?",
  "(?:est ce que )?(?:tu |vous )?(?:te |vous )?(?:souviens|souvenez|rappelles|rappelez)(?: tu| vous)?(?: de| d| du)?",
  "(?:do you |can you )?(?:remember|recall)",
  "(?:j (?:essaie|essaye|aurais voulu|aurais aime)|je (?:cherche|me demande|me demandais|voulais|viens)|i (?:was|am|m) (?:wondering|looking for|trying to find)|i wonder)(?: de| d| a)?(?: savoir| connaitre| retrouver| out)?(?: if you (?:know|could tell me)| if| si tu sais| si vous savez| si)?",
  "(?:j veux|jveux|jveu|jvoudrais|j voudrais|jaimerais|jaimerai|jai besoin|il me faut|il nous faut|il me faudrait|il nous faudrait|il faudrait que je sache|faut que je sache)(?: savoir| connaitre| d avoir| de)?",
  "(?:serait il|est il|c est|ce serait|is it|would it be) possible (?:d avoir|de savoir|de connaitre|d obtenir|to know|to get|to have)",
  "(?:aurais tu|auriez vous|as tu|avez vous|t as|tu as|vous avez|t aurais|do you have|have you got)(?: sous la main| par hasard| une idee (?:de|du|d)| an idea of| any idea(?: of)?)?(?= (?:le|la|les|l|des|du|combien|the|how|what) )",
  "(?:aucune idee|je ne sais pas|je sais pas|je ne sais plus|je sais plus|j ai oublie|i forgot|i don t know|no idea)(?: de)?",
];

const anywhere = [
  "(?:c est (?:bien )?(?:vrai|exact|ca)|est ce (?:vrai|exact)|(?:is|isn t) (?:it|that) (?:true|right|correct)|right|ou (?:pas|pa|non)|n est ce pas|or not)(?= $)",
  // After a year these end a period: "year to date", "de 2022 à ce jour".
  "(?<!\\d )(?<!year )(?:jusqu ici|jusqu a present|a ce jour|a date|to date|up to now|until now)",
  "(?:s il (?:te|vous) plait|stp|svp|sil te plait|sil vous plait|please|pls|plz)",
  "(?:un grand |mille |many )?(?:merci|thanks|thank you|thx|mercii*)(?: (?:beaucoup|bien|bcp|d avance|par avance|pour ton aide|pour votre aide|a toi|a vous|very much|so much|a lot|in advance|for your help))?",
  "(?:bonne journee|bonne soiree|bon week end|(?<!y )a plus(?= $)|a bientot|cordialement|bien a (?:toi|vous)|have a (?:nice|good|great) (?:day|one)|cheers|regards|best regards)",
  "(?:si possible|si tu peux|si vous pouvez|si tu (?:le )?sais|si vous (?:le )?savez|si ca te derange pas|si ca ne te derange pas|if possible|if you can|if you know|if you don t mind)",
  "(?:quand (?:tu as|vous avez|t as)|des que (?:tu as|vous avez)|when you have|if you have) (?:le temps|2 minutes|deux minutes|une minute|cinq minutes|5 minutes|un moment|time|a minute|a moment|a sec)",
  "(?:c est (?:assez |plutot |super |vraiment |tres )?(?:urgent|presse)|it s (?:quite |very |rather )?urgent|asap|des que possible|as soon as possible|au plus vite|vite fait|rapidement|en urgence)",
  "(?:a l heure (?:ou (?:l )?on se parle|ou je (?:te|vous) parle|qu il est)|a ce stade|au bout du compte|en fin de compte|tout compte fait|all things considered|as we speak)",
  "(?:lol|mdr|haha|ptdr|xd)",
  "(?:sous la main|btw|fyi|juste pour info(?:rmation)?|pour info(?:rmation)?|pour memoire|pour rappel|par curiosite|just curious|out of curiosity|for the record)",
  "(?:(?:d apres|selon) (?:toi|vous|tes donnees|tes infos|vos donnees|nos donnees|tes chiffres|nos chiffres)|a (?:ton|votre) avis|in your opinion|according to (?:you|your data|our data))",
  "(?:honnetement|franchement|sincerement|serieusement|grossierement|normalement|brievement|concretement|effectivement|officiellement|clairement|visiblement|apparemment|evidemment|logiquement|justement|a peu pres|plus ou moins(?! qu| d )|en gros|en fait|en realite|au juste|au final|en definitive|pour le moment|pour l instant|a (?:ta|votre) connaissance|honestly|frankly|seriously|basically|more or less|as of today|as of now|at the moment|all in all|in the end)",
];

/** What may open a question, one turn after another. */
const start = new RegExp(`^ (?:(?:${[...openings, ...anywhere].join("|")}) )*`, "u");
const inside = new RegExp(`(?<= )(?:${anywhere.join("|")})(?= )`, "gu");

/**
 * An occasion that ends a question is what the figure is for only where the question says that somebody needs it:
 * "combien de repas pour la réunion" counts the meals of that meeting.
 */
const needed =
  /^ (?:\S+ ){0,3}?(?:j ai besoin|jai besoin|on a besoin|nous avons besoin|il me faut|il nous faut|il me faudrait|il nous faudrait|j aurais besoin|je voudrais|j aimerais|(?:peux|pourrais|pouvez|pourriez) (?:tu|vous) (?:me|nous) (?:donner|sortir|envoyer|montrer|dire)|i need|we need|can you give|could you give) /u;
const end = new RegExp(` ${forOccasion} $`, "u");

const article = new RegExp(`^${determiner}$`, "u");

/** Where "pour le rapport annuel" begins, that ends a question: what is written is nothing that is counted. Null for none. */
function forDocument(folded: readonly string[]): number | null {
  const at = folded.findLastIndex((word) => word === "pour" || word === "for");
  if (at < 1) return null;
  const said = folded
    .slice(at + 1)
    .filter((word) => !article.test(word) && !/^(?:de|du|d|of|et|prochaine?|next|futur)$/u.test(word));
  const isDocument = said[0] !== undefined && asideWords.document.has(said[0]);
  return isDocument && said.every((word) => isAsideWord(word)) ? at : null;
}

/** The words of a question, as they fold: which are kept, without what surrounds it. */
export function keptWords(folded: readonly string[]): boolean[] {
  const starts: number[] = [];
  let text = " ";
  for (const word of folded) {
    starts.push(text.length);
    text += `${word} `;
  }
  const opening = start.exec(text)?.[0].length ?? 0;
  const found = [...text.matchAll(inside)].map(({ index, 0: turn }) => [index, index + turn.length] as const);
  const closing = needed.test(text) ? end.exec(text) : null;
  const spans = [[0, opening] as const, ...found];
  if (closing !== null) spans.push([closing.index, text.length]);
  const document = forDocument(folded);
  if (document !== null) spans.push([starts[document] ?? text.length, text.length]);
  return starts.map((at) => !spans.some(([from, to]) => at >= from && at < to));
}
