import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heading, inert, line, paragraph } from "../../../src/platforms/teams/texts.ts";
import { bytesOf, shortened, unitBytes } from "../../../src/platforms/teams/weight.ts";

function asTyped(text: string) {
  return { type: "RichTextBlock", inlines: [{ type: "TextRun", text }] };
}

function asMarkdown(text: string) {
  return { type: "TextBlock", text, wrap: true };
}

describe("what people wrote is inert in a card", () => {
  // learn.microsoft.com/microsoftteams/platform, "Format cards": what a TextBlock of Teams reads.
  it.each([
    "**gras** et _italique_",
    "~barré~ et `code`",
    "[cliquez](https://evil.example)",
    "https://evil.example",
    "www.evil.example",
    "<at>Tout le monde</at>",
    "R&amp;D &lt;",
    "un \\* échappé",
    "- une liste",
    "1. une liste",
    "---",
    "# un titre",
    "> une citation",
  ])("%s is a text run, which reads no Markdown", (typed) => {
    expect(line(typed)).toEqual(asTyped(typed));
  });

  it.each([
    "Électricité des bureaux, T3 2026 : 1\u202F234,5\u00A0kWh",
    "−12,6 % (BEGES-R v5)",
    "-2,85 tCO2e",
    "4.1",
    "D’où vient ce chiffre ?",
    "energie@cluster.example",
    "{ accolades } et $ { autres }",
  ])("%s is an ordinary text", (typed) => {
    expect(line(typed)).toEqual(asMarkdown(typed));
  });

  // adaptivecards.io, "Text features": both functions are computed in every text, text runs included.
  it.each([
    ["{{DATE(2026-01-01T00:00:00Z, SHORT)}}", "{\u2060{DATE(2026-01-01T00:00:00Z, SHORT)}}"],
    ["{{TIME(2026-01-01T00:00:00Z)}}", "{\u2060{TIME(2026-01-01T00:00:00Z)}}"],
    ["{{nom}}", "{{nom}}"],
  ])("%s computes nothing", (typed, sent) => {
    expect(inert(typed)).toBe(sent);
  });

  it("line ends are kept as lines one under another", () => {
    expect(paragraph("un\n\ndeux *trois*")).toEqual([
      asMarkdown("un"),
      { ...asTyped("deux *trois*"), spacing: "None" },
    ]);
  });

  it("a title is a heading for screen readers, or bold text as it was typed", () => {
    expect(heading("Bilan")).toMatchObject({ type: "TextBlock", style: "heading", weight: "Bolder" });
    expect(heading("Bilan *")).toMatchObject({ inlines: [{ text: "Bilan *", weight: "Bolder" }] });
  });
});

it("a text's size is what it takes in JSON and UTF-8", () => {
  const anySound = fc.string({ unit: fc.constantFrom("a", "é", "字", "👍🏽", '"', "\\", "\n", "\u202F") });
  fc.assert(
    fc.property(anySound, (text) => {
      const units = Array.from({ length: text.length }, (_, at) => unitBytes(text, at));
      expect(units.reduce((sum, size) => sum + size, 0)).toBe(bytesOf(text) - 2);
    }),
  );
});

it("a shortened text holds in its bytes and parts no figure", () => {
  expect(shortened("Total : 1\u202F234,5\u00A0kWh", 18)).toBe("Total :…");
  expect(shortened("字字字字", 9)).toBe("字字…");
  expect(shortened("字字字", 9)).toBe("字字字");
});
