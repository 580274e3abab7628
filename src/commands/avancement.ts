import { actionProgressCard, progressCard } from "../cards/progress-card.ts";
import type { Against } from "../domain/against.ts";
import { standingEntries } from "../domain/entry.ts";
import { readPeriodTokens } from "../domain/period-text.ts";
import { computeProgress, type Progress } from "../domain/progress.ts";
import type { Recorded } from "../domain/recorded.ts";
import { ok, type Result, refuse } from "../domain/refusal.ts";
import type { Span } from "../domain/span.ts";
import { type Subject, subjectsOf } from "../domain/subject.ts";
import type { SetTarget } from "../domain/target.ts";
import { allEntries } from "../store/entries.ts";
import { currentFactors } from "../store/factors.ts";
import { allTargets } from "../store/targets.ts";
import { peopleNames } from "./people-names.ts";
import { progressJson } from "./progress-json.ts";
import type { Context, Outcome, Verb } from "./request.ts";
import { readAgainst, readSpan, takeAgainstWords } from "./span-argument.ts";
import { type Chosen, takeSubject } from "./subject-argument.ts";
import { wordsOf } from "./words.ts";

type Asked = { readonly chosen: Chosen; readonly span: Span; readonly against: Against };

const emissions: Chosen = { kind: "subject", subject: "ges" };

/** The subject that begins the words, or all emissions where a period does. */
function takeChosen(context: Context, words: string): Result<{ chosen: Chosen; rest: string }> {
  const at = { now: context.now, timeZone: context.plan.timeZone };
  if (words === "" || readPeriodTokens(wordsOf(words), at) !== null)
    return ok({ chosen: emissions, rest: words });
  return takeSubject(context.plan, words, { withActions: true });
}

function readArguments(context: Context, line: string): Result<Asked> {
  const { words, against } = takeAgainstWords(line);
  const taken = takeChosen(context, words);
  if (!taken.ok) return taken;
  const span = readSpan(context, taken.value.rest);
  if (!span.ok) return span;
  const reference = readAgainst(context, against, span.value);
  if (!reference.ok) return reference;
  return ok({ chosen: taken.value.chosen, span: span.value, against: reference.value });
}

/** Everything progress is computed from, as recorded now. */
export async function recordedNow({
  db,
  plan,
  current,
}: Pick<Context, "db" | "plan" | "current">): Promise<Recorded & { readonly targets: readonly SetTarget[] }> {
  const entries = standingEntries(await allEntries(db));
  return { plan, current, entries, factors: await currentFactors(db), targets: await allTargets(db) };
}

/** What tells the subject or the action chosen, first thing first. */
function subjectsTold(chosen: Chosen, { plan }: Context): Subject[] {
  return chosen.kind === "subject" ? [chosen.subject] : subjectsOf(chosen.action, plan);
}

async function run(context: Context, line: string): Promise<Outcome> {
  const read = readArguments(context, line);
  if (!read.ok) return read;
  const { chosen, span, against } = read.value;
  const recorded = await recordedNow(context);
  const nameOf = await peopleNames(context.db);
  const parts = subjectsTold(chosen, context).map((subject): Progress => {
    return computeProgress({ ...recorded, subject, span, against });
  });
  const [first] = parts;
  if (first === undefined) return refuse("not_found", { what: "figure", typed: line });
  const { plan, current, messages } = context;
  const example = recorded.entries.some(({ platform }) => platform === "example");
  const facts = { plan, current, example, nameOf };
  const progress = progressJson(first, nameOf);
  if (chosen.kind === "subject")
    return ok({ data: { progress }, card: progressCard(first, facts, messages) });
  return ok({
    data: { progress, action: chosen.action.code, parts: parts.map((part) => progressJson(part, nameOf)) },
    card: actionProgressCard(chosen.action, parts, facts, messages),
  });
}

/** `/cairn avancement`: how far a subject or an action is, against the reference and the target. */
export const avancement: Verb = { name: "avancement", aliases: ["progress", "progression"], run };
