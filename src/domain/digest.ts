import { Temporal } from "temporal-polyfill";
import { headsOf, type NamedHead } from "./chain-head.ts";
import { type Collection, collectionOf } from "./collection.ts";
import { type CorrectedFigure, correctedFigures, recordedBetween, recordedBy } from "./corrected-figure.ts";
import { type Entry, standingEntries } from "./entry.ts";
import type { FactorSet } from "./factor-choice.ts";
import { type FinancedProjects, type ProjectRevision, projectsOf } from "./financed-project.ts";
import { type Month, monthNumber, postingMoment, quarterOfMonth } from "./month.ts";
import { type Mover, topMovers } from "./mover.ts";
import type { Plan } from "./plan.ts";
import { computeProgress, type Progress } from "./progress.ts";
import { compareQuarters, currentQuarter, openQuarter, quarterNumber, yearOf } from "./quarter.ts";
import type { Recorded } from "./recorded.ts";
import { type Register, registersOf } from "./register.ts";
import type { Restatement } from "./restatement.ts";
import { type Span, spanOf, yearSoFar } from "./span.ts";
import { indicatorsOf } from "./subject.ts";
import type { SetTarget } from "./target.ts";

/** What a digest is made from. Records later than `at` do not count, so that a past month can be told again. */
export type DigestInput = {
  readonly plan: Plan;
  readonly factors: FactorSet;
  /** Every revision. */
  readonly entries: readonly Entry[];
  readonly targets: readonly SetTarget[];
  /** Every revision. */
  readonly projects: readonly ProjectRevision[];
  readonly restatements: readonly (Restatement & { readonly at: string })[];
  readonly month: Month;
  readonly at: Temporal.Instant;
  /** When the digest before was posted: what was restated since is listed. */
  readonly since: Temporal.Instant;
};

/** The summary of a month: the civil year so far at its end, against the same quarters of the reference year. */
export type Digest = {
  readonly month: Month;
  readonly posting: Temporal.ZonedDateTime;
  readonly at: Temporal.Instant;
  readonly span: Span;
  /** What was recorded by `at`. */
  readonly recorded: Recorded;
  readonly ghg: Progress;
  readonly waste: Progress;
  readonly resources: Progress;
  /** Each resource behind the index. */
  readonly eachResource: readonly Progress[];
  /** The emissions of the year before, while no quarter of this one has ended; null later. */
  readonly lastYear: Progress | null;
  readonly movers: readonly Mover[];
  readonly registers: readonly Register[];
  readonly projects: FinancedProjects;
  readonly collection: Collection;
  /** Figures and results that changed since the digest before. */
  readonly corrected: readonly CorrectedFigure[];
  readonly restated: readonly Restatement[];
  readonly heads: readonly NamedHead[];
  /** One of the plan's values, in turn; null when it has none. */
  readonly value: Plan["values"][number] | null;
};

const moversShown = 3;

/** The summary of a month as it stands at `at`. */
export function computeDigest(input: DigestInput): Digest {
  const { plan, factors, month, at, since } = input;
  const known = recordedBy(input.entries, at);
  const entries = standingEntries(known);
  const ended = quarterOfMonth(month);
  const under = currentQuarter(at, plan.timeZone);
  const current = compareQuarters(under, ended) < 0 ? under : ended;
  const span = yearSoFar(ended);
  const posting = postingMoment(month, plan);
  const recorded = { plan, factors, entries, current, underWay: under };
  const targets = recordedBy(input.targets, at);
  const progress = (subject: Progress["subject"], over: Span) =>
    computeProgress({ ...recorded, targets, subject, span: over, against: "baseline" });
  const ghg = progress("ges", span);
  const year = yearOf(ended);
  return {
    month,
    posting,
    at,
    span,
    recorded,
    ghg,
    waste: progress("dechets", span),
    resources: progress("ressources", span),
    eachResource: indicatorsOf("ressources", plan).map((indicator) => progress(indicator, span)),
    lastYear: quarterNumber(ended) === 1 ? progress("ges", spanOf(`${year - 1}`)) : null,
    movers: year > plan.referenceYear ? topMovers(ghg.comparison, moversShown) : [],
    registers: registersOf(span, recorded),
    projects: projectsOf(recordedBy(input.projects, at), year),
    collection: collectionOf(collectedAt(posting, input), { plan, entries, now: at }),
    corrected: correctedFigures(input.entries, { from: since, to: at }),
    restated: recordedBetween(input.restatements, { from: since, to: at }),
    heads: headsOf(known),
    value: plan.values[(monthNumber(month) - 1) % plan.values.length] ?? null,
  };
}

/** The quarter whose collection is open when the digest is posted, or at `at` if it is read before. */
function collectedAt(posting: Temporal.ZonedDateTime, { at, plan }: DigestInput) {
  const posted = posting.toInstant();
  return openQuarter(Temporal.Instant.compare(at, posted) < 0 ? at : posted, plan.timeZone);
}
