import { describe, expect, it } from "vitest";
import { readConfig } from "../src/config.ts";

const slack = {
  SLACK_BOT_TOKEN: "xoxb-1-2-secret",
  SLACK_SIGNING_SECRET: "8f742231b10e8888abcd99yyyzzz85a5",
  SLACK_TEAM_ID: "T0CLUSTER",
};

/** What is wrong in an environment: the variables and what is said of each. */
function wrong(env: Record<string, string>): [string, string][] {
  const read = readConfig(env);
  return read.ok ? [] : read.problems.map(({ variable, expected }) => [variable, expected]);
}

describe("Slack", () => {
  it("is off while none of its variables is set, and the doors are for this machine alone", () => {
    for (const env of [{}, { SLACK_BOT_TOKEN: "", SLACK_TEAM_ID: "" }])
      expect(readConfig(env)).toMatchObject({ ok: true, config: { slack: null, host: "127.0.0.1" } });
  });

  it("is on with its three variables, and the doors are open to the network unless said otherwise", () => {
    expect(readConfig(slack)).toMatchObject({
      ok: true,
      config: {
        host: "0.0.0.0",
        slack: {
          botToken: slack.SLACK_BOT_TOKEN,
          signingSecret: slack.SLACK_SIGNING_SECRET,
          appToken: null,
          teamId: "T0CLUSTER",
          channel: null,
          apiUrl: null,
        },
      },
    });
    expect(readConfig({ ...slack, HOST: "127.0.0.1" })).toMatchObject({ config: { host: "127.0.0.1" } });
  });

  it("is in Socket Mode with the app’s token, and needs no signing secret then, nor uses one", () => {
    const { SLACK_SIGNING_SECRET, ...others } = slack;
    for (const env of [others, slack])
      expect(readConfig({ ...env, SLACK_APP_TOKEN: "xapp-1-A0-2-secret" })).toMatchObject({
        config: { slack: { appToken: "xapp-1-A0-2-secret", signingSecret: null } },
      });
    expect(wrong({ SLACK_APP_TOKEN: "xapp-1-A0-2-secret" })).toEqual([
      ["SLACK_BOT_TOKEN", "slackValue"],
      ["SLACK_TEAM_ID", "slackValue"],
    ]);
    expect(wrong({ ...slack, SLACK_APP_TOKEN: "xoxb-1" })).toEqual([["SLACK_APP_TOKEN", "slackAppToken"]]);
  });

  it.each(["C0CLUSTER", "G0CLUSTER"])("posts the digest in %s", (id) => {
    expect(readConfig({ ...slack, SLACK_CHANNEL_ID: id })).toMatchObject({
      config: { slack: { channel: id } },
    });
  });

  it.each(["#cluster", "D0CLUSTER", "cluster"])("takes no channel named %s", (id) => {
    expect(wrong({ ...slack, SLACK_CHANNEL_ID: id })).toEqual([["SLACK_CHANNEL_ID", "slackChannelId"]]);
  });

  it("names every variable that it lacks, and every wrong one, at once", () => {
    expect(wrong({ SLACK_API_URL: "https://slack.example/api" })).toEqual([
      ["SLACK_BOT_TOKEN", "slackValue"],
      ["SLACK_SIGNING_SECRET", "slackValue"],
      ["SLACK_TEAM_ID", "slackValue"],
    ]);
    expect(wrong({ SLACK_BOT_TOKEN: "xoxp-1", SLACK_TEAM_ID: "cluster", PORT: "x" }).sort()).toEqual([
      ["PORT", "port"],
      ["SLACK_BOT_TOKEN", "slackBotToken"],
      ["SLACK_SIGNING_SECRET", "slackValue"],
      ["SLACK_TEAM_ID", "slackTeamId"],
    ]);
  });

  it.each([
    ["https://slack.example/api", "https://slack.example/api/"],
    ["http://127.0.0.1:4003/api/", "http://127.0.0.1:4003/api/"],
    ["http://localhost:4003/api//", "http://localhost:4003/api/"],
    ["http://[::1]:4003/api/", "http://[::1]:4003/api/"],
  ])("takes %s as the base of its Web API", (given, apiUrl) => {
    expect(readConfig({ ...slack, SLACK_API_URL: given })).toMatchObject({ config: { slack: { apiUrl } } });
  });

  it.each(["http://slack.example/api/", "http://127.0.0.1.evil.example/", "ftp://localhost/", "slack"])(
    "sends no token to %s",
    (given) => {
      expect(wrong({ ...slack, SLACK_API_URL: given })).toEqual([["SLACK_API_URL", "slackApiUrl"]]);
    },
  );
});

describe("the language model", () => {
  const model = { CAIRN_MODEL_URL: "https://model.example/v1", CAIRN_MODEL_NAME: "small" };

  it("is off while none of its variables is set", () => {
    expect(readConfig({ CAIRN_MODEL_URL: "", CAIRN_MODEL_KEY: "" })).toMatchObject({
      config: { model: null },
    });
  });

  it("is on with its address and its name, and a key where it wants one", () => {
    const { CAIRN_MODEL_URL: url, CAIRN_MODEL_NAME: name } = model;
    expect(readConfig(model)).toMatchObject({ config: { model: { url, name, key: null } } });
    expect(readConfig({ ...model, CAIRN_MODEL_KEY: "k-1" })).toMatchObject({
      config: { model: { key: "k-1" } },
    });
  });

  it("needs its address and its name together, whatever else is set", () => {
    expect(wrong({ CAIRN_MODEL_KEY: "k-1" })).toEqual([
      ["CAIRN_MODEL_URL", "modelValue"],
      ["CAIRN_MODEL_NAME", "modelValue"],
    ]);
  });

  it.each(["http://127.0.0.1:11434/v1", "http://localhost:8080/v1", "http://[::1]:8080"])(
    "may be at %s",
    (url) => {
      expect(readConfig({ ...model, CAIRN_MODEL_URL: url })).toMatchObject({ ok: true });
    },
  );

  it.each(["http://model.example/v1", "ftp://127.0.0.1/", "model.example"])(
    "is not to be reached at %s",
    (url) => {
      expect(wrong({ ...model, CAIRN_MODEL_URL: url })).toEqual([["CAIRN_MODEL_URL", "modelUrl"]]);
    },
  );

  it("has a key that a header can hold", () => {
    expect(wrong({ ...model, CAIRN_MODEL_KEY: "a b" })).toEqual([["CAIRN_MODEL_KEY", "modelKey"]]);
  });
});
