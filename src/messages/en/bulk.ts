import { decimal } from "../../domain/decimal.ts";
import type { LeftOutRow, TellingRatio } from "../../domain/factor-notice.ts";
import type { RestatementReason } from "../../domain/restatement.ts";
import type { FactorNoticeSentences } from "../factor-notice-sentences.ts";
import { formatFor } from "../format.ts";
import type { bulk as french } from "../fr/bulk.ts";
import { periodName, periodTitle } from "./words.ts";

const { number } = formatFor("en-GB");

function several(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

const exact = (text: string) => number(decimal(text));

const leftOut: Readonly<Record<LeftOutRow, string>> = {
  not_a_factor: "it is no emission factor",
  no_total: "its total is blank",
  negative_total: "its total is negative (carbon stored), which a gross balance does not count",
  unreadable_unit: "its unit is not of the form kgCO2e/…",
};

const tellingRatios: Readonly<Record<TellingRatio, string>> = {
  "pcs-pci": "that of gross to net calorific values",
  "mj-kwh": "that of a kWh to a MJ",
  "carbon-co2": "that of CO2 to carbon",
};

function times(power: number | null): string {
  if (power === null) return "the value falls to zero";
  return `about ${number(10 ** Math.abs(power))} times ${power > 0 ? "more" : "less"}`;
}

const notices: FactorNoticeSentences = {
  magnitude: ({ other, before, after, unit, power }) =>
    `${exact(before)} → ${exact(after)} kgCO2e/${unit}, ${times(power)} than ${other}: a unit or a decimal mark misread?`,
  unit_changed: ({ other, before, after }) => `The unit goes from “${before}” (${other}) to “${after}”.`,
  parts_differ_from_total: ({ parts, total }) =>
    `The parts make ${exact(parts)} and the total says ${exact(total)}: more than 0.6% apart.`,
  large_change: ({ other, before, after, ratio }) =>
    `${exact(before)} → ${exact(after)}, × ${exact(ratio)} against ${other}: the same scope, the same source?`,
  telling_ratio: ({ other, ratio, between }) =>
    `The ratio to ${other}, ${exact(ratio)}, is ${tellingRatios[between]}: check the unit.`,
  same_record: ({ other, record, otherValue, value }) =>
    `${other} cites the same record ${record} with ${otherValue}, not ${value}: two rules, or two editions?`,
  expired: ({ validTo }) => `The validity printed by the source has passed (${validTo}).`,
  archived: () => "The source has archived this factor.",
  left_out: ({ why }) => `Left out: ${leftOut[why]}.`,
};

const reasons: Readonly<Record<RestatementReason, string>> = {
  finalised: "final, the year’s factor is published",
  factor_version: "new version of the factor",
  factor_choice: "another factor",
  method: "another rule of calculation",
  indicator_added: "indicator added to the balance",
  indicator_removed: "indicator taken out of the balance",
  total: "total",
};

/** What imports and exports in bulk say, and the results they restate, in English. */
export const bulk: typeof french = {
  unwritable: (path, reason) => `${path} cannot be written (${reason}).`,
  biogenic: "biogenic CO2",
  surprising: (amount, period, usual) =>
    `${amount} for ${periodName(period)}: ${usual === null ? "an enormous number" : `far from ${usual}, the usual value or the plan’s limit`}.`,
  factors: {
    notices,
    done: (added, changed, same) =>
      `Emission factors: ${number(added)} new, ${several(changed, "new version", "new versions")}, ${number(same)} unchanged.`,
    wouldDo: (added, changed, same) =>
      `Trial, nothing written: ${several(added, "factor", "factors")} would be added, ${number(changed)} would change, ${number(same)} unchanged.`,
    nothing: (errors) => `Nothing is imported: ${several(errors, "error", "errors")}.`,
    confirm: "If these values are right, run it again with --confirm.",
    unusable: (indicator, unit, indicatorUnit) =>
      `The indicator ${indicator} is measured in ${indicatorUnit} and cannot use a factor per ${unit}.`,
    warnings: (count) => `${several(count, "remark", "remarks")}:`,
    others: (count) => `and ${several(count, "other", "others")}`,
    perUnit: (value, unit) => `${value} kgCO2e/${unit}`,
    fields: {
      name_fr: "French name",
      name_en: "name",
      unit: "unit",
      printed_total: "total",
      part_combustion: "combustion",
      part_upstream: "upstream",
      part_losses: "losses",
      part_manufacture: "manufacture",
      part_contrails: "contrails",
      part_use: "use",
      co2_biogenic: "biogenic CO2",
      uncertainty_pct: "uncertainty in %",
      non_kyoto: "outside Kyoto",
      gwp_basis: "GWP basis",
      valid_from: "valid from",
      valid_to: "valid to",
      source: "source",
      seen_in: "seen in",
      confidence: "confidence",
      note: "note",
    },
    nothingThere: "blank",
  },
  restated: {
    title: (periods) => `Past results restated: ${several(periods, "period", "periods")}.`,
    line: (period, before, after) => `${periodTitle(period)}: ${before} → ${after}`,
    indicator: (label, before, after, reason) => `${label}: ${before} → ${after} (${reasons[reason]})`,
    factors: (before, after) => `; factor ${before} → ${after}`,
    none: "absent",
  },
};
