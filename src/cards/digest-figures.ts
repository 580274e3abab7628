import type { Digest } from "../domain/digest.ts";
import { knownTotal } from "../domain/known-total.ts";
import type { Plan } from "../domain/plan.ts";
import type { Progress } from "../domain/progress.ts";
import { yearOf } from "../domain/quarter.ts";
import { wasteChange } from "../domain/waste-change.ts";
import type { Messages } from "../messages/messages.ts";
import { someLabels } from "./balance-card.ts";
import { type Block, column, note } from "./card.ts";
import { amountText, changeText, signed, subjectLabel } from "./progress-text.ts";

/** What is recorded since January, once a figure of the year is; an index has no total but its comparison. */
function nowText(progress: Progress, messages: Messages): string {
  const { subject, comparison } = progress;
  const amount = subject === "ressources" ? comparison.actual : knownTotal(progress);
  return amount === null ? messages.digest.figures.none : amountText(amount, comparison.unit, messages);
}

function differenceText(progress: Progress, messages: Messages): string {
  const said = messages.digest.figures;
  const { span, referenceYear, comparison, changePct, demonstrated } = progress;
  const { actual, baseline, unit } = comparison;
  if (yearOf(span.from) === referenceYear.year) return said.isReference;
  if (actual === null || baseline === null) return knownTotal(progress) === null ? "" : said.nothingToCompare;
  const change = actual.minus(baseline);
  const text =
    changePct === null
      ? signed(change, (value) => amountText(value, unit, messages))
      : changeText(changePct, messages);
  return demonstrated === false ? said.notDemonstrated(text, change.lt(0)) : text;
}

/** A total's target, or that it is to be set; a single indicator has one only where somebody set it. */
function targetText({ subject, aim, status, comparison }: Progress, messages: Messages): string {
  const said = messages.digest.figures;
  if (aim === null) return typeof subject === "string" ? said.toSet : "";
  if (aim.value === null || status === "insufficient_data" || status === "no_target") return said.notYet;
  return said.target(amountText(aim.value, comparison.unit, messages), status);
}

function row(label: string, progress: Progress, messages: Messages): string[] {
  return [
    label,
    nowText(progress, messages),
    differenceText(progress, messages),
    targetText(progress, messages),
  ];
}

/** Waste per person and how much of it is sorted, as recorded and like for like. */
function wasteRows(progress: Progress, plan: Plan, messages: Messages): string[][] {
  const { waste, comparison, referenceYear, span } = progress;
  if (waste === null) return [];
  const said = messages.digest.figures;
  const { kgPerFtePct, sortingRatePct } = wasteChange(comparison, progress, plan);
  const { kgPerFte, sortingRatePct: rate } = waste.actual;
  const { percent, amount } = messages.format;
  const year = referenceYear.year;
  const isReference = yearOf(span.from) === year;
  const [was, is] = [sortingRatePct.baseline, sortingRatePct.actual];
  const rates = was === null || is === null ? "" : said.rate(percent(is), percent(was), year);
  const change = kgPerFtePct === null ? "" : changeText(kgPerFtePct, messages);
  const perPerson = kgPerFte === null ? said.unknown : amount(kgPerFte, "kg", 1);
  return [
    [`  ${said.wastePerPerson}`, perPerson, isReference ? "" : change, ""],
    [`  ${said.sortingRate}`, rate === null ? said.unknown : percent(rate), isReference ? "" : rates, ""],
  ];
}

/** Greenhouse gases, waste and resources in one table: now, against the reference, and the target. */
export function figuresTable(
  { ghg, waste, resources, eachResource }: Digest,
  plan: Plan,
  messages: Messages,
): Block {
  const said = messages.digest.figures;
  const { columns } = said;
  return {
    type: "table",
    columns: [
      column(""),
      column(columns.now(yearOf(ghg.span.from)), "right"),
      column(columns.change(ghg.referenceYear.year)),
      column(columns.target),
    ],
    rows: [
      row(said.ghg, ghg, messages),
      row(said.waste, waste, messages),
      ...wasteRows(waste, plan, messages),
      row(said.resources, resources, messages),
      ...eachResource.map((each) => row(`  ${subjectLabel(each.subject, messages)}`, each, messages)),
    ],
  };
}

/** What the emissions rest on, and what their comparison leaves aside. */
export function figuresNotes({ ghg }: Digest, plan: Plan, messages: Messages): Block[] {
  const said = messages.digest.figures;
  const labels = new Map(plan.indicators.map(({ slug, label }) => [slug, messages.pick(label)]));
  const named = (slugs: Iterable<string>) =>
    someLabels(
      [...new Set(slugs)].map((slug) => labels.get(slug) ?? slug),
      messages,
    );
  const aside = ghg.comparison.leftOut.filter(({ side }) => side === "actual");
  return [
    ...(ghg.provisional.length === 0 ? [] : [note(said.provisional(named(ghg.provisional)))]),
    ...(aside.length === 0 ? [] : [note(said.left(named(aside.map(({ indicator }) => indicator))))]),
  ];
}
