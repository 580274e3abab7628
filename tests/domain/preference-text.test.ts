import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { readPreference } from "../../src/domain/preference-text.ts";
import { planOf } from "../support/build.ts";

const { calendar } = planOf();
const today = Temporal.PlainDate.from("2026-11-24");

/** What is read, with days as texts. */
function read(text: string) {
  return JSON.parse(JSON.stringify(readPreference(text, today, calendar)));
}

describe("a preference as typed on 24 November 2026", () => {
  it.each([
    { typed: "14h", change: { kind: "hour", hour: 14 } },
    { typed: "à 9 h", change: { kind: "hour", hour: 9 } },
    { typed: "09:00", change: { kind: "hour", hour: 9 } },
    { typed: "14h00", change: { kind: "hour", hour: 14 } },
    { typed: "10 heures", change: { kind: "hour", hour: 10 } },
    { typed: "16", change: { kind: "hour", hour: 16 } },
    { typed: "2 pm", change: { kind: "hour", hour: 14 } },
    { typed: "12pm", change: { kind: "hour", hour: 12 } },
    { typed: "Slack", change: { kind: "platform", platform: "slack" } },
    { typed: "microsoft teams", change: { kind: "platform", platform: "teams" } },
    { typed: "terminal", change: { kind: "platform", platform: "terminal" } },
    { typed: "EN", change: { kind: "language", language: "en" } },
    { typed: "français", change: { kind: "language", language: "fr" } },
    { typed: "nombres fr", change: { kind: "numbers", profile: "fr" } },
    { typed: "numbers english", change: { kind: "numbers", profile: "en" } },
    { typed: "america/new_york", change: { kind: "time_zone", timeZone: "America/New_York" } },
    { typed: "UTC", change: { kind: "time_zone", timeZone: "UTC" } },
    { typed: "demain", change: { kind: "snooze", until: "2026-11-25" } },
    { typed: "30/11", change: { kind: "snooze", until: "2026-11-30" } },
    { typed: "2026-12-01", change: { kind: "snooze", until: "2026-12-01" } },
    { typed: "jusqu’au 1er décembre", change: { kind: "snooze", until: "2026-12-01" } },
    { typed: "aujourd'hui", change: { kind: "snooze", until: null } },
    { typed: "reprendre", change: { kind: "snooze", until: null } },
  ])("« $typed » is $change", ({ typed, change }) => {
    expect(read(typed)).toEqual({ ok: true, value: change });
  });

  it.each([
    { typed: "8h", data: { problem: "outside_hours", hours: { from: 9, to: 16 } } },
    { typed: "17h", data: { problem: "outside_hours", hours: { from: 9, to: 16 } } },
    { typed: "9h30", data: { problem: "outside_hours", hours: { from: 9, to: 16 } } },
    { typed: "99", data: { problem: "outside_hours", hours: { from: 9, to: 16 } } },
    { typed: "2026-11-23", data: { problem: "past" } },
    { typed: "2027-11-25", data: { problem: "too_far" } },
    { typed: "pigeon", data: { problem: "not_a_preference" } },
    { typed: "Europe/Atlantide", data: { problem: "not_a_preference" } },
    { typed: "slack 14h", data: { problem: "not_a_preference" } },
  ])("« $typed » is refused: $data.problem", ({ typed, data }) => {
    expect(read(typed)).toEqual({ ok: false, refusal: { code: "invalid_period", data: { typed, ...data } } });
  });
});
