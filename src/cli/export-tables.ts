import { peopleNames } from "../commands/people-names.ts";
import type { Cairn } from "../commands/request.ts";
import type { Balance } from "../domain/balance.ts";
import { type Decimal, roundHalfUp } from "../domain/decimal.ts";
import type { Entry } from "../domain/entry.ts";
import { factorParts } from "../domain/factor.ts";
import type { ChosenFactor } from "../domain/factor-choice.ts";
import { yearOf } from "../domain/quarter.ts";
import { type Messages, messagesFor } from "../messages/messages.ts";
import { allEntries } from "../store/entries.ts";
import type { Table, TableCell } from "../store/workbook.ts";
import { type UsedFactor, usedFactors, yearlyBalances } from "./export-facts.ts";
import type { ExportTable } from "./export-format.ts";

const entryColumns = [
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
];

function entryRow(entry: Entry, by: string | null): TableCell[] {
  const { indicator, period, value, unit, note, typed, revision, kind, reason } = entry;
  const { at, platform, position, previousHash, hash } = entry;
  return [
    ...[indicator, period, value, unit, note, typed, revision, kind, reason],
    ...[by, at, platform, position, previousHash, hash],
  ];
}

async function entriesTable({ db }: Cairn): Promise<Table> {
  const nameOf = await peopleNames(db);
  const rows = (await allEntries(db)).map((entry) => entryRow(entry, nameOf(entry.personId)));
  return { name: "Entries", columns: entryColumns, rows };
}

const factorColumns = [
  ...["indicator", "activity_year", "id", "version", "factor_year", "name", "unit", "kgco2e_per_unit"],
  ...factorParts,
  ...["uncertainty_pct", "split", "provisional", "backcast", "valid_from", "valid_to", "source"],
];

/** Rounded last, as in JSON: kilograms to the gram, factors to ten decimals. */
const toGram = (kgCo2e: Decimal) => roundHalfUp(kgCo2e, 3);
const perUnit = (value: Decimal) => roundHalfUp(value, 10);

function factorRow({ indicator, activityYear, chosen }: UsedFactor): TableCell[] {
  const { factor, value, parts, year, provisional, backcast, splitEstimated }: ChosenFactor = chosen;
  return [
    ...[indicator, activityYear, factor.id, factor.version, year, factor.nameFr, factor.unit, perUnit(value)],
    ...factorParts.map((part) => {
      const value = parts.get(part);
      return value === undefined ? null : perUnit(value);
    }),
    ...[factor.uncertaintyPct, splitEstimated ? "estimated" : "published", provisional, backcast],
    ...[factor.validFrom, factor.validTo, factor.source],
  ];
}

async function factorsTable(cairn: Cairn): Promise<Table> {
  return { name: "Factors", columns: factorColumns, rows: (await usedFactors(cairn)).map(factorRow) };
}

const balanceColumns = ["year", "nomenclature", "level", "key", "label", "kgco2e"];
const totalColumns = ["uncertainty_pct", "provisional", "missing_figures"];

/** The total of a year, then its scopes, posts and indicators, and what stands apart from the total. */
function balanceRows(balance: Balance, messages: Messages): TableCell[][] {
  const { nomenclature, period } = balance;
  const { provisional, missing } = balance;
  const uncertaintyPct = balance.uncertaintyPct === null ? null : roundHalfUp(balance.uncertaintyPct, 2);
  const row = (level: string, key: string, label: string, kgCo2e: Decimal) => {
    const facts = level === "total" ? [uncertaintyPct, provisional, missing.length] : [null, null, null];
    return [yearOf(period), nomenclature, level, key, label, toGram(kgCo2e), ...facts];
  };
  const posts = [...balance.byPost].map(([post, kg]) =>
    row("post", post, messages.postLabel(nomenclature, post), kg),
  );
  return [
    row("total", "", "", balance.totalKgCo2e),
    ...[...balance.byScope].map(([scope, kg]) => row("scope", scope, messages.scope(scope), kg)),
    ...posts,
    ...balance.byIndicator.map(({ indicator, kgCo2e }) =>
      row("indicator", indicator.slug, messages.pick(indicator.label), kgCo2e),
    ),
    ...[...balance.leftOut].map(([reason, kg]) => row("apart", reason, messages.leftOutReason(reason), kg)),
    row("apart", "biogenic", messages.bulk.biogenic, balance.biogenicKgCo2),
  ];
}

async function balancesTable(cairn: Cairn): Promise<Table> {
  const messages = messagesFor(cairn.language);
  const rows = (await yearlyBalances(cairn)).flatMap((balance) => balanceRows(balance, messages));
  return { name: "Balances", columns: [...balanceColumns, ...totalColumns], rows };
}

const makers: Readonly<Record<ExportTable, (cairn: Cairn) => Promise<Table>>> = {
  entries: entriesTable,
  factors: factorsTable,
  balances: balancesTable,
};

/** A table of the export: every revision, the factors used each year, or the yearly balances. */
export function exportTable(cairn: Cairn, name: ExportTable): Promise<Table> {
  return makers[name](cairn);
}
