import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openQuarter } from "../../src/domain/quarter.ts";
import type { Store } from "../../src/store/database.ts";
import { allEntries } from "../../src/store/entries.ts";
import { openPostgres } from "../support/databases.ts";
import { eventually } from "../support/eventually.ts";
import { type Person, personIn, type Seen } from "../support/slack-person.ts";
import { payloadOf, signed } from "../support/slack-sending.ts";
import { fields, type Json } from "../support/slack-texts.ts";
import { control, keyOf, wordsIn } from "../support/slack-view.ts";
import { rosterMember, slackWorkspace, strictSecret, type Workspace } from "../support/slack-workspace.ts";
import { appId, strictTeamId } from "../support/strict-slack-peer.ts";

const quarter = openQuarter(Temporal.Now.instant(), "Europe/Paris");

let workspace: Workspace;
let store: Store;
let energie: Person;
let mobilite: Person;

beforeAll(async () => {
  workspace = await slackWorkspace(
    [
      rosterMember("energie"),
      rosterMember("mobilite"),
      { ...rosterMember("invite", { is_restricted: true }), email: "energie@cluster.example" },
      { ...rosterMember("robot", { is_bot: true }), email: "energie@cluster.example" },
      { ...rosterMember("passante", { is_stranger: true }), email: "energie@cluster.example" },
      { ...rosterMember("inconnue"), email: "inconnue@ailleurs.example" },
    ],
    "nothing",
  );
  store = await openPostgres(workspace.where.DATABASE_URL);
  energie = await personIn(workspace, "energie");
  mobilite = await personIn(workspace, "mobilite");
}, 60_000);
afterAll(async () => {
  await store.close();
  await workspace.close();
});

const figures = () => allEntries(store.db);
const nextSecond = () => Math.floor(Date.now() / 1000);

async function command(person: string, text: string): Promise<Json> {
  const user_id = workspace.slack.peer.userIds.get(person) ?? "";
  const changes = { command: "/saisir", text, user_id, team_id: strictTeamId, channel_id: workspace.channel };
  const response_url = workspace.slack.newResponseUrl();
  return await payloadOf("slash-command", { ...changes, api_app_id: appId, response_url });
}

const bodyOf = (asked: Json) =>
  new URLSearchParams(
    Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)])),
  ).toString();

describe("a request whose signature is not Slack’s, now and of that very body, is not read", () => {
  type Signing = (body: string) => Readonly<Record<string, string | null>>;
  it.each<[string, Signing]>([
    ["of another secret", (body) => signed(body, `${strictSecret}x`)],
    ["missing", () => ({ "x-slack-signature": null })],
    ["of six minutes ago", (body) => signed(body, strictSecret, nextSecond() - 360)],
    ["of six minutes from now", (body) => signed(body, strictSecret, nextSecond() + 360)],
    ["of the body before it was changed", (body) => signed(body.replace("987", "12"), strictSecret)],
  ])("%s", async (_, signing) => {
    const before = await figures();
    const body = bodyOf(await command("energie", `electricite 987 kWh ${quarter}`));
    const headers = { "content-type": "application/x-www-form-urlencoded", ...signing(body) };
    expect(await workspace.sending.raw(body, headers)).toMatchObject({ status: 401 });
    expect(await figures()).toEqual(before);
  });
});

describe("who is not of the team is told so, and leaves nothing", () => {
  it.each([
    ["a guest", "invite", {}, "Votre compte est celui d’un invité"],
    ["a bot", "robot", {}, "je ne réponds qu’à des personnes"],
    ["somebody of another organisation", "passante", {}, "Votre compte vient d’une autre organisation"],
    ["a member through another workspace", "energie", { team_id: "T0AUTRE" }, "un seul espace Slack"],
    ["a member whom the plan does not know", "inconnue", {}, "Je ne connais pas inconnue@ailleurs.example"],
  ])("%s", async (_, person, changes, words) => {
    const before = await figures();
    const asked = { ...(await command(person, `electricite 12 kWh ${quarter}`)), ...changes };
    const { status, body } = await workspace.sending.form(asked);
    expect(status).toBe(200);
    expect(wordsIn(JSON.parse(body).blocks)).toContain(words);
    expect(await figures()).toEqual(before);
    const known = await store.db.selectFrom("person").select("email").execute();
    expect(known.map(({ email }) => email)).not.toContain("inconnue@ailleurs.example");
  });
});

