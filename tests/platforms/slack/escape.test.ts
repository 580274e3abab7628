import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { button, lineOf, plain, strong } from "../../../src/platforms/slack/elements.ts";
import {
  escaped,
  inertCell,
  inertSummary,
  sizeOf,
  unescaped,
  visible,
} from "../../../src/platforms/slack/escape.ts";

describe("what people wrote is inert in Slack", () => {
  // docs.slack.dev/messaging/formatting-message-text: special mentions, users, channels, groups, links, dates.
  it.each([
    ["<!channel>", "&lt;!channel&gt;"],
    ["<!here|ici>", "&lt;!here|ici&gt;"],
    ["<!subteam^S012>", "&lt;!subteam^S012&gt;"],
    ["<@U012AB3CD>", "&lt;@U012AB3CD&gt;"],
    ["<#C012AB3CD|général>", "&lt;#C012AB3CD|général&gt;"],
    ["<https://evil.example|Cliquez ici>", "&lt;https://evil.example|Cliquez ici&gt;"],
    ["R&D, R&amp;D", "R&amp;D, R&amp;amp;D"],
    ["1 < 2 > 0", "1 &lt; 2 &gt; 0"],
  ])("%s", (typed, sent) => {
    expect(escaped(typed)).toBe(sent);
    expect(plain(typed)).toEqual({ type: "plain_text", text: sent, emoji: false });
  });

  it.each([
    ["@here et @channel", "@\u2060here et @\u2060channel"],
    ["voir #general", "voir #\u2060general"],
    ["energie@cluster.example, n° #", "energie@cluster.example, n° #"],
    ["<!everyone>", "&lt;!everyone&gt;"],
  ])("in the top-level text, which Slack searches for names: %s", (typed, sent) => {
    expect(inertSummary(typed)).toBe(sent);
  });

  it.each([
    ["<!channel>", "<\u2060!channel>"],
    ["<@U012AB3CD>", "<\u2060@U012AB3CD>"],
    ["<mailto:a@b.example>", "<\u2060mailto:a@b.example>"],
    ["R&D < 3", "R&D < 3"],
  ])("in a cell, where entities would be seen: %s", (typed, sent) => {
    expect(inertCell(typed)).toBe(sent);
  });

  it.each([
    ["an escape sequence", "\u001B[2Jeffacé", "\uFFFD[2Jeffacé"],
    ["half a character", "a\uD83Db", "a\uFFFDb"],
    ["a right-to-left override", "\u202Etxt.exe", "\uFFFDtxt.exe"],
    ["line ends and tabs as other systems write them", "a\r\nb\tc", "a\nb c"],
    ["right-to-left text, left alone", "שלום", "שלום"],
  ])("control characters are shown: %s", (_, typed, seen) => {
    expect(visible(typed)).toBe(seen);
  });

  it("leaves each character as it is, alone or among others, but controls, halves and turns of direction", () => {
    const changed = [];
    for (let code = 0; code <= 0xffff; code++) {
      const sign = String.fromCharCode(code);
      if (visible(sign) !== sign || visible(`é${sign}œ`) !== `é${sign}œ`) changed.push(sign);
    }
    const isToChange = (code: number) => /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u.test(String.fromCharCode(code));
    const expected = Array.from({ length: 0x10000 }, (_, code) => code).filter(isToChange);
    expect(changed).toEqual(
      expected.map((code) => String.fromCharCode(code)).filter((sign) => sign !== "\n"),
    );
  });

  it("text in bold loses its bold, not its signs, when it could be read as formatting", () => {
    expect(strong("R&D")).toEqual({ type: "mrkdwn", text: "*R&amp;D*", verbatim: true });
    for (const typed of ["2*3", "a_b", "~5~", "`x`", ":tada:", "deux\nlignes"]) {
      expect(strong(typed)).toEqual({ type: "plain_text", text: typed, emoji: false });
    }
  });
});

it("escaping is undone exactly, and measured without being done", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("&", "<", ">", "amp;", "lt;", "é", "1", " ") }), (text) => {
      expect(unescaped(escaped(text))).toBe(text);
      expect(sizeOf(text)).toBe(escaped(text).length);
    }),
  );
});

it("a pressed button gives back its line as it was, whether or not Slack escapes the value", () => {
  const line = "/saisir achats 12 R&D <5 & co";
  const { value = "" } = button({ label: "Confirmer", line }, 3);
  expect(lineOf(value)).toBe(line);
  expect(lineOf(value.replaceAll(/&(?!amp;|lt;|gt;)/gu, "&amp;"))).toBe(line);
});
