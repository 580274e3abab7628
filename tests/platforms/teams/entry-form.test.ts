import { describe, expect, it } from "vitest";
import type { Element } from "../../../src/platforms/teams/adaptive.ts";
import { type EntryForm, entryForm } from "../../../src/platforms/teams/forms/entry-form.ts";
import { checkCard } from "../../support/adaptive-checker.ts";

const asked = { language: "fr", within: "message" } as const;

const blank: EntryForm = {
  notice: null,
  errors: {},
  indicators: {
    due: [{ text: "Eau", value: "eau" }],
    others: [
      { text: "Électricité", value: "electricite" },
      { text: "Eau", value: "eau" },
    ],
  },
  indicator: null,
  units: null,
  periods: [
    { text: "T3 2026", value: "2026-T3" },
    { text: "T2 2026", value: "2026-T2" },
  ],
  period: null,
  value: "",
  readings: [],
  reason: null,
  note: "",
  link: "",
  walk: null,
  carried: "c",
};

function said(content: string, look: object = {}) {
  return { type: "TextBlock", text: content, wrap: true, ...look };
}

function small(content: string) {
  return said(content, { size: "Small", isSubtle: true });
}

function wrong(content: string) {
  return said(content, { color: "Attention", weight: "Bolder" });
}

function pressed(title: string, verb: string, more: object = {}) {
  return {
    type: "Action.Execute",
    title,
    verb,
    data: { carried: "c" },
    fallback: { type: "Action.Submit", title, ...more, data: { verb, carried: "c" } },
    ...more,
  };
}

function bodyOf(form: EntryForm): readonly Element[] {
  const drawn = entryForm(form, asked);
  expect(checkCard(drawn)).toEqual([]);
  return drawn.body;
}

/** The inputs of a form by their id. */
function inputsOf(form: EntryForm) {
  return Object.fromEntries(bodyOf(form).flatMap((each) => ("id" in each ? [[each.id, each]] : [])));
}

describe("the form that takes a figure", () => {
  it("asks for an indicator, those due first, a quarter, a value, and if one likes a note and a link", () => {
    expect(bodyOf(blank)).toEqual([
      said("Donner un chiffre", { size: "Large", weight: "Bolder", style: "heading" }),
      {
        type: "Input.ChoiceSet",
        id: "indicator",
        label: "Indicateur",
        style: "filtered",
        choices: [
          { title: "Eau (à donner)", value: "eau" },
          { title: "Électricité", value: "electricite" },
        ],
        placeholder: "Tapez le début d’un nom",
        isRequired: true,
        errorMessage: "Indicateur : à remplir.",
      },
      {
        type: "Input.ChoiceSet",
        id: "period",
        label: "Trimestre",
        style: "compact",
        choices: [
          { title: "T3 2026", value: "2026-T3" },
          { title: "T2 2026", value: "2026-T2" },
        ],
        value: "2026-T3",
        isRequired: true,
        errorMessage: "Trimestre : à remplir.",
      },
      {
        type: "Input.Text",
        id: "value",
        label: "Valeur",
        maxLength: 100,
        placeholder: "1 234,5",
        isRequired: true,
        errorMessage: "Valeur : à remplir.",
      },
      small("Dans l’unité de l’indicateur, ou avec une autre écrite après le nombre."),
      { type: "Input.Text", id: "note", label: "Note", maxLength: 1500, isMultiline: true },
      { type: "Input.Text", id: "link", label: "Lien vers le justificatif", maxLength: 500, style: "Url" },
      {
        type: "ActionSet",
        actions: [pressed("Enregistrer", "entry.send", { style: "positive" })],
      },
    ]);
  });

  it("comes back with what was typed, what is wrong above its field, and the readings of an ambiguous number", () => {
    const form = {
      ...blank,
      notice: "À relire.",
      errors: { value: "« 1.234 » peut vouloir dire deux choses." },
      indicator: "eau",
      units: { own: "m³", others: ["L", "hl"] },
      period: "2026-T2",
      value: "1.234",
      readings: [
        { text: "1 234 m³", value: "1234" },
        { text: "1,234 m³", value: "1,234" },
      ],
      note: "relevé <vérifié>",
      link: "https://factures.example/12?a=1&b=2",
    };
    const body = bodyOf(form);
    const at = body.findIndex((each) => "id" in each && each.id === "value");
    expect(body[1]).toEqual(said("À relire.", { weight: "Bolder" }));
    expect(body.slice(at - 1, at + 3)).toEqual([
      wrong("« 1.234 » peut vouloir dire deux choses."),
      expect.objectContaining({ id: "value", value: "1.234" }),
      small("En m³ ; aussi acceptés, écrits après le nombre : L, hl."),
      {
        type: "Input.ChoiceSet",
        id: "reading",
        label: "Vous vouliez dire",
        style: "compact",
        choices: [
          { title: "1 234 m³", value: "1234" },
          { title: "1,234 m³", value: "1,234" },
        ],
        isRequired: true,
        errorMessage: "Vous vouliez dire : à remplir.",
      },
    ]);
    expect(inputsOf(form)).toMatchObject({
      indicator: { value: "eau" },
      period: { value: "2026-T2" },
      note: { value: "relevé <vérifié>" },
      link: { value: "https://factures.example/12?a=1&b=2" },
    });
  });

  it("asks why only where a figure stands", () => {
    expect(inputsOf(blank)).not.toHaveProperty("reason");
    expect(inputsOf({ ...blank, reason: "relevé" })).toMatchObject({
      reason: { label: "Motif de la correction", value: "relevé", isRequired: true },
    });
  });

  it("does not offer as a link what is none", () => {
    expect(JSON.stringify(bodyOf({ ...blank, link: "javascript:alert(1)" }))).not.toContain("alert");
  });

  it("in a walk says where one is, and lets one pass without filling anything in", () => {
    const body = bodyOf({ ...blank, walk: { place: 2, total: 4 } });
    expect(body[1]).toEqual(small("Chiffre 2 sur 4"));
    expect(body.at(-1)).toEqual({
      type: "ActionSet",
      actions: [
        pressed("Suivant", "entry.send", { style: "positive" }),
        pressed("Passer ce chiffre", "entry.skip", { associatedInputs: "none" }),
      ],
    });
  });

  it("in a dialog, which knows no other, is sent by an Action.Submit", () => {
    const drawn = entryForm(blank, { ...asked, within: "dialog" });
    expect(drawn.body.at(-1)).toEqual({
      type: "ActionSet",
      actions: [
        {
          type: "Action.Submit",
          title: "Enregistrer",
          style: "positive",
          data: { verb: "entry.send", carried: "c" },
        },
      ],
    });
  });

  it("without any indicator to choose has no menu of them, which no card can hold", () => {
    expect(inputsOf({ ...blank, indicators: { due: [], others: [] } })).not.toHaveProperty("indicator");
  });

  it("refuses to carry more than a small state", () => {
    expect(() => entryForm({ ...blank, carried: "a".repeat(599) }, asked)).toThrow("carries too much");
  });
});
