import { describe, expect, it } from "vitest";
import { commandLine, messageLine } from "../../../src/platforms/slack/line.ts";

// How Slack writes what people type: docs.slack.dev/messaging/formatting-message-text.
describe("a slash command becomes the line that was typed", () => {
  it.each([
    ["", "/cairn", false],
    ["  plan  ", "/cairn plan", false],
    ["plan partager", "/cairn plan", true],
    ["plan PARTAGER ", "/cairn plan", true],
    ["plan share", "/cairn plan", true],
    ["partager", "/cairn", true],
    ["plan à partager ensemble", "/cairn plan à partager ensemble", false],
    ["plan départager", "/cairn plan départager", false],
    ["note &lt;a&gt; &amp;amp; b", "/cairn note <a> &amp; b", false],
    ["absence 24/12 02/01 <mailto:a@b.example|a@b.example>", "/cairn absence 24/12 02/01 a@b.example", false],
    ["note <http://exemple.fr|exemple.fr>", "/cairn note exemple.fr", false],
    ["note <https://exemple.fr/a?b=1&amp;c=2>", "/cairn note https://exemple.fr/a?b=1&c=2", false],
    ["note <https://evil.example|exemple.fr>", "/cairn note https://evil.example", false],
    ["note <@U012|marie> <#C01|cluster> <!here>", "/cairn note @marie #cluster @here", false],
  ])("%j", (text, line, shared) => {
    expect(commandLine("/cairn", text)).toEqual({ line, shared });
  });
});

describe("a message becomes a line, without Cairn’s name before it", () => {
  it.each([
    ["<@U0CAIRN> bilan 2025", "bilan 2025"],
    ["<@U0CAIRN|cairn>, bilan 2025", "bilan 2025"],
    ["<@U0CAIRN>: /cairn bilan", "/cairn bilan"],
    ["  <@U0CAIRN>  ", "/cairn aide"],
    ["", "/cairn aide"],
    ["bilan 2025", "bilan 2025"],
    ["<@U0AUTRE> bilan", "@U0AUTRE bilan"],
  ])("%j", (text, line) => {
    expect(messageLine(text, "U0CAIRN").line).toBe(line);
  });
});
