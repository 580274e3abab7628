import autocannon from "autocannon";
import { slackPath } from "../../src/platforms/slack/slack.ts";
import type { Submission } from "./requests.ts";

/** What a run of the load came to: rates a second, latencies in ms. */
export type Load = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The figures whose answer was the receipt. */
  readonly receipts: readonly string[];
  /** Answers that were not, timeouts and cut connections included. */
  readonly others: number;
};

/** How hard the load is: so many connections at once, as fast as they are answered or at a steady rate a second. */
export type Pace = { readonly connections: number; readonly seconds: number; readonly rate?: number };

/** Sends signed commands to a door and reads every answer. */
export async function load(url: string, next: () => Submission, pace: Pace): Promise<Load> {
  const receipts: string[] = [];
  const { connections, seconds: duration, rate } = pace;
  const result = await autocannon({
    url: `${url}${slackPath}`,
    connections,
    duration,
    timeout: 10,
    ...(rate === undefined ? {} : { overallRate: rate }),
    requests: [
      {
        method: "POST",
        setupRequest: (request, context) => {
          const { figure, headers, body } = next();
          Object.assign(context, { figure });
          return { ...request, headers: { ...request.headers, ...headers }, body };
        },
        onResponse: (status, body, context) => {
          const isReceipt = status === 200 && body.includes("C’est noté");
          if (isReceipt && "figure" in context) receipts.push(String(context.figure));
        },
      },
    ],
  });
  const { total } = result.requests;
  return {
    perSecond: receipts.length / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    receipts,
    others: total - receipts.length + result.errors,
  };
}
