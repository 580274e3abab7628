import { setTimeout as wait } from "node:timers/promises";
import { type Logger, SocketModeReceiver, type webApi } from "@slack/bolt";
import type { Log } from "../../log.ts";
import { PlatformError } from "../platform.ts";
import { inTime } from "./accepted.ts";
import { platformErrorOf } from "./errors.ts";
import { type Body, type Process, processed } from "./processing.ts";

/** Slower than this, a socket is not opened. */
const openWithinMs = 10_000;

/** The first wait before a socket that was cut is opened again; it doubles with each failure. */
const firstDelayMs = 250;
const longestDelayMs = 30_000;

/** A socket that lasted as long was a good one. */
const goodForMs = 10_000;

/** How long stopping waits for requests under way, then for the socket's last word. */
const finishWithinMs = 4_000;
const closeWithinMs = 500;

/** How many envelopes are remembered, to know one that is delivered again. */
const mostRemembered = 1_000;

/** Slack's requests, through sockets that are opened from here and again whenever they are cut. */
export type Sockets = {
  /** Opens the first. Throws PlatformError `unauthorised` when the token is not let in; waits for nothing else. */
  readonly start: () => Promise<void>;
  /** Takes no new request, waits for those under way, then closes. */
  readonly stop: () => Promise<void>;
  readonly isConnected: () => boolean;
};

/** One request, as the client hands it over. */
type Envelope = {
  readonly envelope_id: string;
  readonly body: Body;
  readonly ack: (response?: unknown) => Promise<void>;
};

/** Processes envelopes, each once however many sockets bring it: the same again is acknowledged as it was. */
function takingEnvelopes(process: Process, log: Log) {
  const remembered = new Map<string, Promise<{ readonly isTaken: boolean; readonly response: unknown }>>();
  const underWay = new Set<Promise<void>>();

  const first = async ({ body, ack }: Envelope) => {
    let response: unknown;
    const acknowledge = async (said?: unknown) => {
      await ack(said);
      response = said;
    };
    const state = await processed(body, { process, log, acknowledge });
    return { isTaken: state === "acknowledged", response };
  };

  const take = async (envelope: Envelope) => {
    const { envelope_id: id, ack } = envelope;
    const known = remembered.get(id);
    if (known !== undefined) {
      const { isTaken, response } = await known;
      if (isTaken) await ack(response);
      return;
    }
    const work = first(envelope);
    remembered.set(id, work);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    const { isTaken } = await work;
    if (!isTaken) remembered.delete(id);
  };

  return {
    take: (envelope: Envelope) => {
      const work = take(envelope)
        .catch((error: unknown) => log.warn({ err: error }, "an acknowledgement did not reach Slack"))
        .finally(() => underWay.delete(work));
      underWay.add(work);
    },
    finished: async () => void (await inTime(Promise.allSettled(underWay), finishWithinMs)),
  };
}

type Client = SocketModeReceiver["client"];

/**
 * Bolt's client for one socket at a time. It is told never to open another by itself: where the network is away, its
 * own reconnection ends in a rejection that nobody can catch.
 */
function clientFor(appToken: string, options: webApi.WebClientOptions, logger: Logger): Client {
  const installerOptions = { clientOptions: options };
  return new SocketModeReceiver({ appToken, logger, autoReconnectEnabled: false, installerOptions }).client;
}

/** Closes the socket: a peer that does not answer is not waited for. */
async function closed(client: Client): Promise<void> {
  await inTime(client.disconnect(), closeWithinMs);
  client.websocket?.disconnect();
}

/** Opens a socket, and resolves once Slack has said hello to the promise of its end. Throws PlatformError. */
async function opened(client: Client): Promise<{ readonly end: Promise<void> }> {
  const end = new Promise<void>((resolve) => client.once("disconnected", () => resolve()));
  const hello = client.start().then(
    () => true,
    (error: unknown) => {
      throw error === undefined ? new PlatformError("unreachable", "socket_cut") : platformErrorOf(error);
    },
  );
  if ((await inTime(hello, openWithinMs)) === true) return { end };
  await closed(client);
  throw new PlatformError("unreachable", "no_hello");
}

/** Socket Mode: `process` is given each of Slack's requests. */
export function slackSockets(
  {
    appToken,
    options,
    logger,
    log,
  }: {
    readonly appToken: string;
    readonly options: webApi.WebClientOptions;
    readonly logger: Logger;
    readonly log: Log;
  },
  process: Process,
): Sockets {
  const client = clientFor(appToken, options, logger);
  const envelopes = takingEnvelopes(process, log);
  const stopping = new AbortController();
  let isConnected = false;
  let failures = 0;

  client.on("slack_event", (envelope: Envelope) => {
    if (!stopping.signal.aborted) envelopes.take(envelope);
  });

  const pause = async () => {
    const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** failures) * (0.75 + Math.random() / 4);
    await wait(delayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
  };

  /** One socket, from its opening to its end. */
  const oneSocket = async (onOpen: () => void) => {
    const { end } = await opened(client);
    const since = performance.now();
    isConnected = true;
    onOpen();
    await end;
    isConnected = false;
    failures = performance.now() - since >= goodForMs ? 0 : failures + 1;
  };

  const keepOpen = async (first: PromiseWithResolvers<void>) => {
    while (!stopping.signal.aborted) {
      try {
        await oneSocket(first.resolve);
      } catch (error) {
        failures += 1;
        if (error instanceof PlatformError && error.fault === "unauthorised") first.reject(error);
        log.warn({ err: error }, "Slack’s socket could not be opened; trying again");
        first.resolve();
      }
      await pause();
    }
  };

  let running: Promise<void> = Promise.resolve();
  return {
    start: async () => {
      const first = Promise.withResolvers<void>();
      running = keepOpen(first);
      try {
        await first.promise;
      } catch (error) {
        stopping.abort();
        throw error;
      }
    },
    stop: async () => {
      stopping.abort();
      await envelopes.finished();
      await closed(client);
      await running;
    },
    isConnected: () => isConnected,
  };
}
