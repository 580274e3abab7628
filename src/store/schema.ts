import type { ColumnType, Generated, RawBuilder } from "kysely";
import type { Stage } from "../domain/calendar.ts";
import type { DeliveryCause, DeliveryState } from "../domain/delivery.ts";
import type { EntryKind } from "../domain/entry.ts";
import type { QuestionEventKind } from "../domain/human-question.ts";
import type { Month } from "../domain/month.ts";
import type { Nomenclature } from "../domain/nomenclature.ts";
import type { Period } from "../domain/period.ts";
import type { PlatformName } from "../domain/preference.ts";
import type { RestatementReason } from "../domain/restatement.ts";

/** A column of an append-only table: written once, never updated. */
type Kept<Selected, Inserted = Selected> = ColumnType<Selected, Inserted, never>;

/** A SQL `numeric` as plain decimal text: a float would lose digits. */
type Numeric = Kept<string>;

/** A moment: a Date when read, an ISO 8601 text when written. */
type Moment = Kept<Date, string>;

/** Who uses Cairn. The id is opaque: entries keep it after a person is erased. */
export interface PersonTable {
  id: Kept<string>;
  email: string;
  name: string;
  language: "fr" | "en" | null;
  number_profile: "fr" | "en" | null;
  created_at: Generated<Date>;
}

/** One applied version of the plan; `content` is written as JSON text and read parsed. */
export interface PlanVersionTable {
  id: ColumnType<number, never, never>;
  content: Kept<unknown, string>;
  digest: Kept<string>;
  applied_by: Kept<string>;
  applied_at: Moment;
}

/** One version of an emission factor, in kgCO2e per `unit`. */
export interface FactorTable {
  id: Kept<string>;
  version: Kept<number>;
  name_fr: Kept<string>;
  name_en: Kept<string>;
  unit: Kept<string>;
  printed_total: Numeric;
  part_combustion: Kept<string | null>;
  part_upstream: Kept<string | null>;
  part_losses: Kept<string | null>;
  part_manufacture: Kept<string | null>;
  part_contrails: Kept<string | null>;
  part_use: Kept<string | null>;
  co2_biogenic: Kept<string | null>;
  uncertainty_pct: Kept<string | null>;
  non_kyoto: Kept<boolean>;
  gwp_basis: Kept<string | null>;
  valid_from: Kept<string | null>;
  valid_to: Kept<string | null>;
  source: Kept<string>;
  seen_in: Kept<string>;
  confidence: Kept<string>;
  note: Kept<string | null>;
}

/** One revision of a figure, chained by hash to the indicator's previous revision. */
export interface EntryTable {
  indicator: Kept<string>;
  period: Kept<Period>;
  revision: Kept<number>;
  position: Kept<number>;
  value: Kept<string | null>;
  unit: Kept<string>;
  typed: Kept<string>;
  note: Kept<string | null>;
  reason: Kept<string | null>;
  kind: Kept<EntryKind>;
  person_id: Kept<string>;
  platform: Kept<string>;
  at: Moment;
  previous_hash: Kept<string | null>;
  hash: Kept<string>;
}

/** What a referent aims at: a yearly rate in per cent, or a value in `unit`. */
export interface TargetTable {
  id: ColumnType<number, never, never>;
  subject: Kept<string>;
  year: Kept<number>;
  rate_pct: Kept<string | null>;
  value: Kept<string | null>;
  unit: Kept<string | null>;
  person_id: Kept<string>;
  reason: Kept<string | null>;
  at: Moment;
}

/** Days away; withdrawn ones keep their row. Days are ISO 8601. */
export interface AbsenceTable {
  id: Kept<string>;
  person_id: Kept<string>;
  from_day: Kept<string>;
  to_day: Kept<string>;
  delegate_id: string | null;
  at: Moment;
  withdrawn_at: ColumnType<Date | null, never, string>;
}

