import { z } from "zod";
import type { ModelQuestion, SecondReader } from "../commands/second-reader.ts";
import { promptOf, queryJsonSchema } from "./query-prompt.ts";

/** Where a language model answers in the way of OpenAI's chat completions, and which. */
export type ModelSettings = {
  /** The address before "/chat/completions". */
  readonly url: string;
  /** Null where the endpoint wants none. */
  readonly key: string | null;
  readonly name: string;
};

/** A question to try a model with. */
export const sampleQuestion: ModelQuestion = {
  text: "émissions 2025",
  measures: [{ measure: "ghg", label: "Émissions" }],
  today: "2026-T1",
  referenceYear: 2021,
};

/** How long a question waits for the model; after that the plain refusal stands. */
const patienceMs = 3000;

/** Far above any query: more is no answer. */
const answerLimitBytes = 64 * 1024;

const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** The text of a response, given up as soon as it is too long. */
async function textOf({ body }: Response): Promise<string | null> {
  if (body === null) return null;
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > answerLimitBytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** What the model wrote, as JSON; throws where it is none. */
function contentOf(text: string): unknown {
  const completion: unknown = JSON.parse(text);
  const [choice] = completionSchema.parse(completion).choices;
  return choice === undefined ? null : JSON.parse(choice.message.content);
}

/** What came of asking: some JSON, an answer that holds none, a refusal with its HTTP status, or no answer in time. */
export type Heard =
  | { readonly kind: "said"; readonly content: unknown }
  | { readonly kind: "unreadable" | "no_answer" }
  | { readonly kind: "refused"; readonly status: number };

async function heard(response: Response): Promise<Heard> {
  if (!response.ok) return { kind: "refused", status: response.status };
  const text = await textOf(response);
  if (text === null) return { kind: "unreadable" };
  try {
    return { kind: "said", content: contentOf(text) };
  } catch {
    return { kind: "unreadable" };
  }
}

/** Asks an OpenAI-compatible endpoint once what a question means. Never throws. */
export async function askModel(
  { url, key, name }: ModelSettings,
  question: ModelQuestion,
  limitMs: number = patienceMs,
): Promise<Heard> {
  const schema = { name: "query", strict: true, schema: queryJsonSchema(question) };
  const body = {
    model: name,
    messages: promptOf(question),
    response_format: { type: "json_schema", json_schema: schema },
  };
  const authorization = key === null ? {} : { authorization: `Bearer ${key}` };
  try {
    const response = await fetch(`${url.replace(/\/+$/u, "")}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", ...authorization },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(limitMs),
    });
    return await heard(response);
  } catch {
    return { kind: "no_answer" };
  }
}

/**
 * A second reader on an OpenAI-compatible endpoint. A refusal, an error, an answer that is late, cut, too long or no
 * JSON are all nothing: the person gets the plain reader's refusal, and a model that fails never makes a request fail.
 */
export function chatReader(settings: ModelSettings, limitMs: number = patienceMs): SecondReader {
  return async (question) => {
    const answer = await askModel(settings, question, limitMs);
    return answer.kind === "said" ? answer.content : null;
  };
}
