import { afterEach, describe, expect, it } from "vitest";
import { type Address, type Platform, PlatformError } from "../../src/platforms/platform.ts";
import { engines } from "../support/databases.ts";
import { type DeliveryBot, deliveryBot, timePasses } from "../support/delivery-bot.ts";

/** A platform that takes every message, says so to nobody while it is `mute`, and cannot be read back. */
function unreadable() {
  const shown: string[] = [];
  const known = { mute: true };
  const platform: Platform = {
    ...{ name: "teams", channel: "teams:channel", canReadBack: false },
    start: async () => undefined,
    stop: async () => undefined,
    post: async (to, card): Promise<Address> => {
      shown.push(`${to} ${card.title}`);
      if (known.mute) throw new PlatformError("unreachable", "no_answer");
      return `teams:${shown.length}`;
    },
    update: async () => undefined,
    find: async () => {
      throw new Error("never asked");
    },
    reach: async (email) => `teams:${email}`,
    whois: async () => ({ kind: "unwelcome", reason: "stranger" }),
  };
  return { platform, shown, known };
}

let bot: DeliveryBot;
afterEach(() => bot.close());

const turn = async () => {
  await timePasses(bot);
  await bot.deliverAll();
};

describe.each(engines)("a platform that cannot be read back, on %s", (engine) => {
  it("a person's message is repeated once, and the repeat is recorded; a channel's is not, and the referents decide", async () => {
    const { platform, shown, known } = unreadable();
    bot = await deliveryBot(engine, platform);
    await bot.tick();
    for (let turns = 0; turns < 6; turns += 1) await turn();
    const toChannel = shown.filter((text) => text.startsWith("teams:channel "));
    expect(toChannel).toHaveLength(1);
    const toEnergie = shown.filter((text) => text.startsWith("teams:energie@"));
    expect(toEnergie).toHaveLength(2);
    known.mute = false;
    const repeats = await bot.test.store.db
      .selectFrom("delivery")
      .innerJoin("message", "message.id", "delivery.message_id")
      .select(["kind", "repeats", "state", "cause"])
      .where("kind", "in", ["digest", "reminder"])
      .execute();
    const dead = { state: "unknown", cause: "may_have_arrived" };
    expect(repeats.filter(({ kind }) => kind === "digest")).toEqual([
      { kind: "digest", repeats: 0, ...dead },
    ]);
    for (const each of repeats.filter(({ kind }) => kind === "reminder"))
      expect(each).toEqual({ kind: "reminder", repeats: 1, ...dead });
    expect(
      shown
        .filter((text) => text.includes("Un message a peut-être été envoyé"))
        .map((text) => text.split(" ", 1)[0]),
    ).toEqual(expect.arrayContaining(["teams:technique@cluster.example", "teams:politique@cluster.example"]));
  });
});
