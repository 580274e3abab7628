/** Why an import of factors leaves a row out: it is no factor, or holds nothing that a balance can use. */
export type LeftOutRow = "not_a_factor" | "no_total" | "negative_total" | "unreadable_unit";

/**
 * What makes a factor suspect: it stops an import until somebody confirms it. `other` is the factor it is
 * compared with; numbers are plain decimals in kgCO2e per `unit`.
 */
export interface SuspicionData {
  /** Eight times or an eighth of what it was, or more: `power` is the nearest power of ten, null when it falls to zero. */
  magnitude: {
    readonly other: string;
    readonly before: string;
    readonly after: string;
    readonly unit: string;
    readonly power: number | null;
  };
  unit_changed: { readonly other: string; readonly before: string; readonly after: string };
  parts_differ_from_total: { readonly parts: string; readonly total: string };
}

/** What an import of factors tells without stopping. */
export interface WarningData {
  /** Twice or half of what it was, or more; `ratio` is after ÷ before. */
  large_change: {
    readonly other: string;
    readonly before: string;
    readonly after: string;
    readonly ratio: string;
  };
  /** A change in the very ratio between two ways of counting. */
  telling_ratio: { readonly other: string; readonly ratio: string; readonly between: TellingRatio };
  /** Another factor cites the same record of the source with another value or unit. */
  same_record: {
    readonly other: string;
    readonly record: string;
    readonly otherValue: string;
    readonly value: string;
  };
  expired: { readonly validTo: string };
  archived: Record<never, never>;
  left_out: { readonly why: LeftOutRow };
}

/** Gross and net calorific values of gas, megajoules and kilowatt-hours, carbon and carbon dioxide. */
export type TellingRatio = "pcs-pci" | "mj-kwh" | "carbon-co2";

type Notice<Data> = {
  [Code in keyof Data]: { readonly id: string; readonly code: Code; readonly data: Data[Code] };
}[keyof Data];

/** A reason not to import a factor unless confirmed. */
export type Suspicion = Notice<SuspicionData>;

/** Something to know about a factor that is imported, or left out, all the same. */
export type FactorWarning = Notice<WarningData>;
