import { describe, expect, it } from "vitest";
import { verbNames } from "../../../src/domain/rights.ts";
import { messagesFor } from "../../../src/messages/messages.ts";
import { callbacks } from "../../../src/platforms/slack/views/names.ts";
import { read, tableRows } from "../../support/documents.ts";

type Manifest = {
  readonly display_information: Readonly<
    Record<"name" | "description" | "long_description" | "background_color", string>
  >;
  readonly features: {
    readonly app_home: Readonly<Record<string, boolean>>;
    readonly bot_user: { readonly display_name: string };
    readonly shortcuts: readonly Readonly<Record<"name" | "type" | "callback_id" | "description", string>>[];
    readonly slash_commands: readonly (Readonly<
      Record<"command" | "url" | "description" | "usage_hint", string>
    > & { readonly should_escape: boolean })[];
  };
  readonly oauth_config: { readonly scopes: Readonly<Record<string, readonly string[]>> };
  readonly settings: {
    readonly event_subscriptions: { readonly request_url: string; readonly bot_events: readonly string[] };
    readonly interactivity: {
      readonly is_enabled: boolean;
      readonly request_url: string;
      readonly message_menu_options_url: string;
    };
    readonly socket_mode_enabled: boolean;
  };
};

const manifest: Manifest = JSON.parse(await read("manifests/slack.json"));
const { display_information: app, features, oauth_config, settings } = manifest;
const { slash_commands: commands, shortcuts } = features;
const verbs = messagesFor("fr").verbs;

describe("the Slack manifest keeps Slack's limits", () => {
  // Comments of the Manifest type of @slack/web-api 8.2.0, and slackapi/manifest-schema for those it leaves out.
  it.each<[string, string, number, number]>([
    ["the name", app.name, 1, 35],
    ["the description", app.description, 1, 140],
    ["the long description", app.long_description, 175, 4000],
    ["the bot's name", features.bot_user.display_name, 1, 80],
    ...shortcuts.flatMap(({ name, callback_id, description }): [string, string, number, number][] => [
      [`shortcut ${name}`, name, 1, 24],
      [`callback of ${name}`, callback_id, 1, 255],
      [`description of ${name}`, description, 1, 150],
    ]),
    ...commands.flatMap(({ command, description, usage_hint }): [string, string, number, number][] => [
      [command, command, 2, 32],
      [`description of ${command}`, description, 1, 2000],
      [`hint of ${command}`, usage_hint, 1, 1000],
    ]),
  ])("%s", (_, text, least, most) => {
    expect(text.length).toBeGreaterThanOrEqual(least);
    expect(text.length).toBeLessThanOrEqual(most);
  });

  it.each([
    ["the color is hexadecimal", [app.background_color], /^#(?:[0-9a-f]{3}){1,2}$/iu],
    ["the bot's name has no capitals", [features.bot_user.display_name], /^[a-z0-9._-]+$/u],
    ["commands begin with a slash", commands.map(({ command }) => command), /^\/[a-z]+$/u],
    ["shortcuts are of a known kind", shortcuts.map(({ type }) => type), /^(?:global|message)$/u],
  ])("%s", (_, texts, form) => {
    expect(texts.filter((text) => !form.test(text))).toEqual([]);
  });

  it("every request comes to the same door, at a placeholder over HTTPS", () => {
    const { event_subscriptions: events, interactivity } = settings;
    const doors = [
      ...commands.map(({ url }) => url),
      events.request_url,
      interactivity.request_url,
      interactivity.message_menu_options_url,
    ];
    expect([...new Set(doors)]).toEqual(["https://cairn.example.org/slack/events"]);
  });

  it("HTTP is the way in unless Socket Mode is chosen", () => {
    expect(settings.socket_mode_enabled).toBe(false);
    expect(settings.interactivity.is_enabled).toBe(true);
    expect(features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });
});

describe("the Slack manifest says what the program does", () => {
  it("/cairn hints at every verb but the one that is a command of its own, in the order of the help", () => {
    const hint = commands.find(({ command }) => command === "/cairn")?.usage_hint ?? "";
    expect(hint.split(" | ")).toEqual(verbNames.filter((verb) => verb !== "saisir"));
  });

  it("a verb that is a command of its own hints at its arguments as the help writes them", () => {
    const hints = commands.slice(1).map(({ command, usage_hint }) => `${command} ${usage_hint}`);
    expect(hints).toEqual([verbs.saisir.usage, verbs.question.usage]);
  });

  it("what people type arrives as they typed it", () => {
    expect(commands.filter(({ should_escape }) => should_escape)).toEqual([]);
  });

  it("the form opens from a shortcut everywhere, and a question is asked from a message", () => {
    expect(shortcuts).toMatchObject([
      { name: "Saisir un indicateur", type: "global", callback_id: callbacks.shortcut },
      { name: "Demander à Cairn", type: "message", callback_id: callbacks.question },
    ]);
  });
});

describe("the permissions asked of Slack", () => {
  // docs.slack.dev/reference/events, /reference/methods: what each event or method asks for.
  const neededByEvent: Readonly<Record<string, readonly string[]>> = {
    app_home_opened: [],
    app_mention: ["app_mentions:read"],
    "message.im": ["im:history"],
    user_change: ["users:read"],
  };
  const neededByUse = {
    "slash commands and shortcuts": ["commands"],
    "chat.postMessage, chat.postEphemeral, chat.update": ["chat:write"],
    "users.info with the address, users.lookupByEmail": ["users:read", "users:read.email"],
    "conversations.open": ["im:write"],
    "conversations.history, private conversations, public and private channels": [
      "im:history",
      "channels:history",
      "groups:history",
    ],
  };
  const { bot_events: events } = settings.event_subscriptions;

  it("the events are those Cairn answers", () => {
    expect(events).toEqual(["app_home_opened", "app_mention", "message.im", "user_change"]);
  });

  it("are those that the events and methods need, and no other", () => {
    const needed = [...events.map((event) => neededByEvent[event]), ...Object.values(neededByUse)].flat();
    expect(oauth_config.scopes).toEqual({ bot: [...new Set(needed)].sort() });
  });

  it("have their reason written down", async () => {
    const page = await read("docs/decisions/0023-slack-scopes.md");
    const explained = tableRows(page).map(([scope]) => scope);
    expect(explained.sort()).toEqual(oauth_config.scopes["bot"]);
  });
});
