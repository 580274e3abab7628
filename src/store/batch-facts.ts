import { type Kysely, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Absence } from "../domain/absence.ts";
import { absenceOf, absencesOn } from "./absences.ts";
import { builtOnce } from "./built-once.ts";
import type { Schema } from "./schema.ts";

/** What all the deliveries of a batch are decided on. */
export type BatchFacts = {
  /** Null before the first plan is applied. */
  readonly planId: number | null;
  /** Those not over on the day asked about, of everyone. */
  readonly absences: readonly Absence[];
  /** How long each of the subjects is left alone still, in ms; those that may be written to are left out. */
  readonly quietMs: ReadonlyMap<string, number>;
  /** Whether anything was ever asked of the referents. */
  readonly hasQuestions: boolean;
};

const asked = builtOnce((db, value: (name: "day" | "subjects") => string) => {
  const plan = db.selectFrom("plan_version").select(({ fn }) => fn.max("id").as("id"));
  const quiet = db
    .selectFrom("pace")
    .where(sql<boolean>`subject = any(${value("subjects")}::text[]) and free_at > clock_timestamp()`)
    .select("subject")
    .select(
      sql<number>`(extract(epoch from free_at - clock_timestamp()) * 1000)::double precision`.as("waitMs"),
    );
  return db
    .selectNoFrom(({ exists, selectFrom }) => [
      plan.as("planId"),
      jsonArrayFrom(absencesOn(db, value("day"))).as("absences"),
      jsonArrayFrom(quiet).as("quiet"),
      exists(selectFrom("human_question_event").select("id")).as("hasQuestions"),
    ])
    .compile();
});

/** All of it in one question to the database, for absences not over on `day` (ISO 8601) and those subjects. */
export async function batchFacts(
  db: Kysely<Schema>,
  day: string,
  subjects: readonly string[],
): Promise<BatchFacts> {
  const [row] = await asked(db, { day, subjects });
  if (row === undefined) throw new Error("a question without a table has one row");
  const { planId, absences, quiet, hasQuestions } = row;
  return {
    planId,
    absences: absences.map(absenceOf),
    quietMs: new Map(quiet.map(({ subject, waitMs }) => [subject, waitMs])),
    hasQuestions: hasQuestions === true,
  };
}
