import type { ReadingInput } from "../../src/domain/questions/parse.ts";
import { readQuestion } from "../../src/domain/questions/read.ts";

/** Reads a question into one line: its intent, measure, first and last quarter, reference. */
export function lineOn(input: ReadingInput): (text: string) => string {
  return (text) => {
    const { query, asEmissions } = readQuestion(text, input);
    const { intent, measure, period, against } = query;
    const held = typeof against === "object" && against !== null ? `${against.from}..${against.to}` : against;
    const span = period === null ? null : `${period.from}..${period.to}`;
    const parts = [intent, measure, span, held, asEmissions ? "as emissions" : null];
    return parts.filter((part) => part !== null).join(" ");
  };
}
