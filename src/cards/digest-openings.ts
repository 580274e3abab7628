import type { Digest } from "../domain/digest.ts";
import { knownTotal } from "../domain/known-total.ts";
import type { Progress } from "../domain/progress.ts";
import { yearOf } from "../domain/quarter.ts";
import { type Span, spanText } from "../domain/span.ts";
import { subjectName } from "../domain/subject.ts";
import type { Messages } from "../messages/messages.ts";
import type { CardAction } from "./card.ts";
import { subjectLabel } from "./progress-text.ts";

/** What `/cairn pourquoi` is asked for: a quarter alone, or the year, which it opens as far as it has begun. */
function openedPeriod({ from, to }: Span): string {
  return from === to ? from : String(yearOf(from));
}

function titled(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function openingOf({ subject, span }: Pick<Progress, "subject" | "span">, messages: Messages): CardAction {
  const label = titled(subjectLabel(subject, messages));
  return { label, line: `/cairn pourquoi ${subjectName(subject)} ${openedPeriod(span)}` };
}

/** Buttons that open each figure of a digest down to its entries, its factors and their sources; each line once. */
export function digestOpenings(digest: Digest, messages: Messages): CardAction[] {
  const said = messages.digest.open;
  const { ghg, waste, eachResource, movers, registers, lastYear } = digest;
  const { span } = ghg;
  const progress = [ghg, ...(lastYear === null ? [] : [lastYear]), waste, ...eachResource];
  const recorded = progress.filter((each) => knownTotal(each) !== null);
  const counted = registers.filter(({ total }) => total !== null);
  const indicators = [...movers, ...counted].map(({ indicator }) => ({ subject: indicator, span }));
  const openings = [
    ...[...recorded, ...indicators].map((each) => openingOf(each, messages)),
    {
      label: titled(messages.progress.subjects.ressources),
      line: `/cairn avancement ressources ${spanText(span)}`,
    },
    { label: said.due, line: "/cairn echeances" },
  ];
  return [...new Map(openings.map((opening) => [opening.line, opening])).values()];
}