/** How a person wants messages; null where they chose nothing. */
export interface PreferenceTable {
  person_id: Kept<string>;
  hour: number | null;
  snoozed_until: string | null;
  platform: "slack" | "teams" | "terminal" | null;
  time_zone: string | null;
}

/**
 * One message to one person, or a digest to the cluster's channel, which has neither a person nor a stage; `cc`
 * holds person ids, and all three lists are written as JSON text and read parsed.
 */
export interface MessageTable {
  id: Kept<string>;
  kind: Kept<string>;
  person_id: Kept<string | null>;
  day: Kept<string>;
  stage: Kept<Stage | null>;
  cc: Kept<unknown, string>;
  items: Kept<unknown, string>;
  copies: Kept<unknown, string>;
  created_at: Moment;
  period: Kept<string | null, string | null | undefined>;
  about: Kept<string | null, string | null | undefined>;
  card: Kept<unknown, string | null | undefined>;
}

/** A moment by the database's clock. */
type DatabaseMoment = ColumnType<Date | null, RawBuilder<Date> | null, RawBuilder<Date> | null>;

/** How a message reaches its reader on one platform; `dropped` is written as JSON text and read parsed. */
export interface DeliveryTable {
  id: Kept<string>;
  message_id: Kept<string>;
  platform: ColumnType<PlatformName | null>;
  place: ColumnType<string | null>;
  posted: ColumnType<string | null>;
  state: ColumnType<DeliveryState>;
  cause: ColumnType<DeliveryCause>;
  attempts: ColumnType<number, number, number | RawBuilder<number>>;
  repeats: ColumnType<number, number, number | RawBuilder<number>>;
  dropped: ColumnType<unknown, string, string | RawBuilder<unknown>>;
  due_at: DatabaseMoment;
  queued_at: ColumnType<Date, RawBuilder<Date>, RawBuilder<Date>>;
  first_sent_at: DatabaseMoment;
  token: ColumnType<string | null>;
  lease_until: DatabaseMoment;
  shown: ColumnType<"sent" | "replaced" | "done" | "lost">;
  looked_at: DatabaseMoment;
}

/** A change of a delivery; the time is the database's. */
export interface DeliveryEventTable {
  id: ColumnType<number, never, never>;
  delivery_id: Kept<string>;
  at: ColumnType<Date, never, never>;
  state: Kept<DeliveryState>;
  cause: Kept<DeliveryCause>;
  detail: Kept<unknown, string | null>;
}

/** When a conversation or a platform may be written to again. */
export interface PaceTable {
  subject: Kept<string>;
  free_at: ColumnType<Date, RawBuilder<Date>, RawBuilder<Date>>;
}

/** When a clock last ticked, by the database's. */
export interface TickTable {
  name: Kept<string>;
  at: ColumnType<Date, RawBuilder<Date>, RawBuilder<Date>>;
}

/** A past result before and after a change of factors or of the plan, in kgCO2e. */
export interface RestatementTable {
  id: ColumnType<number, never, never>;
  what: Kept<"ghg">;
  period: Kept<Period>;
  indicator: Kept<string | null>;
  nomenclature: Kept<Nomenclature>;
  old_kgco2e: Kept<string | null>;
  new_kgco2e: Kept<string | null>;
  old_factor: Kept<string | null>;
  new_factor: Kept<string | null>;
  old_provisional: Kept<boolean>;
  new_provisional: Kept<boolean>;
  reason: Kept<RestatementReason>;
  made_by: Kept<string>;
  at: Moment;
}

/** A digest as posted; `data`, `heads` and `chart` are written as JSON text and read parsed. */
export interface DigestTable {
  month: Kept<Month>;
  posted_at: Moment;
  language: Kept<"fr" | "en">;
  data: Kept<unknown, string>;
  text: Kept<string>;
  heads: Kept<unknown, string>;
  chart: Kept<unknown, string>;
}

