import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";

const teams = {
  MICROSOFT_APP_ID: "11111111-1111-4111-8111-111111111111",
  MICROSOFT_APP_PASSWORD: "a-secret-of-the-app",
  MICROSOFT_APP_TENANT_ID: "22222222-2222-4222-8222-222222222222",
};

/** What is wrong in an environment: the variables and what is said of each. */
function wrong(env: Record<string, string>): [string, string][] {
  const read = readConfig(env);
  return read.ok ? [] : read.problems.map(({ variable, expected }) => [variable, expected]);
}

describe("Teams", () => {
  it("is off while none of its variables is set", () => {
    for (const env of [{}, { MICROSOFT_APP_ID: "", CAIRN_TEAMS_LOCAL: "0" }])
      expect(readConfig(env)).toMatchObject({ config: { teams: null, host: "127.0.0.1" } });
  });

  it("is on with its three variables, beside Slack or alone, and the doors are open to the network", () => {
    expect(readConfig({ ...teams, TEAMS_CHANNEL_ID: "19:cluster@thread.tacv2" })).toMatchObject({
      config: {
        host: "0.0.0.0",
        slack: null,
        teams: {
          local: false,
          appId: teams.MICROSOFT_APP_ID,
          appPassword: teams.MICROSOFT_APP_PASSWORD,
          tenantId: teams.MICROSOFT_APP_TENANT_ID,
          channel: "19:cluster@thread.tacv2",
          allowedHosts: [],
          authority: null,
        },
      },
    });
  });

  it("names every variable that it lacks, and every wrong one, at once", () => {
    expect(wrong({ TEAMS_CHANNEL_ID: "cluster", MICROSOFT_APP_TYPE: "MultiTenant" }).sort()).toEqual([
      ["MICROSOFT_APP_ID", "teamsValue"],
      ["MICROSOFT_APP_PASSWORD", "teamsValue"],
      ["MICROSOFT_APP_TENANT_ID", "teamsValue"],
      ["MICROSOFT_APP_TYPE", "microsoftType"],
      ["TEAMS_CHANNEL_ID", "teamsChannelId"],
    ]);
    expect(
      wrong({ ...teams, MICROSOFT_APP_ID: "cairn", TEAMS_SERVICE_URL_ALLOW: "https://x/" }).sort(),
    ).toEqual([
      ["MICROSOFT_APP_ID", "microsoftId"],
      ["TEAMS_SERVICE_URL_ALLOW", "teamsHosts"],
    ]);
  });

  it("adds hosts to those that may be called", () => {
    expect(readConfig({ ...teams, TEAMS_SERVICE_URL_ALLOW: "127.0.0.1:4000,[::1]:4001" })).toMatchObject({
      config: { teams: { allowedHosts: ["127.0.0.1:4000", "[::1]:4001"] } },
    });
  });
});

describe("Teams’ local mode, where nobody is identified", () => {
  it("is chosen, never what is left when a secret is missing, and stays on this machine even beside Slack", () => {
    const slack = {
      SLACK_BOT_TOKEN: "xoxb-1-2-secret",
      SLACK_SIGNING_SECRET: "8f742231b10e8888abcd99yyyzzz85a5",
      SLACK_TEAM_ID: "T0CLUSTER",
    };
    expect(readConfig({ CAIRN_TEAMS_LOCAL: "1", ...slack })).toMatchObject({
      config: { host: "127.0.0.1", teams: { local: true, channel: null } },
    });
  });

  it.each(["0.0.0.0", "192.168.1.2", "cairn.example"])("does not listen on %s", (HOST) => {
    expect(wrong({ CAIRN_TEAMS_LOCAL: "1", HOST })).toEqual([["HOST", "teamsLocalHost"]]);
  });

  it("takes no secret: it would protect nothing", () => {
    expect(wrong({ CAIRN_TEAMS_LOCAL: "1", ...teams }).map(([variable]) => variable)).toEqual([
      "MICROSOFT_APP_ID",
      "MICROSOFT_APP_PASSWORD",
      "MICROSOFT_APP_TENANT_ID",
    ]);
    expect(wrong({ CAIRN_TEAMS_LOCAL: "yes" })).toEqual([["CAIRN_TEAMS_LOCAL", "teamsLocal"]]);
  });
});
