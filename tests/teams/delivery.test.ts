import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { teamsConversationsOf } from "../../src/commands/teams-conversations.ts";
import { tick } from "../../src/jobs/clock.ts";
import { deliver } from "../../src/jobs/deliver.ts";
import { openLog } from "../../src/log.ts";
import { teamsOver } from "../../src/platforms/teams/teams.ts";
import { engines } from "../support/databases.ts";
import { type DeliveryBot, deliveryBot, timePasses } from "../support/delivery-bot.ts";
import { type TeamsAuthority, teamsAuthority } from "../support/teams-authority.ts";
import { channel, member, bot as self, settingsFor, shownIn } from "../support/teams-bot.ts";
import { type TeamsDouble, teamsDouble } from "../support/teams-double.ts";

let bot: DeliveryBot;
let teams: TeamsDouble;
let authority: TeamsAuthority;

/** Plans what is due, and does what is to be done, as often as asked. */
async function turns(count: number): Promise<void> {
  const now = () => Temporal.Instant.from(bot.at);
  const { cairn } = bot.test;
  const platform = teamsOver(settingsFor(teams, authority), { cairn, log: openLog("silent"), now });
  const ticking = { ...bot.ticking, platforms: [platform] };
  await tick(ticking);
  for (let turn = 0; turn < count; turn += 1) {
    await timePasses(bot);
    const open = ["planned", "sending", "unknown"] as const;
    const rows = await bot.test.store.db
      .selectFrom("delivery")
      .where("state", "in", open)
      .select("id")
      .execute();
    const ids = rows.map(({ id }) => id);
    await deliver(ticking, ids);
  }
}

const toChannel = () => teams.sent.filter(({ conversation }) => conversation === channel);
const to = (name: string) => teams.sent.filter(({ conversation }) => conversation.includes(`29:${name}"`));

describe.each(engines)("what Cairn sends to Teams by itself, on %s", (engine) => {
  beforeEach(async () => {
    bot = await deliveryBot(engine);
    const { people } = await bot.test.cairn.plan();
    teams = await teamsDouble(people.map(({ email }) => member(email.split("@", 1)[0] ?? "")));
    authority = await teamsAuthority();
    const conversations = teamsConversationsOf(bot.test.cairn, () => Temporal.Instant.from(bot.at));
    await conversations.keep({
      conversation: channel,
      serviceUrl: teams.url,
      botId: self.id,
      kind: "channel",
    });
  });
  afterEach(async () => {
    await bot.close();
    await Promise.all([teams.close(), authority.close()]);
  });

  it("reminders reach each owner where they are, the digest the cluster's channel, once", async () => {
    await turns(3);
    expect(toChannel()).toHaveLength(1);
    const [reminder, ...others] = to("energie");
    expect(others).toEqual([]);
    expect(reminder && shownIn(reminder)).toContain("Électricité");
    expect(JSON.stringify(reminder?.activity)).toContain("/saisir electricite");
    expect(JSON.stringify(reminder?.activity)).toContain(
      '"verb":"refresh","data":{"line":"/cairn echeances"}',
    );
    expect(JSON.stringify(toChannel())).not.toContain('"refresh"');
    const states = await bot.test.store.db.selectFrom("delivery").select("state").distinct().execute();
    expect(states).toEqual([{ state: "sent" }]);
  });

  it("asked to wait, it sends each message once all the same", async () => {
    teams.mishaps.push(
      { kind: "status", status: 429, retryAfter: "1" },
      { kind: "status", status: 412 },
      { kind: "status", status: 502, retryAfter: "1" },
    );
    await turns(8);
    expect(toChannel()).toHaveLength(1);
    expect(to("energie")).toHaveLength(1);
  });

  it("somebody who blocked Cairn is sent nothing more, and the delivery says why", async () => {
    await turns(0);
    teams.closed.set('a:[{"id":"29:energie"}]', "MessageWritesBlocked");
    await turns(4);
    expect(to("energie")).toEqual([]);
    const refused = await bot.test.store.db
      .selectFrom("delivery")
      .select(["state", "cause"])
      .where("state", "=", "refused")
      .execute();
    expect(refused).toEqual([{ state: "refused", cause: "gone" }]);
    const asked = teams.calls.filter((call) => call.includes("energie") && call.endsWith("/activities"));
    expect(asked).toHaveLength(1);
  });
});
