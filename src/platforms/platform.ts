import type { Temporal } from "temporal-polyfill";
import type { Card } from "../cards/card.ts";
import type { Chart } from "../cards/chart.ts";
import type { PlatformName } from "../domain/preference.ts";
import type { Language } from "../messages/messages.ts";

/**
 * Somewhere a card can be posted, or a card that was posted: opaque to everybody but its platform, and made to be
 * stored. It begins with the platform's name: "slack:C0123:1790000000.000100".
 */
export type Address = `${PlatformName}:${string}`;

/** Why an account is not served. */
export type Unwelcome = "guest" | "stranger" | "other_workspace" | "bot" | "deleted" | "no_email";

/** Who is behind an account: the address that the platform verified, or why Cairn does not answer it. */
export type Identity =
  | {
      readonly kind: "member";
      readonly email: string;
      /** The language of the profile, where Cairn speaks it. */
      readonly language: Language | null;
      /** The IANA name of the profile's time zone. */
      readonly timeZone: string | null;
    }
  | { readonly kind: "unwelcome"; readonly reason: Unwelcome };

/** How a card is to be drawn. */
export type Drawing = {
  readonly language: Language;
  /** What goes with it after its first paragraph: a picture where the platform draws one, else the same in words. */
  readonly chart?: Chart;
  /** The line that answers what the card says as it is now, where a person's own platform can renew it. */
  readonly renewedBy?: string;
};

/** What a post is known by, so that it can be found again when nobody knows whether it arrived. */
export type Mark = {
  readonly deliveryId: string;
  /** True once nothing more may begin: another process may take the delivery over soon after. */
  readonly isLate: () => boolean;
};

/** A place where people talk with Cairn. Every method but `stop` throws PlatformError and nothing else. */
export type Platform = {
  readonly name: PlatformName;
  /** Checks what the platform needs, and begins to take requests. */
  readonly start: () => Promise<void>;
  /** Takes no new request, and waits for those under way. */
  readonly stop: () => Promise<void>;
  /** Where everybody sees it: the cluster's channel; null when none is set. */
  readonly channel: Address | null;
  /** Whether `find` can tell that a message is not there; where it cannot, it is never asked. */
  readonly canReadBack: boolean;
  /** Posts a card once, without trying again; gives the address of what was posted. */
  readonly post: (to: Address, card: Card, drawing: Drawing, mark?: Mark) => Promise<Address>;
  /** The message that was posted there with that delivery id at `since` or later; null when there is none. */
  readonly find: (to: Address, deliveryId: string, since: Temporal.Instant) => Promise<Address | null>;
  /** The conversation with the person of that address. Throws `gone` when the platform does not know them. */
  readonly reach: (email: string) => Promise<Address>;
  /** Replaces a card that was posted. */
  readonly update: (posted: Address, card: Card, drawing: Drawing) => Promise<void>;
  /** Who is behind an account, by the platform's own id. */
  readonly whois: (account: string) => Promise<Identity>;
};

/**
 * What can go wrong on a platform: asked too fast, not let in, a place or person that is gone, no answer (what
 * was asked may have been done), or a request that will never be taken as it is.
 */
export const faults = ["rate_limited", "unauthorised", "gone", "unreachable", "rejected"] as const;
export type Fault = (typeof faults)[number];

/** What a platform's own error was turned into, once; `cause` is that error. */
export class PlatformError extends Error {
  override readonly name = "PlatformError";
  readonly fault: Fault;
  /** The platform's word for it: "channel_not_found", "ECONNREFUSED". */
  readonly code: string;
  /** When to ask again, in seconds; null unless rate limited. */
  readonly retryAfterS: number | null;

  constructor(
    fault: Fault,
    code: string,
    { cause, retryAfterS = null }: { readonly cause?: unknown; readonly retryAfterS?: number | null } = {},
  ) {
    super(`${fault}: ${code}`, { cause });
    this.fault = fault;
    this.code = code;
    this.retryAfterS = retryAfterS;
  }
}
