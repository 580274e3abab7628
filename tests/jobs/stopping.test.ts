import { afterEach, describe, expect, it } from "vitest";
import { engines } from "../support/databases.ts";
import { type DeliveryBot, deliveryBot } from "../support/delivery-bot.ts";

let bot: DeliveryBot;
afterEach(() => bot.close());

/** What the ledger holds for a person of the example roster: "state cause", and the figures withdrawn. */
async function of(name: string) {
  return await bot.test.store.db
    .selectFrom("delivery")
    .innerJoin("message", "message.id", "delivery.message_id")
    .innerJoin("person", "person.id", "message.person_id")
    .where("person.email", "=", `${name}@cluster.example`)
    .orderBy("message.day")
    .select(["state", "cause", "dropped", "shown"])
    .execute();
}

const giveAll = async (at: string) => {
  for (const slug of ["electricite", "gaz", "papier"])
    await bot.test.say(`/saisir ${slug} 12 T3 2026`, { as: "energie", at });
  await bot.test.say("/saisir eau 12 m3 T3 2026", { as: "energie", at });
};

const shownTo = (text: string) => bot.slack.taken.filter((each) => each.text.includes(text)).length;

describe.each(engines)("a figure that comes in, on %s", (engine) => {
  it("is withdrawn from the message still to be sent; when none is left, nothing is sent", async () => {
    bot = await deliveryBot(engine);
    await bot.tick();
    await bot.test.say("/saisir eau 12 m3 T3 2026", { as: "energie", at: bot.at });
    expect(await of("energie")).toEqual([
      {
        ...{ state: "planned", cause: "recorded", shown: "sent" },
        dropped: [{ indicator: "eau", period: "2026-T3" }],
      },
    ]);
    await giveAll(bot.at);
    expect(await of("energie")).toMatchObject([{ state: "abandoned", cause: "given" }]);
    await bot.deliverAll();
    expect(bot.slack.taken).toHaveLength(8);
  });

  it("was given between the plan and the sending: the message leaves without it", async () => {
    bot = await deliveryBot(engine);
    await bot.tick();
    await bot.test.say("/saisir eau 12 m3 T3 2026", { as: "energie", at: bot.at });
    await bot.deliverAll();
    const place = `D${Buffer.from("energie@cluster.example").toString("hex").toUpperCase()}`;
    const texts = bot.slack.taken.filter(({ channel }) => channel === place).map(({ text }) => text);
    expect(texts).toEqual([expect.stringContaining("3 chiffres sont attendus de vous")]);
  });

  it("is one of a whole year: the year's quarters are withdrawn", async () => {
    bot = await deliveryBot(engine);
    bot.at = "2026-01-02T08:30:00Z";
    await bot.tick();
    await bot.test.say("/saisir eau 12 m3 2025", { as: "energie", at: bot.at });
    expect(await of("energie")).toMatchObject([
      { dropped: expect.arrayContaining([{ indicator: "eau", period: "2025-T4" }]) },
    ]);
  });

  it("of a quarter under way stops nothing", async () => {
    bot = await deliveryBot(engine);
    await bot.tick();
    await bot.test.say("/saisir eau 12 m3 T4 2026", { as: "energie", at: bot.at });
    expect(await of("energie")).toMatchObject([{ state: "planned", dropped: [] }]);
  });

  it("after the message was sent: it then says that it is done, and an older one that it is replaced", async () => {
    bot = await deliveryBot(engine);
    await bot.tick();
    await bot.deliverAll();
    bot.at = "2026-10-08T07:30:00Z";
    await bot.tick();
    await bot.deliverAll();
    await giveAll(bot.at);
    await bot.tick();
    expect(await of("energie")).toMatchObject([{ shown: "done" }, { shown: "done" }]);
    expect(await of("mobilite")).toMatchObject([{ shown: "replaced" }, { shown: "sent" }]);
    expect([shownTo("C’est fait"), shownTo("Rappel remplacé")]).toEqual([2, 7]);
  });
});

describe.each(engines)("a message that could not leave in time, on %s", (engine) => {
  it("is given up after its day, and the stage reached is said instead", async () => {
    bot = await deliveryBot(engine);
    await bot.tick();
    bot.at = "2026-10-01T15:30:00Z";
    await bot.deliverAll();
    expect(await of("energie")).toMatchObject([{ state: "abandoned", cause: "too_late" }]);
    expect(bot.slack.taken.map(({ channel }) => channel)).toEqual([]);
    bot.at = "2026-10-02T07:30:00Z";
    await bot.tick();
    await bot.deliverAll();
    expect(await of("energie")).toMatchObject([{ state: "abandoned" }, { state: "sent" }]);
  });

  it("a digest keeps its place for ten days, and says when it was due", async () => {
    bot = await deliveryBot(engine);
    bot.at = "2026-10-09T07:30:00Z";
    await bot.tick();
    await bot.deliverAll();
    const [digest] = bot.slack.taken.filter(({ channel }) => channel === "C0CLUSTER");
    expect(digest?.blocks).toContain("aurait dû paraître le 1er octobre 2026");
  });

  it("nor is it posted after that", async () => {
    bot = await deliveryBot(engine);
    bot.at = "2026-10-12T07:30:00Z";
    await bot.tick();
    await bot.deliverAll();
    expect(bot.slack.taken.filter(({ channel }) => channel === "C0CLUSTER")).toEqual([]);
  });
});
