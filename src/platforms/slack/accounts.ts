import type { Identity } from "../platform.ts";

/** How long an identity is believed without asking again; Slack also tells of changes (`user_change`). */
const believedMs = 10 * 60_000;

/** More accounts than any cluster has: past it the oldest is asked again. */
const mostKept = 10_000;

type Kept = { readonly identity: Promise<Identity>; readonly untilMs: number };

/** Identities by account, asked for once. */
export type Accounts = {
  readonly whois: (account: string) => Promise<Identity>;
  /** Asks again the next time: the account changed. */
  readonly forget: (account: string) => void;
};

/** Keeps what `ask` answers for ten minutes, failures left out; `nowMs` is the clock. */
export function accountsFrom(ask: (account: string) => Promise<Identity>, nowMs: () => number): Accounts {
  const kept = new Map<string, Kept>();
  const keep = (account: string): Promise<Identity> => {
    const identity = ask(account);
    const fresh = { identity, untilMs: nowMs() + believedMs };
    kept.delete(account);
    kept.set(account, fresh);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    identity.catch(() => {
      if (kept.get(account) === fresh) kept.delete(account);
    });
    return identity;
  };
  const whois = (account: string) => {
    const known = kept.get(account);
    return known !== undefined && known.untilMs > nowMs() ? known.identity : keep(account);
  };
  return { whois, forget: (account) => void kept.delete(account) };
}
