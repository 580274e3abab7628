import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { metricsOf } from "../../src/metrics.ts";
import { engines } from "../support/databases.ts";
import { type DeliveryBot, deliveryBot } from "../support/delivery-bot.ts";

describe.each(engines)("/cairn envois on %s", (engine) => {
  let bot: DeliveryBot;
  let ids: string[];
  beforeAll(async () => {
    bot = await deliveryBot(engine);
    await bot.tick();
    const { db } = bot.test.store;
    ids = (await db.selectFrom("delivery").select("id").orderBy("id").execute()).map(({ id }) => id);
    await sql`update delivery set state = 'unknown', cause = 'may_have_arrived', due_at = null
      where id = any(${ids.slice(0, 2)}::uuid[])`.execute(db);
  });
  afterAll(() => bot.close());

  it("lists what waits for somebody", async () => {
    const { data } = await bot.test.say("/cairn envois");
    expect(data).toMatchObject({ deliveries: [{ state: "unknown" }, { state: "unknown" }] });
  });

  it("a referent says that one arrived, and has the other sent again; once", async () => {
    const [seen, again] = ids;
    expect(await bot.test.say(`/cairn envois vu ${seen}`)).toMatchObject({
      data: { delivery: { state: "reconciled", cause: "seen" } },
    });
    expect(await bot.test.say(`/cairn envois renvoyer ${again}`)).toMatchObject({
      data: { delivery: { state: "planned", cause: "asked_again" } },
    });
    expect(await bot.test.say(`/cairn envois renvoyer ${seen}`)).toMatchObject({
      ok: true,
      data: { delivery: { state: "reconciled" } },
    });
    await bot.deliverAll();
    expect(bot.slack.taken.filter(({ deliveryId }) => deliveryId === again)).toHaveLength(1);
    expect(bot.slack.taken.filter(({ deliveryId }) => deliveryId === seen)).toEqual([]);
  });

  it.each([
    ["an owner", "energie", "/cairn envois", "not_allowed"],
    ["an unknown number", "technique", "/cairn envois vu 12", "not_found"],
    ["another word", "technique", "/cairn envois effacer 12", "not_found"],
  ])("%s is refused", async (_, as, line, code) => {
    expect(await bot.test.say(line, { as })).toMatchObject({ ok: false, error: { code } });
  });

  it("the measures count what was sent", async () => {
    const measured = await metricsOf(bot.test.store.db, 12);
    expect(measured).toContain('cairn_deliveries{platform="slack",state="sent"} 8');
    expect(measured).toContain("cairn_deliveries_dead 0");
    expect(measured).toContain("cairn_tick_age_seconds 12");
    expect(measured).toMatch(/cairn_installation_tick_age_seconds \d/u);
  });
});
