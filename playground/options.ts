import { parseArgs } from "node:util";
import { Temporal } from "temporal-polyfill";

/** What `npm run playground` is asked. */
export type PlaygroundOptions = {
  /** The moment it is said to be when Cairn starts; time goes on from there. */
  readonly at: Temporal.Instant;
  /** Whom one is in the playground: an address of the plan. */
  readonly as: string;
  /** Folder of the embedded database, kept; null for one that is thrown away. */
  readonly data: string | null;
  /** Cairn's port, and that of the page to open. */
  readonly port: number;
  readonly pagePort: number;
};

/** How it is used. */
export const usage = [
  "npm run playground -- [--at 2027-01-04T09:30+01:00] [--as energie@cluster.example] [--data FOLDER]",
  "                      [--port 3978] [--page-port 56150]",
  "  --at    the moment it is said to be: reminders and digests due by then are sent (now, when not said)",
  "  --as    whom you are: an address of the example plan",
  "  --data  keeps the figures in that folder, for the next time; thrown away when not said",
].join("\n");

function instantOf(text: string | undefined): Temporal.Instant {
  if (text === undefined) return Temporal.Now.instant();
  try {
    return Temporal.Instant.from(text);
  } catch (cause) {
    throw new Error(`--at takes a moment with its offset, such as 2027-01-04T09:30+01:00, not ${text}.`, {
      cause,
    });
  }
}

function portOf(text: string, name: string): number {
  const port = Number(text);
  if (/^\d+$/u.test(text) && port > 0 && port <= 65_535) return port;
  throw new Error(`${name} takes a port from 1 to 65535, not ${text}.`);
}

/** Reads the words after `npm run playground --`. Throws, in words, when one of them is wrong. */
export function readOptions(words: readonly string[]): PlaygroundOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      at: { type: "string" },
      as: { type: "string", default: "energie@cluster.example" },
      data: { type: "string" },
      port: { type: "string", default: "3978" },
      "page-port": { type: "string", default: "56150" },
    },
  });
  return {
    at: instantOf(values.at),
    as: values.as.toLowerCase(),
    data: values.data ?? null,
    port: portOf(values.port, "--port"),
    pagePort: portOf(values["page-port"], "--page-port"),
  };
}
