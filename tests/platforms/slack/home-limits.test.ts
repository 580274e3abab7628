import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Home, HomePreferences } from "../../../src/commands/home.ts";
import { languages } from "../../../src/messages/messages.ts";
import { absenceView } from "../../../src/platforms/slack/views/absence-view.ts";
import { homeView, refusedHomeView } from "../../../src/platforms/slack/views/home-view.ts";
import { anyCard, anyText } from "../../support/arbitrary-card.ts";
import { checkView } from "../../support/slack-limits.ts";

const firstDay = Temporal.PlainDate.from("2026-01-01");
const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => firstDay.add({ days }));
const anyAbsence = fc.record({
  person: fc.constant("energie@cluster.example"),
  from: anyDay,
  to: anyDay,
  delegate: fc.option(anyText),
});

const anyPreferences: fc.Arbitrary<HomePreferences> = fc.record({
  language: fc.constantFrom(...languages),
  numberProfile: fc.constantFrom("fr" as const, "en" as const),
  hour: fc.integer({ min: 0, max: 23 }),
  timeZone: fc.constantFrom("Europe/Paris", "America/Argentina/ComodRivadavia", "UTC"),
  platform: fc.constant(null),
  snoozedUntil: fc.option(anyDay.map((day) => day.toString())),
  today: anyDay,
  hours: fc.array(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 24 }),
  absences: fc.array(anyAbsence, { maxLength: 30 }),
  delegates: fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.record({ email: anyText, name: anyText }), { maxLength: 5 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(anyText, fc.integer({ min: 90, max: 320 }))
        .map(([name, count]) =>
          Array.from({ length: count }, (_, at) => ({ email: `p${at}@cluster.example`, name })),
        ),
    },
  ),
});

describe.each(languages)("any App Home at all, in %s, is drawn within Slack's limits", (language) => {
  const anyHome: fc.Arbitrary<Home> = fc.record({
    language: fc.constant(language),
    mayGive: fc.boolean(),
    cards: fc.array(anyCard, { maxLength: 6 }),
    preferences: anyPreferences,
  });

  it("the Home itself, whatever is said on top and with or without tables of Slack's own", () => {
    fc.assert(
      fc.property(anyHome, fc.option(anyCard), fc.boolean(), (home, refusal, native) => {
        expect(checkView(homeView(home, { refusal, native }))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("the Home of somebody who is refused", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        fc.pre(card.title.trim() !== "");
        expect(checkView(refusedHomeView(card, { language }))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("the form of an absence, with nobody to choose or more people than a menu holds", () => {
    fc.assert(
      fc.property(anyPreferences, (preferences) => {
        expect(checkView(absenceView(preferences, { language }))).toEqual([]);
      }),
    );
  });
});
