import { describe, expect, it } from "vitest";
import { type EntryForm, entryForm } from "../../../src/platforms/slack/views/entry-form.ts";
import { entryTyped } from "../../../src/platforms/slack/views/entry-typed.ts";
import { paragraph, plain, smallPrint } from "../../support/slack-blocks.ts";

const french = { language: "fr" } as const;

const blank: EntryForm = {
  round: 0,
  notice: null,
  reason: null,
  indicator: null,
  units: null,
  periods: [
    { text: "T3 2026", value: "2026-T3" },
    { text: "T2 2026", value: "2026-T2" },
  ],
  period: null,
  value: "",
  readings: [],
  note: "",
  link: "",
  walk: null,
  metadata: "",
};

function choice(label: string, value: string) {
  return { text: plain(label), value };
}

/** The inputs of a form by their block_id. */
function inputsOf(form: EntryForm) {
  const named = entryForm(form, french).blocks.flatMap((block) =>
    block.block_id === undefined ? [] : [[block.block_id, block] as const],
  );
  return Object.fromEntries(named);
}

describe("the form that takes a figure", () => {
  it("asks for an indicator, a quarter, a value, and if one likes a note and a link", () => {
    expect(entryForm(blank, french)).toEqual({
      type: "modal",
      callback_id: "saisir:entry",
      private_metadata: "",
      title: plain("Donner un chiffre"),
      submit: plain("Enregistrer"),
      close: plain("Fermer"),
      blocks: [
        {
          type: "input",
          block_id: "indicator",
          label: plain("Indicateur"),
          dispatch_action: true,
          element: {
            type: "external_select",
            action_id: "indicator",
            min_query_length: 0,
            placeholder: plain("Tapez le début d’un nom"),
          },
        },
        {
          type: "input",
          block_id: "period",
          label: plain("Trimestre"),
          element: {
            type: "static_select",
            action_id: "period",
            options: [choice("T3 2026", "2026-T3"), choice("T2 2026", "2026-T2")],
            initial_option: choice("T3 2026", "2026-T3"),
          },
        },
        {
          type: "input",
          block_id: "value",
          label: plain("Valeur"),
          hint: plain("Dans l’unité de l’indicateur, ou avec une autre écrite après le nombre."),
          element: {
            type: "plain_text_input",
            action_id: "value",
            multiline: false,
            max_length: 100,
            placeholder: plain("1 234,5"),
          },
        },
        {
          type: "input",
          block_id: "note",
          label: plain("Note"),
          optional: true,
          element: { type: "plain_text_input", action_id: "note", multiline: true, max_length: 1000 },
        },
        {
          type: "input",
          block_id: "link",
          label: plain("Lien vers le justificatif"),
          optional: true,
          element: { type: "url_text_input", action_id: "link" },
        },
      ],
    });
  });

  it("comes back with what was typed, the unit, and the readings of an ambiguous number", () => {
    const inputs = inputsOf({
      ...blank,
      indicator: { text: "Électricité", value: "electricite" },
      units: { own: "kWh", others: ["MWh", "GJ"] },
      period: "2026-T2",
      value: "1.234",
      readings: [
        { text: "1 234 kWh", value: "1234" },
        { text: "1,234 kWh", value: "1,234" },
      ],
      note: "relevé <vérifié>",
      link: "https://factures.example/12?a=1&b=2",
    });
    expect(inputs).toMatchObject({
      indicator: { element: { initial_option: choice("Électricité", "electricite") } },
      "period:electricite": { element: { initial_option: choice("T2 2026", "2026-T2") } },
      value: {
        hint: plain("En kWh ; aussi acceptés, écrits après le nombre : MWh, GJ."),
        element: { initial_value: "1.234" },
      },
      reading: {
        optional: true,
        label: plain("Vous vouliez dire"),
        element: {
          type: "radio_buttons",
          action_id: "reading",
          options: [choice("1 234 kWh", "1234"), choice("1,234 kWh", "1,234")],
        },
      },
      note: { element: { initial_value: "relevé <vérifié>" } },
      link: { element: { initial_value: "https://factures.example/12?a=1&b=2" } },
    });
  });

  it("does not offer as a link what is none", () => {
    expect(inputsOf({ ...blank, link: "javascript:alert(1)" })["link"]).toMatchObject({
      element: { type: "url_text_input", action_id: "link" },
    });
    expect(JSON.stringify(entryForm({ ...blank, link: "javascript:alert(1)" }, french))).not.toContain(
      "alert",
    );
  });

  it("in a walk through several figures says where one is, and lets one pass", () => {
    const { submit, blocks } = entryForm({ ...blank, walk: { place: 2, total: 4 } }, french);
    expect(submit).toEqual(plain("Suivant"));
    expect(blocks.slice(0, 2)).toEqual([
      smallPrint("Chiffre 2 sur 4"),
      {
        type: "actions",
        elements: [
          { type: "button", action_id: "form:skip", text: plain("Passer ce chiffre"), value: "skip" },
        ],
      },
    ]);
  });

  it("saves the last figure of a walk, and has no next one", () => {
    expect(entryForm({ ...blank, walk: { place: 4, total: 4 } }, french).submit).toEqual(
      plain("Enregistrer"),
    );
  });

  it("keeps nothing of one figure for the next: every field of another round is another to Slack", () => {
    const idsOf = (round: number) =>
      entryForm({ ...blank, round, reason: "" }, french).blocks.map(({ block_id }) => block_id);
    expect(idsOf(2)).toEqual(["indicator:2", "period:2", "value:2", "reason:2", "note:2", "link:2"]);
  });

  it("says what is wrong above its fields, and asks why a figure that stands is corrected", () => {
    const form = { ...blank, notice: "Un chiffre existe <déjà>.", reason: "relevé faux" };
    expect(entryForm(form, french).blocks[0]).toEqual(paragraph("Un chiffre existe &lt;déjà&gt;."));
    expect(inputsOf(form)["reason"]).toEqual({
      type: "input",
      block_id: "reason",
      label: plain("Motif de la correction"),
      hint: plain("Il reste dans l’historique, à côté des deux chiffres."),
      element: {
        type: "plain_text_input",
        action_id: "reason",
        multiline: false,
        max_length: 400,
        initial_value: "relevé faux",
      },
    });
  });

  it("refuses to carry more than Slack does", () => {
    expect(() => entryForm({ ...blank, metadata: "a".repeat(3001) }, french)).toThrow("metadata");
  });
});

describe("what comes back from the form", () => {
  it("is read by field, blanks as nothing", () => {
    const values = {
      indicator: { indicator: { type: "external_select", selected_option: choice("Eau", "eau") } },
      period: { period: { type: "static_select", selected_option: choice("T3 2026", "2026-T3") } },
      value: { value: { type: "plain_text_input", value: " 12,5 m3 " } },
      note: { note: { type: "plain_text_input", value: null } },
      link: { link: { type: "url_text_input", value: " " } },
    };
    expect(entryTyped(values)).toEqual({
      indicator: "eau",
      period: "2026-T3",
      value: "12,5 m3",
      reading: null,
      reason: null,
      note: null,
      link: null,
    });
  });

  it.each([
    ["nothing", undefined],
    ["a list", []],
    ["a value that is no text", { value: { value: { value: 12 } } }],
    ["an option without value", { period: { period: { selected_option: "2026-T3" } } }],
  ])("is refused when it is %s", (_, values) => {
    expect(entryTyped(values)).toBeNull();
  });
});
