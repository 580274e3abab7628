import type { Nomenclature } from "../domain/nomenclature.ts";

/** Proper names, the same in every language. */
export const nomenclatureNames: Readonly<Record<Nomenclature, string>> = {
  beges: "BEGES-R v5",
  ghgp: "GHG Protocol",
  bc: "Bilan Carbone",
};
