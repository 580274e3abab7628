import type { Kysely } from "kysely";
import { jsonArrayFrom, jsonObjectFrom } from "kysely/helpers/postgres";
import type { Absence } from "../domain/absence.ts";
import type { Entry } from "../domain/entry.ts";
import { absenceOf, absencesOn } from "./absences.ts";
import { builtOnce } from "./built-once.ts";
import { chainAsJson } from "./entries.ts";
import { entryOf } from "./entry-row.ts";
import { normalized, type Person, personNamed, personOf } from "./people.ts";
import type { Schema } from "./schema.ts";

/** What every request begins with: the plan in force, who asks, and who is away. */
export type Asker = {
  /** Null before the first plan is applied. */
  readonly planId: number | null;
  /** Null when unknown. */
  readonly person: Person | null;
  /** Those not over on the day asked about, of everyone. */
  readonly absences: readonly Absence[];
};

function askerRow(db: Kysely<Schema>, email: string, day: string) {
  const plan = db.selectFrom("plan_version").select((select) => select.fn.max("id").as("id"));
  const person = db
    .selectFrom("person")
    .select(["id", "email", "name", "language", "number_profile"])
    .where(personNamed(email));
  return db.selectNoFrom([
    plan.as("planId"),
    jsonObjectFrom(person).as("person"),
    jsonArrayFrom(absencesOn(db, day)).as("absences"),
  ]);
}

const rowOf = builtOnce((db, text: (name: "email" | "day") => string) =>
  askerRow(db, text("email"), text("day")).compile(),
);

const rowAndHeld = builtOnce((db, text: (name: "email" | "day" | "indicator") => string) =>
  askerRow(db, text("email"), text("day"))
    .select(chainAsJson(db, text("indicator")).as("held"))
    .compile(),
);

/** What is asked of who asks: their address, and a day (ISO 8601) on which the absences told are not over. */
export type AskedOf = { readonly email: string; readonly day: string };

/**
 * All of it in one question to the database: each one more is felt when hundreds ask in a second. With an `indicator`
 * (its slug), also all that it holds, in the order recorded: who is to write a figure there is decided on that.
 */
export async function askerOf(
  db: Kysely<Schema>,
  { email, day }: AskedOf,
  indicator: string | null = null,
): Promise<Asker & { readonly held: readonly Entry[] }> {
  const who = { email: normalized(email), day };
  const [row] =
    indicator === null
      ? (await rowOf(db, who)).map((each) => ({ ...each, held: [] }))
      : await rowAndHeld(db, { ...who, indicator });
  if (row === undefined) throw new Error("a question without a table has one row");
  return {
    planId: row.planId,
    person: row.person === null ? null : personOf(row.person),
    absences: row.absences.map(absenceOf),
    held: row.held.map(entryOf),
  };
}
