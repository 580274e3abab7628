/**
 * What people call in questions the things that a plan calls otherwise, in French and in English: a plan that has an
 * indicator of one of the names on the left is asked about it by those on the right. They are no aliases of the plan,
 * since nobody would enter a figure by them. Separated by bars.
 */
const table: readonly (readonly [called: string, spoken: string])[] = [
  [
    "avion|plane",
    "vols|vol|flights|flight|air travel|travel by air|travelled by air|by air|air miles|air km|air kilometres|aérien|aériens|aérienne|km aériens|kilomètres aériens|déplacements aériens|trajets aériens|voyages aériens|flying|fly|flew|flown|planes|airplane|aeroplane|avons-nous volé|volé",
  ],
  [
    "train|TGV",
    "train à grande vitesse|trains à grande vitesse|high speed rail|high speed trains|high speed train",
  ],
  [
    "TER",
    "trains régionaux|trains régional|regional rail|regional trains|local train|local trains|lignes régionales|train express régional|trains express régionaux",
  ],
  [
    "voiture thermique",
    "véhicule thermique|véhicules thermiques|diesel car|diesel cars|gasoline car|petrol cars|petrol vehicle|petrol vehicles|combustion vehicle|combustion vehicles|fossil fuel car|fossil fuel cars|voiture à essence|voitures à essence|voiture à moteur thermique|km au diesel|kilomètres au diesel|km en thermique|kilomètres en thermique|véhicule diesel|véhicules diesel|véhicule essence|véhicules essence|auto thermique",
  ],
  [
    "voiture électrique",
    "véhicule électrique|véhicules électriques|voitures électriques|electric vehicle|electric vehicles|electric cars|evs|auto électrique|en VE|en EV|km en électrique|kilomètres en électrique|rouler en électrique|roulé en électrique",
  ],
  [
    "domicile travail|commuting",
    "maison travail|maison boulot|maison bureau|domicile boulot|domicile bureau|domicile lieu de travail|home to work|home work trips|home work travel|home office trips|commutes|commuted|commuter travel|trajets quotidiens|trajets du quotidien|aller au travail|pour aller au travail|pour aller au bureau|pour venir travailler|venir au travail|venir au bureau|trajets des salariés|trajets pendulaires|trajets boulot|km boulot",
  ],
  [
    "hôtel|hotel nights",
    "nights in hotels|nights in a hotel|nights in hotel|nights at hotels|nights at the hotel|hotel stays|stays in hotels|stayed in hotels|stay in hotels|overnight stays|nights away|dormi à l'hôtel|nuits à l'hôtel|nuits en hôtel|nuits hôtelières|nuitées hôtelières|nuitées d'hôtel",
  ],
  ["repas|meals", "lunches|lunch|repas traiteur|plateau repas|meal trays"],
  [
    "conseil|services",
    "consulting|consultancy|consultants|consulting services|consulting fees|prestations de conseil|prestations de services|prestations intellectuelles|intellectual services|achats de conseil|achats de services",
  ],
  ["ordinateurs|laptops", "notebooks|laptop computers|PC portables|ordis portables"],
  [
    "dechets papier|vieux papiers",
    "papier carton|papiers cartons|cartons|déchets de papier|déchets en papier|papier usagé|used paper|paper and cardboard waste",
  ],
  [
    "dechets plastique",
    "déchets en plastique|déchets de plastique|emballages plastiques|plastics|plastic packaging",
  ],
  ["dechets verre", "bouteilles en verre|glass bottles|déchets en verre|bouteilles de verre"],
  [
    "biodéchets|food waste",
    "déchets alimentaires|déchets organiques|organic waste|biowaste|bio waste|déchets compostés|déchets compostables|compostable waste|composted waste|déchets de cuisine|kitchen waste|déchets verts|green waste|déchets bio",
  ],
  [
    "DEEE|e-waste",
    "déchets électriques et électroniques|déchets d'équipements électriques et électroniques|électroniques|déchets électriques|electrical waste|electrical and electronic waste|electronics waste|waste electronics",
  ],
  [
    "OMR|ordures ménagères",
    "déchets non triés|déchets non recyclés|déchets non recyclables|non recyclables|unsorted waste|non sorted waste|non recyclable waste|non recycled waste|unrecycled waste|general waste|household waste|déchets ultimes|déchets résiduels|tout venant",
  ],
  [
    "ressources publiées|published resources",
    "resources published|resources publish|resources released|resources shared|resources put out|resources put online|fiches publiées|documents publiés|documents published|published documents|ressources mises en ligne|ressources partagées|publications",
  ],
  [
    "consultations|visits",
    "centre de ressources consulté|centre de ressources visité|centre de ressources fréquenté|centre de ressources used|centre de ressources visited|centre de ressources visits|centre de ressources consulted|centre de ressources visitors|consulté le centre de ressources|visité le centre de ressources|visited the centre de ressources|used the centre de ressources|trafic du centre de ressources|traffic of the centre de ressources|visiteurs du centre de ressources|visitors to the centre de ressources",
  ],
  [
    "sessions de formation|training sessions",
    "training courses|training course|trainings|training events|sessions formation|stages de formation|formations dispensées|formations données",
  ],
  [
    "professionnels formés|trainees",
    "gens formés|pros formés|learners|professionals formés|membres formés|adhérents formés|people trained|trained people|persons trained|trained professionals|members trained|staff trained|personnes en formation|participants aux formations|participants to our trainings|participants in trainings|participants to training sessions",
  ],
  [
    "membres participants",
    "members joined|members who joined|members joining|adhérents impliqués|membres impliqués",
  ],
  [
    "actions collectives|collective actions",
    "joint actions|group actions|actions menées ensemble|actions communes",
  ],
];

const names: readonly (readonly [called: readonly string[], spoken: readonly string[]])[] = table.map(
  ([called, spoken]) => [called.split("|"), spoken.split("|")],
);

/** What else the things of these names are called, by `same`, which says whether two names are one. */
export function spokenNames(
  own: readonly string[],
  same: (one: string, other: string) => boolean,
): readonly string[] {
  return names.flatMap(([called, spoken]) =>
    called.some((name) => own.some((each) => same(each, name))) ? spoken : [],
  );
}
