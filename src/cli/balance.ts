import { Temporal } from "temporal-polyfill";
import { answerBalance } from "../commands/bilan.ts";
import type { Cairn } from "../commands/request.ts";
import type { Nomenclature } from "../domain/nomenclature.ts";
import type { Period } from "../domain/period.ts";
import { readPeriod } from "../domain/period-text.ts";
import { currentQuarter } from "../domain/quarter.ts";
import { messagesFor } from "../messages/messages.ts";
import { drawCard } from "../platforms/terminal/draw.ts";
import { type CliResult, exitStatus } from "./output.ts";
import { refusedResult } from "./refused.ts";

/** The balance of a period, in the plan's nomenclature when none is said. */
export async function balance(
  { db, language, plan: planInForce }: Cairn,
  period: Period,
  nomenclature: Nomenclature | null,
): Promise<CliResult> {
  const plan = await planInForce();
  const now = Temporal.Now.instant();
  const messages = messagesFor(language);
  const read = readPeriod(period, now, plan.timeZone);
  if (!read.ok) return refusedResult(read.refusal, "balance", plan.timeZone, messages);
  const facts = { db, plan, current: currentQuarter(now, plan.timeZone), messages };
  const answer = await answerBalance(facts, { period, nomenclature: nomenclature ?? plan.nomenclature });
  return { status: exitStatus.done, json: answer.balance, text: drawCard(answer.card) };
}
