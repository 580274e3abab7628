import type { Card } from "../../src/cards/card.ts";
import type { Language } from "../../src/messages/messages.ts";
import type { AdaptiveCard } from "../../src/platforms/teams/adaptive.ts";
import { drawCard } from "../../src/platforms/teams/draw.ts";
import { type EntryForm, entryForm } from "../../src/platforms/teams/forms/entry-form.ts";
import { confirmCard, receiptCard } from "../../src/platforms/teams/forms/figure-cards.ts";
import { preferencesForm } from "../../src/platforms/teams/forms/preferences-form.ts";
import { allCards, type MadeCard } from "./all-cards.ts";

/** A card as Teams gets it, and where it comes from; `made` is what it was drawn from, null for a form. */
export type SentCard = {
  readonly from: string;
  readonly sent: AdaptiveCard;
  readonly made: MadeCard | null;
};

const periods = ["2026-T3", "2026-T2"].map((value) => ({ text: value, value }));

const blank: EntryForm = {
  notice: null,
  errors: {},
  indicators: {
    due: [{ text: "Électricité des bureaux", value: "electricite" }],
    others: [{ text: "Eau du robinet", value: "eau" }],
  },
  indicator: null,
  units: null,
  periods,
  period: null,
  value: "",
  readings: [],
  reason: null,
  note: "",
  link: "",
  walk: null,
  carried: "",
};

const mended: EntryForm = {
  ...blank,
  notice: "Il y a déjà un chiffre.",
  errors: { value: "« 1.234 » peut vouloir dire 1 234 ou 1,234." },
  indicator: "electricite",
  units: { own: "kWh", others: ["MWh", "GJ"] },
  value: "1.234",
  readings: ["1234", "1,234"].map((value) => ({ text: `${value} kWh`, value })),
  reason: "relevé <vérifié>",
  note: "une *note*",
  link: "https://factures.example/12",
  walk: { place: 2, total: 4 },
};

/** Every form, as it opens and as it comes back, in a message and in a dialog. */
function formsIn(language: Language, figure: Card): SentCard[] {
  const forms = (["message", "dialog"] as const).flatMap((within) => {
    const asked = { language, within };
    const carrying = { ...asked, carried: "" };
    const holding = { notice: null, language, numberProfile: language, hour: 9, hours: [9, 10, 11] };
    const rest = {
      timeZone: "Europe/Paris",
      platform: null,
      snoozedUntil: "2026-12-24",
      tomorrow: "2026-11-25",
    };
    return [
      { from: `form, ${within}`, sent: entryForm(blank, asked) },
      { from: `form to mend, ${within}`, sent: entryForm(mended, asked) },
      { from: `figure to confirm, ${within}`, sent: confirmCard(figure, carrying) },
      { from: `receipt, ${within}`, sent: receiptCard(figure, { ...carrying, next: true }) },
      { from: `preferences, ${within}`, sent: preferencesForm({ ...holding, ...rest }, asked) },
    ];
  });
  return forms.map((form) => ({ ...form, made: null }));
}

/** Every card that Teams may get, in that language: what the program makes (`allCards`), and the forms. */
export async function allAdaptiveCards(language: Language): Promise<readonly SentCard[]> {
  const all = await allCards(language);
  const cards = all.map((made) => {
    const { from, card, chart } = made;
    return { from, made, sent: drawCard(card, { language, ...(chart === undefined ? {} : { chart }) }) };
  });
  const [receipt] = all;
  return [...cards, ...(receipt === undefined ? [] : formsIn(language, receipt.card))];
}
