import type { Temporal } from "temporal-polyfill";
import type { Stage } from "./calendar.ts";
import type { Quarter } from "./period.ts";

/** One figure in a message, at the stage its quarter had reached. */
export type ReminderItem = {
  readonly indicator: string;
  readonly period: Quarter;
  /** The due day, ISO 8601. */
  readonly due: string;
  readonly stage: Stage;
  /** A figure is there, from before its quarter ended: to confirm or to correct. */
  readonly partial: boolean;
};

/** The one message of a person on a day. People are addresses in lower case. */
export type Reminder = {
  readonly to: string;
  /** The day on the reader's calendar. */
  readonly day: Temporal.PlainDate;
  /** The stage of the most urgent item. */
  readonly stage: Stage;
  /** Referents who are told of `items`, each in their own message. */
  readonly cc: readonly string[];
  /** What the reader is asked for. */
  readonly items: readonly ReminderItem[];
  /** What a referent is told of: asked of somebody else, or of nobody while the owner is away. */
  readonly copies: readonly ReminderItem[];
};

/** What the ledger keeps of a message sent. `day` is ISO 8601. */
export type SentReminder = {
  readonly to: string;
  readonly day: string;
  readonly items: readonly Pick<ReminderItem, "indicator" | "period" | "stage">[];
  readonly copies: readonly Pick<ReminderItem, "indicator" | "period" | "stage">[];
};

/** When and where a person takes messages; all null until they choose. */
export type ReaderSettings = {
  /** IANA name; null for the plan's. */
  readonly timeZone: string | null;
  readonly hour: number | null;
  /** The first day messages come again; what was asked before it is asked again then. */
  readonly snoozedUntil: Temporal.PlainDate | null;
};
