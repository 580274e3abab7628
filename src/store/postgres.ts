import { Socket } from "node:net";
import type { Pool } from "pg";
import { StoreUnavailable } from "./errors.ts";
import { dateType, int8Type } from "./pglite.ts";

const connectTimeoutMs = 5_000;
const poolSize = 16;

/** A connection on which nothing has come or gone for so long is dead, in ms: a statement takes less. */
const mostSilenceMs = 60_000;
const keepAliveMs = 10_000;

/** A connection that notices a server which is gone without a word: the pool then makes another. */
function watchedSocket(silenceMs: number): Socket {
  const socket = new Socket();
  socket.setKeepAlive(true, keepAliveMs);
  socket.setTimeout(silenceMs, () => socket.destroy(new Error("the database has gone silent")));
  return socket;
}

/**
 * A pool on the PostgreSQL of `url`, proved by one connection. A statement that takes longer than `silenceMs` is
 * given up, by the server and by us. Throws StoreUnavailable.
 */
export async function openPool(url: string, silenceMs: number = mostSilenceMs): Promise<Pool> {
  const { default: pg } = await import("pg");
  try {
    const pool = new pg.Pool({
      connectionString: url,
      max: poolSize,
      connectionTimeoutMillis: connectTimeoutMs,
      // Making a connection is long, and its statements are to be read again; pg closes an idle one after 10 s.
      idleTimeoutMillis: silenceMs / 2,
      application_name: "cairn",
      stream: () => watchedSocket(silenceMs),
      // What a dead connection was doing must not hold locks for ever.
      statement_timeout: silenceMs,
      idle_in_transaction_session_timeout: silenceMs,
      types: { getTypeParser: (type, format) => parsers.get(type) ?? pg.types.getTypeParser(type, format) },
    });
    // A connection that the server closes fails its own query and is replaced at the next one; an
    // error event without a listener would end the process.
    pool.on("error", () => {});
    pool.on("connect", (client) => client.on("error", () => {}));
    const client = await pool.connect();
    client.release();
    return pool;
  } catch (error) {
    throw new StoreUnavailable("server", describeTarget(url), error);
  }
}

/** The parsers that differ from pg's: a count is a number, a day stays text; as in pglite.ts. */
const parsers = new Map<number, (text: string) => unknown>([
  [int8Type, Number],
  [dateType, String],
]);

/**
 * Host, port and database of a connection URL: never its user, its password or its parameters. An @
 * after the host means a password with an unescaped character, read as something else: nothing is said.
 */
function describeTarget(url: string): string {
  if (!URL.canParse(url)) return "PostgreSQL";
  const { host, pathname, search, hash } = new URL(url);
  return `${pathname}${search}${hash}`.includes("@") ? "PostgreSQL" : `${host}${pathname}`;
}
