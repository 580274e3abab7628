import { describe, expect, it } from "vitest";
import { actions, type Block, type Card, column, fields, note, text } from "../../../src/cards/card.ts";
import { drawFallback, drawMessage, drawView } from "../../../src/platforms/slack/draw.ts";
import {
  bold,
  buttons,
  cell,
  header,
  paragraph,
  plain,
  smallPrint,
  table,
} from "../../support/slack-blocks.ts";

const french = { language: "fr" } as const;

function card(...blocks: Block[]): Card {
  return { title: "Titre", blocks };
}

/** The blocks after the title. */
function bodyOf(drawn: Card, draw = drawMessage) {
  return draw(drawn, french).blocks.slice(1);
}

const amounts: Block = {
  type: "table",
  columns: [column(""), column("Poste"), column("Émissions", "right")],
  rows: [
    ["2.1", "Électricité", "36,963\u00A0kgCO2e"],
    ["4.1", "", "19,947\u00A0kgCO2e"],
  ],
};
const words: Block = {
  type: "table",
  columns: [column("Trimestre"), column("Échéance")],
  rows: [["T3 2026", "15 octobre 2026"]],
};

describe("the title", () => {
  it("is a header", () => {
    expect(drawMessage(card(), french).blocks).toEqual([header("Titre")]);
  });

  it.each([
    [150, "header"],
    [151, "section"],
  ])("of %i characters is a %s", (length, type) => {
    expect(drawMessage({ title: "é".repeat(length), blocks: [] }, french).blocks).toMatchObject([{ type }]);
  });

  it("is a bold paragraph when a header is too short for it", () => {
    const title = `${"mot ".repeat(40)}fin`;
    expect(drawMessage({ title, blocks: [] }, french).blocks).toEqual([
      { type: "section", text: bold(title) },
    ]);
  });
});

describe("the top-level text", () => {
  it.each<[string, Card, string]>([
    [
      "the title and the first text",
      card(note("petit"), text("Total : 12 kg"), text("autre")),
      "Titre\nTotal : 12 kg",
    ],
    ["a note when there is no text", card(note("Rien ne manque.")), "Titre\nRien ne manque."],
    ["a field", card(fields({ label: "Moyens", value: "4 k€" })), "Titre\nMoyens : 4 k€"],
    ["a row", card(words), "Titre\nT3 2026 · 15 octobre 2026"],
    ["the title alone", card(), "Titre"],
    ["never empty", { title: " ", blocks: [text("")] }, "Cairn"],
    ["inert", { title: "<!channel> @here", blocks: [] }, "&lt;!channel&gt; @\u2060here"],
  ])("says %s", (_, drawn, expected) => {
    expect(drawMessage(drawn, french).text).toBe(expected);
  });

  it("stands in the message when a card has nothing to draw", () => {
    const expected = { type: "mrkdwn", text: "Cairn", verbatim: true };
    expect(drawMessage({ title: "", blocks: [] }, french).blocks).toEqual([
      { type: "section", text: expected },
    ]);
  });
});

