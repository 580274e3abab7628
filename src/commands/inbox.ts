import { Temporal } from "temporal-polyfill";
import { dropRequest, type InboxRow, keepRequest, renewRequests, takeAbandoned } from "../store/inbox.ts";
import type { Cairn } from "./request.ts";

/** How long a process may be silent before its requests are another's, in seconds. */
const patienceS = 30;

/** How many requests are taken over at a time. */
const mostTaken = 20;

/** What was accepted and is to be answered, by this process or, should it die, by another. */
export type Accepted = {
  /** What makes two deliveries of it the same. */
  readonly key: string;
  /** Who asks, by the platform's own id. */
  readonly account: string;
  /** The chat line; what is not a line must be written as one, so that another process can run it. */
  readonly line: string;
  readonly shared: boolean;
  readonly channel: string | null;
  /** Where an answer may go instead of a direct message, and until when. */
  readonly responseUrl: string | null;
  readonly responseUntil: Temporal.Instant | null;
};

/** What an earlier process left, and how often it was taken over, this time included. */
export type Abandoned = Accepted & { readonly attempts: number };

/** What was accepted and is not answered yet. All but `leave` throw when the database is away. */
export type Inbox = {
  /** Keeps a request; this process answers it. */
  readonly keep: (accepted: Accepted) => Promise<void>;
  /** Forgets a request: it is answered. One that could not be forgotten is at the next `renew`, never answered again. */
  readonly finish: (key: string) => Promise<void>;
  /** Leaves a request for whoever takes it over. */
  readonly leave: (key: string) => void;
  /** Says that this process is alive. */
  readonly renew: () => Promise<void>;
  /** Takes over what processes that are no longer alive left. */
  readonly takeOver: () => Promise<Abandoned[]>;
};

function acceptedOf({ responseUntil, ...row }: InboxRow & { readonly attempts: number }): Abandoned {
  return { ...row, responseUntil: responseUntil === null ? null : Temporal.Instant.from(responseUntil) };
}

/** The requests accepted and not answered, on Cairn's database. */
export function inboxOf({ db }: Cairn, now: () => Temporal.Instant): Inbox {
  const mine = new Set<string>();
  const answered = new Set<string>();
  const drop = async (key: string) => {
    await dropRequest(db, key);
    answered.delete(key);
  };
  return {
    keep: async ({ responseUntil, ...accepted }) => {
      const at = now().toString();
      mine.add(accepted.key);
      await keepRequest(
        db,
        { ...accepted, responseUntil: responseUntil?.toString() ?? null, askedAt: at },
        at,
      );
    },
    finish: async (key) => {
      mine.delete(key);
      answered.add(key);
      await drop(key);
    },
    leave: (key) => void mine.delete(key),
    renew: async () => {
      for (const key of answered) await drop(key);
      await renewRequests(db, [...mine], now().toString());
    },
    takeOver: async () => {
      const at = now();
      const staleBefore = at.subtract({ seconds: patienceS }).toString();
      const rows = await takeAbandoned(db, { at: at.toString(), staleBefore, most: mostTaken });
      for (const { key } of rows) mine.add(key);
      return rows.filter(({ key }) => !answered.has(key)).map(acceptedOf);
    },
  };
}
