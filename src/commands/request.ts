import type { Kysely } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Card } from "../cards/card.ts";
import type { Entry } from "../domain/entry.ts";
import type { NumberProfile } from "../domain/number-text.ts";
import type { Quarter } from "../domain/period.ts";
import type { Indicator, Plan, Role } from "../domain/plan.ts";
import type { ErrorCode, Refusal } from "../domain/refusal.ts";
import { mayDo, mayStandIn, type VerbName } from "../domain/rights.ts";
import type { Language, Messages } from "../messages/messages.ts";
import type { Person } from "../store/people.ts";
import type { Schema } from "../store/schema.ts";
import type { JsonObject } from "./json.ts";
import type { SecondReader } from "./second-reader.ts";

/** One line from a person, as a platform hands it over once it has verified the address. */
export type Request = {
  readonly email: string;
  readonly line: string;
  readonly now: Temporal.Instant;
  /** Where it comes from: "terminal", "slack", "teams". */
  readonly platform: string;
  /** What makes two deliveries of one request the same: a figure is written once for it. Left out where none comes twice. */
  readonly key?: string;
  /** The platform's conversation it is said in; left out where a person has one only. */
  readonly conversation?: string;
};

/** What Cairn answers: a card to draw, with its data or its refusal, and the language it is in. */
export type Reply = { readonly command: string; readonly card: Card; readonly language: Language } & (
  | ({ readonly ok: true } & Omit<Answer, "card">)
  | { readonly ok: false; readonly error: ReplyError }
);

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
  /** The plan in force; another process may have applied a new one since the last call. `inForce` is its id, where known. */
  readonly plan: (inForce?: number | null) => Promise<Plan>;
  /** The plan as it was last read, which may no longer be in force; null before. */
  readonly lastPlan: () => Plan | null;
  /** The language model that may propose what a question means; left out where none is set. */
  readonly secondReader?: SecondReader;
};

/** All that an indicator (its slug) held when it was asked who asks: nothing of it may be shown to whoever may not see it. */
export type Ahead = { readonly indicator: string; readonly entries: readonly Entry[] };

/** Everything a verb may use: who asks, when, under which plan, in which language. */
export type Context = {
  readonly db: Kysely<Schema>;
  readonly plan: Plan;
  readonly person: Person;
  readonly role: Role;
  /** Addresses of the absent people the person stands in for today. */
  readonly standsInFor: ReadonlySet<string>;
  readonly now: Temporal.Instant;
  /** The quarter under way in the plan's time zone. */
  readonly current: Quarter;
  readonly platform: string;
  /** What makes two deliveries of the request the same; null where none comes twice. */
  readonly key: string | null;
  /** What the indicator that the request seems to name holds; null where it names none. */
  readonly ahead: Ahead | null;
  /** Where a question may follow from the one before. */
  readonly conversation: string;
  /** How the person writes numbers, and reads ours. */
  readonly profile: NumberProfile;
  /** The language of `messages`: the person's own, or the installation's. */
  readonly language: Language;
  readonly messages: Messages;
  /** The line as typed, for buttons that repeat it. */
  readonly line: string;
  /** The language model that may propose what a question means; null where none is set. */
  readonly secondReader: SecondReader | null;
};

/** A verb's success: the contract's data, and the card that says it. */
export type Answer = {
  readonly data: JsonObject;
  readonly card: Card;
  /** The line that asks the same again wherever it is said; null when there is none, left out when it is the line. */
  readonly again?: string | null;
};

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

/** Whether the person may do it on an indicator: by their role, or as the stand-in of its absent owner. */
export function mayOn(context: Context, operation: VerbName, indicator: Indicator): boolean {
  if (mayDo(operation, context.role, owns(context, indicator))) return true;
  return context.standsInFor.has(indicator.owner) && mayStandIn(operation);
}

/** How to read what the person types: when, where, and with which decimal mark. */
export function readingProfile(context: Context): {
  now: Temporal.Instant;
  timeZone: string;
  profile: NumberProfile;
} {
  return { now: context.now, timeZone: context.plan.timeZone, profile: context.profile };
}
