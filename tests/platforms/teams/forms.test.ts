import { describe, expect, it } from "vitest";
import { actions, type Card, text } from "../../../src/cards/card.ts";
import { confirmCard, receiptCard } from "../../../src/platforms/teams/forms/figure-cards.ts";
import {
  type PreferencesForm,
  preferenceLines,
  preferencesForm,
} from "../../../src/platforms/teams/forms/preferences-form.ts";
import { entryTyped, preferencesTyped, pressedOf } from "../../../src/platforms/teams/forms/typed.ts";
import { checkCard } from "../../support/adaptive-checker.ts";

const asked = { language: "fr", within: "message", carried: "c" } as const;

const surprising: Card = {
  title: "99 999 kWh me surprend",
  blocks: [
    text("Est-ce bien ce chiffre ?"),
    actions({ label: "Confirmer ce chiffre", line: "/saisir gaz 99999 confirmer" }),
  ],
};

/** The titles and verbs of a card's buttons, row by row. */
function buttonsOf({ body }: ReturnType<typeof confirmCard>) {
  return body.flatMap((each) =>
    each.type === "ActionSet" ? each.actions.map((action) => [action.type, action.title, action.data]) : [],
  );
}

describe("the cards around the form", () => {
  it("a surprising figure is confirmed, or corrected without filling anything in", () => {
    const drawn = confirmCard(surprising, asked);
    expect(checkCard(drawn)).toEqual([]);
    expect(drawn.body.slice(0, 2)).toMatchObject([
      { text: "99 999 kWh me surprend" },
      { text: "Est-ce bien ce chiffre ?" },
    ]);
    expect(drawn.body.at(-1)).toMatchObject({
      actions: [
        { title: "Confirmer", verb: "entry.confirm", data: { carried: "c" } },
        { title: "Corriger", verb: "entry.mend", associatedInputs: "none" },
      ],
    });
  });

  it("a receipt leads to the next figure when there is one", () => {
    expect(buttonsOf(receiptCard(surprising, { ...asked, next: true }))).toEqual([
      ["Action.Execute", "Confirmer ce chiffre", { line: "/saisir gaz 99999 confirmer" }],
      ["Action.Execute", "Suivant", { carried: "c" }],
    ]);
    expect(buttonsOf(receiptCard(surprising, { ...asked, next: false }))).toHaveLength(1);
  });

  it("a receipt in a dialog has no button that a dialog does not know", () => {
    expect(buttonsOf(receiptCard(surprising, { ...asked, within: "dialog", next: true }))).toEqual([
      ["Action.Submit", "Suivant", { verb: "entry.next", carried: "c" }],
    ]);
  });
});

const holding: PreferencesForm = {
  notice: null,
  language: "fr",
  numberProfile: "fr",
  hour: 9,
  hours: [9, 10, 11],
  timeZone: "Europe/Paris",
  platform: null,
  snoozedUntil: null,
  tomorrow: "2026-11-25",
};

describe("the preferences form", () => {
  it("shows what holds", () => {
    const drawn = preferencesForm(holding, asked);
    expect(checkCard(drawn)).toEqual([]);
    const fields = drawn.body.flatMap((each) => ("id" in each ? [[each.id, each.value ?? null]] : []));
    expect(Object.fromEntries(fields)).toEqual({
      language: "fr",
      numbers: "fr",
      hour: "9",
      platform: "anywhere",
      snoozedUntil: null,
    });
  });

  const same = { hour: "9", platform: "anywhere", language: "fr", numbers: "fr", snoozedUntil: null };
  it.each([
    ["nothing changed", {}, holding, []],
    ["an hour", { hour: "11" }, holding, ["/cairn rappels 11 h"]],
    ["a platform", { platform: "teams" }, holding, ["/cairn rappels teams"]],
    ["numbers", { numbers: "en" }, holding, ["/cairn rappels nombres en"]],
    [
      "a language and a pause",
      { language: "en", snoozedUntil: "2026-12-24" },
      holding,
      ["/cairn rappels en", "/cairn rappels 2026-12-24"],
    ],
    ["a pause taken back", {}, { ...holding, snoozedUntil: "2026-12-24" }, ["/cairn rappels reprendre"]],
  ])("says in the lines one would type: %s", (_, changes, form, lines) => {
    expect(preferenceLines({ ...same, ...changes }, form)).toEqual(lines);
  });
});

describe("what comes back from a card", () => {
  it("is read by field, blanks as nothing, and nothing else of it", () => {
    expect(
      entryTyped({ carried: "c", indicator: "eau", value: " 12,5 m3 ", note: "", period: null, x: 1 }),
    ).toEqual({
      indicator: "eau",
      period: null,
      value: "12,5 m3",
      reading: null,
      reason: null,
      note: null,
      link: null,
    });
    expect(preferencesTyped({ hour: "11" })).toEqual({
      hour: "11",
      platform: null,
      language: null,
      numbers: null,
      snoozedUntil: null,
    });
    expect(pressedOf({ verb: "run", line: "/cairn aide", admin: true })).toEqual({
      verb: "run",
      line: "/cairn aide",
      carried: null,
    });
  });

  it.each([
    ["nothing", undefined],
    ["a list", []],
    ["a number for a text", { value: 12, hour: 9, line: 3 }],
    ["an object for a text", { value: {}, hour: {}, line: {} }],
  ])("is refused when it is %s", (_, data) => {
    expect([entryTyped(data), preferencesTyped(data), pressedOf(data)]).toEqual([null, null, null]);
  });
});
