import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { text } from "../../src/cards/card.ts";
import { type Address, type Fault, type Platform, PlatformError } from "../../src/platforms/platform.ts";

/** A platform to try, and what it is tried with. */
export type Tried = {
  readonly platform: Platform;
  /** Somewhere to post. */
  readonly place: Address;
  /** Where nothing is any more; null when every place always is. */
  readonly gone: Address | null;
  /** An account of the roster and its address. */
  readonly member: { readonly account: string; readonly email: string };
  readonly stranger: string;
  /** Everything that people were shown, in order. */
  readonly shown: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** What a call was refused with; throws what is no PlatformError. */
export async function faultOf(call: Promise<unknown>): Promise<Fault | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof PlatformError) return error.fault;
    throw error;
  }
}

const french = { language: "fr" } as const;

/** What every platform does for those who post to it. */
export function platformContract(name: string, start: () => Promise<Tried>): void {
  describe(`the ${name} platform`, () => {
    let tried: Tried;
    beforeAll(async () => {
      tried = await start();
    });
    afterAll(() => tried.close());

    it("shows a card where it is posted, at an address of its own", async () => {
      const { platform, place, shown } = tried;
      const before = shown().length;
      const first = await platform.post(place, { title: "Bilan", blocks: [text("12 kg")] }, french);
      const second = await platform.post(place, { title: "Plan", blocks: [text("AI.1")] }, french);
      expect(first).not.toBe(second);
      for (const address of [first, second]) expect(address.startsWith(`${platform.name}:`)).toBe(true);
      const seen = shown().slice(before);
      expect(seen).toHaveLength(2);
      expect(seen[0]).toContain("Bilan");
      expect(seen[1]).toContain("Plan");
    });

    it("shows another card in the place of one", async () => {
      const { platform, place, shown } = tried;
      const posted = await platform.post(place, { title: "Avant", blocks: [] }, french);
      await platform.update(posted, { title: "Après", blocks: [] }, french);
      expect(shown().at(-1)).toContain("Après");
    });

    it("posts to an address that it gave, stored as text", async () => {
      const { platform, place, shown } = tried;
      const posted = await platform.post(place, { title: "Question", blocks: [] }, french);
      await platform.post(JSON.parse(JSON.stringify(posted)), { title: "Réponse", blocks: [] }, french);
      expect(shown().at(-1)).toContain("Réponse");
    });

    it("refuses an address of another platform, and shows nothing", async () => {
      const { platform, shown } = tried;
      const before = shown().length;
      const card = { title: "Perdu", blocks: [] };
      const foreign = platform.name === "teams" ? "slack:C0CLUSTER" : "teams:19:abc@thread.tacv2";
      expect(await faultOf(platform.post(foreign, card, french))).toBe("rejected");
      expect(await faultOf(platform.update(foreign, card, french))).toBe("rejected");
      expect(shown()).toHaveLength(before);
    });

    it("says that a place is gone", async () => {
      const { platform, gone } = tried;
      const said =
        gone === null ? null : await faultOf(platform.post(gone, { title: "?", blocks: [] }, french));
      expect(said).toBe(gone === null ? null : "gone");
    });

    it("knows a member by the address, and a stranger as such", async () => {
      const { platform, member, stranger } = tried;
      expect(await platform.whois(member.account)).toMatchObject({ kind: "member", email: member.email });
      expect(await platform.whois(stranger)).toEqual({ kind: "unwelcome", reason: "stranger" });
    });
  });
}
