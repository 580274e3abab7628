import type { Kysely } from "kysely";
import { jsonArrayFrom, jsonObjectFrom } from "kysely/helpers/postgres";
import type { Absence } from "../domain/absence.ts";
import { absenceOf, absencesOn } from "./absences.ts";
import { builtOnce } from "./built-once.ts";
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

const asked = builtOnce((db, text: (name: "email" | "day") => string) => {
  const plan = db.selectFrom("plan_version").select((select) => select.fn.max("id").as("id"));
  const person = db
    .selectFrom("person")
    .select(["id", "email", "name", "language", "number_profile"])
    .where(personNamed(text("email")));
  return db
    .selectNoFrom([
      plan.as("planId"),
      jsonObjectFrom(person).as("person"),
      jsonArrayFrom(absencesOn(db, text("day"))).as("absences"),
    ])
    .compile();
});

/** All of it, for absences not over on `day` (ISO 8601), in one question to the database: each one more is felt when hundreds ask in a second. */
export async function askerOf(db: Kysely<Schema>, email: string, day: string): Promise<Asker> {
  const [row] = await asked(db, { email: normalized(email), day });
  if (row === undefined) throw new Error("a question without a table has one row");
  return {
    planId: row.planId,
    person: row.person === null ? null : personOf(row.person),
    absences: row.absences.map(absenceOf),
  };
}
