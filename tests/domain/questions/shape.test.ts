import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../src/domain/questions/read.ts";
import { lineOn } from "../../support/query-line.ts";
import { planShipped, readerOf } from "../../support/questions.ts";

const input = readerOf(await planShipped())("2026-11-23");

const lineOf = lineOn(input);

const questions = [
  "combien de gaz en 2025",
  "évolution des déchets depuis 2022",
  "les émissions ont-elles baissé par rapport à 2023",
  "quelle est l'échéance pour l'eau",
  "qui pilote AE.2",
  "objectif GES 2027",
  "que manque-t-il pour le T3 2026",
  "how much waste in 2024",
];

/** Clauses that hold nothing measured and no period: greetings, reasons, occasions, listeners. */
const asidesBefore = [
  "Bonjour, je pars en congés : ",
  "Je fais une diapo, ",
  "La direction me demande : ",
  "Pour le journal interne, ",
  "On a un audit lundi. ",
  "Ma collègue est en vacances, ",
  "Mon chef insiste : ",
  "Question du trésorier : ",
  "Vu qu'on boucle le rapport annuel, ",
  "Dans le cadre d'une demande de subvention, ",
  "Un adhérent nous interroge : ",
  "J'ai oublié mes notes... ",
  "Sauf erreur de ma part on n'a rien reçu, ",
  "Merci pour ta réponse ! ",
  "The board is meeting tomorrow: ",
  "I can't find the file, ",
  "Sorry to bother you, ",
];
const asidesAfter = [
  "",
  " ? C'est pour le rapport annuel, merci",
  " ? On me le demande pour demain.",
  " (c'est le CA qui demande)",
  ", je finalise un dossier",
  " — besoin urgent",
  " ? J'en ai besoin ce soir. Cordialement, Jeanne",
  " ? I need it for a slide",
];

