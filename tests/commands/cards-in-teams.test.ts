import { beforeAll, describe, expect, it } from "vitest";
import { verbNames } from "../../src/domain/rights.ts";
import { type Language, languages } from "../../src/messages/messages.ts";
import { checkCard } from "../support/adaptive-checker.ts";
import { allAdaptiveCards, type SentCard } from "../support/all-adaptive-cards.ts";

describe.each(languages)("every card the program makes in %s fits in Teams", (language: Language) => {
  let cards: readonly SentCard[] = [];
  beforeAll(async () => {
    cards = await allAdaptiveCards(language);
  });

  it("and each verb has made some, and so have reminders and the digest", () => {
    const made = new Set(cards.map((card) => card.made?.command));
    expect([...verbNames, "remind", "digest"].filter((command) => !made.has(command))).toEqual([]);
  });

  it("by its shape, its size, and what Microsoft's own parser says", () => {
    const problems = cards.flatMap(({ from, sent }) =>
      checkCard(sent).map((problem) => `${from.slice(0, 60)}: ${problem}`),
    );
    expect(problems).toEqual([]);
  });

  it("whole, but for the longest list of the year", () => {
    const left = /… (?:et|and) \d+ (?:de plus|more)|La suite ne|The rest does/u;
    // A card may count by itself what it leaves out, as that of the figures due does: nothing is cut then.
    const cut = cards.filter(
      ({ sent, made }) => left.test(JSON.stringify(sent.body)) && !left.test(JSON.stringify(made)),
    );
    expect(cut.map(({ from }) => from)).toEqual(["/cairn pourquoi ges 2026"]);
  });

  it("the digest with its chart, and what stands in for it", () => {
    const digest = cards.find(({ made }) => made?.command === "digest");
    const chart = digest?.sent.body.filter(({ type }) => type.startsWith("Chart."));
    expect(chart).toMatchObject([
      { type: "Chart.VerticalBar.Grouped", fallback: { type: "Container", items: [{}, { type: "Table" }] } },
    ]);
  });
});
