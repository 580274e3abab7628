import type { Plan } from "../../domain/plan.ts";
import { type Address, type Identity, type Platform, PlatformError } from "../platform.ts";
import { drawCard } from "./draw.ts";
import type { Write } from "./prompt.ts";

function own(address: Address): void {
  if (!address.startsWith("terminal:")) throw new PlatformError("rejected", "not_an_address");
}

/**
 * The terminal as a place to post to: every card is written out, and one that is replaced is written again. An
 * account is an address of the roster: whoever sits at the terminal is believed.
 */
export function terminalPlatform(plan: () => Promise<Plan>, write: Write): Platform {
  let posts = 0;
  return {
    name: "terminal",
    channel: "terminal:channel",
    canReadBack: false,
    find: async () => null,
    reach: async (email) => `terminal:${email}`,
    start: async () => undefined,
    stop: async () => undefined,
    post: async (to, card) => {
      own(to);
      posts += 1;
      write(drawCard(card));
      return `terminal:${posts}`;
    },
    update: async (posted, card) => {
      own(posted);
      write(drawCard(card));
    },
    whois: async (account): Promise<Identity> => {
      const { people } = await plan();
      const person = people.find(({ email }) => email.toLowerCase() === account.toLowerCase());
      if (person === undefined) return { kind: "unwelcome", reason: "stranger" };
      return { kind: "member", email: person.email, language: null, timeZone: null };
    },
  };
}