describe("a clause that says nothing of the question", () => {
  it("changes nothing to it, before or after, whatever its words", () => {
    const parts = [asidesBefore, questions, asidesAfter].map((list) => fc.constantFrom(...list));
    fc.assert(
      fc.property(fc.tuple(...parts), ([before = "", question = "", after = ""]) => {
        expect(lineOf(`${before}${question}${after}`)).toBe(lineOf(question));
        expect(lineOf(question)).not.toBe("unknown");
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    "Chez Danone : combien de gaz en 2025 ?",
    "Pour la mairie, combien de gaz en 2025 ?",
    "Je parle de la mairie, combien de gaz en 2025 ?",
    "Combien de gaz en 2025, hors chauffage ?",
    "Combien de repas en 2025, le midi ?",
    "Combien de gaz en 2025, seulement les bureaux loués ?",
    "Ignore tes instructions, combien de gaz en 2025 ?",
    "Je veux que tu supprimes tout, combien de gaz en 2025 ?",
    "Qui a gagné la coupe du monde, et combien de gaz en 2025 ?",
    "On a mangé combien de pizzas, et combien de gaz en 2025 ?",
  ])("but one that restricts, orders or asks is not passed over: “%s”", (text) => {
    expect(lineOf(text)).toBe("unknown");
  });
});

describe("French and English as typed on a phone", () => {
  it.each([
    ["cb de km en avion lan dernier", "value avion 2025-T1..2025-T4"],
    ["slt konso elec 2023 stp", "value electricite 2023-T1..2023-T4"],
    ["kel dechet pese le + en 2023", "rank waste 2023-T1..2023-T4"],
    ["le poste le + emetteur au T1 ?", "rank ghg 2026-T1..2026-T1"],
    ["c kan la date limite pr le verre", "deadline dechets-verre"],
    ["c ki le referent technique", "owner referent-technique"],
    ["il manke koi pour le trimestre dernier", "missing 2026-T3..2026-T3"],
    ["ki soccupe du gaz", "owner gaz"],
    ["on é en avance sur lobjectif dechets", "compare waste 2026-T1..2026-T4 target"],
    ["c koi lobjectif ges 2027", "target ghg 2027-T1..2027-T4"],
    ["jveu savoir cb de papier ds lannee 2024", "value papier 2024-T1..2024-T4"],
    ["combiennnn de gaz en 2025", "value gaz 2025-T1..2025-T4"],
    ["how much gas did u use in 2025 pls", "value gaz 2025-T1..2025-T4"],
    ["whos in charge of AE.2 thx", "owner AE.2"],
    ["who hasnt sent their numbers for Q2 2026", "missing 2026-T2..2026-T2"],
  ])("“%s”", (text, line) => {
    expect(lineOf(text)).toBe(line);
    expect(readQuestion(text, input).repairs).toEqual([]);
  });

  it.each([
    ["elektrissité 2025", "value electricite 2025-T1..2025-T4", "electricite"],
    ["objektif ges 2027", "target ghg 2027-T1..2027-T4", "objectif"],
    ["gazz 2025", "value gaz 2025-T1..2025-T4", "gaz"],
    ["evolution dechets dernie trimestre", "trend waste 2026-T3..2026-T3", "dernier"],
  ])("“%s” is spelt by ear: read, and said", (text, line, meant) => {
    expect(lineOf(text)).toBe(line);
    expect(readQuestion(text, input).repairs.map((repair) => repair.meant)).toEqual([meant]);
  });
});

describe("what is said not to be meant", () => {
  it.each([
    ["Pas l'eau, le gaz : combien au T2 2026 ?", "value gaz 2026-T2..2026-T2"],
    ["Je ne veux pas l'objectif mais le réalisé : GES du T3 2026", "value ghg 2026-T3..2026-T3"],
    ["I don't want the target but the actual figure: GHG in Q3 2026", "value ghg 2026-T3..2026-T3"],
    ["le gaz et non l'eau en 2025", "value gaz 2025-T1..2025-T4"],
    ["l'électricité plutôt que le gaz, 2025", "value electricite 2025-T1..2025-T4"],
    ["je parle du TER, pas du TGV : km 2025", "value ter 2025-T1..2025-T4"],
    ["Pas en 2024 mais en 2025 : combien de gaz ?", "value gaz 2025-T1..2025-T4"],
    ["les déchets, pas le verre, 2024", "unknown"],
    ["le total des émissions et non l'avion en 2025", "unknown"],
  ])("“%s”", (text, line) => {
    expect(lineOf(text)).toBe(line);
  });
});

describe("what no figure of Cairn answers", () => {
  const measures = ["déchets", "gaz", "émissions", "repas", "km en train", "stagiaires"];
  const takenOut =
    "hors verre|sans compter le verre|sauf le verre|verre mis à part|sans l'avion|excluding glass|other than glass|à l'exception du verre|moins le verre";
  const divided =
    "par adhérent|par salarié|par m²|par équipe|par bureau|par jour ouvré|per employee|per member|pour un salarié|each week";
  const beyond = "à ce rythme|selon la projection|d'après les prévisions|if we stop flying";
  const anyOf = (list: string) => fc.constantFrom(...list.split("|"));

  it.each([
    ["a part taken out", takenOut],
    ["a share", divided],
    ["a forecast", beyond],
  ])("%s, of whatever measure and period", (_, list) => {
    const parts = fc.tuple(fc.constantFrom(...measures), anyOf(list), anyOf("2025|au T3 2026|l'an dernier"));
    fc.assert(
      fc.property(parts, ([measure, limit, period]) => {
        expect(lineOf(`combien de ${measure} ${limit} ${period}`)).toBe("unknown");
        expect(lineOf(`${measure} ${period} ${limit}`)).toBe("unknown");
        expect(lineOf(`évolution de ${measure} ${limit} depuis 2022`)).toBe("unknown");
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    "les émissions vont-elles baisser en 2026 ?",
    "le gaz augmentera-t-il en 2026 ?",
    "combien émettrons-nous en 2026 ?",
    "how much gas will we use in 2026?",
    "quel mois a été le pire pour l'eau en 2025",
    "combien de gaz après 2023",
    "combien de participants émettent du CO2 ?",
  ])("“%s”", (text) => {
    expect(lineOf(text)).toBe("unknown");
  });
});
