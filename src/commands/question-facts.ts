import type { Block, CardAction } from "../cards/card.ts";
import type { Decimal } from "../domain/decimal.ts";
import type { Facts } from "../domain/questions/figure.ts";
import type { Query, QueryPeriod } from "../domain/questions/query.ts";
import type { Coverage } from "../domain/recorded.ts";
import type { SetTarget } from "../domain/target.ts";
import type { JsonObject } from "./json.ts";
import type { Context } from "./request.ts";

/** What an answer is made from: the query, what is recorded, and who asks. */
export type Asked = {
  readonly query: Query;
  readonly asEmissions: boolean;
  readonly facts: Facts & { readonly targets: readonly SetTarget[] };
  readonly context: Context;
  readonly nameOf: (personId: string) => string | null;
};

/** A query about a measure over a period. */
export type AskedOn = Asked & { readonly measure: string; readonly period: QueryPeriod };

/** An answer before it is a card: its figure if it has one, its sentence, and what shows it. */
export type Answered = {
  readonly value: Decimal | null;
  readonly unit: string | null;
  readonly text: string;
  readonly coverage: Coverage | null;
  readonly blocks: readonly Block[];
  readonly follow: readonly CardAction[];
  /** More of the answer as data: a series, parts, a change. */
  readonly more: JsonObject;
};

/** An answer in words alone: nothing that has a figure. */
export function told(text: string, blocks: readonly Block[] = []): Answered {
  return { value: null, unit: null, text, coverage: null, blocks, follow: [], more: {} };
}
