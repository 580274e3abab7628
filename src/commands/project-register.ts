import type { Transaction } from "kysely";
import type { ProjectOutcome } from "../cards/project-card.ts";
import {
  type FinancedProject,
  type NewProject,
  type ProjectRevision,
  standingProjects,
} from "../domain/financed-project.ts";
import { allProjects, lockProjects, recordProject } from "../store/projects.ts";
import { keepProject, type ProjectPlace, projectOfRequest } from "../store/requests.ts";
import type { Schema } from "../store/schema.ts";
import type { Context, Outcome } from "./request.ts";
import { requestDigest } from "./request-digest.ts";

/** A project as its author is told of it: one that is withdrawn still has its amounts. */
export type ToldProject = { readonly project: FinancedProject; readonly outcome: ProjectOutcome };

type Refused = Extract<Outcome, { ok: false }>;

/** What is to be written: a revision of project `to`, or of a new one where that is null; or another answer. */
export type ProjectDecision =
  | { readonly append: NewProject; readonly to: number | null }
  | { readonly instead: ToldProject | Refused };

/** What a revision in the register was. */
function told(register: readonly ProjectRevision[], { number, revision }: ProjectPlace): ToldProject {
  const at = (which: number) =>
    register.find((each) => each.number === number && each.revision === which) ?? null;
  const written = at(revision);
  const amounts = written?.tonnes === null ? at(revision - 1) : written;
  const { tonnes = null, eur = null } = amounts ?? {};
  if (written === null || tonnes === null || eur === null) throw new Error("The register lacks a revision.");
  const first = revision === 1 ? "recorded" : "completed";
  return { project: { ...written, tonnes, eur }, outcome: written === amounts ? first : "withdrawn" };
}

/**
 * Decides on the projects that stand and writes, in one transaction that holds the register. The same request again
 * is answered with what it wrote, whatever was written since.
 */
export async function decideAndRecord(
  context: Context,
  decide: (standing: readonly FinancedProject[]) => ProjectDecision,
): Promise<ToldProject | Refused> {
  const key = requestDigest(context, "/projet");
  return await context.db.transaction().execute(async (trx: Transaction<Schema>) => {
    await lockProjects(trx);
    const register = await allProjects(trx);
    const before = key === null ? null : await projectOfRequest(trx, key);
    if (before !== null) return told(register, before);
    const decision = decide(standingProjects(register));
    if ("instead" in decision) return decision.instead;
    const written = await recordProject(trx, decision.append, decision.to);
    if (key !== null) await keepProject(trx, { key, at: written.at }, written);
    return told([...register, written], written);
  });
}
