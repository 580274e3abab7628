import { describe, expect, it } from "vitest";
import type { ErrorCode, Refusal, RefusalData } from "../../src/domain/refusal.ts";
import { languages, messagesFor } from "../../src/messages/messages.ts";
import { sentenceOf } from "../../src/messages/refusal-sentences.ts";
import { entry } from "../support/build.ts";

const samples: RefusalData = {
  unknown_command: { typed: "saisr", suggestions: ["saisir"] },
  unknown_indicator: { typed: "elctricite", suggestions: ["electricite"] },
  ambiguous_indicator: { typed: "voiture", candidates: ["voiture-electrique", "voiture-thermique"] },
  invalid_number: { typed: "abc" },
  ambiguous_number: { typed: "1.234", readings: ["1234", "1.234"] },
  negative_value: { typed: "-5" },
  not_an_integer: { value: "12.5", unit: "nuitée" },
  unit_mismatch: { typed: "kg", unit: "kWh", accepted: ["kWh", "MWh", "GJ"] },
  implausible_value: {
    value: "120000",
    unit: "kWh",
    period: "2026-T3",
    reason: "median",
    median: "11000",
    history: [
      { period: "2025-T3", value: "12000" },
      { period: "2024-T3", value: "10000" },
    ],
  },
  invalid_period: { typed: "T5" },
  future_period: { period: "2027", current: "2026-T4" },
  period_closed: { period: "2026-T3" },
  already_submitted: { entry: entry("eau", "2026-T3", "45"), line: "/cairn corriger eau 2026-T3 50 motif…" },
  missing_reason: { usage: "/cairn annuler INDICATEUR PÉRIODE motif…" },
  missing_argument: { argument: "value", usage: "/saisir INDICATEUR VALEUR" },
  not_allowed: { verb: "saisir", indicator: "train", owner: "mobilite@cluster.example" },
  unknown_person: { as: "inconnu@ailleurs.example" },
  not_found: { what: "action", typed: "AI.9" },
  too_long: { length: 10000, limit: 2000 },
  conflict: { period: "2026", other: ["2026-T1", "2026-T2"] },
  busy: { holder: "cli.ts start (pid 42, 2026-11-24T08:00:00.000Z)" },
};

function refusalOf(code: ErrorCode): Refusal {
  return { code, data: samples[code] } as Refusal;
}

const codes = Object.keys(samples) as ErrorCode[];

describe.each(languages)("every refusal in %s", (language) => {
  it.each(codes)("%s says what happened and what to do next, in whole sentences", (code) => {
    const { message, hint } = sentenceOf(messagesFor(language).refusals, refusalOf(code));
    for (const sentence of [message, hint]) {
      expect(sentence).toMatch(/^[\p{Lu}\d«“]/u);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/u);
    }
    expect(message).toMatch(/[.!?]$/u);
  });
});

/** French puts a no-break or plain space before high punctuation; English puts none. */
describe("typography", () => {
  it.each(codes)("of %s: French quotes and spaces, English quotes without", (code) => {
    const french = Object.values(sentenceOf(messagesFor("fr").refusals, refusalOf(code))).join(" ");
    const english = Object.values(sentenceOf(messagesFor("en").refusals, refusalOf(code))).join(" ");
    expect(french).not.toMatch(/[“”"]|\p{L}[!?;]/u);
    expect(english).not.toMatch(/[«»"]|\s[!?;:]/u);
  });
});

it.each([
  [
    "fr",
    "implausible_value",
    "120\u202F000\u00A0kWh pour T3 2026 me surprend : c’est plus de trois fois l’habitude (11\u202F000\u00A0kWh). Rien n’est enregistré. Chiffres connus : T3 2025 : 12\u202F000\u00A0kWh ; T3 2024 : 10\u202F000\u00A0kWh.",
  ],
  ["fr", "not_an_integer", "12,5\u00A0nuitées : cet indicateur se compte en nombres entiers."],
  ["fr", "future_period", "L’année 2027 n’a pas encore commencé."],
  [
    "fr",
    "conflict",
    "L’année 2026 ferait double compte avec T1 2026 et T2 2026, dont les chiffres existent déjà.",
  ],
  ["en", "not_an_integer", "12.5\u00A0nights: this indicator is counted in whole numbers."],
  ["en", "future_period", "The year 2027 has not begun yet."],
  ["en", "conflict", "The year 2026 would count twice with Q1 2026 and Q2 2026, already given."],
] as const)("in %s, %s reads: %s", (language, code, message) => {
  expect(sentenceOf(messagesFor(language).refusals, refusalOf(code)).message).toBe(message);
});