/** One revision of a financed project; tonnes and euros are null once it is withdrawn. */
export interface ProjectTable {
  number: Kept<number>;
  revision: Kept<number>;
  name: Kept<string>;
  tonnes: Kept<string | null>;
  eur: Kept<string | null>;
  year: Kept<number>;
  standard: Kept<string | null>;
  vintage: Kept<number | null>;
  proof: Kept<string | null>;
  reason: Kept<string | null>;
  person_id: Kept<string>;
  platform: Kept<string>;
  at: Moment;
}

/** An event that Slack handed over; the key is a digest that names nobody. */
export interface SlackEventTable {
  key: Kept<string>;
  taken_at: ColumnType<Date, string, string>;
  done_at: ColumnType<Date | null, string | null, string>;
}

/** What a request wrote: an entry, a revision of a project or a target; the key is a digest that names nobody. */
export interface RequestTable {
  key: Kept<string>;
  indicator: Kept<string | null, string | undefined>;
  position: Kept<number | null, number | undefined>;
  project: Kept<number | null, number | undefined>;
  project_revision: Kept<number | null, number | undefined>;
  target: Kept<number | null, number | undefined>;
  at: Moment;
}

/** A request of Slack's that was acknowledged and is not answered yet. */
export interface InboxTable {
  key: Kept<string>;
  account: Kept<string>;
  line: Kept<string>;
  shared: Kept<boolean>;
  channel: Kept<string | null>;
  response_url: Kept<string | null>;
  response_until: Kept<Date | null, string | null>;
  asked_at: Moment;
  taken_at: ColumnType<Date, string, string>;
  attempts: Generated<number>;
}

/** The last query that a person asked in a conversation; written as JSON text and read parsed. */
export interface AskedQuestionTable {
  person_id: Kept<string>;
  conversation: Kept<string>;
  query: ColumnType<unknown, string, string>;
  at: ColumnType<Date, string, string>;
}

/** One thing that happened to a question to the referents. */
export interface HumanQuestionEventTable {
  id: Kept<string>;
  number: Kept<number>;
  position: Kept<number>;
  kind: Kept<QuestionEventKind>;
  text: Kept<string | null>;
  person_id: Kept<string>;
  platform: Kept<string>;
  at: Moment;
  request: Kept<string | null>;
}

/** The conversation that a question to the referents was asked in. */
export interface HumanQuestionPlaceTable {
  number: Kept<number>;
  person_id: Kept<string>;
  place: Kept<string>;
}

/** A conversation of Teams that the bot was let into; a personal one has its person and their account. */
export interface TeamsConversationTable {
  conversation: Kept<string>;
  kind: ColumnType<"personal" | "group" | "channel">;
  service_url: ColumnType<string>;
  bot_id: ColumnType<string>;
  person_id: ColumnType<string | null>;
  account: ColumnType<string | null>;
  stopped: ColumnType<string | null>;
  seen_at: ColumnType<Date, string, string>;
}

/** A person's conversation with the bot in Slack. */
export interface SlackConversationTable {
  person_id: Kept<string>;
  account: ColumnType<string>;
  conversation: ColumnType<string>;
  seen_at: ColumnType<Date, string, string>;
}

/** Kysely's own record of the migrations applied. */
export interface MigrationTable {
  name: Kept<string>;
  timestamp: Kept<string>;
}

/** Every table, by its SQL name. */
export interface Schema {
  person: PersonTable;
  plan_version: PlanVersionTable;
  factor: FactorTable;
  entry: EntryTable;
  target: TargetTable;
  absence: AbsenceTable;
  preference: PreferenceTable;
  message: MessageTable;
  delivery: DeliveryTable;
  delivery_event: DeliveryEventTable;
  pace: PaceTable;
  tick: TickTable;
  digest: DigestTable;
  project: ProjectTable;
  restatement: RestatementTable;
  slack_event: SlackEventTable;
  request: RequestTable;
  inbox: InboxTable;
  asked_question: AskedQuestionTable;
  teams_conversation: TeamsConversationTable;
  slack_conversation: SlackConversationTable;
  human_question_event: HumanQuestionEventTable;
  human_question_place: HumanQuestionPlaceTable;
  kysely_migration: MigrationTable;
}
