import { balanceCard } from "../cards/balance-card.ts";
import type { Card } from "../cards/card.ts";
import { computeBalance } from "../domain/balance.ts";
import { standingEntries } from "../domain/entry.ts";
import type { Nomenclature } from "../domain/nomenclature.ts";
import type { Period } from "../domain/period.ts";
import { yearOf } from "../domain/quarter.ts";
import { ok, type Result } from "../domain/refusal.ts";
import { allEntries } from "../store/entries.ts";
import { currentFactors } from "../store/factors.ts";
import { balanceJson } from "./balance-json.ts";
import type { JsonObject } from "./json.ts";
import { takeNomenclature } from "./nomenclature-argument.ts";
import { onlyPeriod } from "./period-argument.ts";
import type { Context, Outcome, Verb } from "./request.ts";

function readArguments(
  context: Context,
  words: string,
): Result<{ nomenclature: Nomenclature; period: Period }> {
  const { nomenclature, rest } = takeNomenclature(words);
  const thisYear: Period = `${yearOf(context.current)}`;
  const asked = rest === "" ? ok(thisYear) : onlyPeriod(context, rest);
  if (!asked.ok) return asked;
  return ok({ nomenclature: nomenclature ?? context.plan.nomenclature, period: asked.value });
}

/** A balance as data and as a card: the same for the chat line and the command line. */
export async function answerBalance(
  { db, plan, current, messages }: Pick<Context, "db" | "plan" | "current" | "messages">,
  asked: { readonly period: Period; readonly nomenclature: Nomenclature },
): Promise<{ readonly balance: JsonObject; readonly card: Card }> {
  const entries = standingEntries(await allEntries(db));
  const balance = computeBalance({ plan, current, entries, factors: await currentFactors(db), ...asked });
  const example = entries.some(({ platform }) => platform === "example");
  return {
    balance: balanceJson(balance, messages),
    card: balanceCard(balance, { plan, current, example }, messages),
  };
}

async function run(context: Context, words: string): Promise<Outcome> {
  const read = readArguments(context, words);
  if (!read.ok) return read;
  const { balance, card } = await answerBalance(context, read.value);
  return ok({ data: { balance }, card });
}

/** `/cairn bilan`: the greenhouse-gas balance of a year or a quarter. */
export const bilan: Verb = { name: "bilan", aliases: ["balance"], run };
