import type { Intent, QueryAgainst, QueryPeriod } from "../../src/domain/questions/query.ts";

/** A thing asked about, as people call it: French names with their article, English ones bare. */
export type NamedMeasure = {
  readonly measure: string;
  readonly fr: readonly string[];
  readonly en: readonly string[];
};

const list = (text: string) => text.split("|");

/** What is measured, and names of it. */
export const namedMeasures: readonly NamedMeasure[] = (
  [
    [
      "electricite",
      "l'électricité|la consommation d'électricité|la conso électrique|le courant",
      "electricity|office electricity|power use",
    ],
    ["gaz", "le gaz|la consommation de gaz|le gaz naturel", "natural gas|gas consumption"],
    ["eau", "l'eau|la consommation d'eau|l'eau du robinet", "water|tap water|water use"],
    ["papier", "le papier acheté|la consommation de papier", "paper bought|paper use"],
    [
      "voiture-thermique",
      "la voiture thermique|la voiture diesel|les km en véhicule thermique",
      "petrol car travel|combustion cars",
    ],
    [
      "voiture-electrique",
      "la voiture électrique|les km en véhicule électrique",
      "electric car travel|electric vehicles",
    ],
    [
      "train",
      "le TGV|les km en TGV|le train à grande vitesse",
      "high-speed train|high-speed rail|TGV travel",
    ],
    ["ter", "le TER|les kilomètres en TER|le train régional", "regional train|regional rail"],
    ["avion", "l'avion|les km en avion|les kilomètres en avion", "air travel|plane travel"],
    [
      "domicile-travail",
      "les km domicile-travail|les kilomètres maison-travail",
      "commuting|home-to-work travel",
    ],
    ["hotel", "les nuits d'hôtel|les nuitées|les nuits à l'hôtel", "hotel nights|nights in hotels"],
    ["repas", "les repas servis|les repas|les déjeuners", "meals|meals served"],
    ["materiel-informatique", "les ordinateurs achetés|les ordinateurs portables", "laptops|laptops bought"],
    ["dechets-papier", "les déchets de papier|les vieux papiers|le carton", "waste paper|cardboard waste"],
    ["dechets-plastique", "les déchets plastiques|le plastique", "plastic waste|plastic"],
    ["dechets-verre", "les déchets de verre|le verre", "glass waste|glass"],
    ["dechets-bio", "les biodéchets|les déchets alimentaires", "food waste|organic waste"],
    ["dechets-deee", "les DEEE|les déchets électroniques", "electronic waste|e-waste"],
    ["dechets-residuels", "les ordures ménagères|les déchets résiduels", "residual waste"],
    ["publications", "les ressources publiées|les publications", "published resources|resources published"],
    [
      "consultations",
      "les consultations|la fréquentation du centre de ressources",
      "visits to the resource centre|downloads",
    ],
    ["formations", "les sessions de formation|les formations", "training sessions|trainings"],
    [
      "stagiaires",
      "les stagiaires|les personnes formées|les professionnels formés",
      "trainees|people trained",
    ],
    ["actions-collectives", "les actions collectives", "collective actions"],
    [
      "participants",
      "les participants aux actions collectives|les membres participants",
      "members taking part in collective actions",
    ],
    [
      "ghg",
      "les émissions|les émissions de CO2|l'empreinte carbone|les GES",
      "emissions|carbon footprint|greenhouse gas emissions",
    ],
    ["ghg.scope1", "le scope 1|les émissions du scope 1", "scope 1|scope 1 emissions"],
    ["ghg.scope3", "le scope 3|les émissions du scope 3", "scope 3|scope 3 emissions"],
    ["waste", "les déchets|le total des déchets", "waste|total waste"],
    ["taux-tri", "le taux de tri|le taux de recyclage", "recycling rate|sorting rate"],
  ] as const
).map(([measure, fr, en]) => ({ measure, fr: list(fr), en: list(en) }));

/** The day all these are asked. */
export const askedOn = "2026-11-23";

export type Phrases = { readonly fr: readonly string[]; readonly en: readonly string[] };
export type PeriodPhrases = Phrases & { readonly period: QueryPeriod };

const span = (from: QueryPeriod["from"], to: QueryPeriod["to"] = from): QueryPeriod => ({ from, to });

