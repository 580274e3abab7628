import { describe, expect, it } from "vitest";
import { lineOn } from "../../support/query-line.ts";
import { planShipped, readerOf } from "../../support/questions.ts";

const lineOf = lineOn(readerOf(await planShipped())("2026-11-24"));

/** Kinds of questions that hold the words of a figure and do not ask for it, and next to each what does. */
const kinds: readonly (readonly [
  kind: string,
  refused: string,
  read: readonly (readonly [string, string])[],
])[] = [
  [
    "a word of a measure in a turn that names another thing",
    "train de vie 2025|eau de source 2025|service charge 2025|power cuts 2025|fiches produit 2025|carton footprint 2025|sur le papier, combien de CO2 en 2025|papier toilette 2025|gaz émis en 2025|un plan d'eau en 2025|gaz été 2025",
    [
      ["avions-nous réduit nos déchets en 2024 ?", "compare waste 2024-T1..2024-T4 baseline"],
      ["nous avions combien de gaz en 2024 ?", "value gaz 2024-T1..2024-T4"],
      ["sommes-nous en train de baisser nos émissions ?", "compare ghg 2026-T1..2026-T4 baseline"],
      ["courant 2025, combien de déchets ?", "value waste 2025-T1..2025-T4"],
    ],
  ],
  [
    "things counted one by one, where the figure is a distance or a weight",
    "combien de trains en 2025|combien de TGV avons-nous pris en 2025|nombre de voitures électriques en 2025|combien de verres jetés cette année|how many planes did we take in 2025|combien d'ordinateurs avons-nous en 2025|combien de saisies de gaz en 2025",
    [
      ["combien de km en avion avons-nous pris en 2025", "value avion 2025-T1..2025-T4"],
      ["combien d'ordinateurs avons-nous achetés en 2025", "value materiel-informatique 2025-T1..2025-T4"],
    ],
  ],
  [
    "what was done with it is another figure",
    "plastique acheté en 2025|verre utilisé en 2025|déchets triés 2025|eau rejetée en 2025|papier vendu en 2025|ordinateurs offerts en 2025|formations reçues en 2025|projets rejetés en 2025|électricité des voitures en 2025|plastic bought in 2025",
    [
      ["plastique trié en 2025", "value dechets-plastique 2025-T1..2025-T4"],
      ["combien de nuits avons-nous réservées en 2025", "value hotel 2025-T1..2025-T4"],
      ["papier jeté en 2025", "value dechets-papier 2025-T1..2025-T4"],
    ],
  ],
  [
    "a part of the whole that has no figure",
    "émissions des déplacements 2025|émissions de l'énergie 2025|scope 3, achats, 2025|les émissions des projets 2025|autres déchets 2025|déchets dont le verre en 2025|le gaz mais pas le chauffage en 2025|adhérents 2025|combien de membres avons-nous en 2025|nouveaux membres en 2025|empreinte plastique 2025",
    [
      ["émissions du train 2025", "value train 2025-T1..2025-T4 as emissions"],
      ["émissions tous scopes confondus 2025", "value ghg 2025-T1..2025-T4"],
    ],
  ],
  [
    "a stock, and not what has not come in",
    "reste-t-il du papier ?|combien de papier reste-t-il ?|il manque un ordinateur|on manque de papier|il n'y a plus d'eau ?|combien de CO2 nous reste-t-il|le train est en retard|on est en retard sur le gaz|combien manque-t-il pour atteindre l'objectif gaz",
    [["il manque le gaz au T3 ?", "missing gaz 2026-T3..2026-T3"]],
  ],
  [
    "other people, other places, the bot",
    "Je suis au bureau de Lyon, combien de gaz en 2025 ?|Je suis à lyon, combien de gaz en 2025 ?|Question de Danone : gaz 2025|le gaz de Total en 2025|combien d'électricité chez EDF en 2025|les émissions de la SNCF en 2025|mon empreinte carbone en 2025|combien ai-je émis en 2025|combien de gaz ont-ils consommé en 2025|leurs émissions en 2025|combien de CO2 émets-tu ?|km en train de l'équipe technique en 2025",
    [
      ["Je suis en réunion, combien de gaz en 2025 ?", "value gaz 2025-T1..2025-T4"],
      ["Bonjour, Marc du pôle com. Combien de gaz en 2025 ?", "value gaz 2025-T1..2025-T4"],
      ["combien d'eau le cluster a-t-il consommé en 2025", "value eau 2025-T1..2025-T4"],
      ["votre consommation de gaz en 2025", "value gaz 2025-T1..2025-T4"],
    ],
  ],
  [
    "what a measure is, of which kind, or who and what it holds",
    "c'est quoi le scope 3 ?|le scope 3, c'est quoi ?|what is waste?|qu'est-ce que le TER|quel gaz utilisez-vous ?|quels projets avons-nous financés en 2025|liste des stagiaires 2025|what projects did we fund in 2025",
    [
      ["c'est quoi notre taux de tri ?", "value taux-tri 2026-T1..2026-T4"],
      ["c'est quoi le scope 3 en 2025 ?", "value ghg.scope3 2025-T1..2025-T4"],
      ["quels déchets pèsent le plus ?", "rank waste 2026-T1..2026-T4"],
    ],
  ],
  [
    "what to do, what to think, whether to trust",
    "comment atteindre l'objectif gaz ?|devrait-on réduire le papier ?|pourrions-nous baisser le gaz ?|what did we do to cut gas in 2025|trop de gaz en 2025 ?|le train pollue-t-il|prenons-nous le train|es-tu sûr du chiffre de gaz 2025 ?|le chiffre du gaz a-t-il été vérifié en 2025 ?|que penses-tu du gaz en 2025",
    [
      ["de combien doit-on réduire le gaz d'ici 2030", "target gaz 2030-T1..2030-T4"],
      ["avons-nous un objectif gaz ?", "target gaz 2026-T1..2026-T4"],
    ],
  ],
  [
    "what did not happen, what may, what is planned",
    "le gaz n'a pas baissé en 2025 ?|on n'a pas consommé de gaz en 2025 ?|combien de gaz pourrait-on consommer en 2025|formations prévues en 2025|ressources à publier en 2026|gaz estimé 2025|combien de gaz d'ici décembre",
    [["le gaz n'a pas été saisi au T3", "missing gaz 2026-T3..2026-T3"]],
  ],
  [
    "when, where from, the best of several",
    "quand le gaz a-t-il augmenté ?|d'où vient notre électricité ?|le meilleur taux de tri|les pires émissions en 2025|quel poste a le plus augmenté|quelle équipe émet le plus|date de la prochaine session",
    [["d'où viennent nos déchets ?", "rank waste 2026-T1..2026-T4"]],
  ],
  [
    "who, of something else than the figures",
    "qui a vérifié le gaz 2025 ?|qui a saisi le gaz du T3 ?|quand le gaz du T3 a-t-il été saisi ?|peux-tu saisir le gaz pour moi ?|puis-je participer aux actions collectives ?|qui de neuf en 2025 sur le gaz|qui nous fournit le gaz ?|qui vide les poubelles|qui suit la formation|qui est le référent|téléphone du référent technique",
    [["qui fournit les chiffres du gaz ?", "owner gaz"]],
  ],
  [
    "a budget of what has none",
    "budget gaz 2025|budget carbone 2025|combien a coûté AI.2 en 2025|que manque-t-il à AI.2",
    [["combien coûte AI.2", "action AI.2"]],
  ],
];

