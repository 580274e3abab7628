import { describe, expect, it } from "vitest";
import { actions, type Block, type Card, column, fields, note, text } from "../../../src/cards/card.ts";
import { drawCard, summaryOf } from "../../../src/platforms/teams/draw.ts";
import { checkCard } from "../../support/adaptive-checker.ts";

const french = { language: "fr" } as const;

function card(...blocks: Block[]): Card {
  return { title: "Titre", blocks };
}

/** The elements after the title. */
function bodyOf(drawn: Card) {
  return drawCard(drawn, french).body.slice(1);
}

function said(content: string, look: object = {}) {
  return { type: "TextBlock", text: content, wrap: true, ...look };
}

function small(content: string) {
  return said(content, { size: "Small", isSubtle: true });
}

function pressed(title: string, line: string) {
  const shown = { title, associatedInputs: "none" };
  return {
    type: "Action.Execute",
    ...shown,
    verb: "run",
    data: { line },
    fallback: { type: "Action.Submit", ...shown, data: { verb: "run", line } },
  };
}

function cell(...items: object[]) {
  return { type: "TableCell", items };
}

describe("a card in Teams", () => {
  it("says its language, what it is about without it, and takes the whole width", () => {
    expect(drawCard(card(text("Total : 12 kg")), french)).toEqual({
      type: "AdaptiveCard",
      $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
      version: "1.5",
      lang: "fr",
      fallbackText: "Titre – Total : 12 kg",
      speak: "Titre – Total : 12 kg",
      body: [said("Titre", { size: "Large", weight: "Bolder", style: "heading" }), said("Total : 12 kg")],
      msteams: { width: "Full" },
    });
  });

  it("whose words could be read as formatting has none of them where it cannot show them", () => {
    const { fallbackText, speak } = drawCard({ title: "<at>Tous</at> & *moi*", blocks: [] }, french);
    expect({ fallbackText, speak }).toEqual({ fallbackText: "Cairn", speak: "at Tous /at    *moi*" });
  });

  it.each<[string, Card, string]>([
    ["its title and its first text", card(note("petit"), text("Total : 12 kg")), "Titre – Total : 12 kg"],
    ["never nothing", { title: " ", blocks: [] }, "Cairn"],
  ])("is announced by %s", (_, drawn, summary) => {
    expect(summaryOf(drawn, "fr")).toBe(summary);
  });

  it("without anything to show says so", () => {
    expect(drawCard({ title: "", blocks: [text(" ")] }, french).body).toEqual([said("Rien à montrer.")]);
  });

  it("has texts, small print and lists line under line", () => {
    const drawn = card(text("un\ndeux"), note("source"), { type: "list", items: ["a", "b *c*"] });
    expect(bodyOf(drawn)).toEqual([
      said("un"),
      said("deux", { spacing: "None" }),
      small("source"),
      said("• a"),
      { type: "RichTextBlock", inlines: [{ type: "TextRun", text: "• b *c*" }] },
    ]);
  });

  it("has facts for fields, and a table where a fact would change what was typed", () => {
    expect(bodyOf(card(fields({ label: "Moyens", value: "4 k€" })))).toEqual([
      { type: "FactSet", facts: [{ title: "Moyens", value: "4 k€" }] },
    ]);
    expect(bodyOf(card(fields({ label: "Note", value: "[ici](https://evil.example)" })))).toEqual([
      {
        type: "Table",
        columns: [{ width: 1 }, { width: 2 }],
        firstRowAsHeaders: false,
        showGridLines: false,
        rows: [
          {
            type: "TableRow",
            cells: [
              cell(said("Note", { weight: "Bolder" })),
              cell({
                type: "RichTextBlock",
                inlines: [{ type: "TextRun", text: "[ici](https://evil.example)" }],
              }),
            ],
          },
        ],
      },
    ]);
  });

  it("has each field under its label where one would leave its value no room, the bars of a long word being places to end a line", () => {
    const usage = "/cairn avancement [ges|dechets|ressources|INDICATEUR] [a|b]";
    const written = "/cairn avancement [ges|\u200Bdechets|\u200Bressources|\u200BINDICATEUR] [a|b]";
    const listed = fields({ label: usage, value: "voir où l’on en est" }, { label: "Note", value: "a" });
    expect(bodyOf(card(listed))).toEqual([
      {
        type: "RichTextBlock",
        inlines: [{ type: "TextRun", text: written, weight: "Bolder" }],
      },
      said("voir où l’on en est", { spacing: "None" }),
      said("Note", { weight: "Bolder" }),
      said("a", { spacing: "None" }),
    ]);
  });

  it("has tables with heads, amounts to the right", () => {
    const table: Block = {
      type: "table",
      columns: [column(""), column("Émissions", "right")],
      rows: [["Électricité des bureaux", "36,963\u00A0kgCO2e"], ["4.1"]],
    };
    // A cell without any element is left out by Microsoft's own playground, and the row is drawn shorter.
    const empty = said("\u00A0");
    const head = said("Émissions", { weight: "Bolder", style: "columnHeader" });
    expect(bodyOf(card(table))).toEqual([
      {
        type: "Table",
        columns: [{ width: 18 }, { width: 17, horizontalCellContentAlignment: "Right" }],
        firstRowAsHeaders: true,
        showGridLines: true,
        rows: [
          { type: "TableRow", cells: [cell(empty), cell(head)] },
          {
            type: "TableRow",
            cells: [cell(said("Électricité des bureaux")), cell(said("36,963\u00A0kgCO2e"))],
          },
          { type: "TableRow", cells: [cell(said("4.1")), cell(empty)] },
        ],
      },
    ]);
  });

  it("writes out the rows of a table too wide to be read", () => {
    const columns = Array.from({ length: 7 }, (_, index) => column(`C${index}`));
    expect(bodyOf(card({ type: "table", columns, rows: [["a", "b"]] }))).toEqual([said("• a · C1 : b")]);
  });
});

