import type { BcPost, BegesPost, GhgpPost } from "../../domain/nomenclature.ts";

/** The 22 posts of BEGES-R v5, in the ministry's words. */
export const begesPosts: Readonly<Record<BegesPost, string>> = {
  "1.1": "Émissions directes des sources fixes de combustion",
  "1.2": "Émissions directes des sources mobiles de combustion",
  "1.3": "Émissions directes des procédés hors énergie",
  "1.4": "Émissions directes fugitives",
  "1.5": "Émissions issues de la biomasse (sols et forêts)",
  "2.1": "Émissions indirectes liées à la consommation d’électricité",
  "2.2": "Émissions indirectes liées à la consommation de vapeur, chaleur ou froid",
  "3.1": "Transport de marchandises amont",
  "3.2": "Transport de marchandises aval",
  "3.3": "Déplacements domicile-travail",
  "3.4": "Déplacements des visiteurs et des clients",
  "3.5": "Déplacements professionnels",
  "4.1": "Achats de biens",
  "4.2": "Immobilisations de biens",
  "4.3": "Gestion des déchets",
  "4.4": "Actifs en leasing amont",
  "4.5": "Achats de services",
  "5.1": "Utilisation des produits vendus",
  "5.2": "Actifs en leasing aval",
  "5.3": "Fin de vie des produits vendus",
  "5.4": "Investissements",
  "6.1": "Autres émissions indirectes",
};

/** Sources of scopes 1 and 2, then the 15 categories of scope 3 of the GHG Protocol. */
export const ghgpPosts: Readonly<Record<GhgpPost, string>> = {
  "1.1": "Combustion de sources fixes",
  "1.2": "Combustion de sources mobiles",
  "1.3": "Procédés",
  "1.4": "Émissions fugitives",
  "2.1": "Électricité achetée",
  "2.2": "Vapeur, chaleur ou froid achetés",
  "3.1": "Biens et services achetés",
  "3.2": "Biens d’équipement",
  "3.3": "Énergie et carburants, hors scopes 1 et 2",
  "3.4": "Transport et distribution amont",
  "3.5": "Déchets produits",
  "3.6": "Déplacements professionnels",
  "3.7": "Déplacements domicile-travail",
  "3.8": "Actifs en leasing amont",
  "3.9": "Transport et distribution aval",
  "3.10": "Transformation des produits vendus",
  "3.11": "Utilisation des produits vendus",
  "3.12": "Fin de vie des produits vendus",
  "3.13": "Actifs en leasing aval",
  "3.14": "Franchises",
  "3.15": "Investissements",
};

/** The ten posts of the Bilan Carbone. */
export const bcPosts: Readonly<Record<BcPost, string>> = {
  energie: "Énergie",
  "autres-directes": "Autres émissions directes",
  "intrants-biens": "Intrants : biens et matières",
  "intrants-services": "Intrants : services",
  fret: "Fret",
  deplacements: "Déplacements",
  dechets: "Déchets directs",
  immobilisations: "Immobilisations",
  utilisation: "Utilisation",
  "fin-de-vie": "Fin de vie",
};
