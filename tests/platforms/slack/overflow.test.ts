import { describe, expect, it } from "vitest";
import { actions, type Block, type Card, column, note, text } from "../../../src/cards/card.ts";
import { drawFallback, drawMessage, drawView } from "../../../src/platforms/slack/draw.ts";
import { smallPrint } from "../../support/slack-blocks.ts";
import { checkMessage } from "../../support/slack-limits.ts";

const french = { language: "fr" } as const;

function card(...blocks: Block[]): Card {
  return { title: "Titre", blocks };
}

describe("a card that does not fit in one message", () => {
  const rows = Array.from({ length: 200 }, (_, index) => [
    `Indicateur numéro ${index} au nom plutôt long`,
    "15 octobre 2026",
  ]);
  const give = Array.from({ length: 10 }, (_, index) => ({
    label: `Donner ${index}`,
    line: `/saisir i${index}`,
  }));
  const long = card(
    text("Il manque des chiffres."),
    {
      type: "table",
      columns: [column("N°"), column("Indicateur"), column("Valeur", "right")],
      rows: rows.map(([name = ""]) => ["1", name, "1 234,5\u00A0kWh"]),
    },
    { type: "list", items: rows.map(([name = ""]) => name) },
    note("Facteur provisoire."),
    actions(...give),
  );

  it.each([
    ["with Slack's own table", drawMessage],
    ["without", drawFallback],
  ])("keeps its texts, notes and buttons, and counts the rows and items it leaves out, %s", (_, draw) => {
    const message = draw(long, french);
    expect(checkMessage(message)).toEqual([]);
    const sent = JSON.stringify(message.blocks);
    expect(sent).toContain("Il manque des chiffres.");
    expect(sent).toContain("Facteur provisoire.");
    expect(message.blocks.at(-1)).toMatchObject({ type: "actions", elements: { length: 10 } });
    const left = [...sent.matchAll(/… et (\d+) de plus/gu)].map(([, count]) => Number(count));
    const shown = [...sent.matchAll(/Indicateur numéro/gu)].length;
    expect(left).toHaveLength(2);
    expect(shown + (left[0] ?? 0) + (left[1] ?? 0)).toBe(400);
  });

  it("says in the reader's language that there is more", () => {
    const sent = JSON.stringify(drawMessage(long, { language: "en" }).blocks);
    expect(sent).toMatch(/… and \d+ more/u);
    const endless = card(...Array.from({ length: 90 }, () => text("encore")));
    const drawn = drawMessage(endless, { language: "en" }).blocks;
    expect(drawn).toHaveLength(50);
    expect(drawn.at(-1)).toEqual(smallPrint("The rest does not fit in this message."));
  });

  it("has more room in a view", () => {
    const view = drawView(
      { title: "T", blocks: Array.from({ length: 99 }, () => text("encore")) },
      {
        ...french,
        type: "home",
      },
    );
    expect(view).toHaveLength(100);
  });
});