/** Periods, as they end a sentence. */
export const periods: readonly PeriodPhrases[] = (
  [
    [
      span("2025-T1", "2025-T4"),
      "en 2025|l'an dernier|sur toute l'année 2025|l'année passée|au cours de 2025",
      "in 2025|last year|over 2025|for the whole of 2025",
    ],
    [
      span("2026-T1", "2026-T4"),
      "cette année|depuis janvier|en 2026|depuis le 1er janvier|depuis le début de l'année",
      "this year|year to date|since January|in 2026|so far this year",
    ],
    [
      span("2026-T3"),
      "au trimestre dernier|au T3|au 3e trimestre 2026|en juillet-septembre 2026|au dernier trimestre",
      "last quarter|in Q3|in Q3 2026|in July-September 2026",
    ],
    [span("2026-T4"), "ce trimestre|au T4 2026|ce mois-ci|en novembre", "this quarter|in Q4 2026|this month"],
    [
      span("2026-T2"),
      "au T2 2026|d'avril à juin 2026|en mai 2026|avril-juin 2026|2e trim 2026",
      "in Q2 2026|from April to June 2026|in May 2026|April-June 2026",
    ],
    [
      span("2025-T1", "2025-T2"),
      "au premier semestre 2025|sur la première moitié de 2025|au S1 2025|de janvier à juin 2025|au T1 et au T2 2025|sur les six premiers mois de 2025",
      "in the first half of 2025|in H1 2025|from January to June 2025|in Q1 and Q2 2025|in the first six months of 2025",
    ],
    [
      span("2024-T1", "2025-T4"),
      "en 2024 et 2025|de 2024 à 2025|sur 2024-2025|sur les deux dernières années",
      "in 2024 and 2025|from 2024 to 2025|over the last two years",
    ],
    [
      span("2025-T4", "2026-T3"),
      "sur les quatre derniers trimestres|sur les 12 derniers mois|sur 12 mois glissants",
      "over the last four quarters|over the past 12 months",
    ],
    [
      span("2026-T1", "2026-T3"),
      "entre janvier et septembre 2026|du T1 au T3 2026|sur les trois premiers trimestres de 2026",
      "between January and September 2026|from Q1 to Q3 2026",
    ],
    [span("2024-T1", "2024-T4"), "en 2024|il y a deux ans", "in 2024|two years ago"],
  ] as const
).map(([period, fr, en]) => ({ period, fr: list(fr), en: list(en) }));

export const starts: readonly PeriodPhrases[] = (
  [
    [
      span("2022-T1", "2026-T4"),
      "depuis 2022|de 2022 à aujourd'hui|depuis début 2022",
      "since 2022|from 2022 to now",
    ],
    [
      span("2021-T1", "2025-T4"),
      "de 2021 à 2025|entre 2021 et 2025|sur la période 2021-2025",
      "from 2021 to 2025|between 2021 and 2025",
    ],
    [span("2025-T4", "2026-T3"), "sur les quatre derniers trimestres", "over the last four quarters"],
  ] as const
).map(([period, fr, en]) => ({ period, fr: list(fr), en: list(en) }));

export type Comparison = Phrases & { readonly period: QueryPeriod; readonly against: QueryAgainst };

/** A period and what it is held against, as one phrase. */
export const comparisons: readonly Comparison[] = (
  [
    [
      span("2026-T1", "2026-T4"),
      "previous_year",
      "par rapport à l'an dernier|cette année par rapport à la précédente|cette année contre l'année dernière|vs N-1|d'une année sur l'autre",
      "compared to last year|this year versus last year|year on year",
    ],
    [
      span("2026-T1", "2026-T4"),
      "baseline",
      "par rapport à l'année de référence|depuis la référence|par rapport à 2021",
      "compared to the baseline|since the reference year|versus 2021",
    ],
    [
      span("2026-T4"),
      "previous_quarter",
      "ce trimestre par rapport au précédent|ce trimestre contre le trimestre dernier|par rapport au trimestre précédent",
      "this quarter versus last quarter|this quarter compared to the previous one",
    ],
    [
      span("2025-T1", "2025-T4"),
      "previous_year",
      "en 2025 par rapport à 2024|2025 vs 2024|en 2025 par rapport à l'année d'avant",
      "in 2025 compared to 2024|2025 vs 2024|in 2025 against the year before",
    ],
    [
      span("2026-T3"),
      "previous_year",
      "au T3 2026 par rapport au même trimestre un an plus tôt|au T3 2026 face au T3 2025|juillet-septembre 2026 contre juillet-septembre 2025",
      "in Q3 2026 versus the same quarter last year|Q3 2026 vs Q3 2025|in Q3 2026 compared to a year earlier",
    ],
    [
      span("2026-T3"),
      "previous_quarter",
      "au T3 2026 par rapport au trimestre d'avant|au T3 2026 vs T2 2026",
      "in Q3 2026 against the previous quarter|Q3 2026 vs Q2 2026",
    ],
    [
      span("2025-T1", "2025-T4"),
      span("2023-T1", "2023-T4"),
      "en 2025 par rapport à 2023|2025 contre 2023",
      "in 2025 compared to 2023",
    ],
  ] as const
).map(([period, against, fr, en]) => ({ period, against, fr: list(fr), en: list(en) }));

