import { stemOf, stemsOf } from "./words.ts";

/** What a cupboard or a meter holds: it runs out, where a figure does not come in. */
const stuff =
  "(?:papier|gaz|eau|electricite|courant|repas|verre|plastique|carton|compost|ordinateurs?|temps|paper|gas|water|power)";
const figures =
  "(?:chiffres?|donnees?|valeurs?|saisies?|indicateurs?|lignes?|figures?|data|numbers?|values?)";
const some = "(?:du|de la|de l|d|de|un|une|any|some)";
const travel = "(?:trains?|tgv|ter|avions?|vols?|planes?|flights?)";
const formations = "(?:formations?|trainings?)";
const article = "(?:le|la|les|l|un|une|des|nos|notre|the|our)";

/**
 * Turns of folded text in which a word that names a measure names another thing, by kind: no figure that Cairn has is
 * the one asked for. Patterns; what the vocabulary does not know at all is refused without standing here.
 */
const turns: Readonly<Record<string, readonly string[]>> = {
  /** Set phrases: "train de vie", "eau de source", "service charge". */
  compound: [
    "trains? de (?:vie|mesures?|reformes?|nuit|marchandises|banlieue)",
    "eau de (?:source|mer|javel|toilette|cologne|vie)|sources? d eau",
    "services? (?:charge|client|public|apres vente|rendus?|provided|rendered|levels?)",
    "power (?:cut|line|plant)s?|net emissions|gaz (?:emis|rejete)s?",
    "sur (?:le )?papier (?:combien|quel|le|la|les|on|nous)|papiers? (?:carbone|peint|recycles?|d identite)|carbon paper",
    "empreinte (?:en )?(?:carton|eau|plastique)|(?:water|plastic) footprint|bilan carton|carton footprint|budgets? carbone|carbon budget",
    // The mountain is where the cluster is, and nothing that is measured.
    "(?<!\\b(?:cluster|projets?|outdoor sports|filiere|association|projects?) (?:(?:de|en|in) )?(?:la |l )?)montagnes?",
    "what (?:s|is) for (?:lunch|dinner)|(?:qu est ce qu(?:on|e l on| on)|on) mange (?:quoi|ce midi|a midi)",
    "vols? (?:a l etalage|par effraction|(?:au|dans|aux|chez) (?:le |la |les |l |nos |notre )?(?:bureaux?|locaux|cave|parking|reserve|magasin|vestiaires?)|d(?:e)? (?:ordinateurs?|materiel|velos?|donnees))",
    "fiches? (?:produit|de paie|client)s?|etudes? superieures?|ecarts? types?|(?:a|un|le|du) verre de l",
    "visits to (?:the|our) (?:office|shop|site)s?|(?<!\\b(?:a|ont|ait|il|elle) )ete (?=20\\d\\d)",
    "(?:ordinateurs|ordis|repas) donnes|(?:prises? de|au) courant(?! de)|hebergement (?:du site|web|informatique)",
    "bureaux? d etudes?|postes? de depenses?|target dates?|compensation financiere|(?<!il )\\b(?:le |les |du )?restes (?:de|d)|(?:le|du) reste (?:de|des|du|d)",
    "(?:temps|jours) (?:\\w+ ){0,4}?referente? politique|political referent s? ?(?:time|days)",
  ],
  /** One of something holds it: "dans une ramette". */
  contained: [
    "(?:dans|in|contient) (?:un|une|a|an|one) (?:ramette|m3|litre|kwh|bouteille|repas|ordinateur|nuit)",
  ],
  /** A flow by what or when it is for: "l'électricité des voitures". */
  used: [
    "(?:electricite|electricity) (?:\\w+ ){0,3}?(?:voitures?|vehicules?|cars?|vehicles)",
    "at night|by night|overnight(?! stay)|during the night",
  ],
  /** A stock, and not what has not come in: "reste-t-il du papier". */
  stock: [
    `(?:il reste|reste t il|restait il|a t on encore|avons nous encore|is there|are there) (?:encore |toujours |still |assez |enough )*${some} ${stuff}(?! ${figures}\\b)(?! (?:\\w+ ){0,4}(?:saisi|rentr|entr|rempl|rend|declar|transm|fourn))`,
    `${stuff} (?:nous )?reste t il`,
    `combien d(?:e)? (?!${figures} |temps |jours )\\w+ (?:nous )?reste t il(?! a\\b)`,
    `manqu\\w+ (?:t (?:il|on) )?(?:encore |pas )?${some} ${stuff}`,
    "y a (?:t il )?(?:plus|pas)",
    "manqu\\w+ (?:t il )?(?!(?:l|notre|nos|la|le) (?:objectif|cible))(?:\\w+ ){0,5}?(?:objectifs?|cibles?|atteindre|target)",
    "(?:avons nous|a t on|on a|nous avons) manques?(?! (?:l|notre|nos|la|le) (?:objectif|cible))",
  ],
  /** What runs late is a train, and no figure; or may be either. */
  late: [
    `${travel} (?:\\w+ ){0,3}?(?:en retard|late|delayed|annule)`,
    `retards? (?:du|des|de|de l) ${travel}`,
    // Late to fill in, or on an aim: nothing tells.
    "(?:(?:sommes|etions) nous|on est|est on|nous sommes|are we|we are|we re) (?:\\w+ )?(?:en retard|a la traine|a la bourre|late|behind)(?= (?:au|en|cette|this|in|pour)\\b|$)(?!.*\\b(?:objectifs?|trajectoires?|cibles?|targets?|goals?|saisi\\w*|chiffres?|donnees|figures|data)\\b)(?<!\\b(?:objectifs?|trajectoires?|cibles?|targets?|goals?|saisi\\w*|chiffres?|donnees|figures|data)\\b.*)",
    // Late on its aim, or late to come in: nothing tells.
    `(?:en retard|behind) (?:sur|on) (?!(?:\\w+ ){0,3}?(?:objectifs?|trajectoires?|cibles?|targets?|goals?|trajectory|pathway|planning|schedule|${figures})\\b)`,
  ],
  /** A quarter against a whole year, by its number. */
  uneven: [
    "(?:[tq][1-4]|trimestre|quarter)(?: 20\\d\\d)? (?:contre|vs|v|versus|against|than|face a) (?:l annee |the year )?20\\d\\d\\b(?! [tq][1-4])",
  ],
  /** What an action cost, of which the plan has what it was to cost. */
  paid: [
    "combien (?:doit on|devons nous|on doit|nous devons|faut il) (?:encore |le |la |les |l )?(?:a|au|aux|payer|regler|verser|facturer|vendre|rembourser)|(?:do )?we owe",
    "a[ie]\\.\\d (?:\\w+ ){0,2}?(?:a|did) (?:t il |t elle )?(?:coute|cost)",
    "(?:a|ont|did) (?:\\w+ ){0,2}?(?:coute|cost) (?:\\w+ ){0,2}?a[ie]\\.\\d",
  ],
  /** The best or the worst of several, and too much of one. */
  superlative: [
    "meilleure?s?(?! (?:que|qu))",
    `(?:${article}|quels?|quelles?) (?:meilleure?|pire|best|worst|moindre|record)s?`,
    "(?:trop|assez) (?:de|d|consomme)|too (?:much|many)",
  ],
  /** Who attends, who supplies, how to reach somebody: none of them answers for a figure. */
  people: [
    `(?:qui|who) (?:suit|suivent|attends?) ${article} ${formations}|${formations} (?:\\w+ ){0,3}?(?:recue?s?|received)`,
    `(?:qui|who) (?:nous |vous )?(?:fournit|supplies) (?:${article}|us) (?!${figures})\\w+`,
    "(?:contacts?|interlocut\\w+|numero|telephone|adresse|conseiller)(?: commercial)? (?:(?:chez|de|d|at|of|from) )?(?:edf|engie|sncf|enedis|grdf|total|veolia|suez)",
    // Things are given away too.
    "(?:a qui|to whom) (?:dois je|doit on|faut il|devons nous|peut on|puis je|should (?:i|we)) (?:donner|confier|remettre|vendre|offrir|rendre|give|hand|sell)\\b(?!.*\\b(?:chiffre|donnee|valeur|saisie|facture|releve|ticket|bon|figure|number|reading)s?\\b)",
    // Who answers for a figure is told as of today.
    "(?:qui|who) (?:(?:etait|etaient|was|were|fut)|(?:s |se )?(?:occupait|saisissait|gerait|suivait|pilotait|remplissait))|(?:etait|was) (?:qui|who)",
    "(?:qui|who) (?:a|ont|has|have) (?:saisi|rempli|rendu|renseigne|entered|filled|submitted)",
    "(?:quand|when) (?:\\w+ ){1,8}?(?:ete|was|been|were) (?:saisi|rempli|rendu|renseigne|entered|filled|submitted)e?s?",
    "(?:puis|pourrais|peux) je (?:participer|venir|m inscrire|rejoindre)|can i (?:join|attend|take part)",
    "telephone (?:du|de)|qui (?:est|sont) (?:le|la|les|notre|nos) referente?s?$",
  ],
  /** Every figure at once. */
  everything: [
    `(?:donne|donnez|montre|affiche|give|show)(?: moi| nous| me| us)? (?:tous|toutes|tout|all) (?:les |the )?${figures}`,
  ],
};

