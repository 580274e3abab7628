import { type ConstructorOptions, fromKysely, fromPglite, type Job, PgBoss } from "pg-boss";
import type { Log } from "../log.ts";
import type { Connection, Store } from "../store/database.ts";
import { type Enqueue, inParts } from "../store/delivery-plan.ts";

/** The queue's name, and the schema of its own tables. */
const queue = "delivery";
const schema = "pgboss";

/** How the queue works; its defaults give a dead process's jobs to another only after a minute. */
export type QueueSettings = {
  /** Jobs taken at once. */
  readonly batch: number;
  /** How often an idle process looks for jobs, in seconds. */
  readonly pollS: number;
  /** How long a job may be in hand before its holder is thought dead, and how often that is looked at, in seconds. */
  readonly expireS: number;
  readonly watchS: number;
};

/** 10 s in hand, 2 s to be noticed, 1 s to be taken: within 15 s of a death, another process has the job. */
export const defaultQueue: QueueSettings = { batch: 20, pollS: 1, expireS: 10, watchS: 2 };

/** What one job is about. */
type Data = { readonly id: string };

/** The queue of deliveries, open. */
export type Queue = {
  readonly enqueue: Enqueue;
  /** Does the jobs with `deliver`, which is given the deliveries of a batch, until stopped. */
  readonly work: (deliver: (ids: readonly string[]) => Promise<void>) => Promise<void>;
  /** Takes no more jobs, and waits up to that long for those in hand. */
  readonly stop: (waitMs?: number) => Promise<void>;
};

function databaseOf(connection: Connection): NonNullable<ConstructorOptions["db"]> {
  if (connection.engine === "pglite") return fromPglite(connection.pglite);
  const { pool } = connection;
  return {
    executeSql: async (text, values) => {
      const result = await pool.query(text, values);
      // Several statements at once come back as several results.
      return { rows: Array.isArray(result) ? result.flatMap((each) => each.rows) : result.rows };
    },
  };
}

/** What pg-boss is told of a process: whether it does jobs, and looks after those of dead ones. */
export function bossSettings({ watchS }: QueueSettings, works: boolean) {
  return {
    schedule: false,
    supervise: works,
    superviseIntervalSeconds: watchS,
    monitorIntervalSeconds: watchS,
    maintenanceIntervalSeconds: 3_600,
    registerInstance: false,
    openTelemetry: { enabled: false },
  };
}

/** What pg-boss is told of a job: how long it may be in hand, and that it is tried again at once. */
export function jobSettings({ expireS }: QueueSettings) {
  return { expireInSeconds: expireS, retryLimit: 3, retryDelay: 0, deleteAfterSeconds: 3_600 };
}

/** Of a delivery, at most one job waits: one put in again, by whoever, changes nothing. */
export const jobPolicy = "short";

/** Batches that a process has in hand at once: while one waits for its platform, the other goes on. */
const batchesAtOnce = 2;

/** How a process looks for jobs. */
export function pollingOf({ batch, pollS }: QueueSettings) {
  return {
    ...{ batchSize: batch, pollingIntervalSeconds: pollS, burstWhenBatchFull: true },
    localConcurrency: batchesAtOnce,
  };
}

/** Tells of a failing queue once, not at every look: it goes on by itself when the database is back. */
function tellOnce(boss: PgBoss, log: Log): () => void {
  let failing = false;
  boss.on("error", (error) => {
    if (!failing) log.error({ err: error }, "the queue of deliveries cannot work; it goes on trying");
    failing = true;
  });
  return () => {
    if (failing) log.info("the queue of deliveries works again");
    failing = false;
  };
}

/**
 * Opens the queue on a store, and makes its tables on the first opening. `works` is whether this process will do
 * jobs, and look after those of dead ones; a short command only enqueues.
 */
export async function openQueue(
  { connection }: Pick<Store, "connection">,
  log: Log,
  { works = false, settings = defaultQueue }: { works?: boolean; settings?: QueueSettings } = {},
): Promise<Queue> {
  const boss = new PgBoss({
    ...bossSettings(settings, works),
    ...{ db: databaseOf(connection), backend: connection.engine, schema },
  });
  const working = tellOnce(boss, log);
  await boss.start();
  const options = jobSettings(settings);
  await boss.createQueue(queue, { ...options, policy: jobPolicy });
  const enqueue: Enqueue = async (trx, ids, afterMs = 0) => {
    const later = afterMs > 0 ? { startAfter: Math.ceil(afterMs / 1_000) } : {};
    for (const part of inParts(ids))
      await boss.insert(
        queue,
        part.map((id) => ({ data: { id }, singletonKey: id, ...later })),
        { db: fromKysely(trx) },
      );
  };
  const work: Queue["work"] = async (deliver) => {
    await boss.updateQueue(queue, options);
    await boss.work<Data>(queue, pollingOf(settings), async (jobs: Job<Data>[]) => {
      working();
      await deliver([...new Set(jobs.map(({ data }) => data.id))]);
    });
  };
  const stop = async (waitMs = 8_000) => {
    await boss.stop({ close: false, graceful: works, timeout: waitMs });
  };
  return { enqueue, work, stop };
}
