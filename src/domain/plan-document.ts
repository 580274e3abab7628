import { decimalText } from "./decimal.ts";
import type {
  ActivityKind,
  CalendarSettings,
  Control,
  Direction,
  Emission,
  FactorChoice,
  Family,
  Indicator,
  Localized,
  Plan,
  Role,
} from "./plan.ts";

/** Texts by key, such as units or years. */
export type TextByKey = { readonly [key: string]: string };

/** How an indicator emits, as the plan file writes it: a factor id, or one id a year. */
export type EmissionDocument = {
  readonly activity: ActivityKind;
  readonly control: Control;
  readonly factor: string | TextByKey;
  readonly cut_off: string | null;
  readonly amortisation_years: number | null;
  readonly evidence: Emission["evidence"];
};

/** An indicator as the plan file writes it. */
export type IndicatorDocument = {
  readonly slug: string;
  readonly action: string;
  readonly label: Localized;
  readonly aliases: readonly string[];
  readonly unit: string;
  readonly units: TextByKey;
  readonly whole_number: boolean;
  readonly family: Family;
  readonly direction: Direction;
  readonly owner: string;
  readonly bound: string | null;
  readonly note: string | null;
  readonly emission: EmissionDocument | null;
};

/** The calendar as the plan file writes it, in business days and local hours. */
export type CalendarDocument = {
  readonly due_day: number;
  readonly stages: { readonly [Stage in keyof CalendarSettings["stages"]]: number };
  readonly hours: { readonly from: number; readonly to: number };
  readonly digest: { readonly business_day: number; readonly hour: number };
};

/** The plan as plain data with the keys of the plan file (docs/plan.md). Decimals are plain texts. */
export type PlanDocument = {
  readonly name: string;
  readonly time_zone: string;
  readonly reference_year: number;
  readonly collect_from: string | null;
  readonly nomenclature: Plan["nomenclature"];
  readonly calendar: CalendarDocument;
  readonly fte: TextByKey;
  readonly values: readonly { readonly name: string; readonly text: string }[];
  readonly actions: readonly {
    readonly code: string;
    readonly title: string;
    readonly budget: string;
    readonly effort: string;
    readonly schedule: string;
    readonly criterion: string;
  }[];
  readonly indicators: readonly IndicatorDocument[];
  readonly targets: readonly { readonly subject: string; readonly rate_pct_per_year: string | null }[];
  readonly people: readonly {
    readonly email: string;
    readonly name: string;
    readonly role: Role;
    readonly referent: "technical" | "political" | null;
    readonly language: "fr" | "en" | null;
  }[];
};

function texts<K extends string | number, V>(map: ReadonlyMap<K, V>, text: (value: V) => string): TextByKey {
  return Object.fromEntries([...map].map(([key, value]) => [String(key), text(value)]));
}

function factorDocument(factor: FactorChoice): string | TextByKey {
  return factor.kind === "standing" ? factor.id : texts(factor.byYear, (id) => id);
}

function emissionDocument(emission: Emission): EmissionDocument {
  return {
    activity: emission.activity,
    control: emission.control,
    factor: factorDocument(emission.factor),
    cut_off: emission.cutOffFactor,
    amortisation_years: emission.amortisationYears,
    evidence: emission.evidence,
  };
}

function indicatorDocument(indicator: Indicator): IndicatorDocument {
  return {
    slug: indicator.slug,
    action: indicator.action,
    label: { fr: indicator.label.fr, en: indicator.label.en },
    aliases: [...indicator.aliases],
    unit: indicator.unit,
    units: texts(indicator.units, decimalText),
    whole_number: indicator.wholeNumber,
    family: indicator.family,
    direction: indicator.direction,
    owner: indicator.owner,
    bound: indicator.bound === null ? null : decimalText(indicator.bound),
    note: indicator.note,
    emission: indicator.emission === null ? null : emissionDocument(indicator.emission),
  };
}

function calendarDocument({ dueDay, stages, hours, digest }: CalendarSettings): CalendarDocument {
  const { opening, reminder, eve, overdue, escalation } = stages;
  return {
    due_day: dueDay,
    stages: { opening, reminder, eve, overdue, escalation },
    hours: { from: hours.from, to: hours.to },
    digest: { business_day: digest.businessDay, hour: digest.hour },
  };
}

/** The plan as plain JSON data, always with the same keys: what is kept, compared and digested. */
export function planDocument(plan: Plan): PlanDocument {
  return {
    name: plan.name,
    time_zone: plan.timeZone,
    reference_year: plan.referenceYear,
    collect_from: plan.collectFrom,
    nomenclature: plan.nomenclature,
    calendar: calendarDocument(plan.calendar),
    fte: texts(plan.fte, decimalText),
    values: plan.values.map(({ name, text }) => ({ name, text })),
    actions: plan.actions.map(({ code, title, budget, effort, schedule, criterion }) => ({
      code,
      title,
      budget,
      effort,
      schedule,
      criterion,
    })),
    indicators: plan.indicators.map(indicatorDocument),
    targets: plan.targets.map(({ subject, ratePctPerYear }) => ({
      subject,
      rate_pct_per_year: ratePctPerYear === null ? null : decimalText(ratePctPerYear),
    })),
    people: plan.people.map(({ email, name, role, referent, language }) => ({
      email,
      name,
      role,
      referent,
      language,
    })),
  };
}
