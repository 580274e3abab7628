import { z } from "zod";
import type { SecondReader } from "../commands/second-reader.ts";
import { promptOf, queryJsonSchema } from "./query-prompt.ts";

/** Where a language model answers in the way of OpenAI's chat completions, and which. */
export type ModelSettings = {
  /** The address before "/chat/completions". */
  readonly url: string;
  /** Null where the endpoint wants none. */
  readonly key: string | null;
  readonly name: string;
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

/**
 * A second reader on an OpenAI-compatible endpoint. A refusal, an error, an answer that is late, cut, too long or no
 * JSON are all nothing: the person gets the plain reader's refusal, and a model that fails never makes a request fail.
 */
export function chatReader({ url, key, name }: ModelSettings, limitMs: number = patienceMs): SecondReader {
  const address = `${url.replace(/\/+$/u, "")}/chat/completions`;
  return async (question) => {
    const schema = { name: "query", strict: true, schema: queryJsonSchema(question) };
    const body = {
      model: name,
      messages: promptOf(question),
      response_format: { type: "json_schema", json_schema: schema },
    };
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify(body),
        redirect: "error",
        signal: AbortSignal.timeout(limitMs),
      });
      const text = response.ok ? await textOf(response) : null;
      return text === null ? null : contentOf(text);
    } catch {
      return null;
    }
  };
}
