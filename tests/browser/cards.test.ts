import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actions, type Card, column, fields, note, text } from "../../src/cards/card.ts";
import { type Language, languages } from "../../src/messages/messages.ts";
import { drawCard } from "../../src/platforms/teams/draw.ts";
import { allAdaptiveCards, type SentCard } from "../support/all-adaptive-cards.ts";
import { keepPicture, openBrowser } from "../support/browser.ts";
import { type CardPage, type Drawn, openCardPage } from "../support/card-page.ts";

/** Cards of which a picture is kept, to be looked at: where they come from, and the picture's name. */
const typical = [
  ["/saisir electricite 1 234,5 kWh T3 2026", "already-given"],
  ["/saisir gaz 99999999 T4 2026", "implausible"],
  ["/cairn bilan", "balance"],
  ["/cairn avancement", "progress"],
  ["/cairn plan", "plan"],
  ["/cairn pourquoi ges T3 2026", "why"],
  ["/cairn echeances", "due"],
  ["/cairn aide", "help"],
  ["reminder of 2026-10-16", "reminder"],
  ["digest", "digest"],
  ["form to mend, message", "form-to-mend"],
  ["receipt, message", "receipt"],
  ["preferences, message", "preferences"],
] as const;

/** What a text would become if anything read it as Markdown, HTML or a mention. */
const hostile = [
  ...["**gras**", "_italique_", "~~barré~~", "`code`", "[lien](https://evil.example)", "![image](x)"],
  ...[
    "https://evil.example",
    "www.evil.example",
    "<at>Tous</at>",
    "<b>x</b>",
    "<img src=x onerror=alert(1)>",
  ],
  ...["- liste", "1. liste", "# titre", "> citation", "---", "&lt;b&gt;"],
];

/** The width of a narrow side pane, and that of a conversation, in px. */
const widths = [320, 600] as const;

let browser: Browser;
let shown: CardPage;
beforeAll(async () => {
  browser = await openBrowser();
  shown = await openCardPage(browser);
});
afterAll(async () => {
  await browser?.close();
});

/** Each card with each width, drawn; and of each what `problemsOf` finds, after where it comes from. */
async function problems(
  cards: readonly SentCard[],
  problemsOf: (drawn: Drawn) => readonly string[],
): Promise<string[]> {
  const all: string[] = [];
  for (const { from, sent } of cards) {
    for (const width of widths) {
      const found = problemsOf(await shown.draw(sent, width));
      all.push(...found.map((problem) => `${from.slice(0, 60)} at ${width} px: ${problem}`));
    }
  }
  return all;
}

describe.each(languages)(
  "every card the program makes in %s, in Microsoft's renderer",
  (language: Language) => {
    let cards: readonly SentCard[] = [];
    beforeAll(async () => {
      cards = await allAdaptiveCards(language);
    });

    it("is drawn without an error or a warning", async () => {
      expect(await problems(cards, ({ events }) => events)).toEqual([]);
      expect(shown.complaints).toEqual([]);
    });

    it("fits in its width, and nothing in it is cut", async () => {
      expect(await problems(cards, ({ overflows }) => overflows)).toEqual([]);
    });

    it("makes no link, bold, list or mention of what people wrote", async () => {
      expect(await problems(cards, ({ marks }) => marks)).toEqual([]);
    });

    it("is kept as a picture where it is typical", async () => {
      const kept: string[] = [];
      for (const [origin, name] of typical) {
        const found = cards.find(({ from }) => from === origin);
        if (found === undefined) continue;
        await shown.draw(found.sent, 600);
        await keepPicture(shown.page.locator("#card"), `card-${language}-${name}`);
        kept.push(name);
      }
      expect(kept).toEqual(typical.map(([, name]) => name));
    });
  },
);

describe("what people wrote, wherever it is in a card", () => {
  it.each(hostile)("%s is shown as it was written", async (typed) => {
    const card: Card = {
      title: typed,
      blocks: [
        ...[text(typed), note(typed), fields({ label: "Note", value: typed })],
        { type: "list", items: [typed] },
        { type: "table", columns: [column(typed)], rows: [[typed]] },
        actions({ label: typed, line: `/saisir eau 3 ${typed}` }),
      ],
    };
    const drawn = await shown.draw(drawCard(card, { language: "fr" }), 600);
    expect(drawn).toMatchObject({ events: [], overflows: [], marks: [] });
    expect(drawn.words.split(typed)).toHaveLength(9);
  });
});
