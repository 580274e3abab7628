import type { Role } from "./plan.ts";

/** Everything a person can ask for: the verbs of the chat line, and the bulk import of the command line. */
export const verbNames = [
  "saisir",
  "corriger",
  "annuler",
  "historique",
  "bilan",
  "avancement",
  "objectif",
  "projet",
  "plan",
  "pourquoi",
  "question",
  "transmettre",
  "retirer",
  "repondre",
  "faq",
  "echeances",
  "absence",
  "rappels",
  "envois",
  "aide",
] as const;
export type VerbName = (typeof verbNames)[number];

export const operations = [...verbNames, "import"] as const;
export type Operation = (typeof operations)[number];

/** On every indicator (or person, for absences), on the person's own, or on none. */
export type Right = "all" | "own" | "none";

const everyone: Readonly<Record<Role, Right>> = {
  reader: "all",
  owner: "all",
  referent: "all",
  admin: "all",
};
const figures: Readonly<Record<Role, Right>> = {
  reader: "none",
  owner: "own",
  referent: "all",
  admin: "none",
};

const referents: Readonly<Record<Role, Right>> = {
  reader: "none",
  owner: "none",
  referent: "all",
  admin: "none",
};

/** Who may do what: the whole of it, here and nowhere else. */
export const rights: Readonly<Record<Operation, Readonly<Record<Role, Right>>>> = {
  saisir: figures,
  corriger: figures,
  annuler: figures,
  historique: everyone,
  bilan: everyone,
  avancement: everyone,
  objectif: referents,
  projet: referents,
  plan: everyone,
  pourquoi: everyone,
  question: everyone,
  transmettre: everyone,
  retirer: { reader: "own", owner: "own", referent: "own", admin: "own" },
  repondre: referents,
  faq: everyone,
  echeances: { reader: "all", owner: "own", referent: "all", admin: "all" },
  absence: { reader: "own", owner: "own", referent: "all", admin: "own" },
  rappels: { reader: "own", owner: "own", referent: "own", admin: "own" },
  envois: { reader: "none", owner: "none", referent: "all", admin: "all" },
  aide: everyone,
  import: { reader: "none", owner: "none", referent: "none", admin: "all" },
};

/** Whether that role may do it; `owns` says whether the indicator at hand is the person's own. */
export function mayDo(operation: Operation, role: Role, owns: boolean): boolean {
  const right = rights[operation][role];
  return right === "all" || (right === "own" && owns);
}

/** Who stands in for an absent owner does what an owner does with those figures, whatever their own role. */
export function mayStandIn(operation: Operation): boolean {
  return mayDo(operation, "owner", true);
}
