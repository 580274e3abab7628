/** What Cairn says in Teams alone, in French. */
export const teams = {
  /** Under a group of bars that lacks figures. */
  incomplete: (category: string) => `${category} (incomplet)`,
  noAmount: "pas de chiffre",
  remarks: "Remarques",
  owed: (indicator: string) => `${indicator} (à donner)`,
  required: (field: string) => `${field} : à remplir.`,
};
