import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Chart } from "../../../src/cards/chart.ts";
import { languages } from "../../../src/messages/messages.ts";
import { drawCard } from "../../../src/platforms/teams/draw.ts";
import { type EntryForm, entryForm } from "../../../src/platforms/teams/forms/entry-form.ts";
import { confirmCard, receiptCard } from "../../../src/platforms/teams/forms/figure-cards.ts";
import { preferencesForm } from "../../../src/platforms/teams/forms/preferences-form.ts";
import { checkCard } from "../../support/adaptive-checker.ts";
import { anyCard, anyText } from "../../support/arbitrary-card.ts";

const anySeries = fc.record({
  name: anyText,
  points: fc.array(
    fc.option(
      fc.record({
        value: fc.double({ noNaN: true, noDefaultInfinity: true }),
        label: anyText,
        incomplete: fc.boolean(),
      }),
    ),
    { maxLength: 14 },
  ),
});
const anyChart: fc.Arbitrary<Chart> = fc.record({
  title: anyText,
  unit: anyText,
  categories: fc.array(fc.record({ name: anyText, notes: fc.array(anyText, { maxLength: 2 }) }), {
    maxLength: 14,
  }),
  bars: fc.array(anySeries, { maxLength: 4 }),
  marks: fc.option(anySeries),
  source: anyText,
  decimalMark: fc.constantFrom(",", "."),
  alternative: anyText,
});

const anyOption = fc.record({ text: anyText, value: anyText });
const anyForm: fc.Arbitrary<EntryForm> = fc.record({
  notice: fc.option(anyText),
  errors: fc.record(
    {
      indicator: anyText,
      period: anyText,
      value: anyText,
      reading: anyText,
      reason: anyText,
      note: anyText,
      link: anyText,
    },
    { requiredKeys: [] },
  ),
  indicators: fc.record({
    due: fc.array(anyOption, { maxLength: 60 }),
    others: fc.array(anyOption, { maxLength: 120 }),
  }),
  indicator: fc.option(anyText),
  units: fc.option(fc.record({ own: anyText, others: fc.array(anyText, { maxLength: 5 }) })),
  periods: fc
    .array(anyOption, { maxLength: 30 })
    .map((periods) => [{ text: "T3 2026", value: "2026-T3" }, ...periods]),
  period: fc.option(anyText),
  value: anyText,
  readings: fc.array(anyOption, { maxLength: 2 }),
  reason: fc.option(anyText),
  note: anyText,
  link: fc.oneof(anyText, fc.webUrl()),
  walk: fc.option(fc.record({ place: fc.nat(), total: fc.nat() })),
  carried: fc.string({ maxLength: 200 }),
});

describe.each(languages)("any card at all, in %s, is drawn within Teams' limits", (language) => {
  it("as a message, with a chart or without", () => {
    fc.assert(
      fc.property(anyCard, fc.option(anyChart), (card, chart) => {
        expect(checkCard(drawCard(card, { language, ...(chart === null ? {} : { chart }) }))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it.each(["message", "dialog"] as const)("as what is confirmed and its receipt, in a %s", (within) => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(checkCard(confirmCard(card, { language, within, carried: "c" }))).toEqual([]);
        expect(checkCard(receiptCard(card, { language, within, carried: "c", next: true }))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it.each(["message", "dialog"] as const)("and so is any form, in a %s", (within) => {
    fc.assert(
      fc.property(anyForm, anyText, (form, timeZone) => {
        expect(checkCard(entryForm(form, { language, within }))).toEqual([]);
        const preferences = {
          notice: form.notice,
          language,
          numberProfile: language,
          hour: 9,
          hours: [9, 10],
          timeZone,
        };
        const rest = { platform: null, snoozedUntil: "2026-12-24", tomorrow: "2026-11-25" };
        expect(checkCard(preferencesForm({ ...preferences, ...rest }, { language, within }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
