import type { Rewriting } from "./period-spellings.ts";

const people = "(personnes|gens|professionnels|pros|people|professionals)";

/** Everyday verbs and names of what is measured, in folded text, read in the words of the vocabulary. */
export const everydayAmounts: readonly Rewriting[] = [
  // What one succeeds in doing is done.
  [/\b(?:reussi\w*|parven\w+|arriv\w+) a (?=\w+(?:er|ir|re)\b)|\bmanaged? to (?=[a-z]+\b)/g, ""],
  [/\bdavantage\b/g, "plus"],
  [
    new RegExp(
      `\\b(?:forme[rs]?|formons|train(?:ed)?)(?: (?:t on|nous))? (plus|moins|autant|combien|more|fewer|less|how many) (?:de |d )?${people}\\b`,
      "g",
    ),
    "$1 de stagiaires",
  ],
  [/\bend(?:ed)? up training\b/g, "train"],
  [
    /\b(?:ai je|avons nous|a t on) le droit de (?=(?:saisir|rentrer|entrer|rendre|remettre|remplir|declarer|transmettre|fournir)\b)/g,
    "",
  ],
  [/\bfai(?:t|re|sons) servir\b/g, "servi"],
  [
    /\b(?:embarqu|associ|impliqu|mobilis|entrain|rassembl)(?:e|er|ons|ait|aient|ions)?s? (combien de|plus de|moins de|autant de) (?:membres|adherents)\b/g,
    "$1 membres participants",
  ],
  [
    /\b(combien de?|plus de?|moins de?) (?:membres|adherents) (avons nous |a t on |on a |nous avons |ont ete )(?:embarque|associe|mobilise|entraine|rassemble)e?s?(?= |$)/g,
    "$1 membres participants $2",
  ],
  // Members are counted in collective actions only.
  [
    /\b(?:dans|pour|sur|a|aux) (?:les |nos )?actions collectives (?=.*\bmembres participants\b)|(?<=\bmembres participants\b.*)\b(?:dans|a|sur|aux) (?:les |nos )?actions collectives\b/g,
    "",
  ],
  [
    /\b(jours(?: de travail)?)((?: \w+){0,6}?) (?:notee?s?|inscrits?|pointes|consignes|logged|recorded)\b/g,
    "$1$2 passes",
  ],
  [/\ba note (combien de jours(?: de travail)?)\b/g, "a passe $1"],
  [/(?<=\b(?!moins |plus )\w{3,}s )(?:que|qu) (?:nous avons|l on a|on a) (?=\w{3,}s\b)/g, ""],
  // A total, and how it is come to.
  [/\bil me manque (?:juste |encore |plus que )?(?=(?:le|la|les|l|notre|nos) )/g, ""],
  [/\ben faisant (?:la somme|le total|l addition) (?=(?:de|d|du|des)\b)/g, ""],
  [/\bpassee?s? (?:au|par le|sur le) compteur\b/g, "consomme"],
  [
    /\bmilliers (?:de|d) (?=(?:euro|km|kilomet|kwh|kg|kilo|litre)\w*)|\bthousands? (?:of )?(?=(?:euro|km|kilomet|kwh|kg|litre))/g,
    "",
  ],
  [/\bfactures?\b(?:(?=.*\b(?:elev|mont)\w*)|(?<=\b(?:elev|mont)\w* .*))/g, "cout"],
  [
    /\b(?:se sont|s est|s etaient|s etait)(?: t)?(?: (?:ils|elles|il|elle))? (?:montee?s?|elevee?s?|chiffree?s?)(?: a)?\b/g,
    "",
  ],
  [/\ben (?:mettant bout a bout|additionnant|cumulant|sommant|totalisant)\b/g, ""],
  [
    /\bsi (?:je|on|nous|l on) (?:compt\w*(?= (?:tou|les|nos|l ensemble))|(?:additionn|cumul|somm)\w*(?: ensemble)?|met\w* (?:bout a bout|ensemble))(?= .*\b(?:arriv\w+ a|fait|donne|obtien\w+) combien\b)/g,
    "",
  ],
  [
    /(?:\b(?:j|on|nous|je|tu|vous) )?\b(?:arriv\w+ a|(?:ca|cela) (?:fai\w+|donn\w+)|obtien\w+) combien\b/g,
    "combien",
  ],
  [
    /\btou(?:t|tes?|s) (?:additionne|cumule|mise? bout a bout)e?s?\b|\ball added (?:up|together)\b|\badded together\b/g,
    "total",
  ],
  [
    /\bla balance(?: d\w* (?:l )?(?:composteur|compost|poubelle|local|cuisine))? (?:affich|indiqu|montr|marqu)\w* (?:quoi|combien)\b/g,
    "combien",
  ],
  // Names of every day.
  [/\bd allers? retours?\b/g, "de trajets"],
  [/\ballers? retours?\b/g, "trajets"],
  [
    /\bentre (?:la maison|le domicile|chez (?:nous|soi|eux)) et (?:le|notre|leur) (?:bureau|travail|boulot)\b|\bentre (?:le|notre|leur) (?:bureau|travail|boulot) et (?:la maison|le domicile)\b/g,
    "domicile travail",
  ],
  [/\bessence (?:ou|et) (?:au |a )?(?:diesel|gasoil|gazole)\b/g, "essence"],
  [/\b(diesel|gasoil|gazole) (?:ou|et) (?:a )?(?:l )?essence\b/g, "diesel"],
  [/\b(?:petrol|gasoline) (?:or|and) diesel\b|\bdiesel (?:or|and) (?:petrol|gasoline)\b/g, "petrol"],
];
