import type { Kysely } from "kysely";
import { jsonArrayFrom, jsonObjectFrom } from "kysely/helpers/postgres";
import type { Temporal } from "temporal-polyfill";
import type { Absence } from "../domain/absence.ts";
import { absenceOf } from "./absences.ts";
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
  const absences = db
    .selectFrom("absence")
    .innerJoin("person", "person.id", "absence.person_id")
    .leftJoin("person as delegate", "delegate.id", "absence.delegate_id")
    .where("absence.withdrawn_at", "is", null)
    .where("absence.to_day", ">=", text("day"))
    .select(["person.email", "absence.from_day", "absence.to_day", "delegate.email as delegate"]);
  return db.selectNoFrom([
    plan.as("planId"),
    jsonObjectFrom(person).as("person"),
    jsonArrayFrom(absences).as("absences"),
  ]);
});

/** All of it in one question to the database: each one more is felt when hundreds ask in a second. */
export async function askerOf(db: Kysely<Schema>, email: string, day: Temporal.PlainDate): Promise<Asker> {
  const [row] = await asked(db, { email: normalized(email), day: day.toString() });
  if (row === undefined) throw new Error("a question without a table has one row");
  return {
    planId: row.planId,
    person: row.person === null ? null : personOf(row.person),
    absences: row.absences.map(absenceOf),
  };
}
