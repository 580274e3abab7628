import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { querySchema } from "../commands/query-schema.ts";
import type { Cairn } from "../commands/request.ts";
import { quarter, quarterOf } from "../domain/quarter.ts";
import { lexiconOf } from "../domain/questions/lexicon.ts";
import type { Query } from "../domain/questions/query.ts";
import { readQuestion } from "../domain/questions/read.ts";
import { messagesFor } from "../messages/messages.ts";
import { codeOf } from "../store/errors.ts";
import { type CliResult, exitStatus } from "./output.ts";

const sample = fileURLToPath(new URL("../../tests/fixtures/questions/sample.jsonl", import.meta.url));

const caseSchema = z.looseObject({ text: z.string(), at: z.iso.date() });

type Case = { readonly text: string; readonly at: string; readonly query: Query };

/** One line of a file of questions: the text, the day it is asked, and the query it means. Null when it is none. */
function caseOf(line: string): Case | null {
  try {
    const json: unknown = JSON.parse(line);
    const { text, at, ...query } = caseSchema.parse(json);
    return { text, at, query: querySchema.parse(query) };
  } catch {
    return null;
  }
}

function isSame(one: Query, other: Query): boolean {
  const key = ({ intent, measure, period, against }: Query) =>
    JSON.stringify([intent, measure, period, against]);
  return key(one) === key(other);
}

/** How a question came out: the very query, none, or another; and how long reading it took. */
type Outcome = { readonly text: string; readonly kind: "exact" | "refused" | "wrong"; readonly ms: number };

/** Reads the questions of a file (the sample's unless said) and counts those read exactly, refused, and read wrongly. */
export async function benchQuestions({ plan, language }: Cairn, path: string = sample): Promise<CliResult> {
  const said = messagesFor(language);
  const file = await readFile(path, "utf8").catch((error: unknown) => codeOf(error) ?? "?");
  const lines = file.split("\n").filter((line) => line.trim() !== "");
  const cases = lines.map(caseOf).filter((each) => each !== null);
  if (cases.length < lines.length || cases.length === 0) {
    const text = said.labelValue(path, said.questions.bench.notCases);
    return { status: exitStatus.refused, json: { error: text }, text };
  }
  const { referenceYear, collectFrom, ...inForce } = await plan();
  const lexicon = lexiconOf({ referenceYear, collectFrom, ...inForce });
  const first = collectFrom ?? quarter(referenceYear, 1);
  const outcomes = cases.map(({ text, at, query }): Outcome => {
    const day = Temporal.PlainDate.from(at);
    const calendar = { current: quarterOf(day), month: day.month, referenceYear, first };
    const start = performance.now();
    const reading = readQuestion(text, { lexicon, calendar });
    const ms = performance.now() - start;
    if (isSame(reading.query, query)) return { text, kind: "exact", ms };
    return { text, kind: reading.query.intent === "unknown" ? "refused" : "wrong", ms };
  });
  return resultOf(outcomes, language);
}

function resultOf(outcomes: readonly Outcome[], language: Cairn["language"]): CliResult {
  const { questions } = messagesFor(language);
  const textsOf = (kind: Outcome["kind"]) =>
    outcomes.filter((each) => each.kind === kind).map(({ text }) => text);
  const times = outcomes.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const medianMs = Math.round((times[Math.floor(times.length / 2)] ?? 0) * 1000) / 1000;
  const maxMs = Math.round((times.at(-1) ?? 0) * 1000) / 1000;
  const [refused, wrong] = [textsOf("refused"), textsOf("wrong")];
  const exact = textsOf("exact").length;
  const json = { questions: outcomes.length, exact, refused, wrong, medianMs, maxMs };
  const text = [
    questions.bench.counts(outcomes.length, exact, refused.length, wrong.length),
    questions.bench.times(medianMs, maxMs),
    ...wrong.map(questions.bench.wrong),
    ...refused.map(questions.bench.refused),
  ].join("\n");
  return { status: wrong.length === 0 ? exitStatus.done : exitStatus.refused, json, text };
}
