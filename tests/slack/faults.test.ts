import { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openQuarter } from "../../src/domain/quarter.ts";
import type { Store } from "../../src/store/database.ts";
import { allEntries } from "../../src/store/entries.ts";
import { openPostgres } from "../support/databases.ts";
import { eventually } from "../support/eventually.ts";
import { type Person, personIn, postedIn, type Seen } from "../support/slack-person.ts";
import { fields, list } from "../support/slack-texts.ts";
import { wordsIn } from "../support/slack-view.ts";
import { rosterMember, slackWorkspace, type Workspace } from "../support/slack-workspace.ts";
import type { FaultPlan } from "../support/strict-slack-fault.ts";

const quarter = openQuarter(Temporal.Now.instant(), "Europe/Paris");

let workspace: Workspace;
let store: Store;
let energie: Person;

beforeAll(async () => {
  const names = ["energie", "technique", "achats"];
  workspace = await slackWorkspace(
    names.map((name) => rosterMember(name)),
    "nothing",
  );
  store = await openPostgres(workspace.where.DATABASE_URL);
  energie = await personIn(workspace, "energie");
}, 60_000);
afterAll(async () => {
  await store.close();
  await workspace.close();
});
afterEach(() => expect(workspace.slack.faults.left()).toEqual({}));

const plan = (faults: FaultPlan) => workspace.slack.faults.plan(faults);
const direct = () => postedIn(workspace.slack, energie.direct);
const figuresOf = async (slug: string) =>
  (await allEntries(store.db))
    .filter(({ indicator }) => indicator === slug)
    .map(({ value }) => String(value));
const typesOf = ({ blocks }: Seen) => list(blocks).map((block) => String(fields(block)["type"]));

/** A message that Cairn posted earlier, whose button runs that line. */
function messageWith(line: string): Seen {
  const button = {
    type: "button",
    action_id: "run:0",
    text: { type: "plain_text", text: "Voir" },
    value: line,
  };
  return {
    text: "x",
    blocks: [{ type: "actions", elements: [button] }],
    channel: energie.direct,
    ts: "1790000000.000100",
  };
}

describe("what Slack does wrong changes what is seen as little as can be", () => {
  it("no table of its own: the same figures, written out", async () => {
    await energie.slash("/saisir", `eau 4,5 m3 ${quarter}`);
    const before = direct().length;
    await energie.say("historique eau");
    await eventually(direct).toHaveLength(before + 1);
    plan({ "chat.postMessage": [{ kind: "no_native" }] });
    await energie.say("historique eau");
    await eventually(direct).toHaveLength(before + 2);
    const [native, plain] = direct().slice(before);
    if (native === undefined || plain === undefined) throw new Error("not answered");
    expect(typesOf(native).join()).toMatch(/table/u);
    expect(typesOf(plain).join()).not.toMatch(/table/u);
    for (const label of ["Eau du robinet", "4,5"]) {
      expect(wordsIn(native.blocks)).toContain(label);
      expect(wordsIn(plain.blocks)).toContain(label);
    }
  });

  it("asked too fast: the answer waits as long as Slack says, and comes once", async () => {
    const before = direct().length;
    plan({ "chat.postMessage": [{ kind: "too_fast", retryAfterS: 1 }] });
    await energie.say("plan AI.1");
    await eventually(direct).toHaveLength(before + 1);
    const refused = workspace.slack.declined.findLast(({ error }) => error === "ratelimited");
    const sent = workspace.slack.accepted.findLast(({ method }) => method === "chat.postMessage");
    expect((sent?.atMs ?? 0) - (refused?.atMs ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it.each(["expired_url", "used_url"])(
    "a response_url that says %s: the answer comes in direct messages",
    async (error) => {
      const before = direct().length;
      plan({ response_url: [{ kind: "refused", error }] });
      await energie.press(messageWith("/cairn plan AI.2"), "Voir");
      await eventually(direct).toHaveLength(before + 1);
      expect(wordsIn(direct().at(-1)?.blocks)).toContain("AI.2");
    },
  );

  it("an answer lost after Slack took it: seen once, however often Slack sends the message again", async () => {
    const before = direct().length;
    plan({ "chat.postMessage": [{ kind: "lost" }] });
    await energie.say("plan AI.3");
    await eventually(direct).toHaveLength(before + 1);
    for (let again = 0; again < 3; again++) await energie.repeat();
    await energie.say("plan AI.4");
    await eventually(() => wordsIn(direct().at(-1)?.blocks)).toContain("AI.4");
    expect(direct()).toHaveLength(before + 2);
  });

  it("an answer to a button lost after Slack took it: seen once", async () => {
    const before = workspace.slack.accepted.length;
    plan({ response_url: [{ kind: "lost" }] });
    await energie.press(messageWith("/cairn plan AE.1"), "Voir");
    await energie.say("plan AE.2");
    await eventually(() => wordsIn(direct().at(-1)?.blocks)).toContain("AE.2");
    const taken = workspace.slack.accepted.slice(before).map(({ asked }) => JSON.stringify(asked));
    const seen = taken.filter((asked) => asked.includes("AE.1"));
    expect(seen).toHaveLength(1);
  });

  it("nobody answers who somebody is: they are told to try again, and nothing is recorded", async () => {
    const achats = await personIn(workspace, "achats");
    plan({ "users.info": [{ kind: "status", status: 500 }] });
    const said = await achats.slash("/saisir", `repas 12 ${quarter}`);
    expect(wordsIn(said.blocks)).toContain("Quelque chose n’a pas marché");
    expect(await figuresOf("repas")).toEqual([]);
    await achats.slash("/saisir", `repas 12 ${quarter}`);
    expect(await figuresOf("repas")).toEqual(["12"]);
  });

  it("slower than an acknowledgement may be: one is given, then the receipt of one figure", async () => {
    const technique = await personIn(workspace, "technique");
    plan({ "users.info": [{ kind: "slow", delayMs: 4_000 }] });
    const began = Date.now();
    const said = await technique.slash("/saisir", `electricite 1500 kWh ${quarter}`);
    expect(Date.now() - began).toBeLessThan(3_000);
    expect(said.text).toContain("Je m’en occupe");
    const responses = () => workspace.slack.accepted.filter(({ method }) => method === "response_url");
    await eventually(() => JSON.stringify(responses())).toMatch(/1\s500\skWh/u);
    expect(await figuresOf("electricite")).toEqual(["1500"]);
  });

  it("a form that Slack opens no more: what to type instead is said", async () => {
    const before = workspace.slack.accepted.length;
    plan({ "views.open": [{ kind: "refused", error: "expired_trigger_id" }] });
    await energie.shortcut("saisir");
    const told = () => JSON.stringify(workspace.slack.accepted.slice(before).map(({ asked }) => asked));
    await eventually(told).toContain("/saisir");
    expect(energie.screen.modal()).toBeNull();
  });
});