/** Years that are aimed at. */
export const aims: readonly PeriodPhrases[] = (
  [
    [span("2027-T1", "2027-T4"), "en 2027|pour 2027|d'ici 2027", "for 2027|in 2027|by 2027"],
    [span("2030-T1", "2030-T4"), "à l'horizon 2030|d'ici à 2030", "by 2030|for 2030"],
  ] as const
).map(([period, fr, en]) => ({ period, fr: list(fr), en: list(en) }));

/**
 * Sentences: {le} "l'eau", {du} "de l'eau", {de} "d'eau" and {n} the English name stand for the measure, {p} for the
 * period, and for what it is held against in comparisons.
 */
export const frames: Readonly<Partial<Record<Intent, Phrases>>> = {
  value: {
    fr: list(
      "Combien {de} {p} ?|{le} {p}|{p}, combien {de} ?|Quel est le total {du} {p} ?|Donne-moi le chiffre {du} {p}|{le} {p}, c'est combien ?|Je voudrais connaître {le} {p}|Il me faudrait {le} {p}, merci|On en est à combien pour {le} {p} ?|Bonjour, j'ai besoin {du} {p} svp|Quel chiffre pour {le} {p} ?",
    ),
    en: list(
      "How much {n} {p}?|{n} {p}|Total {n} {p}|What was our {n} {p}?|Give me the {n} figure {p}|Could you tell me our {n} {p}, please?|What is the total for {n} {p}?",
    ),
  },
  trend: {
    fr: list(
      "Évolution {du} {p}|Comment évolue {le} {p} ?|Montre-moi la courbe {du} {p}|Quelle est la tendance {du} {p} ?|Historique {du} {p}|{le} trimestre par trimestre {p}|Graphique {du} {p}|Trace {le} {p} au fil du temps",
    ),
    en: list(
      "{n} trend {p}|How has {n} evolved {p}?|Show me the history of {n} {p}|Chart of {n} {p}|{n} quarter by quarter {p}|evolution of {n} {p}",
    ),
  },
  compare: {
    fr: list(
      "{le} {p}|{le} : {p}|Compare {le} {p}|Où en est {le} {p} ?|Quel écart pour {le} {p} ?|Bilan {du} {p}",
    ),
    en: list("{n} {p}|Compare {n} {p}|How does {n} compare {p}?|What's the change in {n} {p}?"),
  },
  target: {
    fr: list(
      "Objectif {du} {p}|Quel est l'objectif pour {le} {p} ?|À combien doit-on ramener {le} {p} ?|Quelle cible pour {le} {p} ?|Que vise-t-on pour {le} {p} ?",
    ),
    en: list("{n} target {p}|What is our target for {n} {p}?|What is the goal for {n} {p}?"),
  },
  missing: {
    fr: list(
      "Qu'est-ce qui manque pour {le} {p} ?|{le} {p} : il manque quoi ?|Que reste-t-il à saisir pour {le} {p} ?",
    ),
    en: list("What is missing for {n} {p}?|Which {n} figures have not been entered {p}?"),
  },
};

/** Sentences without a period. */
export const framesOfNow: Readonly<Partial<Record<Intent, Phrases>>> = {
  owner: {
    fr: list(
      "Qui s'occupe {du} ?|Qui est responsable {du} ?|À qui dois-je m'adresser pour {le} ?|{le}, c'est qui le responsable ?|Qui saisit {le} ?",
    ),
    en: list(
      "Who is in charge of {n}?|Who looks after {n}?|Who should I contact about {n}?|Who enters the {n} figures?",
    ),
  },
  deadline: {
    fr: list(
      "Quelle est la date limite pour {le} ?|Jusqu'à quand peut-on saisir {le} ?|Combien de temps me reste-t-il pour saisir {le} ?|{le} : c'est à rendre pour quand ?",
    ),
    en: list("What is the deadline for {n}?|When is {n} due?|How long do I have left to enter {n}?"),
  },
};
