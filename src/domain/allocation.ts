import type { FactorPart } from "./factor.ts";
import type { BcPost, BegesPost, GhgpPost, Nomenclature, Post, Scope } from "./nomenclature.ts";
import type { ActivityKind, Control } from "./plan.ts";

/** A part of a factor, or the whole of one whose source publishes no parts. */
export type AllocatedPart = FactorPart | "whole";

/** Why an amount stands beside a nomenclature's total instead of in it. */
export type LeftOut = "contrails" | "non-kyoto" | "own-manufacture" | "visitors";

/** Where an amount goes: a post and its scope, or out of the total with the reason. */
export type Allocation = { readonly post: Post; readonly scope: Scope } | { readonly leftOut: LeftOut };

/** What is allocated: one part of one activity's factor. */
export type Allocated = {
  readonly activity: ActivityKind;
  readonly control: Control;
  readonly part: AllocatedPart;
  readonly nonKyoto: boolean;
};

/** Posts of one kind of activity: the main one, and those of parts that go elsewhere. */
type Row<P> = { readonly main: P } & Readonly<Partial<Record<FactorPart, P>>>;

/** One row when we operate the source, one when another pays for us, one when neither. */
type Rows<P> = Readonly<Record<Control, Row<P>>>;

function everywhere<P>(main: P): Rows<P> {
  return { operated: { main }, paid: { main }, "not-operated": { main } };
}

function elsewhere<P>(operated: Row<P>, paid: P, notOperated: P): Rows<P> {
  return { operated, paid: { main: paid }, "not-operated": { main: notOperated } };
}

/**
 * BEGES-R v5, after the Association pour la transition Bas Carbone's rules (docs/methode.md, 3): what burns on
 * site is direct, its upstream and the network's losses are purchases (4.1), the making of our own
 * vehicles an asset (4.2). Energy of premises that another operates for us is upstream leasing (4.4).
 */
const ownVehicle: Row<BegesPost> = { main: "1.2", upstream: "4.1", losses: "4.1", manufacture: "4.2" };
const beges: Readonly<Record<ActivityKind, Rows<BegesPost>>> = {
  "stationary-fuel": elsewhere({ ...ownVehicle, main: "1.1" }, "4.4", "4.4"),
  "mobile-fuel": elsewhere(ownVehicle, "4.4", "4.4"),
  electricity: elsewhere({ ...ownVehicle, main: "2.1" }, "4.4", "4.4"),
  "self-consumed-electricity": everywhere("4.1"),
  heat: elsewhere({ ...ownVehicle, main: "2.2" }, "4.4", "4.4"),
  "refrigerant-leak": elsewhere({ main: "1.4" }, "4.4", "4.4"),
  commuting: elsewhere(ownVehicle, "3.3", "3.3"),
  "business-travel": elsewhere(ownVehicle, "3.5", "3.5"),
  "visitor-travel": elsewhere(ownVehicle, "3.4", "3.4"),
  "freight-in": elsewhere(ownVehicle, "3.1", "3.1"),
  "freight-out": elsewhere(ownVehicle, "3.1", "3.2"),
  goods: everywhere("4.1"),
  services: everywhere("4.5"),
  asset: everywhere("4.2"),
  waste: everywhere("4.3"),
  "end-of-life": everywhere("5.3"),
};

/**
 * GHG Protocol, Corporate and Scope 3 standards: upstream energy is category 3. The making of our own
 * vehicles is left out, since vehicles bought are capital goods (category 2) in their year.
 */
type GhgpTarget = GhgpPost | LeftOut;
const ownSource: Row<GhgpTarget> = {
  main: "1.2",
  upstream: "3.3",
  losses: "3.3",
  manufacture: "own-manufacture",
};
const ghgp: Readonly<Record<ActivityKind, Rows<GhgpTarget>>> = {
  "stationary-fuel": elsewhere({ ...ownSource, main: "1.1" }, "3.8", "3.8"),
  "mobile-fuel": elsewhere(ownSource, "3.8", "3.8"),
  electricity: elsewhere({ ...ownSource, main: "2.1" }, "3.8", "3.8"),
  "self-consumed-electricity": everywhere("3.3"),
  heat: elsewhere({ ...ownSource, main: "2.2" }, "3.8", "3.8"),
  "refrigerant-leak": elsewhere({ main: "1.4" }, "3.8", "3.8"),
  commuting: elsewhere(ownSource, "3.7", "3.7"),
  "business-travel": elsewhere(ownSource, "3.6", "3.6"),
  "visitor-travel": elsewhere(ownSource, "visitors", "visitors"),
  "freight-in": elsewhere(ownSource, "3.4", "3.4"),
  "freight-out": elsewhere(ownSource, "3.4", "3.9"),
  goods: everywhere("3.1"),
  services: everywhere("3.1"),
  asset: everywhere("3.2"),
  waste: everywhere("3.5"),
  "end-of-life": everywhere("3.12"),
};

/** Bilan Carbone: an activity stays whole in its post, whoever operates it. */
const bc: Readonly<Record<ActivityKind, BcPost>> = {
  "stationary-fuel": "energie",
  "mobile-fuel": "deplacements",
  electricity: "energie",
  "self-consumed-electricity": "energie",
  heat: "energie",
  "refrigerant-leak": "autres-directes",
  commuting: "deplacements",
  "business-travel": "deplacements",
  "visitor-travel": "deplacements",
  "freight-in": "fret",
  "freight-out": "fret",
  goods: "intrants-biens",
  services: "intrants-services",
  asset: "immobilisations",
  waste: "dechets",
  "end-of-life": "fin-de-vie",
};

const leftOuts: ReadonlySet<string> = new Set<LeftOut>([
  "contrails",
  "non-kyoto",
  "own-manufacture",
  "visitors",
]);

function isLeftOut(target: GhgpTarget): target is LeftOut {
  return leftOuts.has(target);
}

function pick<P>(rows: Rows<P>, { control, part }: Allocated): P {
  const row = rows[control];
  return (part === "whole" ? undefined : row[part]) ?? row.main;
}

function scopeOf(post: string): Scope {
  return post.startsWith("1.") ? "1" : post.startsWith("2.") ? "2" : "3";
}

function allocateGhgp(allocated: Allocated): Allocation {
  if (allocated.part === "contrails") return { leftOut: "contrails" };
  if (allocated.nonKyoto) return { leftOut: "non-kyoto" };
  const target = pick(ghgp[allocated.activity], allocated);
  return isLeftOut(target) ? { leftOut: target } : { post: target, scope: scopeOf(target) };
}

/**
 * Where one part of an activity's emissions goes in a nomenclature. This table is what keeps anything from
 * being counted twice: each part has one place, or is left out with its reason (GHG Protocol only).
 * The Bilan Carbone has no scopes of its own: each amount keeps the scope of its BEGES-R category.
 */
export function allocate(nomenclature: Nomenclature, allocated: Allocated): Allocation {
  if (nomenclature === "ghgp") return allocateGhgp(allocated);
  const post = pick(beges[allocated.activity], allocated);
  if (nomenclature === "beges") return { post, scope: scopeOf(post) };
  return { post: bc[allocated.activity], scope: scopeOf(post) };
}
