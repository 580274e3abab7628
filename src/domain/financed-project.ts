import { type Decimal, sum } from "./decimal.ts";

/** What is recorded of a mountain project that the cluster helped to finance. */
export type NewProject = {
  readonly name: string;
  /** tCO2e that the project's holder announces; null once the project is withdrawn, as `eur`. */
  readonly tonnes: Decimal | null;
  readonly eur: Decimal | null;
  /** The civil year it was financed in. */
  readonly year: number;
  /** The standard it is certified under; null when none was given. */
  readonly standard: string | null;
  /** The year of the tonnes; null when not given. */
  readonly vintage: number | null;
  /** Where the proof that the tonnes were retired is; null when not given. */
  readonly proof: string | null;
  /** Why it was withdrawn; null before. */
  readonly reason: string | null;
  readonly personId: string;
  readonly platform: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
};

/** One revision in the register; `number` names the project, from 1 in the order recorded. */
export type ProjectRevision = NewProject & { readonly number: number; readonly revision: number };

/** A project that stands: listed beside the balance, never in it. */
export type FinancedProject = ProjectRevision & { readonly tonnes: Decimal; readonly eur: Decimal };

function stands(project: ProjectRevision): project is FinancedProject {
  return project.tonnes !== null && project.eur !== null;
}

/** The projects that stand among those revisions, in their order of recording. */
export function standingProjects(revisions: readonly ProjectRevision[]): FinancedProject[] {
  const latest = new Map<number, ProjectRevision>();
  for (const project of revisions) {
    const known = latest.get(project.number);
    if (known === undefined || project.revision > known.revision) latest.set(project.number, project);
  }
  return [...latest.values()].filter(stands).toSorted((one, other) => one.number - other.number);
}

/** The projects financed in a year, and what they add up to. */
export type FinancedProjects = {
  readonly list: readonly FinancedProject[];
  readonly tonnes: Decimal;
  readonly eur: Decimal;
};

/** The projects of those revisions that were financed in a civil year. */
export function projectsOf(revisions: readonly ProjectRevision[], year: number): FinancedProjects {
  const list = standingProjects(revisions).filter((project) => project.year === year);
  return { list, tonnes: sum(list.map(({ tonnes }) => tonnes)), eur: sum(list.map(({ eur }) => eur)) };
}
