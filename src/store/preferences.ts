import type { Kysely, Selectable, Transaction } from "kysely";
import { Temporal } from "temporal-polyfill";
import { noPreferences, type Preferences } from "../domain/preference.ts";
import type { PreferenceTable, Schema } from "./schema.ts";

/** A person's preferences, by their opaque id. */
export async function preferencesOf(db: Kysely<Schema>, personId: string): Promise<Preferences> {
  const row = await db
    .selectFrom("preference")
    .selectAll()
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row === undefined ? noPreferences : preferencesIn(row);
}

/** The preferences of everyone who chose something, by address. */
export async function allPreferences(db: Kysely<Schema>): Promise<Map<string, Preferences>> {
  const rows = await db
    .selectFrom("preference")
    .innerJoin("person", "person.id", "preference.person_id")
    .selectAll("preference")
    .select("person.email")
    .execute();
  return new Map(rows.map((row) => [row.email, preferencesIn(row)]));
}

/** Changes what is named in a person's preferences, and leaves the rest. */
export async function savePreferences(
  trx: Transaction<Schema>,
  personId: string,
  { timeZone, hour, snoozedUntil, platform }: Partial<Preferences>,
): Promise<void> {
  const changes = {
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(hour === undefined ? {} : { hour }),
    ...(snoozedUntil === undefined ? {} : { snoozed_until: snoozedUntil?.toString() ?? null }),
    ...(platform === undefined ? {} : { platform }),
  };
  if (Object.keys(changes).length === 0) return;
  await trx
    .insertInto("preference")
    .values({
      hour: null,
      snoozed_until: null,
      platform: null,
      time_zone: null,
      ...changes,
      person_id: personId,
    })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet(changes))
    .execute();
}

/** Sets what a person speaks, and how they write numbers; null for what stays. */
export async function saveLanguage(
  trx: Transaction<Schema>,
  personId: string,
  {
    language,
    numberProfile,
  }: { readonly language: "fr" | "en" | null; readonly numberProfile: "fr" | "en" | null },
): Promise<void> {
  const changes = {
    ...(language === null ? {} : { language }),
    ...(numberProfile === null ? {} : { number_profile: numberProfile }),
  };
  if (Object.keys(changes).length === 0) return;
  await trx.updateTable("person").set(changes).where("id", "=", personId).execute();
}

function preferencesIn({
  hour,
  snoozed_until,
  platform,
  time_zone,
}: Selectable<PreferenceTable>): Preferences {
  const snoozedUntil = snoozed_until === null ? null : Temporal.PlainDate.from(snoozed_until);
  return { hour, snoozedUntil, platform, timeZone: time_zone };
}
