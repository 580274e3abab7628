import { writeFile } from "node:fs/promises";
import { stringify } from "csv-stringify/sync";
import { Temporal } from "temporal-polyfill";
import { balanceJson, factorJson } from "../commands/balance-json.ts";
import { entryJson, type JsonObject } from "../commands/json.ts";
import { peopleNames } from "../commands/people-names.ts";
import type { Cairn } from "../commands/request.ts";
import { computeBalance, emittingIndicators } from "../domain/balance.ts";
import { decimalText } from "../domain/decimal.ts";
import { type Entry, type StandingEntry, standingEntries } from "../domain/entry.ts";
import { chooseFactor, type FactorSet } from "../domain/factor-choice.ts";
import type { Year } from "../domain/period.ts";
import type { Plan } from "../domain/plan.ts";
import { currentQuarter, yearOf } from "../domain/quarter.ts";
import { messagesFor } from "../messages/messages.ts";
import { allEntries } from "../store/entries.ts";
import { currentFactors } from "../store/factors.ts";
import type { ExportFormat } from "./export-format.ts";
import { type ExitStatus, exitStatus, print } from "./output.ts";

const columns = [
  "indicator",
  "period",
  "value",
  "unit",
  "note",
  "typed",
  "revision",
  "kind",
  "reason",
  "by",
  "at",
  "platform",
  "position",
  "previous_hash",
  "hash",
] as const;

type NameOf = (personId: string) => string | null;

function entryRow(entry: Entry, nameOf: NameOf): Record<(typeof columns)[number], string> {
  return {
    indicator: entry.indicator,
    period: entry.period,
    value: entry.value === null ? "" : decimalText(entry.value),
    unit: entry.unit,
    note: entry.note ?? "",
    typed: entry.typed,
    revision: String(entry.revision),
    kind: entry.kind,
    reason: entry.reason ?? "",
    by: nameOf(entry.personId) ?? "",
    at: entry.at,
    platform: entry.platform,
    position: String(entry.position),
    previous_hash: entry.previousHash ?? "",
    hash: entry.hash,
  };
}

/** Every revision as CSV; a text that a spreadsheet would run as a formula is made inert with an apostrophe. */
async function entriesCsv(cairn: Cairn): Promise<string> {
  const nameOf = await peopleNames(cairn.db);
  const rows = (await allEntries(cairn.db)).map((entry) => entryRow(entry, nameOf));
  return stringify(rows, { header: true, columns: [...columns], escape_formulas: true });
}

function entryFull(entry: Entry, nameOf: NameOf, plan: Plan): JsonObject {
  const { kind, note, reason, at, platform, position, previousHash, hash } = entry;
  const by = nameOf(entry.personId);
  return {
    ...entryJson(entry, plan.timeZone),
    kind,
    note,
    reason,
    by,
    at,
    platform,
    position,
    previousHash,
    hash,
  };
}

/** Each factor that an entry's year uses, once for each indicator and year. */
function factorsUsed(plan: Plan, entries: readonly StandingEntry[], factors: FactorSet): JsonObject[] {
  return emittingIndicators(plan).flatMap(({ slug, emission }) => {
    const periods = entries.filter(({ indicator }) => indicator === slug).map(({ period }) => yearOf(period));
    return [...new Set(periods)].sort().map((activityYear) => {
      return {
        indicator: slug,
        activityYear,
        ...factorJson(chooseFactor(emission.factor, activityYear, factors)),
      };
    });
  });
}

async function everythingJson(cairn: Cairn): Promise<JsonObject> {
  const plan = await cairn.plan();
  const nameOf = await peopleNames(cairn.db);
  const all = await allEntries(cairn.db);
  const factors = await currentFactors(cairn.db);
  const entries = standingEntries(all);
  const years = [...new Set(entries.map(({ period }) => yearOf(period)))].sort();
  const current = currentQuarter(Temporal.Now.instant(), plan.timeZone);
  const balances = years.map((year) => {
    const period: Year = `${year}`;
    const input = { plan, factors, entries, current, period, nomenclature: plan.nomenclature };
    return balanceJson(computeBalance(input), messagesFor(cairn.language));
  });
  return {
    entries: all.map((entry) => entryFull(entry, nameOf, plan)),
    factors: factorsUsed(plan, entries, factors),
    balances,
  };
}

/** Writes every revision as CSV, or entries, factors used and yearly balances as JSON; to stdout without a path. */
export async function exportTo(cairn: Cairn, format: ExportFormat, path: string | null): Promise<ExitStatus> {
  const text =
    format === "csv" ? await entriesCsv(cairn) : `${JSON.stringify(await everythingJson(cairn), null, 2)}\n`;
  if (path === null) await print(text.trimEnd());
  else await writeFile(path, text);
  return exitStatus.done;
}
