import { z } from "zod";
import { isQuarter } from "../domain/quarter.ts";
import { intents, namedReferences, type Query } from "../domain/questions/query.ts";

const quarter = z.string().refine(isQuarter);
const period = z.strictObject({ from: quarter, to: quarter }).refine(({ from, to }) => from <= to);

/** The query of a question, as it is kept and as an optional model may propose it: closed, and nothing else. */
export const querySchema: z.ZodType<Query> = z.strictObject({
  intent: z.enum(intents),
  measure: z.string().max(200).nullable(),
  period: period.nullable(),
  against: z.union([z.enum(namedReferences), period]).nullable(),
});
