import { describe, expect, it } from "vitest";
import { identityOf, type SlackUser } from "../../../src/platforms/slack/profile.ts";

/** A user as docs.slack.dev/reference/objects/user-object shows one. */
const user: SlackUser = {
  id: "U0MARIE",
  team_id: "T0CLUSTER",
  deleted: false,
  is_bot: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_email_confirmed: true,
  tz: "Europe/Paris",
  locale: "fr-FR",
  profile: { email: "marie@cluster.example" },
};

describe("a member is known by the address that Slack verified, and by how they live", () => {
  it.each<[string, Partial<SlackUser>, object]>([
    ["French", {}, { email: "marie@cluster.example", language: "fr", timeZone: "Europe/Paris" }],
    ["British", { locale: "en-GB", tz: "Europe/London" }, { language: "en", timeZone: "Europe/London" }],
    ["a language that Cairn does not speak", { locale: "de-DE" }, { language: null }],
    ["a time zone that does not exist", { tz: "Mars/Olympus" }, { timeZone: null }],
    ["nothing of either", { locale: "", tz: "" }, { language: null, timeZone: null }],
    [
      "spaces around the address",
      { profile: { email: " marie@cluster.example " } },
      { email: "marie@cluster.example" },
    ],
  ])("%s", (_, changes, known) => {
    expect(identityOf({ ...user, ...changes }, "T0CLUSTER")).toMatchObject({ kind: "member", ...known });
  });
});

describe("who is not a member of the workspace is told why", () => {
  it.each<[string, Partial<SlackUser>]>([
    ["guest", { is_restricted: true }],
    ["guest", { is_ultra_restricted: true }],
    ["stranger", { is_stranger: true }],
    ["other_workspace", { team_id: "T0AUTRE" }],
    ["bot", { is_bot: true }],
    ["bot", { id: "USLACKBOT" }],
    ["deleted", { deleted: true }],
    ["deleted", { deleted: true, is_restricted: true }],
    ["no_email", { is_email_confirmed: false }],
    ["no_email", { profile: {} }],
    ["no_email", { profile: { email: "  " } }],
  ])("%s: %j", (reason, changes) => {
    expect(identityOf({ ...user, ...changes }, "T0CLUSTER")).toEqual({ kind: "unwelcome", reason });
  });
});
