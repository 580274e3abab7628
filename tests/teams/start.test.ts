import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { cairn, cairnEnvironment, type Where } from "../support/command.ts";
import { freshPostgresDatabase } from "../support/databases.ts";
import { secret, member as slackMember } from "../support/slack-bot.ts";
import { slackDouble, teamId, token } from "../support/slack-double.ts";
import { member, shownIn } from "../support/teams-bot.ts";
import { teamsDouble } from "../support/teams-double.ts";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

function started(where: Where, variables: Record<string, string>) {
  const env = { ...cairnEnvironment(where), PORT: "0", ...variables };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, ended: once(child, "close") };
}

async function freshDatabase(): Promise<Where> {
  const { url, drop } = await freshPostgresDatabase("migrated");
  onTestFinished(drop);
  return { DATABASE_URL: url };
}

it("Slack and Teams are served at once, in one process, until SIGTERM; Teams’ local mode says what it is", async () => {
  const teams = await teamsDouble([member("energie")]);
  const slack = await slackDouble();
  onTestFinished(async () => void (await Promise.all([teams.close(), slack.close()])));
  slack.users.set("UENERGIE", slackMember("UENERGIE", "energie"));
  const { child, ended } = started(await freshDatabase(), {
    CAIRN_TEAMS_LOCAL: "1",
    ...{ SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: secret, SLACK_TEAM_ID: teamId },
    SLACK_API_URL: slack.apiUrl,
  });
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      said.push(line);
      const [, found] = /(http:\/\/127\.0\.0\.1:\d+)\/api\/messages/u.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(said.join("\n"))));
  });
  expect(said.join("\n")).toContain("mode local : sans identification, pour cette machine seulement");
  expect(said.join("\n")).toContain(`Cairn écoute Slack sur ${url}/slack/events`);
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: "ready" });
  const activity = {
    ...{ type: "message", id: "f:1", channelId: "msteams", serviceUrl: teams.url },
    from: { id: "29:energie", aadObjectId: "aad-energie" },
    recipient: { id: "bot" },
    conversation: { id: "a:energie", conversationType: "personal" },
    text: "saisir electricite 12 kWh T3 2026",
  };
  const answered = await fetch(`${url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(activity),
  });
  expect(answered.status).toBe(200);
  expect(teams.sent.map(shownIn)).toEqual([expect.stringMatching(/12\skWh/u)]);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

it("a local mode that others could reach does not start", async () => {
  const { child, ended } = started(await freshDatabase(), { CAIRN_TEAMS_LOCAL: "1", HOST: "0.0.0.0" });
  const stderr = await text(child.stderr);
  expect(await ended).toEqual([3, null]);
  expect(stderr).toContain("HOST : attendu 127.0.0.1 en mode local");
});

it.each([
  ["what is not set", {}, [["teams", "missing", expect.stringContaining("MICROSOFT_APP_ID")]]],
  [
    "the local mode",
    { CAIRN_TEAMS_LOCAL: "1", TEAMS_CHANNEL_ID: "19:cluster@thread.tacv2" },
    [["teams", "ok", "mode local : personne n’est identifié, cette machine seulement"]],
  ],
  [
    "the channel that is not set",
    { CAIRN_TEAMS_LOCAL: "1" },
    [
      ["teams", "ok", expect.any(String)],
      ["teams_channel", "missing", expect.stringContaining("TEAMS_CHANNEL_ID")],
    ],
  ],
])("cairn doctor tells of %s", async (_, variables, found) => {
  const ran = await cairn({ ...(await freshDatabase()), ...variables }, "doctor", "--json");
  const { findings }: { findings: { key: string; state: string; detail: string }[] } = JSON.parse(ran.stdout);
  const told = findings.filter(({ key }) => key.startsWith("teams"));
  expect(told.map(({ key, state, detail }) => [key, state, detail])).toEqual(found);
});
