import { EventEmitter } from "node:events";
import type { webApi } from "@slack/bolt";
import { Agent, request } from "undici";

/** The connections to Slack, kept from one call to the next. */
const dispatcher = new Agent();

type Answer = Awaited<ReturnType<webApi.FetchFunction>>;

/** Headers by their names in small letters, as they came. */
type Came = Readonly<Record<string, string | string[] | undefined>>;

function headersOf(came: Came): Answer["headers"] {
  const get = (name: string) => {
    const value = came[name.toLowerCase()];
    return value === undefined ? null : String(value);
  };
  const entries = () => Object.keys(came).map((name): [string, string] => [name, get(name) ?? ""]);
  return { get, entries };
}

/** An answer that is here whole. */
function answerOf(url: string, status: number, came: Came, body: Buffer): Answer {
  const text = async () => body.toString("utf8");
  return {
    ...{ url, status, statusText: "", ok: status >= 200 && status < 300, headers: headersOf(came) },
    text,
    json: async (): Promise<unknown> => JSON.parse(await text()),
    arrayBuffer: async () => new Uint8Array(body).buffer,
  };
}

/**
 * What the Web API client posts with: one request, whose whole answer must be there within `timeoutMs`. It is the
 * HTTP client below Node's `fetch`, without the streams and signals of the web, which cost four times the exchange
 * itself (docs/decisions/0038). Throws what the system or undici says; never follows a redirection.
 */
export function askingWithin(timeoutMs: number): webApi.FetchFunction {
  return async (target, { headers = {}, body } = {}) => {
    if (typeof body !== "string") throw new TypeError("Only texts are posted to Slack.");
    const url = String(target);
    const given = new EventEmitter();
    const timer = setTimeout(() => given.emit("abort"), timeoutMs);
    try {
      const answer = await request(url, { method: "POST", headers, body, signal: given, dispatcher });
      const whole = Buffer.from(await answer.body.arrayBuffer());
      const { statusCode } = answer;
      if (statusCode >= 300 && statusCode < 400) throw new Error(`${url} leads elsewhere.`);
      return answerOf(url, statusCode, answer.headers, whole);
    } finally {
      clearTimeout(timer);
    }
  };
}
