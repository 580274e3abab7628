import type { BcPost, BegesPost, GhgpPost } from "../../domain/nomenclature.ts";

/** The 22 posts of BEGES-R v5, translated. */
export const begesPosts: Readonly<Record<BegesPost, string>> = {
  "1.1": "Direct emissions from stationary combustion",
  "1.2": "Direct emissions from mobile combustion",
  "1.3": "Direct process emissions",
  "1.4": "Direct fugitive emissions",
  "1.5": "Emissions from biomass (soils and forests)",
  "2.1": "Indirect emissions from electricity",
  "2.2": "Indirect emissions from steam, heat or cooling",
  "3.1": "Upstream freight",
  "3.2": "Downstream freight",
  "3.3": "Commuting",
  "3.4": "Travel by visitors and customers",
  "3.5": "Business travel",
  "4.1": "Purchased goods",
  "4.2": "Capital goods",
  "4.3": "Waste management",
  "4.4": "Upstream leased assets",
  "4.5": "Purchased services",
  "5.1": "Use of sold products",
  "5.2": "Downstream leased assets",
  "5.3": "End of life of sold products",
  "5.4": "Investments",
  "6.1": "Other indirect emissions",
};

/** Sources of scopes 1 and 2, then the 15 categories of scope 3 of the GHG Protocol. */
export const ghgpPosts: Readonly<Record<GhgpPost, string>> = {
  "1.1": "Stationary combustion",
  "1.2": "Mobile combustion",
  "1.3": "Processes",
  "1.4": "Fugitive emissions",
  "2.1": "Purchased electricity",
  "2.2": "Purchased steam, heat or cooling",
  "3.1": "Purchased goods and services",
  "3.2": "Capital goods",
  "3.3": "Fuel- and energy-related activities",
  "3.4": "Upstream transportation and distribution",
  "3.5": "Waste generated in operations",
  "3.6": "Business travel",
  "3.7": "Employee commuting",
  "3.8": "Upstream leased assets",
  "3.9": "Downstream transportation and distribution",
  "3.10": "Processing of sold products",
  "3.11": "Use of sold products",
  "3.12": "End-of-life treatment of sold products",
  "3.13": "Downstream leased assets",
  "3.14": "Franchises",
  "3.15": "Investments",
};

/** The ten posts of the Bilan Carbone, translated. */
export const bcPosts: Readonly<Record<BcPost, string>> = {
  energie: "Energy",
  "autres-directes": "Other direct emissions",
  "intrants-biens": "Inputs: goods and materials",
  "intrants-services": "Inputs: services",
  fret: "Freight",
  deplacements: "Travel",
  dechets: "Direct waste",
  immobilisations: "Capital goods",
  utilisation: "Use",
  "fin-de-vie": "End of life",
};