describe.each(kinds)("%s", (_, refused, read) => {
  it.each(refused.split("|"))("“%s” is refused", (text) => {
    expect(lineOf(text)).toBe("unknown");
  });

  it.each(read)("but “%s” is read", (text, line) => {
    expect(lineOf(text)).toBe(line);
  });
});

describe("the words of a comparison are not those of the period", () => {
  it.each([
    ["Is our waste down on last year?", "compare waste 2026-T1..2026-T4 previous_year"],
    ["is gas down from last year", "compare gaz 2026-T1..2026-T4 previous_year"],
    ["Is water use up on the previous quarter?", "compare eau 2026-T4..2026-T4 previous_quarter"],
    ["Is gas up on 2024?", "compare gaz 2026-T1..2026-T4 2024-T1..2024-T4"],
    ["Did gas drop in 2025 from 2024?", "compare gaz 2025-T1..2025-T4 previous_year"],
    ["was gas down last year?", "compare gaz 2025-T1..2025-T4 baseline"],
    ["gaz en baisse sur un an", "compare gaz 2026-T1..2026-T4 previous_year"],
    ["L'eau de 2025 est-elle meilleure que celle de 2023 ?", "compare eau 2025-T1..2025-T4 2023-T1..2023-T4"],
    ["pourquoi émet-on plus cette année", "explain ghg 2026-T1..2026-T4 previous_year"],
  ])("“%s”", (text, line) => {
    expect(lineOf(text)).toBe(line);
  });

  it.each([
    "le gaz était-il plus bas en 2024 ?",
    "consommait-on plus d'eau en 2023 qu'aujourd'hui ?",
    "gaz 2025 par rapport au T2 2024",
    "combien de gaz de plus que prévu en 2025",
    "combien de gaz comparé aux autres",
  ])("“%s”, of which they can be either or neither, is refused", (text) => {
    expect(lineOf(text)).toBe("unknown");
  });
});

describe("a period that is only partly named", () => {
  it.each([
    "gaz début 2025",
    "gaz au 30 juin 2026",
    "gaz sur un an",
    "gaz au T1 prochain",
    "gaz année scolaire 2025",
  ])("“%s” is refused", (text) => {
    expect(lineOf(text)).toBe("unknown");
  });
});
