import { Temporal } from "temporal-polyfill";
import { answerBalance } from "../commands/bilan.ts";
import type { Cairn } from "../commands/request.ts";
import type { Nomenclature } from "../domain/nomenclature.ts";
import type { Period } from "../domain/period.ts";
import { currentQuarter } from "../domain/quarter.ts";
import { messagesFor } from "../messages/messages.ts";
import { drawCard } from "../platforms/terminal/draw.ts";
import { type CliResult, exitStatus } from "./output.ts";

/** The balance of a period, in the plan's nomenclature when none is said. */
export async function balance(
  { db, language, plan: planInForce }: Cairn,
  period: Period,
  nomenclature: Nomenclature | null,
): Promise<CliResult> {
  const plan = await planInForce();
  const facts = {
    db,
    plan,
    current: currentQuarter(Temporal.Now.instant(), plan.timeZone),
    messages: messagesFor(language),
  };
  const answer = await answerBalance(facts, { period, nomenclature: nomenclature ?? plan.nomenclature });
  return { status: exitStatus.done, json: answer.balance, text: drawCard(answer.card) };
}
