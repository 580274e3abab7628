import type { Temporal } from "temporal-polyfill";
import { amountText, changeText, subjectLabel } from "../cards/progress-text.ts";
import type { JsonObject } from "../commands/json.ts";
import type { Cairn } from "../commands/request.ts";
import { decimal } from "../domain/decimal.ts";
import type { Messages } from "../messages/messages.ts";
import type { PostedDigest } from "../store/digests.ts";
import { makeDigest } from "./digest.ts";

/** A figure of a posted digest that would be said otherwise today; null where there is none. */
export type Difference = {
  readonly subject: "ges" | "dechets" | "ressources";
  readonly field: "total" | "actual" | "changePct";
  readonly unit: string;
  readonly was: number | null;
  readonly now: number | null;
};

const sections = [
  ["ghg", "ges"],
  ["waste", "dechets"],
  ["resources", "ressources"],
] as const;
const compared = ["total", "actual", "changePct"] as const;

function fieldOf(data: JsonObject, section: string, field: string): unknown {
  const progress = data[section];
  if (typeof progress !== "object" || progress === null || Array.isArray(progress)) return null;
  return Object.entries(progress).find(([key]) => key === field)?.[1];
}

function numberIn(data: JsonObject, section: string, field: string): number | null {
  const value = fieldOf(data, section, field);
  return typeof value === "number" ? value : null;
}

/** What the totals of a posted digest (`data`) would be with what was recorded by `at`, where that differs. */
export async function differencesSince(
  cairn: Cairn,
  { month }: Pick<PostedDigest, "month">,
  data: JsonObject,
  at: Temporal.Instant,
): Promise<Difference[]> {
  const { data: today } = await makeDigest(cairn, month, at);
  return sections.flatMap(([section, subject]) =>
    compared.flatMap((field): Difference[] => {
      const [was, now] = [numberIn(data, section, field), numberIn(today, section, field)];
      if (was === now) return [];
      const unit = field === "changePct" ? "%" : String(fieldOf(today, section, "unit"));
      return [{ subject, field, unit, was, now }];
    }),
  );
}

/** Those differences in words: the totals, then the changes like for like. */
export function differencesText(differences: readonly Difference[], messages: Messages): string {
  const said = messages.digest.posted;
  if (differences.length === 0) return said.same;
  const amount = (value: number | null, unit: string) => {
    if (value === null) return said.none;
    return unit === "%" ? changeText(decimal(value), messages) : amountText(decimal(value), unit, messages);
  };
  const lines = differences.map(({ subject, field, unit, was, now }) => {
    const label = said.field(subjectLabel(subject, messages), field);
    return said.difference(label, amount(was, unit), amount(now, unit));
  });
  return [said.changed, ...lines.map((line) => `• ${line}`)].join("\n");
}
