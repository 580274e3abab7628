import type { Kysely, Selectable, Transaction } from "kysely";
import { type Decimal, decimal, decimalText } from "../domain/decimal.ts";
import type { NewProject, ProjectRevision } from "../domain/financed-project.ts";
import { holdSubject } from "./advisory-lock.ts";
import { storableText } from "./append.ts";
import type { ProjectTable, Schema } from "./schema.ts";

/** Every revision of every financed project, in the order of their numbers. */
export async function allProjects(db: Kysely<Schema>): Promise<ProjectRevision[]> {
  const rows = await db.selectFrom("project").selectAll().orderBy("number").orderBy("revision").execute();
  return rows.map(projectOf);
}

/** Waits until no other transaction writes the register of projects, and holds it to the end of `trx`. */
export async function lockProjects(trx: Transaction<Schema>): Promise<void> {
  await holdSubject(trx, "projects");
}

/** Records a revision of project `number`, or a project of its own when that is null. The lock must be held. */
export async function recordProject(
  trx: Transaction<Schema>,
  project: NewProject,
  number: number | null,
): Promise<ProjectRevision> {
  const known = await allProjects(trx);
  const next = number ?? Math.max(0, ...known.map((each) => each.number)) + 1;
  const revision = known.filter((each) => each.number === next).length + 1;
  const row = await trx
    .insertInto("project")
    .values({
      number: next,
      revision,
      name: storableText(project.name),
      tonnes: numeric(project.tonnes),
      eur: numeric(project.eur),
      year: project.year,
      standard: textOrNull(project.standard),
      vintage: project.vintage,
      proof: textOrNull(project.proof),
      reason: textOrNull(project.reason),
      person_id: project.personId,
      platform: project.platform,
      at: project.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return projectOf(row);
}

function numeric(value: Decimal | null): string | null {
  return value === null ? null : decimalText(value);
}

function textOrNull(text: string | null): string | null {
  return text === null ? null : storableText(text);
}

function projectOf(row: Selectable<ProjectTable>): ProjectRevision {
  const { person_id: personId, at, tonnes, eur, ...same } = row;
  const number = (text: string | null) => (text === null ? null : decimal(text));
  return { ...same, personId, at: at.toISOString(), tonnes: number(tonnes), eur: number(eur) };
}
