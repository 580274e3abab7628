import type { Decimal } from "./decimal.ts";
import type { Quarter } from "./period.ts";

/** A text in every language of the plan. */
export type Localized = { readonly fr: string; readonly en: string };

/** What kind of activity an indicator measures: decides the posts its emissions go to. */
export const activityKinds = [
  "stationary-fuel",
  "mobile-fuel",
  "electricity",
  "self-consumed-electricity",
  "heat",
  "refrigerant-leak",
  "commuting",
  "business-travel",
  "visitor-travel",
  "freight-in",
  "freight-out",
  "goods",
  "services",
  "asset",
  "waste",
  "end-of-life",
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** Operated by us; paid by us but operated by another; neither. */
export const controls = ["operated", "paid", "not-operated"] as const;
export type Control = (typeof controls)[number];

export const families = [
  "resource",
  "travel",
  "purchase",
  "waste-sorted",
  "waste-residual",
  "means",
  "outreach",
  "other",
] as const;
export type Family = (typeof families)[number];

export const directions = ["down", "up", "none"] as const;
export type Direction = (typeof directions)[number];

/** One factor for every year, or one factor id for each year of a series. */
export type FactorChoice =
  | { readonly kind: "standing"; readonly id: string }
  | { readonly kind: "series"; readonly byYear: ReadonlyMap<number, string> };

/** How an indicator's figures become emissions. */
export type Emission = {
  readonly activity: ActivityKind;
  readonly control: Control;
  readonly factor: FactorChoice;
  /** Recycled waste only: the collection and sorting factor of the cut-off rule (Bilan Carbone, GHG Protocol). */
  readonly cutOffFactor: string | null;
  /** Assets only: number of years over which Bilan Carbone and BEGES amortise the purchase. */
  readonly amortisationYears: number | null;
  /** How the activity is known: an invoice or meter, or an estimate. */
  readonly evidence: "invoice" | "estimate";
};

/** One quantity the plan follows. */
export type Indicator = {
  readonly slug: string;
  readonly action: string;
  readonly label: Localized;
  readonly aliases: readonly string[];
  readonly unit: string;
  /** Units of this indicator alone: amount in `unit` for one of them ("ramette" is 2.5 kg). */
  readonly units: ReadonlyMap<string, Decimal>;
  readonly wholeNumber: boolean;
  readonly family: Family;
  readonly direction: Direction;
  /** Null for indicators that emit nothing, such as training sessions. */
  readonly emission: Emission | null;
  /** E-mail address of the person who owes the figure. */
  readonly owner: string;
  /** A figure above it must be confirmed; null where the plan sets none. */
  readonly bound: Decimal | null;
  readonly note: string | null;
};

/** One of the seven actions of the manifesto, in its own words. */
export type Action = {
  readonly code: string;
  readonly title: string;
  readonly budget: string;
  readonly effort: string;
  readonly schedule: string;
  readonly criterion: string;
};

export const roles = ["reader", "owner", "referent", "admin"] as const;
export type Role = (typeof roles)[number];

/** A member of the roster. `referent` tells which half of the pair a referent is. */
export type RosterPerson = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly referent: "technical" | "political" | null;
  readonly language: "fr" | "en" | null;
};

/** A target of a year: a yearly rate of change in per cent, or a value in a unit. */
export type PlannedTarget = {
  readonly subject: string;
  /** Per cent a year, compounding; null while the plan leaves the X % open. */
  readonly ratePctPerYear: Decimal | null;
};

/** Days and hours of collection, reminders and digest (docs/plan.md). Days are business days. */
export type CalendarSettings = {
  readonly dueDay: number;
  /** Business days before (negative) or after the due day; `opening` counts from the quarter's end. */
  readonly stages: {
    readonly opening: number;
    readonly reminder: number;
    readonly eve: number;
    readonly overdue: number;
    readonly escalation: number;
  };
  /** Local hours between which messages leave, first included, last excluded. */
  readonly hours: { readonly from: number; readonly to: number };
  readonly digest: { readonly businessDay: number; readonly hour: number };
};

/** The plan as applied: everything Cairn knows about what is followed, by whom and when. */
export type Plan = {
  readonly name: string;
  readonly timeZone: string;
  readonly referenceYear: number;
  readonly collectFrom: Quarter | null;
  readonly nomenclature: "beges" | "ghgp" | "bc";
  readonly calendar: CalendarSettings;
  /** Full-time equivalents by year. */
  readonly fte: ReadonlyMap<number, Decimal>;
  readonly values: readonly { readonly name: string; readonly text: string }[];
  readonly actions: readonly Action[];
  readonly indicators: readonly Indicator[];
  readonly targets: readonly PlannedTarget[];
  readonly people: readonly RosterPerson[];
};
