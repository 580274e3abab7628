import { describe, expect, it } from "vitest";
import { actions, type Card, column, fields, note, text } from "../../src/cards/card.ts";
import { drawCard } from "../../src/platforms/terminal/draw.ts";

describe("a card drawn as text", () => {
  it("shows its title, then each block after a blank line", () => {
    const card: Card = {
      title: "Bilan",
      blocks: [
        text("Total : 12 kg"),
        fields({ label: "Moyens", value: "4 k€" }, { label: "Délais", value: "T1 2021" }),
        {
          type: "table",
          columns: [column("Poste"), column("Émissions", "right")],
          rows: [
            ["Énergie", "1\u202F234,5 kg"],
            ["Déchets", "7 kg"],
          ],
        },
        { type: "list", items: ["un", "deux"] },
        note("Il manque 1 chiffre."),
        actions({ label: "Corriger", line: "/cairn corriger eau T3" }),
      ],
    };
    expect(drawCard(card)).toBe(
      [
        "Bilan",
        "",
        "Total : 12 kg",
        "",
        "Moyens  4 k€",
        "Délais  T1 2021",
        "",
        "Poste     Émissions",
        "───────  ──────────",
        "Énergie  1\u202F234,5 kg",
        "Déchets        7 kg",
        "",
        "• un",
        "• deux",
        "",
        "Il manque 1 chiffre.",
        "",
        "→ Corriger · /cairn corriger eau T3",
      ].join("\n"),
    );
  });

  it("lays long labels over their values", () => {
    const usage = "/saisir INDICATEUR VALEUR [UNITÉ] [PÉRIODE] [note…]";
    expect(drawCard({ title: "Aide", blocks: [fields({ label: usage, value: "donner un chiffre" })] })).toBe(
      `Aide\n\n${usage}\n    donner un chiffre`,
    );
  });

  it.each([
    ["an escape sequence", "\u001B[2Jeffacé"],
    ["a carriage return", "vrai\rfaux"],
    ["a bell and a backspace", "\u0007\b"],
    ["a right-to-left override", "\u202Etxt.exe"],
    ["a C1 control", "\u009B31m"],
  ])("shows %s from a person as a replacement character", (_, typed) => {
    const drawn = drawCard({ title: "Note", blocks: [note(typed)] });
    expect(drawn).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    expect(drawn).toContain("\uFFFD");
  });
});
