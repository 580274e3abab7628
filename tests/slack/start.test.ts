import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { signatureFor } from "../../src/platforms/slack/signature.ts";
import { cairn, cairnEnvironment, type Where } from "../support/command.ts";
import { freshPostgresDatabase } from "../support/databases.ts";
import { freshFolder } from "../support/folders.ts";
import { commandPayload, member, secret } from "../support/slack-bot.ts";
import { appToken, slackDouble, teamId, token } from "../support/slack-double.ts";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** A process of Cairn with those variables of Slack. */
function started(where: Where, variables: Record<string, string>) {
  const env = { ...cairnEnvironment(where), PORT: "0", HOST: "127.0.0.1", ...variables };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, ended: once(child, "close") };
}

/** A new PostgreSQL database: quicker to begin on than a folder. */
async function freshDatabase(): Promise<Where> {
  const { url, drop } = await freshPostgresDatabase("migrated");
  onTestFinished(drop);
  return { DATABASE_URL: url };
}

async function freshSlack() {
  const slack = await slackDouble();
  onTestFinished(() => slack.close());
  slack.users.set("UENERGIE", member("UENERGIE", "energie"));
  const variables = {
    SLACK_BOT_TOKEN: token,
    SLACK_SIGNING_SECRET: secret,
    SLACK_TEAM_ID: teamId,
    SLACK_API_URL: slack.apiUrl,
  };
  return { slack, variables };
}

it("with Slack’s variables, the bot takes commands at its door until SIGTERM, and says no secret", async () => {
  const folder = await freshFolder();
  const { variables } = await freshSlack();
  const { child, ended } = started({ CAIRN_DATA: folder }, variables);
  const said: string[] = [];
  const lines = createInterface({ input: child.stderr });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on("line", (line) => {
      said.push(line);
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/slack\/events/u.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(said.join("\n"))));
  });
  const body = new URLSearchParams({
    command: "/saisir",
    text: "electricite 12 kWh T3",
    user_id: "UENERGIE",
    team_id: teamId,
    response_url: "https://hooks.slack.com/commands/T/1/x",
    trigger_id: "1.2.3",
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": signatureFor(secret, timestamp, Buffer.from(body)),
    },
    body,
  });
  expect(await answer.json()).toMatchObject({ text: expect.stringContaining("12\u00A0kWh") });
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(said.join("\n")).not.toContain(token);
  expect(said.join("\n")).not.toContain(secret);
  const verified = await cairn({ CAIRN_DATA: folder }, "verify", "--json");
  expect(verified.stdout).toBe('{"ok":true,"entries":1,"broken":null}\n');
});

it("a token that Slack refuses is told in words, and ends with 3", async () => {
  const { variables } = await freshSlack();
  const { child, ended } = started(await freshDatabase(), { ...variables, SLACK_BOT_TOKEN: "xoxb-refused" });
  const [stderr] = await Promise.all([text(child.stderr), ended]);
  expect(await ended).toEqual([3, null]);
  expect(stderr).toContain("Slack refuse Cairn (invalid_auth). Vérifiez SLACK_BOT_TOKEN");
  expect(stderr).not.toContain("xoxb-refused");
});

it.each([
  [
    "a good token",
    {},
    { state: "ok", detail: "relié à l’espace T0CLUSTER, par HTTP : Slack appelle /slack/events" },
  ],
  [
    "Socket Mode",
    { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: "" },
    { state: "ok", detail: "relié à l’espace T0CLUSTER, en Socket Mode : aucune adresse publique" },
  ],
  [
    "a refused app-level token",
    { SLACK_APP_TOKEN: "xapp-refused" },
    { state: "broken", detail: expect.stringMatching(/invalid_auth.*SLACK_APP_TOKEN/u) },
  ],
  [
    "a refused token",
    { SLACK_BOT_TOKEN: "xoxb-refused" },
    { state: "broken", detail: expect.stringContaining("invalid_auth") },
  ],
  [
    "another workspace",
    { SLACK_TEAM_ID: "T0AUTRE" },
    { state: "broken", detail: expect.stringContaining("other_workspace") },
  ],
  [
    "no answer",
    { SLACK_API_URL: "http://127.0.0.1:9/api" },
    { state: "broken", detail: expect.stringContaining("ne répond pas") },
  ],
])("cairn doctor tells of %s", async (_, changes, found) => {
  const { variables } = await freshSlack();
  const ran = await cairn({ ...(await freshDatabase()), ...variables, ...changes }, "doctor", "--json");
  const { findings }: { findings: { key: string }[] } = JSON.parse(ran.stdout);
  expect(findings.find(({ key }) => key === "slack")).toMatchObject(found);
});

it.each([
  ["nothing, where all is set", {}, {}, []],
  [
    "the channel that is not set",
    { SLACK_CHANNEL_ID: "" },
    {},
    [["slack_channel", "missing", expect.stringMatching(/SLACK_CHANNEL_ID.*invitez-y Cairn/u)]],
  ],
  [
    "scopes that the token lacks",
    {},
    { scopes: "commands,chat:write,users:read" },
    [
      [
        "slack_scopes",
        "broken",
        expect.stringMatching(/app_mentions:read, .*im:history, .*users:read\.email\. .*réinstallez/u),
      ],
    ],
  ],
])("cairn doctor tells how to mend %s", async (_, changes, double, found) => {
  const { slack, variables } = await freshSlack();
  Object.assign(slack, double);
  const channel = { SLACK_CHANNEL_ID: "C0CLUSTER" };
  const where = { ...(await freshDatabase()), ...variables, ...channel, ...changes };
  const ran = await cairn(where, "doctor", "--json");
  const { findings }: { findings: { key: string; state: string; detail: string }[] } = JSON.parse(ran.stdout);
  const told = findings.filter(({ key }) => /^slack_/u.test(key));
  expect(told.map(({ key, state, detail }) => [key, state, detail])).toEqual(found);
});

it("with an app-level token, the bot works through sockets until SIGTERM, and says no secret", async () => {
  const { slack, variables } = await freshSlack();
  const socketMode = { ...variables, SLACK_SIGNING_SECRET: "", SLACK_APP_TOKEN: appToken };
  const { child, ended } = started(await freshDatabase(), socketMode);
  const said = text(child.stderr);
  await slack.sockets.hello(1);
  const id = slack.sockets.send("slash_commands", commandPayload("/saisir", "electricite 12 kWh T3", slack));
  expect((await slack.sockets.acknowledged(id)).payload).toMatchObject({
    text: expect.stringContaining("12\u00A0kWh"),
  });
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(await said).toContain("Cairn écoute Slack en Socket Mode");
  expect(await said).not.toContain(token);
  expect(await said).not.toContain(appToken);
});
