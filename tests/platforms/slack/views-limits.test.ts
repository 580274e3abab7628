import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "../../../src/messages/messages.ts";
import { confirmView, receiptView, waitingView } from "../../../src/platforms/slack/views/card-views.ts";
import { type EntryForm, entryForm } from "../../../src/platforms/slack/views/entry-form.ts";
import { anyCard, anyText } from "../../support/arbitrary-card.ts";
import { checkView } from "../../support/slack-limits.ts";

describe.each(languages)("any view at all, in %s, is drawn within Slack's limits", (language) => {
  const anyChoice = fc.record({ text: anyText, value: anyText });
  const anyForm: fc.Arbitrary<EntryForm> = fc.record({
    indicator: fc.option(anyChoice),
    units: fc.option(fc.record({ own: anyText, others: fc.array(anyText, { maxLength: 5 }) })),
    periods: fc
      .array(anyChoice, { maxLength: 120 })
      .map((periods) => [...periods, { text: "T3 2026", value: "2026-T3" }]),
    period: fc.option(anyText),
    value: anyText,
    readings: fc.array(anyChoice, { maxLength: 2 }),
    note: anyText,
    link: fc.oneof(anyText, fc.webUrl()),
    round: fc.nat(),
    notice: fc.option(anyText),
    reason: fc.option(anyText),
    walk: fc.option(fc.record({ place: fc.nat(), total: fc.nat() })),
    metadata: fc.string({ maxLength: 3000 }),
  });

  it("the form", () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(checkView(entryForm(form, { language }))).toEqual([]);
      }),
    );
  });

  it("the views of a card", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(checkView(confirmView(card, { language, metadata: "" }))).toEqual([]);
        expect(checkView(receiptView(card, { language, metadata: "", next: true }))).toEqual([]);
        expect(checkView(waitingView({ language, title: "Donner un chiffre" }))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
