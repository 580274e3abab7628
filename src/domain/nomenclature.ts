/** The three ways of laying out a balance: the French regulatory one (v5), the GHG Protocol, the Bilan Carbone. */
export const nomenclatures = ["beges", "ghgp", "bc"] as const;
export type Nomenclature = (typeof nomenclatures)[number];

/** GHG Protocol scopes; in BEGES-R v5, categories 1, 2 and 3 to 6. */
export const scopes = ["1", "2", "3"] as const;
export type Scope = (typeof scopes)[number];

/**
 * The 22 posts of BEGES-R v5 (method of the ministry, 2022; labels in messages/).
 * The first digit is the category.
 */
export const begesPosts = [
  "1.1",
  "1.2",
  "1.3",
  "1.4",
  "1.5",
  "2.1",
  "2.2",
  "3.1",
  "3.2",
  "3.3",
  "3.4",
  "3.5",
  "4.1",
  "4.2",
  "4.3",
  "4.4",
  "4.5",
  "5.1",
  "5.2",
  "5.3",
  "5.4",
  "6.1",
] as const;
export type BegesPost = (typeof begesPosts)[number];

/** Scopes 1 and 2 by kind of source, then the 15 categories of scope 3 of the GHG Protocol. */
export const ghgpPosts = [
  "1.1",
  "1.2",
  "1.3",
  "1.4",
  "2.1",
  "2.2",
  "3.1",
  "3.2",
  "3.3",
  "3.4",
  "3.5",
  "3.6",
  "3.7",
  "3.8",
  "3.9",
  "3.10",
  "3.11",
  "3.12",
  "3.13",
  "3.14",
  "3.15",
] as const;
export type GhgpPost = (typeof ghgpPosts)[number];

/** The ten posts of the Bilan Carbone. */
export const bcPosts = [
  "energie",
  "autres-directes",
  "intrants-biens",
  "intrants-services",
  "fret",
  "deplacements",
  "dechets",
  "immobilisations",
  "utilisation",
  "fin-de-vie",
] as const;
export type BcPost = (typeof bcPosts)[number];

export type Post = BegesPost | GhgpPost | BcPost;

/** Every post of a nomenclature, in its own order. */
export const postsOf = { beges: begesPosts, ghgp: ghgpPosts, bc: bcPosts } as const satisfies Record<
  Nomenclature,
  readonly Post[]
>;
