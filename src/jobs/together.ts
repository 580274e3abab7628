import type { Kysely } from "kysely";
import type { Taken } from "../store/deliveries.ts";
import { type Sent, sendingTogether, sentTogether, type ToTake } from "../store/deliveries-together.ts";
import type { Schema } from "../store/schema.ts";

/** The two changes that every message goes through, made for many at once. */
export type Together = {
  readonly take: (asked: ToTake) => Promise<Taken | null>;
  /** Says that it was sent; false when it is no longer in these hands. */
  readonly sent: (asked: Sent) => Promise<boolean>;
};

type Waiting<T, R> = {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
};

/** Runs `work` for one item at once, and for all those that come meanwhile when it is done. */
function gathered<T, R>(work: (items: readonly T[]) => Promise<R[]>): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let running = false;
  const run = async () => {
    running = true;
    for (let turn = waiting; turn.length > 0; turn = waiting) {
      waiting = [];
      try {
        const results = await work(turn.map(({ item }) => item));
        turn.forEach(({ resolve, reject }, index) => {
          const result = results[index];
          if (result === undefined) reject(new Error("a change that was asked for has no result"));
          else resolve(result);
        });
      } catch (error) {
        for (const { reject } of turn) reject(error);
      }
    }
    running = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void run();
    });
}

const known = new WeakMap<Kysely<Schema>, Together>();

/** What gathers the changes of this process on that database. */
export function togetherOn(db: Kysely<Schema>): Together {
  const together = known.get(db) ?? {
    take: gathered((items: readonly ToTake[]) => sendingTogether(db, items)),
    sent: gathered((items: readonly Sent[]) => sentTogether(db, items)),
  };
  known.set(db, together);
  return together;
}