const another = new RegExp(`\\b(?:${Object.values(turns).flat().join("|")})\\b`, "u");

const vehicles = "(?:trains|avions|voitures|vehicules|autos|planes|cars)";

/** What is counted one by one, where the figure is a distance, a weight or a number of nights: "combien d'avions". */
const counted = new RegExp(
  [
    `\\b(?:combien d|combien de|nombre d|nombre de|number of|how many) (?:${vehicles}|hotels|poubelles|bins|verres|glasses|compteurs|factures|tickets|justificatifs)\\b`,
    `\\b${travel} (?:\\w+ ){0,3}?(?:pris|prenons|prend|take|took|taken)\\b`,
    "\\b(?:ordinateurs?|ordis?|pcs?|laptops?|voitures?) (?:avons nous|a t on|on a|nous avons|do we have|have we|we have)(?= (?:en|in|au|cette|this|aujourd|now)\\b|$)",
    "(?<!\\b(?:dechets|bouteilles|pots|tri|kg|kilos|tonnes|poids) (?:de|des|d|en) )\\bverres (?:jete|casse|bu|servi|utilise|achete)\\w*",
  ].join("|"),
  "u",
);
const distance = /\b(?:km|kms|kilomet\w+|miles|distance)\b/u;

/** Whether the folded words of a question name another thing than what is measured. */
export function namesAnother(folded: string): boolean {
  return another.test(folded) || (counted.test(folded) && !distance.test(folded));
}

/** Stems of what emits a part of the whole, where no indicator is named: "les émissions des déplacements". */
const parts: ReadonlySet<string> = new Set(
  stemsOf(
    "déplacement voyage trajet transport travel trip journey achat purchase énergie energy mobilité mobility",
  ),
);

/** Whether words, as stems, name a part of the emissions; the scopes' own names ("indirectes liées à l'énergie") do not. */
export function namesPartOfEmissions(stems: readonly string[]): boolean {
  return stems.some((stem) => parts.has(stem)) && !stems.includes(stemOf("indirectes"));
}
