import type { generalMeasures } from "./query.ts";

type Named = Exclude<(typeof generalMeasures)[number], "temps-referent">;

/** How people call the measures that are no indicator, in French and in English. */
export const generalNames: Readonly<Record<Named, readonly string[]>> = {
  ghg: [
    ..."ges|ghg|gaz à effet de serre|effet de serre|greenhouse gas|greenhouse gases|émissions|co2|carbone|carbon".split(
      "|",
    ),
    ..."empreinte|empreinte carbone|footprint|carbon footprint|bilan carbone|bilan ges|bilan des ges|bilan des émissions".split(
      "|",
    ),
    ..."bilan de gaz à effet de serre|bilan gaz à effet de serre|émis|émetteur|emitter|emitters|polluant|polluante|émettrice|polluons|pollue|rejets de co2|emitting|bilan co2|impact carbone|carbon impact|impact climat|impact climatique|climate impact".split(
      "|",
    ),
  ],
  "ghg.scope1": "scope 1|scope1|émissions directes|direct emissions".split("|"),
  "ghg.scope2":
    "scope 2|scope2|émissions indirectes liées à l'énergie|émissions indirectes d'énergie|indirect energy emissions|indirect emissions from energy".split(
      "|",
    ),
  "ghg.scope3": "scope 3|scope3|autres émissions indirectes|other indirect emissions".split("|"),
  waste: "déchets|poubelles|waste|trash|garbage|rubbish|détritus".split("|"),
  resources: [
    "ressources",
    "resources",
    "consommation de ressources",
    "resource consumption",
    "resource use",
    "indice ressources",
    "indice de ressources",
    "indice des ressources",
    "resource index",
    "resources index",
  ],
  "taux-tri": [
    ..."taux de tri|tri|sorting rate|sorting|tri des déchets|taux de tri des déchets|waste sorting rate|waste sorting".split(
      "|",
    ),
    ..."tri sélectif|taux de tri sélectif|taux de recyclage|taux de recyclage des déchets|taux de déchets triés".split(
      "|",
    ),
    ..."taux de déchets recyclés|recycling rate|waste recycling rate|rate of recycling|rate of sorting|recycling".split(
      "|",
    ),
  ],
  compensation:
    "compensation|compensé|compensons|compenser|compensation carbone|offset|offsets|offsetting|carbon offset|tonnes compensées".split(
      "|",
    ),
  "projets-compensation": [
    ..."projets de compensation|projets compensation|projets financés|projets|projet|projets de montagne|offset projects".split(
      "|",
    ),
    ..."financed projects|offsetting projects|projets compensés|funded projects|projects|projets de compensation carbone|projets carbone".split(
      "|",
    ),
  ],
  depenses:
    "dépenses|dépensé|dépenser|dépensons|spending|spend|spent|expenses|expenditure|money spent|argent dépensé|dépensée|dépensées|coûté le plan|plan a coûté|le plan a coûté|le plan coûte|the plan cost|plan cost|cost of the plan|coût du plan".split(
      "|",
    ),
  "referent-technique": ["référent technique", "référente technique", "technical referent", "technical lead"],
  "referent-politique": ["référent politique", "référente politique", "political referent", "political lead"],
};

/** Phrases that stand for words of the plan's titles, which are in French only. Both sides are folded. */
export const translations: readonly (readonly [said: string, meant: string])[] = [
  ["training centre", "centre de formations"],
  ["training center", "centre de formations"],
  ["centre de formation", "centre de formations"],
  ["resource centre", "centre de ressources"],
  ["resource center", "centre de ressources"],
  ["resources centre", "centre de ressources"],
  ["collective action centre", "centre d actions collectives"],
  ["referent pair", "binome referent"],
  ["pair of referents", "binome referent"],
  ["reduction and offset", "reduire compensation"],
  ["reduction and offsetting", "reduire compensation"],
  ["reduction and compensation", "reduire compensation"],
  ["scope un", "scope 1"],
  ["scope one", "scope 1"],
  ["scope deux", "scope 2"],
  ["scope two", "scope 2"],
  ["scope trois", "scope 3"],
  ["scope three", "scope 3"],
  ["resources and waste", "ressources et dechets"],
  ["waste and resources", "ressources et dechets"],
  ["carbon balance", "bilan ges"],
  ["ghg balance", "bilan ges"],
  ["carbon reduction", "reduire carbone"],
  ["indirectes scope 2", "scope 2"],
  ["indirectes scope 3", "scope 3"],
  ["indirectes du scope 2", "scope 2"],
  ["indirectes du scope 3", "scope 3"],
  ["indirect scope 2", "scope 2"],
  ["indirect scope 3", "scope 3"],
];
