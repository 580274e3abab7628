import type { Kysely } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Card } from "../cards/card.ts";
import type { Quarter } from "../domain/period.ts";
import type { Indicator, Plan, Role } from "../domain/plan.ts";
import type { ErrorCode, Refusal } from "../domain/refusal.ts";
import type { VerbName } from "../domain/rights.ts";
import type { Language, Messages } from "../messages/messages.ts";
import type { Person } from "../store/people.ts";
import type { Schema } from "../store/schema.ts";
import type { JsonObject } from "./json.ts";

/** One line from a person, as a platform hands it over once it has verified the address. */
export type Request = {
  readonly email: string;
  readonly line: string;
  readonly now: Temporal.Instant;
  /** Where it comes from: "terminal", "slack", "teams". */
  readonly platform: string;
};

/** What Cairn answers: a card to draw, with its data or its refusal. */
export type Reply =
  | { readonly ok: true; readonly command: string; readonly data: JsonObject; readonly card: Card }
  | { readonly ok: false; readonly command: string; readonly error: ReplyError; readonly card: Card };

/** A refusal in the person's words, with its facts. */
export type ReplyError = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
  readonly data: JsonObject;
};

/** What answers requests: the database, the plan in force, and the language of those who chose none. */
export type Cairn = {
  readonly db: Kysely<Schema>;
  readonly language: Language;
  /** The plan in force; another process may have applied a new one since the last call. */
  readonly plan: () => Promise<Plan>;
};

/** Everything a verb may use: who asks, when, under which plan, in which language. */
export type Context = {
  readonly db: Kysely<Schema>;
  readonly plan: Plan;
  readonly person: Person;
  readonly role: Role;
  readonly now: Temporal.Instant;
  /** The quarter under way in the plan's time zone. */
  readonly current: Quarter;
  readonly platform: string;
  readonly messages: Messages;
  /** The line as typed, for buttons that repeat it. */
  readonly line: string;
};

/** A verb's success: the contract's data, and the card that says it. */
export type Answer = { readonly data: JsonObject; readonly card: Card };

/** Buttons that mend a refusal: a label and the line to send instead. */
export type Mend = { readonly label: string; readonly line: string };

/** A verb's outcome. */
export type Outcome =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly refusal: Refusal; readonly mends?: readonly Mend[] };

/** One verb of the chat line. */
export type Verb = {
  readonly name: VerbName;
  /** Other names: the English one first, then what people also type. */
  readonly aliases: readonly [english: string, ...others: string[]];
  readonly run: (context: Context, words: string) => Promise<Outcome>;
};

/** Whether the person owns the indicator. */
export function owns(context: Context, indicator: Indicator): boolean {
  return indicator.owner.toLowerCase() === context.person.email.toLowerCase();
}

/** How to read what the person types: when, where, and with which decimal mark. */
export function readingProfile(context: Context): {
  now: Temporal.Instant;
  timeZone: string;
  profile: "fr" | "en";
} {
  return { now: context.now, timeZone: context.plan.timeZone, profile: context.person.numberProfile ?? "fr" };
}
