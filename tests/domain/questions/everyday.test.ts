import { describe, expect, it } from "vitest";
import { lineOn } from "../../support/query-line.ts";
import { planShipped, readerOf } from "../../support/questions.ts";

const lineOf = lineOn(readerOf(await planShipped())("2026-11-24"));

/** Turns of everyday life by what they ask, and next to each what sounds alike and must not be answered so. */
const kinds: readonly (readonly [
  kind: string,
  read: readonly (readonly [text: string, line: string])[],
  refused: readonly string[],
])[] = [
  [
    "to what one has to come down is an aim, whatever one does it for",
    [
      [
        "Pour respecter nos engagements, à combien de kWh d'électricité faut-il descendre en 2027 ?",
        "target electricite 2027-T1..2027-T4",
      ],
      [
        "à quel niveau faut-il ramener le gaz en 2026 pour rester dans les clous ?",
        "target gaz 2026-T1..2026-T4",
      ],
      [
        "si on veut respecter l'objectif, à combien doivent tomber nos km en avion en 2026 ?",
        "target avion 2026-T1..2026-T4",
      ],
      ["to what level must we bring waste down in 2027 to stay on track?", "target waste 2027-T1..2027-T4"],
      ["combien de gaz consommons-nous par rapport à l'objectif ?", "compare gaz 2026-T1..2026-T4 target"],
    ],
    [
      "à combien est-on descendu en avion en 2025 ?",
      "à combien doit-on s'attendre pour le gaz 2026 ?",
      "combien doit-on à EDF pour l'électricité ?",
      "À combien doit-on facturer le repas ?",
      "ai-je le droit de prendre l'avion ?",
      "faut-il former plus de professionnels en 2026 ?",
      "qu'est-ce qui pourrait faire baisser le gaz ?",
    ],
  ],
  [
    "to whom something is handed is its owner, and never an amount",
    [
      ["J'ai reçu la facture de gaz, à qui dois-je l'envoyer ?", "owner gaz"],
      ["On a reçu le relevé d'électricité, à qui faut-il l'adresser ?", "owner electricite"],
      ["j'ai les tickets de train, à qui je dois les donner ?", "owner train"],
      ["J'ai une facture de gaz, à qui dois-je la transmettre ?", "owner gaz"],
      ["I have the hotel invoices, who should I send them to?", "owner hotel"],
      [
        "J'ai trouvé une anomalie dans l'électricité, qui est la personne chargée de la saisir ?",
        "owner electricite",
      ],
      ["We found a mistake in the water figure, who is in charge of it?", "owner eau"],
    ],
    [
      "une personne chargée du papier consomme combien en 2025 ?",
      "j'ai des ordinateurs, à qui dois-je les donner ?",
      "tickets de train 2025",
      "À qui achète-t-on le papier ?",
      "à qui faut-il donner le papier usagé ?",
      "De qui vient la facture d'électricité de 2025 ?",
      "avec qui avons-nous pris le train en 2025 ?",
      "à qui avons-nous acheté des ordinateurs en 2025, combien ?",
      "par qui le repas a-t-il été servi ?",
      "J'ai trouvé une erreur sur le gaz de 2024",
    ],
  ],
  [
    "what somebody doubts, claims or is astonished at is told, and what is asked of it is the question",
    [
      ["Notre auditrice discute le facteur d'émission de l'avion : d'où l'a-t-on tiré ?", "factor avion"],
      [
        "La présidente s'inquiète de la hausse du gaz en 2025 : pourquoi ?",
        "explain gaz 2025-T1..2025-T4 previous_year",
      ],
      [
        "The board is surprised by the rise in waste in 2025: how do we explain it?",
        "explain waste 2025-T1..2025-T4 previous_year",
      ],
      [
        "Le trésorier affirme que nous avons consommé moins d'eau en 2025 qu'en 2024, a-t-il raison ?",
        "compare eau 2025-T1..2025-T4 previous_year",
      ],
      [
        "notre trésorière se félicite de la baisse du gaz en 2025 : à quoi est-elle due ?",
        "explain gaz 2025-T1..2025-T4 previous_year",
      ],
    ],
    [
      "Un adhérent conteste notre coefficient pour les repas : combien de repas avons-nous servis en 2025 ?",
      "Le président s'étonne de la hausse du gaz : combien de gaz en 2025 ?",
      "Le président dit qu'il a consommé moins de gaz en 2025",
      "Le président soutient que ses déchets ont baissé en 2025",
      "Le bureau de Lyon s'étonne de la hausse du gaz en 2025 : pourquoi ?",
      "Un voisin s'étonne de la hausse de ses déchets en 2025 : pourquoi ?",
    ],
  ],
  [
    "a story that names what the question names again, or nothing, changes nothing",
    [
      [
        "Le plombier me relance sur le compteur d'eau : combien de m3 d'eau en 2025 ?",
        "value eau 2025-T1..2025-T4",
      ],
      ["Avant que je parte en vacances, que manque-t-il pour le T3 2026 ?", "missing 2026-T3..2026-T3"],
      [
        "Quand un élu me demande combien de déchets nous avons produits en 2025, je réponds quoi ?",
        "value waste 2025-T1..2025-T4",
      ],
      [
        "When a journalist asks me how much we emitted in 2025, what do I answer?",
        "value ghg 2025-T1..2025-T4",
      ],
      ["Je viens de recevoir la facture d'eau : jusqu'à quand puis-je la saisir ?", "deadline eau"],
      [
        "Il faut que je rende le rapport, tu as le total des déchets de 2025 ?",
        "value waste 2025-T1..2025-T4",
      ],
    ],
    [
      "Le restaurant m'a livré des repas : combien de repas en 2025 ?",
      "Avant que le gaz augmente, combien en 2025 ?",
      "Une fois le verre retiré, combien de déchets en 2025 ?",
      "Si on compte le train, combien d'émissions en 2025 ?",
      "Si un membre part, combien de gaz en 2025 ?",
      "Les TGV du siège m'étonnent : combien de km en TGV en 2025 ?",
      "Le traiteur nous a servi des repas bio : combien de repas en 2025 ?",
      "pour le dossier que je monte sur Paris, combien de gaz en 2025 ?",
      "Il faut que je prépare le dossier Danone, combien de gaz en 2025 ?",
      "Notre client nous demande le gaz de son usine, combien de gaz en 2025 ?",
      "Le gaz 2025 et je ne sais pas qui s'en occupe",
      "déchets 2025, je ne sais pas quand les saisir",
    ],
  ],
  [
    "everyday verbs of what is counted",
    [
      ["Combien de professionnels a-t-on réussi à former en 2025 ?", "value stagiaires 2025-T1..2025-T4"],
      [
        "Forme-t-on davantage de gens cette année que l'an dernier ?",
        "compare stagiaires 2026-T1..2026-T4 previous_year",
      ],
      ["did we train more people in 2025 than in 2024?", "compare stagiaires 2025-T1..2025-T4 previous_year"],
      [
        "combien d'adhérents avons-nous embarqués dans les actions collectives en 2025 ?",
        "value participants 2025-T1..2025-T4",
      ],
      ["le référent technique a noté combien de jours en 2025 ?", "value temps-referent 2025-T1..2025-T4"],
      ["À combien de m3 s'est élevée notre consommation d'eau en 2024 ?", "value eau 2024-T1..2024-T4"],
      [
        "Si on additionne tous nos trajets en TER de 2025, ça fait combien de km ?",
        "value ter 2025-T1..2025-T4",
      ],
      ["Combien de km entre la maison et le bureau en 2025 ?", "value domicile-travail 2025-T1..2025-T4"],
      ["km au diesel ou à l'essence en 2025", "value voiture-thermique 2025-T1..2025-T4"],
    ],
    [
      "combien de membres en 2025, tout additionné ?",
      "combien d'allers-retours en train en 2025 ?",
      "si je mets le train de côté, on arrive à combien en 2025 ?",
      "combien de membres sont associés à l'association en 2025 ?",
      "je fais combien de km entre la maison et le bureau ?",
      "à combien s'est élevée la facture de gaz en 2025 ?",
      "si on additionne gaz et électricité, on arrive à combien en 2025 ?",
      "avons-nous formé plus de professionnels que nos voisins en 2025 ?",
      "le compteur d'eau affichait combien en 2024 ?",
      "à quelle heure arrive le train",
    ],
  ],
  [
    "an aim that is kept, missed, or worried about",
    [
      [
        "Sur le gaz, est-on dans les clous de l'objectif 2026 ou décroche-t-on ?",
        "compare gaz 2026-T1..2026-T4 target",
      ],
      [
        "reste-t-on dans les clous pour l'objectif papier en 2026 ?",
        "compare papier 2026-T1..2026-T4 target",
      ],
      [
        "On s'était engagés à tenir l'objectif gaz : est-ce qu'on le respecte en 2026 ?",
        "compare gaz 2026-T1..2026-T4 target",
      ],
      [
        "are we on track for the 2026 waste target or should we worry?",
        "compare waste 2026-T1..2026-T4 target",
      ],
      ["Le T3 2026 a-t-il dépassé le T2 2026 pour le gaz ?", "compare gaz 2026-T3..2026-T3 previous_quarter"],
      ["combien reste-t-il à saisir ?", "missing 2026-T3..2026-T3"],
      ["qui est en retard pour le T3 2026 ?", "missing 2026-T3..2026-T3"],
    ],
    [
      "faut-il s'inquiéter du gaz ?",
      "est-ce qu'on décroche ?",
      "sommes-nous en retard ?",
      "étions-nous en retard en 2025 ?",
      "are we late?",
    ],
  ],
  [
    "the last moment to fill in, and who has not",
    [
      ["pour quel jour au plus tard dois-je saisir le gaz ?", "deadline gaz"],
      ["by what date at the latest should I submit the train figures?", "deadline train"],
      ["qui tarde encore à rendre ses chiffres du T3 ?", "missing 2026-T3..2026-T3"],
      ["quels chiffres manquent encore à l'appel pour le T2 2026 ?", "missing 2026-T2..2026-T2"],
    ],
    [
      "combien de gaz en 2025 au plus tard ?",
      "qui tarde à payer ?",
      "le train tarde-t-il ?",
      "à quelle date au plus tard a-t-on pris le train ?",
    ],
  ],
  [
    "where a factor is from, and what one unit weighs",
    [
      ["De quelle base de données vient le coefficient du gaz ?", "factor gaz"],
      ["le coefficient de l'eau, on l'a tiré d'où ?", "factor eau"],
      ["what database is the emission factor for flights taken from?", "factor avion"],
      ["Quand on prend l'avion, chaque kilomètre compte pour combien de grammes de CO2 ?", "factor avion"],
      ["chaque kWh d'électricité pèse pour combien de g de CO2 ?", "factor electricite"],
    ],
    [
      "par combien multiplie-t-on le gaz ?",
      "chaque repas coûte combien ?",
      "de quelle base de données vient le gaz ?",
      "chaque salarié émet combien de grammes de CO2 ?",
    ],
  ],
  [
    "what the plan has put down for an action",
    [
      ["quel budget le plan a-t-il retenu pour AE.1 ?", "action AE.1"],
      ["combien de jours le plan alloue-t-il à AI.2 ?", "action AI.2"],
      ["how much budget does the plan set aside for AE.2?", "action AE.2"],
      ["à partir de quand le centre de ressources devait-il ouvrir ?", "action AE.1"],
      ["budget HT de AI.3", "action AI.3"],
    ],
    [
      "quel budget a été retenu pour le gaz ?",
      "gaz hors taxes 2025",
      "à partir de quand a-t-on moins consommé de gaz ?",
    ],
  ],
  [
    "a cause asked as a choice, and a ranking asked as one",
    [
      [
        "Si le gaz a baissé en 2025, est-ce parce qu'on a moins consommé ?",
        "explain gaz 2025-T1..2025-T4 previous_year",
      ],
      [
        "emissions rose in 2024, is it because the factors changed?",
        "explain ghg 2024-T1..2024-T4 previous_year",
      ],
      ["Explique-moi ligne par ligne le calcul des émissions 2025", "explain ghg 2025-T1..2025-T4"],
      [
        "Si on ne pouvait agir que sur un seul poste, lequel était le plus lourd en 2025 ?",
        "rank ghg 2025-T1..2025-T4",
      ],
      ["De quoi nos déchets de 2025 se composent-ils surtout ?", "rank waste 2025-T1..2025-T4"],
      ["waste streams in 2025 from biggest to smallest", "rank waste 2025-T1..2025-T4"],
    ],
    [
      "est-ce parce que le train était en retard ?",
      "est-ce parce qu'il pleut que les déchets ont augmenté en 2025 ?",
      "Si le gaz baisse en 2027, est-ce parce qu'on a moins consommé ?",
      "si on ne devait garder qu'un repas, lequel ?",
      "de quoi le repas se compose-t-il ?",
    ],
  ],
  [
    "names that are of something else",
    [
      ["projets de montagne financés en 2025", "value projets-compensation 2025-T1..2025-T4"],
      ["combien de gaz le cluster montagne a-t-il consommé en 2025", "value gaz 2025-T1..2025-T4"],
      ["lunches in 2025", "value repas 2025-T1..2025-T4"],
      ["combien de km de vol en 2025", "value avion 2025-T1..2025-T4"],
      ["scope 1 en 2025, pas le scope 2", "value ghg.scope1 2025-T1..2025-T4"],
    ],
    [
      "fréquentation de la montagne 2025",
      "what's for lunch",
      "vols au bureau",
      "contact EDF",
      "gaz T3 contre 2025",
      "qui était le référent en 2022",
      "qui s'occupait du gaz en 2023 ?",
      "émissions 2025, pas le scope 1",
    ],
  ],
];

describe.each(kinds)("%s", (_, read, refused) => {
  it.each(read)("“%s” is read", (text, line) => {
    expect(lineOf(text)).toBe(line);
  });

  it.each(refused)("“%s” is refused", (text) => {
    expect(lineOf(text)).toBe("unknown");
  });
});