describe("a column is as wide as its longest word, and a fifth of the rest of its longest text", () => {
  it.each([
    ["T3", 7],
    ["Échéance", 12],
    ["en retard", 11],
    ["déchets-plastique", 15],
    ["36,963\u00A0kgCO2e", 17],
    ["x".repeat(90), 44],
    [`x ${"y ".repeat(90)}`, 15],
  ])("%s: %i", (written, width) => {
    const table: Block = { type: "table", columns: [column("")], rows: [[written]] };
    expect(bodyOf(card(table))).toMatchObject([{ columns: [{ width }] }]);
  });
});

describe("buttons", () => {
  it("are in a row while their labels can be read whole in a narrow pane", () => {
    const labels = ["dechets-papier", "dechets-bio", "Voir", "Déplacements professionnels en train", "Voir"];
    const named = labels.map((label, index) => ({ label, line: `/saisir i${index}` }));
    const rows = bodyOf(card(actions(...named)));
    expect(rows).toMatchObject([
      { actions: [{ title: "dechets-papier" }, { title: "dechets-bio" }] },
      { actions: [{ title: "Voir" }] },
      { actions: [{ title: "Déplacements professionnels en train" }] },
      { actions: [{ title: "Voir" }] },
    ]);
  });

  it("carry their line, for Teams' newer way and its older one", () => {
    expect(bodyOf(card(actions({ label: "Confirmer", line: "/saisir eau 3 m3 R&D confirmer" })))).toEqual([
      { type: "ActionSet", actions: [pressed("Confirmer", "/saisir eau 3 m3 R&D confirmer")] },
    ]);
  });

  it("are five in a row, then another row, and counted beyond thirty", () => {
    const many = Array.from({ length: 33 }, (_, index) => ({
      label: `B${index}`,
      line: `/saisir i${index}`,
    }));
    const body = bodyOf(card(actions(...many)));
    expect(body.slice(0, -1)).toMatchObject(
      Array.from({ length: 6 }, () => ({ type: "ActionSet", actions: { length: 5 } })),
    );
    expect(body.at(-1)).toEqual(small("… et 3 de plus"));
  });

  it("whose line is too long are written out, to be copied", () => {
    const line = `/saisir eau 3 m3 ${"note ".repeat(500)}confirmer`;
    expect(bodyOf(card(actions({ label: "Confirmer", line })))).toEqual([said(`Confirmer : ${line}`)]);
  });

  it("are known by their whole name where several have one label", () => {
    const give = { label: "Saisir", line: "/saisir eau", spoken: "Saisir Eau, T3 2026" };
    expect(bodyOf(card(actions(give)))).toMatchObject([{ actions: [{ tooltip: "Saisir Eau, T3 2026" }] }]);
  });
});

describe("a card that does not fit", () => {
  const rows = Array.from({ length: 300 }, (_, index) => [
    `Indicateur numéro ${index} au nom plutôt long`,
    "12 kg",
  ]);
  const long = card(
    text("Il manque des chiffres."),
    { type: "table", columns: [column("Indicateur"), column("Valeur", "right")], rows },
    { type: "list", items: rows.map(([name = ""]) => name) },
    note("Facteur provisoire."),
    actions({ label: "Donner", line: "/saisir" }),
  );

  it("keeps its texts, notes and buttons, and counts the rows and items it leaves out", () => {
    const drawn = drawCard(long, french);
    expect(checkCard(drawn)).toEqual([]);
    const sent = JSON.stringify(drawn.body);
    expect(sent).toContain("Il manque des chiffres.");
    expect(sent).toContain("Facteur provisoire.");
    expect(drawn.body.at(-1)).toMatchObject({ type: "ActionSet" });
    const left = [...sent.matchAll(/… et (\d+) de plus/gu)].map(([, count]) => Number(count));
    const shown = [...sent.matchAll(/Indicateur numéro/gu)].length;
    expect(left).toHaveLength(2);
    expect(shown + (left[0] ?? 0) + (left[1] ?? 0)).toBe(600);
  });

  it("says in the reader's language that there is more", () => {
    const endless = card(...Array.from({ length: 900 }, () => text("encore un peu")));
    expect(drawCard(endless, { language: "en" }).body.at(-1)).toEqual(
      small("The rest does not fit in this message."),
    );
  });
});

describe("a card that renews itself", () => {
  it("says by which line, for whoever sees it, and is within a card's size with it", () => {
    const endless = card(...Array.from({ length: 900 }, () => text("encore un peu")));
    const sent = drawCard(endless, { language: "fr", renewedBy: "/cairn echeances" });
    const data = { line: "/cairn echeances" };
    expect(sent.refresh).toEqual({
      action: { type: "Action.Execute", title: "refresh", verb: "refresh", data },
    });
    expect(Buffer.byteLength(JSON.stringify(sent))).toBeLessThanOrEqual(28_000);
  });
});
