import { actionCard, planCard } from "../cards/plan-card.ts";
import { type ActionView, viewAction } from "../domain/action-state.ts";
import { standingEntries } from "../domain/entry.ts";
import { matchName } from "../domain/name-match.ts";
import type { Plan } from "../domain/plan.ts";
import { previousQuarter } from "../domain/quarter.ts";
import { ok, refuse } from "../domain/refusal.ts";
import { allEntries } from "../store/entries.ts";
import { type JsonObject, jsonNumber } from "./json.ts";
import type { Context, Outcome, Verb } from "./request.ts";

/** `spent` awaits the register of expenses: null means unknown, never zero. */
function actionJson({ action, state, received, expected, days }: ActionView): JsonObject {
  const recorded = days === null ? null : jsonNumber(days);
  return { ...action, spent: null, days: recorded, state, coverage: { received, expected } };
}

/** The code of the action that `words` name: "AI.3", "ai3", "ai 3" or its title. */
function actionNamed(plan: Plan, words: string): string | null {
  const candidates = plan.actions.map(({ code, title }) => ({
    key: code,
    names: [code, code.replace(".", ""), code.replace(".", " "), title],
  }));
  const match = matchName(words, candidates);
  return match.kind === "exact" || match.kind === "prefix" ? match.key : null;
}

async function run(context: Context, words: string): Promise<Outcome> {
  const { plan, messages } = context;
  const code = words === "" ? null : actionNamed(plan, words);
  if (words !== "" && code === null) return refuse("not_found", { what: "action", typed: words });
  const open = previousQuarter(context.current);
  const entries = standingEntries(await allEntries(context.db));
  const chosen = plan.actions.filter((action) => code === null || action.code === code);
  const views = chosen.map((action) => viewAction(action, plan, entries, open));
  const [first] = views;
  const card =
    code === null || first === undefined
      ? planCard(plan, views, open, messages)
      : actionCard(plan, first, open, messages);
  return ok({ data: { actions: views.map(actionJson) }, card });
}

/** `/cairn plan`: the action plan in its own words, and where its collection stands. */
export const plan: Verb = { name: "plan", aliases: ["plan", "actions"], run };
