import type { Decimal } from "./decimal.ts";
import type { Indicator } from "./plan.ts";
import { type Coverage, coverageOf, type Recorded, totalOf } from "./recorded.ts";
import type { Span } from "./span.ts";

/** What an indicator of the external actions adds up to over a span, and the figures it lacks. */
export type Register = {
  readonly indicator: Indicator;
  /** In the indicator's unit; null when nothing is recorded, which is not a zero. */
  readonly total: Decimal | null;
  readonly coverage: Coverage;
};

/** The results of the external actions over a span, in the plan's order. */
export function registersOf(span: Span, recorded: Recorded): Register[] {
  return recorded.plan.indicators
    .filter(({ family }) => family === "outreach")
    .map((indicator) => ({
      indicator,
      total: totalOf(indicator, span, recorded),
      coverage: coverageOf(indicator, span, recorded),
    }));
}
