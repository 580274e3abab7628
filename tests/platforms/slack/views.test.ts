import { describe, expect, it } from "vitest";
import { actions, type Card, text } from "../../../src/cards/card.ts";
import { confirmView, receiptView, waitingView } from "../../../src/platforms/slack/views/card-views.ts";
import { indicatorOptions } from "../../../src/platforms/slack/views/indicator-options.ts";
import { header, paragraph, plain } from "../../support/slack-blocks.ts";

const french = { language: "fr" } as const;

function choice(label: string, value: string) {
  return { text: plain(label), value };
}

const surprising: Card = {
  title: "99 999 kWh me surprend",
  blocks: [
    text("Est-ce bien ce chiffre ?"),
    actions({ label: "Confirmer ce chiffre", line: "/saisir gaz 99999 confirmer" }),
  ],
};

describe("the views around the form", () => {
  it("a light one waits for it", () => {
    expect(waitingView({ ...french, title: "Donner un chiffre" })).toEqual({
      type: "modal",
      callback_id: "saisir:waiting",
      title: plain("Donner un chiffre"),
      close: plain("Fermer"),
      blocks: [paragraph("Un instant…")],
    });
  });

  it("a surprising figure is confirmed by the view's own button, or corrected by going back", () => {
    expect(confirmView(surprising, { ...french, metadata: "m" })).toEqual({
      type: "modal",
      callback_id: "saisir:confirm",
      private_metadata: "m",
      title: plain("Donner un chiffre"),
      submit: plain("Confirmer"),
      close: plain("Corriger"),
      blocks: [header("99 999 kWh me surprend"), paragraph("Est-ce bien ce chiffre ?")],
    });
  });

  it("a receipt leads to the next figure when there is one", () => {
    const receipt: Card = { title: "C’est noté", blocks: [] };
    const alone = receiptView(receipt, { ...french, metadata: "", next: false });
    expect(alone).toEqual({
      type: "modal",
      callback_id: "saisir:receipt",
      private_metadata: "",
      clear_on_close: true,
      title: plain("Donner un chiffre"),
      close: plain("Fermer"),
      blocks: [header("C’est noté")],
    });
    expect(receiptView(receipt, { ...french, metadata: "", next: true })).toEqual({
      ...alone,
      submit: plain("Suivant"),
    });
  });
});

describe("the menu of indicators", () => {
  const many = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      text: `${prefix} ${index}`,
      value: `${prefix}-${index}`,
    }));

  it("shows those one owes first, and no more than a menu holds", () => {
    const shown = indicatorOptions({ due: many("due", 3), others: many("other", 200) }, french);
    expect(shown).toMatchObject({
      option_groups: [
        { label: plain("À donner"), options: { length: 3 } },
        { label: plain("Les autres"), options: { length: 97 } },
      ],
    });
  });

  it("is without groups when nothing is found", () => {
    expect(indicatorOptions({ due: [], others: [] }, french)).toEqual({ options: [] });
    expect(indicatorOptions({ due: many("due", 1), others: [] }, french)).toEqual({
      option_groups: [{ label: plain("À donner"), options: [choice("due 0", "due-0")] }],
    });
  });
});
