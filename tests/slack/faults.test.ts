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
import type { Fault, FaultPlan } from "../support/strict-slack-fault.ts";

const quarter = openQuarter(Temporal.Now.instant(), "Europe/Paris");

let workspace: Workspace;
let store: Store;
let energie: Person;

beforeAll(async () => {
  const names = ["energie", "technique", "achats", "dechets", "politique"];
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

  it.each<[string, Fault]>([
    ["says that it has expired", { kind: "refused", error: "expired_url" }],
    ["says that it was used too often", { kind: "refused", error: "used_url" }],
    ["answers 500", { kind: "status", status: 500 }],
    ["is cut before Slack took anything", { kind: "cut" }],
    ["is asked too fast", { kind: "too_fast", retryAfterS: 1 }],
  ])("a response_url that %s: the answer comes in direct messages", async (_, fault) => {
    const before = direct().length;
    plan({ response_url: [fault] });
    await energie.press(messageWith("/cairn plan AI.2"), "Voir");
    await eventually(direct).toHaveLength(before + 1);
    expect(wordsIn(direct().at(-1)?.blocks)).toContain("AI.2");
  });

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

  it.each<[string, Fault]>([
    ["cut before Slack took it", { kind: "cut" }],
    ["met by 500", { kind: "status", status: 500 }],
  ])("an answer %s: looked for, and posted again as it is not there", async (_, fault) => {
    const before = direct().length;
    plan({ "chat.postMessage": [fault] });
    await energie.say("plan AI.3");
    await eventually(direct).toHaveLength(before + 1);
  });

  it.each<[string, Fault]>([
    ["lost after Slack took it", { kind: "lost" }],
    ["cut before Slack took it", { kind: "cut" }],
  ])("in a thread too, an answer %s is seen once", async (_, fault) => {
    const { channel, slack } = workspace;
    const reads = () => slack.accepted.filter(({ method }) => method === "conversations.replies").length;
    const before = reads();
    plan({ "chat.postMessage": [fault] });
    const thread = await energie.mention("plan AI.3", { channel });
    await eventually(reads).toBe(before + 1);
    await eventually(() => postedIn(slack, channel, thread)).toHaveLength(1);
  });

  it("an answer to a button lost after Slack took it: seen there, and once more in direct messages", async () => {
    const before = workspace.slack.accepted.length;
    plan({ response_url: [{ kind: "lost" }] });
    await energie.press(messageWith("/cairn plan AE.1"), "Voir");
    const seen = () =>
      workspace.slack.accepted
        .slice(before)
        .filter(({ asked }) => JSON.stringify(asked).includes("AE.1"))
        .map(({ method }) => method);
    await eventually(() => seen().length).toBe(2);
    await energie.say("plan AE.2");
    await eventually(() => wordsIn(direct().at(-1)?.blocks)).toContain("AE.2");
    expect(seen()).toEqual(["response_url", "chat.postMessage"]);
  });

  it("a figure given by a button whose answer is lost: recorded once, and its receipt seen", async () => {
    const before = direct().length;
    plan({ response_url: [{ kind: "status", status: 500 }] });
    await energie.press(messageWith(`/saisir papier 12 kg ${quarter}`), "Voir");
    await eventually(direct).toHaveLength(before + 1);
    expect(wordsIn(direct().at(-1)?.blocks)).toMatch(/12\skg/u);
    expect(await figuresOf("papier")).toEqual(["12"]);
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

  it("slower than that, and its response_url answers 500: the receipt comes in direct messages", async () => {
    const dechets = await personIn(workspace, "dechets");
    plan({
      "users.info": [{ kind: "slow", delayMs: 4_000 }],
      response_url: [{ kind: "status", status: 500 }],
    });
    const said = await dechets.slash("/cairn", "plan AE.3");
    expect(said.text).toContain("Je m’en occupe");
    const words = () => wordsIn(postedIn(workspace.slack, dechets.direct).at(-1)?.blocks);
    await eventually(words).toContain("AE.3");
    const left = () => store.db.selectFrom("inbox").select("key").execute();
    await eventually(left).toEqual([]);
  });

  it("a form that Slack fills only at the second time: it is there all the same", async () => {
    plan({ "views.update": [{ kind: "status", status: 500 }] });
    await energie.shortcut("saisir");
    await eventually(() => energie.screen.modal()?.["callback_id"]).toBe("saisir:entry");
    await energie.close();
  });

  it.each<[string, Fault]>([
    ["fails each time", { kind: "status", status: 500 }],
    ["is cut each time", { kind: "cut" }],
  ])("a form whose filling %s: what to type is said, with a button that opens it", async (_, fault) => {
    const before = direct().length;
    plan({ "views.update": [fault, fault] });
    await energie.shortcut("saisir");
    await eventually(direct).toHaveLength(before + 1);
    const told = direct().at(-1);
    expect(wordsIn(told?.blocks)).toContain("/saisir");
    await energie.close();
    if (told === undefined) throw new Error("not told");
    await energie.press(told, "Ouvrir le formulaire");
    await eventually(() => energie.screen.modal()?.["callback_id"]).toBe("saisir:entry");
    await energie.close();
  });

  it("a form of absences that Slack opens no more: what to type instead is said", async () => {
    const politique = await personIn(workspace, "politique");
    await politique.openHome();
    plan({ "views.open": [{ kind: "refused", error: "expired_trigger_id" }] });
    await politique.pressInView("Noter une absence");
    const told = () => wordsIn(postedIn(workspace.slack, politique.direct).at(-1)?.blocks);
    await eventually(told).toContain("/cairn absence");
    await politique.pressInView("Noter une absence");
    await eventually(() => politique.screen.modal()?.["callback_id"]).toBe("home:absence");
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