describe("blocks", () => {
  it("texts are paragraphs and notes small print, both shown as they were written", () => {
    expect(bodyOf(card(text("a *b* <!here>"), note("source & date")))).toEqual([
      paragraph("a *b* &lt;!here&gt;"),
      smallPrint("source &amp; date"),
    ]);
  });

  it("fields have their label on the left and their value on the right, five pairs a block", () => {
    const six = Array.from({ length: 6 }, (_, index) => ({ label: `L${index}`, value: `v${index}` }));
    const pair = (index: number) => [bold(`L${index}`), plain(`v${index}`)];
    expect(bodyOf(card(fields(...six)))).toEqual([
      { type: "section", fields: [0, 1, 2, 3, 4].flatMap(pair) },
      { type: "section", fields: pair(5) },
    ]);
  });

  it("a field too long for its place is a paragraph of its own, whole", () => {
    const value = "mot ".repeat(600).trim();
    expect(bodyOf(card(fields({ label: "Critère", value })))).toEqual([paragraph(`Critère : ${value}`)]);
  });

  it("lists are lines with bullets, with no line parted from its own second line", () => {
    const items = Array.from({ length: 3 }, (_, index) => `${index}\n  ${"détail ".repeat(200).trim()}`);
    expect(bodyOf(card({ type: "list", items: ["un", "deux"] }))).toEqual([paragraph("• un\n• deux")]);
    expect(bodyOf(card({ type: "list", items }))).toEqual([
      paragraph(`• ${items[0]}\n• ${items[1]}`),
      paragraph(`• ${items[2]}`),
    ]);
  });

  it("buttons carry their line, and each has its own identifier in the message", () => {
    const drawn = card(
      actions({ label: "Confirmer", line: "/saisir eau 3 m3 R&D confirmer" }),
      actions({ label: "a".repeat(90), line: "/cairn aide" }),
    );
    expect(bodyOf(drawn)).toEqual([
      buttons([["Confirmer", "/saisir eau 3 m3 R&amp;D confirmer"]]),
      buttons([[`${"a".repeat(74)}…`, "/cairn aide"]], 1),
    ]);
  });

  it("a line too long for a button is written out, to be copied", () => {
    const line = `/saisir eau 3 m3 ${"note ".repeat(400)}confirmer`;
    expect(bodyOf(card(actions({ label: "Confirmer", line })))).toEqual([paragraph(`Confirmer : ${line}`)]);
  });

  it("more buttons than a row holds are counted", () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      label: `B${index}`,
      line: `/saisir i${index}`,
    }));
    const [row, rest] = bodyOf(card(actions(...many)));
    expect(row).toMatchObject({ elements: { length: 25 } });
    expect(rest).toEqual(smallPrint("… et 5 de plus"));
  });

  it("blank texts, items, fields and buttons draw nothing", () => {
    const blank = card(
      text(" "),
      note("\n"),
      { type: "list", items: ["", " "] },
      fields({ label: "", value: " " }),
      actions({ label: "Rien", line: "" }),
      { ...words, rows: [] },
    );
    expect(bodyOf(blank)).toEqual([]);
  });
});

describe("a table", () => {
  it("of amounts is Slack's table: bold heads, amounts to the right and unbroken", () => {
    expect(bodyOf(card(amounts))).toEqual([
      table(
        [
          [" ", "left"],
          ["Poste", "left"],
          ["Émissions", "right"],
        ],
        [
          ["2.1", "Électricité", "36,963\u00A0kgCO2e"],
          ["4.1", " ", "19,947\u00A0kgCO2e"],
        ],
      ),
    ]);
  });

  it("of words is Slack's data table, with a caption and row heads for screen readers", () => {
    expect(bodyOf(card(words))).toEqual([
      {
        type: "data_table",
        caption: "Titre",
        page_size: 100,
        row_header_column_index: 0,
        rows: [
          [cell("Trimestre"), cell("Échéance")],
          [cell("T3 2026"), cell("15 octobre 2026")],
        ],
      },
    ]);
  });

  const inLines = paragraph(
    "• 2.1 · Poste : Électricité · Émissions : 36,963\u00A0kgCO2e\n• 4.1 · Émissions : 19,947\u00A0kgCO2e",
  );

  it("is written in lines without Slack's own tables", () => {
    expect(bodyOf(card(amounts), drawFallback)).toEqual([inLines]);
    expect(drawView(card(amounts), { ...french, type: "modal" }).slice(1)).toEqual([inLines]);
    expect(drawFallback(card(amounts), french).text).toBe(drawMessage(card(amounts), french).text);
  });

  it("is written in lines when the message has one already, or when it has too many columns", () => {
    expect(bodyOf(card(words, amounts)).slice(1)).toEqual([inLines]);
    const wide: Block = {
      type: "table",
      columns: Array.from({ length: 21 }, (_, index) => column(`C${index}`)),
      rows: [["a", "b"]],
    };
    expect(bodyOf(card(wide))).toEqual([paragraph("• a · C1 : b")]);
  });

  it("says how many rows are left out", () => {
    const rows = Array.from({ length: 200 }, (_, index) => [`i${index}`, "15 octobre"]);
    const [shown, rest] = bodyOf(card({ ...words, rows }));
    expect(shown).toMatchObject({ rows: { length: 100 } });
    expect(rest).toEqual(smallPrint("… et 101 de plus"));
  });
});
