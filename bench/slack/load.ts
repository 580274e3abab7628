import { setTimeout as wait } from "node:timers/promises";
import autocannon from "autocannon";
import { slackPath } from "../../src/platforms/slack/slack.ts";
import type { Submission } from "./requests.ts";

/** What a run of the load came to: rates a second, latencies in ms. */
export type Load = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** How long each answer took, the shortest first. */
  readonly timesMs: readonly number[];
  /** The figures whose answer was the receipt. */
  readonly receipts: readonly string[];
  /** Answers that were not, timeouts and cut connections included. */
  readonly others: number;
};

/** Where signed commands go, and what each says. */
export type Target = { readonly url: string; readonly next: () => Submission };

/** How autocannon asks: so many connections at once, each as fast as it is answered or so many times a second. */
type Asking = { readonly connections: number; readonly seconds: number; readonly rate?: number };

/** Answers of one autocannon, gathered in `receipts`, and how long each took in `timesMs`. */
async function cannon(
  { url, next }: Target,
  { connections, seconds, rate }: Asking,
  { receipts, timesMs }: { readonly receipts: string[]; readonly timesMs: number[] },
): Promise<autocannon.Result> {
  const options: autocannon.Options = {
    url: `${url}${slackPath}`,
    connections,
    duration: seconds,
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
  };
  return await new Promise((resolve, reject) => {
    const instance = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
    instance.on("response", (_client, _status, _bytes, ms) => timesMs.push(ms));
  });
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** What runs that followed one another came to together. */
export function together(loads: readonly Load[]): Load {
  const timesMs = loads.flatMap((load) => load.timesMs).toSorted((one, other) => one - other);
  return {
    perSecond: loads.reduce((sum, { perSecond }) => sum + perSecond, 0) / loads.length,
    p50Ms: quantile(timesMs, 0.5),
    p99Ms: quantile(timesMs, 0.99),
    timesMs,
    receipts: loads.flatMap(({ receipts }) => receipts),
    others: loads.reduce((sum, { others }) => sum + others, 0),
  };
}

/** What several autocannons at once came to. */
async function loadOf(
  target: Target,
  askings: readonly (Asking & { readonly afterMs: number })[],
): Promise<Load> {
  const [receipts, timesMs]: [string[], number[]] = [[], []];
  const results = await Promise.all(
    askings.map(async ({ afterMs, ...asking }) => {
      await wait(afterMs);
      return await cannon(target, asking, { receipts, timesMs });
    }),
  );
  const sorted = timesMs.toSorted((one, other) => one - other);
  const answers = results.reduce((sum, { requests, errors }) => sum + requests.total + errors, 0);
  return {
    perSecond: receipts.length / (results[0]?.duration ?? 1),
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    timesMs: sorted,
    receipts,
    others: answers - receipts.length,
  };
}

/** As fast as `connections` are answered. */
export async function flatOut(target: Target, connections: number, seconds: number): Promise<Load> {
  return await loadOf(target, [{ connections, seconds, afterMs: 0 }]);
}

/**
 * So many requests each second, at even intervals: an autocannon that is given a rate asks for all of a second's at
 * once and then waits, so each of these asks once a second, and they begin one after the other.
 */
export async function steadily(target: Target, perSecond: number, seconds: number): Promise<Load> {
  const askings = Array.from({ length: perSecond }, (_, index) => ({
    ...{ connections: 1, seconds, rate: 1, afterMs: (index * 1_000) / perSecond },
  }));
  return await loadOf(target, askings);
}
