import { Temporal } from "temporal-polyfill";
import { decimal } from "../../src/domain/decimal.ts";
import { computeDigest, type Digest, type DigestInput } from "../../src/domain/digest.ts";
import type { ProjectRevision } from "../../src/domain/financed-project.ts";
import type { Indicator, Plan } from "../../src/domain/plan.ts";
import { planOf } from "./build.ts";
import { factorsOf } from "./progress.ts";

/** When a digest of the test is asked for, unless said: the morning that of September 2026 is posted. */
export const october = "2026-10-01T07:00:00Z";

type Changes = Partial<Omit<DigestInput, "at" | "since">> & { readonly at?: string; readonly since?: string };

/** The digest of September 2026, the morning it is posted, with nothing recorded unless said; factors are 1 kgCO2e. */
export function digestOf(
  indicators: readonly Indicator[],
  { at = october, since = "2026-09-01T07:00:00Z", ...changes }: Changes = {},
): Digest {
  const plan = changes.plan ?? planOf(...indicators);
  return computeDigest({
    plan,
    factors: factorsOf(Object.fromEntries(plan.indicators.map(({ slug }) => [slug, "1"]))),
    entries: [],
    targets: [],
    projects: [],
    restatements: [],
    month: "2026-09",
    ...changes,
    at: Temporal.Instant.from(at),
    since: Temporal.Instant.from(since),
  });
}

/** A plan of those indicators with the manifesto's five values. */
export function planWithValues(...indicators: Indicator[]): Plan {
  const names = ["Vivante", "Innovante", "Bienveillante", "Accueillante", "Bas carbone"];
  return { ...planOf(...indicators), values: names.map((name) => ({ name, text: `${name}…` })) };
}

/** A project of 12 tonnes and 300 euros in 2026, unless said. */
export function project(number: number, changes: Partial<ProjectRevision> = {}): ProjectRevision {
  return {
    number,
    revision: 1,
    name: `Projet ${number}`,
    tonnes: decimal(12),
    eur: decimal(300),
    year: 2026,
    standard: null,
    vintage: null,
    proof: null,
    reason: null,
    personId: "p1",
    platform: "terminal",
    at: "2026-03-10T08:00:00.000Z",
    ...changes,
  };
}
