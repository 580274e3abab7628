import type { Progress } from "../domain/progress.ts";
import { subjectName } from "../domain/subject.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Card, note } from "./card.ts";
import { exampleBlocks, headline, type ProgressFacts } from "./progress-card.ts";
import { subjectLabel } from "./progress-text.ts";
import { targetBlocks } from "./target-blocks.ts";

/** How far a subject is, in short: what changed, the target, what is missing, and the button that opens it whole. */
export function progressSummaryCard(progress: Progress, facts: ProgressFacts, messages: Messages): Card {
  const { subject, coverage } = progress;
  const label = subjectLabel(subject, messages);
  const missing = coverage.missing.length;
  return {
    title: messages.home.progressTitle(label),
    blocks: [
      ...exampleBlocks(facts, messages),
      ...headline(progress, messages),
      ...targetBlocks(progress, facts, messages),
      ...(missing === 0 ? [] : [note(messages.balance.missing(missing))]),
      actions({
        label: messages.home.details,
        line: `/cairn avancement ${subjectName(subject)}`,
        spoken: messages.home.detailsOf(label),
      }),
    ],
  };
}
