import type { teams as french } from "../fr/teams.ts";

/** What Cairn says in Teams alone, in English. */
export const teams: typeof french = {
  incomplete: (category) => `${category} (incomplete)`,
  noAmount: "no figure",
  remarks: "Remarks",
  owed: (indicator) => `${indicator} (to give)`,
  required: (field) => `${field}: please fill this in.`,
};