/** A form opened by the shortcut, on somebody's own figure, ready to be sent. */
async function readyForm(person: Person, indicator: string, slug: string, value: string): Promise<void> {
  await person.shortcut("saisir");
  const metadata = () => String(person.screen.modal()?.["private_metadata"]);
  await eventually(() => person.screen.modal()?.["callback_id"]).toBe("saisir:entry");
  await person.choose("Indicateur", indicator);
  await eventually(metadata).toContain(`"u":"${slug}"`);
  person.type("Valeur", value);
}

/** Makes the menu of the open form say another indicator, as no click can. */
function forgeIndicator(person: Person, slug: string): void {
  const found = control(person.screen.modal()?.["blocks"], "Indicateur");
  const selected_option = { text: { type: "plain_text", text: slug }, value: slug };
  person.screen.typed.set(keyOf(found), { type: found.element["type"], selected_option });
}

describe("an indicator of somebody else is refused, whichever way it is given", () => {
  it.each<[string, () => Promise<string>]>([
    [
      "by a command",
      async () => wordsIn((await mobilite.slash("/saisir", `electricite 12 kWh ${quarter}`)).blocks),
    ],
    [
      "by a message",
      async () => {
        await mobilite.say(`saisir electricite 12 kWh ${quarter}`);
        const { accepted } = workspace.slack;
        const mine = () => accepted.filter(({ answer }) => answer["channel"] === mobilite.direct).at(-1);
        const said = () => String(mine()?.asked["blocks"]);
        await eventually(said).toContain("n’est pas le vôtre");
        return said();
      },
    ],
    [
      "by a button whose line was written by somebody",
      async () => {
        const button = { type: "button", action_id: "run:0", text: { type: "plain_text", text: "Saisir" } };
        const elements = [{ ...button, value: `/saisir electricite 12 kWh ${quarter}` }];
        const forged: Seen = {
          text: "x",
          blocks: [{ type: "actions", elements }],
          channel: workspace.channel,
          ts: null,
        };
        return wordsIn((await mobilite.answer(await mobilite.press(forged, "Saisir"))).blocks);
      },
    ],
    [
      "by a form whose menu was changed",
      async () => {
        await readyForm(mobilite, "TGV", "train", "12");
        forgeIndicator(mobilite, "electricite");
        const errors = await mobilite.submit();
        return JSON.stringify(errors) + wordsIn(mobilite.screen.modal()?.["blocks"]);
      },
    ],
    [
      "by a form whose private_metadata was written by somebody",
      async () => {
        await readyForm(energie, "Électricité", "electricite", "12");
        const theirs = await energie.submission();
        const user = { ...fields(theirs["user"]), id: mobilite.id };
        const { status, body } = await workspace.sending.payload({ ...theirs, user });
        expect(status).toBe(200);
        return body;
      },
    ],
  ])("%s", async (_, give) => {
    const before = await figures();
    expect(await give()).toContain("n’est pas le vôtre");
    expect(await figures()).toEqual(before);
  });
});

it.each<[string, string]>([
  ["nothing", ""],
  ["no JSON", "{"],
  ["a list", "[]"],
  [
    "another figure’s",
    '{"r":0,"u":"electricite","p":"2021-T1","c":"00000000000000000000000000000000","w":null}',
  ],
  ["longer than Slack carries", "x".repeat(100_000)],
])("a private_metadata that holds %s changes neither whose figure it is nor which", async (_, metadata) => {
  await readyForm(mobilite, "TGV", "train", "120");
  const submission = await mobilite.submission();
  const view = { ...fields(submission["view"]), private_metadata: metadata };
  const { status } = await workspace.sending.payload({ ...submission, view });
  expect(status).toBe(200);
  const { id } = await store.db
    .selectFrom("person")
    .select("id")
    .where("email", "=", "mobilite@cluster.example")
    .executeTakeFirstOrThrow();
  const written = (await figures()).map(({ indicator, period, personId, value }) => [
    ...[indicator, period, personId, String(value)],
  ]);
  const theirs = ["train", quarter, id, "120"];
  expect(written.filter((figure) => figure.join() !== theirs.join())).toEqual([]);
});

it("a submission sent eleven times, at once and again after a correction, is one figure", async () => {
  await readyForm(mobilite, "TER", "ter", "345");
  const submission = await mobilite.submission();
  const send = () => workspace.sending.payload(submission);
  const answers = await Promise.all(Array.from({ length: 10 }, send));
  await mobilite.slash("/cairn", `corriger ter ${quarter} 346 erreur de relevé`);
  answers.push(await send());
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const given = (await figures()).filter(({ indicator }) => indicator === "ter");
  expect(given.map(({ revision, value }) => [revision, String(value)])).toEqual([
    [1, "345"],
    [2, "346"],
  ]);
});
