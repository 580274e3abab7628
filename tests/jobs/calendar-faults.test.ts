import { afterEach, describe, expect, it } from "vitest";
import { engines } from "../support/databases.ts";
import { type DeliveryBot, deliveryBot } from "../support/delivery-bot.ts";

let bot: DeliveryBot;
afterEach(() => bot.close());

/** Goes through those instants, ticking and delivering at each; gives "day reader stage" of what each one sent. */
async function through(instants: readonly string[]): Promise<string[][]> {
  const sent: string[][] = [];
  for (const at of instants) {
    const before = new Set(bot.slack.taken.map(({ deliveryId }) => deliveryId));
    bot.at = at;
    await bot.tick();
    await bot.tick();
    await bot.deliverAll();
    const rows = await bot.test.store.db
      .selectFrom("delivery")
      .innerJoin("message", "message.id", "delivery.message_id")
      .select(["delivery.id", "message.day", "message.kind", "message.stage", "message.period"])
      .execute();
    const known = new Map(rows.map((row) => [row.id, row]));
    const fresh = bot.slack.taken.filter(({ deliveryId }) => !before.has(deliveryId));
    const said = fresh.map(({ deliveryId }) => {
      const { day, kind, stage, period } = known.get(deliveryId ?? "") ?? {};
      return `${day} ${kind} ${stage ?? period}`;
    });
    sent.push(
      [...Map.groupBy(said, (each) => each)].map(([each, { length }]) => `${length} × ${each}`).toSorted(),
    );
  }
  return sent;
}

const opening = ["1 × 2026-10-01 digest 2026-09", "8 × 2026-10-01 reminder opening"];

/** Every hour, in UTC, of the nights around a change of hour. */
function nightOf(from: string, hours: number): string[] {
  const start = Date.parse(from);
  return Array.from({ length: hours }, (_, hour) => new Date(start + hour * 3_600_000).toISOString());
}

describe.each(engines)("the calendar and its accidents, on %s", (engine) => {
  // The changes are on Sundays, at 1:00 UTC (directive 2000/84/EC); the Monday after Easter 2027 is a holiday.
  it.each([
    ["spring of 2026", "2026-03-28T22:30:00Z"],
    ["autumn of 2026", "2026-10-24T22:30:00Z"],
    ["spring of 2027", "2027-03-27T22:30:00Z"],
    ["autumn of 2027", "2027-10-30T22:30:00Z"],
  ])(
    "the night when the hour changes, in %s: nothing is sent at night, nor on that Sunday",
    async (_, from) => {
      bot = await deliveryBot(engine);
      expect((await through(nightOf(from, 24))).flat()).toEqual([]);
    },
  );

  it.each([
    // The plan's hours begin at 9:00: 8:00 in UTC in winter, 7:00 in summer.
    ["winter", "2026-01-02T07:59:00Z", "2026-01-02T08:00:00Z", "2026-01-02"],
    ["summer", "2026-04-01T06:59:00Z", "2026-04-01T07:00:00Z", "2026-04-01"],
    [
      "the last opening before the hour goes back",
      "2026-10-01T06:59:00Z",
      "2026-10-01T07:00:00Z",
      "2026-10-01",
    ],
  ])(
    "in %s, messages leave at nine on people's clocks, and not a minute before",
    async (_, before, at, day) => {
      bot = await deliveryBot(engine);
      const [early, onTime, later] = await through([before, at, at]);
      expect(early).toEqual([]);
      expect(onTime).toContain(`8 × ${day} reminder opening`);
      expect(later).toEqual([]);
    },
  );

  it("a restart at 23:59 sends nothing at night, and the next morning what that day asks, once", async () => {
    bot = await deliveryBot(engine);
    const [night, midnight, morning, again] = await through([
      ...["2026-09-30T21:59:00Z", "2026-09-30T22:00:00Z"],
      ...["2026-10-01T07:00:00Z", "2026-10-01T07:01:00Z"],
    ]);
    expect([night, midnight, morning, again]).toEqual([[], [], opening, []]);
  });

  it("a clock set back one hour, over the opening hour too, sends nothing a second time", async () => {
    bot = await deliveryBot(engine);
    const said = await through([
      ...["2026-10-01T07:30:00Z", "2026-10-01T06:30:00Z", "2026-10-01T07:00:00Z"],
      ...["2026-10-01T07:30:00Z", "2026-10-01T08:30:00Z"],
    ]);
    expect(said).toEqual([opening, [], [], [], []]);
  });

  it("a machine asleep over the due date says the stage reached when it wakes, once, and none of those missed", async () => {
    bot = await deliveryBot(engine);
    // Due on 15 October; asleep from the day after the opening to the day after "overdue".
    const said = await through(["2026-10-01T07:30:00Z", "2026-10-19T07:30:00Z", "2026-10-19T07:31:00Z"]);
    expect(said[0]).toEqual(opening);
    expect(said[1]).toEqual(["8 × 2026-10-19 reminder overdue"]);
    expect(said[2]).toEqual([]);
  });

  it("asleep with messages planned and not sent: they are given up, and the stage reached takes their place", async () => {
    bot = await deliveryBot(engine);
    await bot.tick();
    const said = await through(["2026-10-20T07:30:00Z"]);
    expect(said).toEqual([["8 × 2026-10-20 reminder overdue"]]);
    expect((await bot.states()).filter((state) => state !== "sent answered")).toEqual(
      Array.from({ length: 9 }, () => "abandoned too_late"),
    );
  });
});
