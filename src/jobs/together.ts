import type { Kysely } from "kysely";
import { gathered } from "../gathered.ts";
import type { Taken } from "../store/deliveries.ts";
import { type Sent, sendingTogether, sentTogether, type ToTake } from "../store/deliveries-together.ts";
import type { Schema } from "../store/schema.ts";

/** The two changes that every message goes through, made for many at once. */
export type Together = {
  readonly take: (asked: ToTake) => Promise<Taken | null>;
  /** Says that it was sent; false when it is no longer in these hands. */
  readonly sent: (asked: Sent) => Promise<boolean>;
};

/** How long a message that arrived waits to be recorded with others of its batch, in ms: less than its post took. */
const arrivingMs = 10;

const known = new WeakMap<Kysely<Schema>, Together>();

/** What gathers the changes of this process on that database. */
export function togetherOn(db: Kysely<Schema>): Together {
  const found = known.get(db);
  if (found !== undefined) return found;
  const together = {
    take: gathered((items: readonly ToTake[]) => sendingTogether(db, items)),
    sent: gathered((items: readonly Sent[]) => sentTogether(db, items), arrivingMs),
  };
  known.set(db, together);
  return together;
}
