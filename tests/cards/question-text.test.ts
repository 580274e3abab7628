import { describe, expect, it } from "vitest";
import { questionLine } from "../../src/cards/question-text.ts";
import { generalMeasures, type Query } from "../../src/domain/questions/query.ts";
import { readQuestion } from "../../src/domain/questions/read.ts";
import { messagesFor } from "../../src/messages/messages.ts";
import { planShipped, readerOf } from "../support/questions.ts";

const plan = await planShipped();
const input = readerOf(plan)("2026-11-23");
const slugs = plan.indicators.map(({ slug }) => slug);
const figures = [...generalMeasures.filter((measure) => !measure.startsWith("referent-")), ...slugs];
const year = { from: "2025-T1", to: "2025-T4" } as const;
const quarter = { from: "2026-T3", to: "2026-T3" } as const;
const run = { from: "2026-T1", to: "2026-T3" } as const;

const asked: readonly Query[] = [
  ...figures.flatMap((measure): Query[] => [
    { intent: "value", measure, period: year, against: null },
    { intent: "value", measure, period: run, against: null },
    { intent: "trend", measure, period: year, against: null },
    { intent: "compare", measure, period: quarter, against: "previous_year" },
    { intent: "compare", measure, period: year, against: "target" },
    { intent: "target", measure, period: year, against: null },
  ]),
  ...slugs.map((measure): Query => ({ intent: "factor", measure, period: null, against: null })),
  ...["ghg", "waste"].map((measure): Query => ({ intent: "rank", measure, period: year, against: null })),
  ...plan.actions.map(
    ({ code }): Query => ({ intent: "action", measure: code, period: null, against: null }),
  ),
  { intent: "missing", measure: null, period: quarter, against: null },
];

describe.each(["fr", "en"] as const)("the line of a button, in the language %s", (language) => {
  it.each(asked)("$intent of $measure is read as what it stands for", (query) => {
    const line = questionLine(query, messagesFor(language)) ?? "";
    expect(readQuestion(line.replace("/question ", ""), input).query).toEqual(query);
  });
});
