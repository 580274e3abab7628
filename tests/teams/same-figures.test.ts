import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Block, Card } from "../../src/cards/card.ts";
import { handle } from "../../src/commands/handle.ts";
import { drawCard } from "../../src/platforms/terminal/draw.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { type SlackBot, slackBot } from "../support/slack-bot.ts";
import { type TeamsBot, teamsBot } from "../support/teams-bot.ts";

const now = Temporal.Instant.from("2026-11-24T09:00:00Z");
const email = "energie@cluster.example";

/** Said on each platform by the same person, in this order: what writes, then what reads. */
const lines = [
  "/saisir electricite 1 234,5 kWh T3 2025",
  "/saisir electricite 1 310 kWh T3 2026 compteur relevé",
  "/saisir gaz 2,5 MWh T3 2026",
  "/cairn corriger electricite T3 2026 1 300,25 kWh facture reçue",
  "/saisir electricite 1.300 kWh T2 2026",
  "/saisir gaz 12 km T2 2026",
  "/cairn bilan T3 2026",
  "/cairn pourquoi electricite T3 2026",
  "/cairn historique electricite T3 2026",
  "/cairn avancement ges 2026",
  "/cairn echeances",
  "/question combien d'électricité au T3 2026",
] as const;

function textsIn(block: Block): string[] {
  switch (block.type) {
    case "text":
    case "note":
      return [block.text];
    case "list":
      return [...block.items];
    case "fields":
      return block.fields.flatMap(({ label, value }) => [label, value]);
    case "table":
      return [...block.columns.map(({ label }) => label), ...block.rows.flat()];
    case "actions":
      return block.actions.map(({ label }) => label);
  }
}

/** The numbers in a text, each with its own marks, spaces of every kind made one. */
function figuresIn(text: string): string[] {
  const found = text.replaceAll(/[\u00A0\u2009\u202F]/gu, " ").match(/\d+(?: \d{3})*(?:,\d+)?/gu) ?? [];
  return [...new Set(found)].sort();
}

function figuresOf({ title, blocks }: Card): string[] {
  return figuresIn([title, ...blocks.flatMap(textsIn)].join("\n"));
}

/** A reply whole, but for what says where its figures were given: the platform, and the hash that covers it. */
function besidesWhere(reply: unknown): string {
  return JSON.stringify(reply, null, 1)
    .replaceAll(/\((?:au terminal|dans Slack|dans Teams)\)/gu, "(où)")
    .replaceAll(/"platform": "\w+"/gu, '"platform": "où"')
    .replaceAll(/"(?:[0-9a-f]{64})"/gu, '"hash"');
}

/** Every text of a message, however deep. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe("the same request gives the same figures on the terminal, in Slack and in Teams", () => {
  let terminal: TestCairn;
  let slack: SlackBot;
  let teams: TeamsBot;
  beforeAll(async () => {
    [terminal, slack, teams] = await Promise.all([
      freshCairn("pglite"),
      slackBot("pglite"),
      teamsBot("pglite"),
    ]);
  });
  afterAll(() => Promise.all([terminal.store.close(), slack.close(), teams.close()]));

  it.each(lines)("%s", async (line) => {
    const at = { email, line, now };
    const [verb = "", ...words] = line.split(" ");
    const answered = await slack.command(verb, words.join(" "));
    const before = teams.teams.sent.length;
    await teams.say(line);
    const inTeams = teams.teams.sent.slice(before).map(({ activity }) => activity);
    const onTerminal = await handle(terminal.cairn, { ...at, platform: "terminal" });

    const figures = figuresOf(onTerminal.card);
    const missing = (shown: readonly string[]) => {
      const there = new Set(figuresIn(shown.join("\n")));
      return figures.filter((figure) => !there.has(figure));
    };
    expect(missing([drawCard(onTerminal.card)])).toEqual([]);
    expect(missing(stringsIn(JSON.parse(answered.body)))).toEqual([]);
    expect(missing(stringsIn(inTeams))).toEqual([]);

    // What each platform's own database now answers is whole the same: data, refusal and card.
    const asked = {
      ...at,
      line: line.startsWith("/saisir") || line.includes("corriger") ? "/cairn plan" : line,
    };
    const replies = await Promise.all(
      [terminal.cairn, slack.test.cairn, teams.test.cairn].map((cairn) =>
        handle(cairn, { ...asked, platform: "terminal" }),
      ),
    );
    const [first, ...others] = replies.map(besidesWhere);
    expect(others).toEqual([first, first]);
  });

  it("a request is answered whole the same whichever platform it says it comes from", async () => {
    const reading = lines.filter((line) => /bilan|pourquoi|avancement|echeances/u.test(line));
    for (const line of reading) {
      const [one, ...others] = await Promise.all(
        ["terminal", "slack", "teams"].map((platform) =>
          handle(terminal.cairn, { email, line, now, platform }),
        ),
      );
      for (const other of others) expect(other).toEqual(one);
    }
  });
});
