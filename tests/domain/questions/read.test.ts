import { describe, expect, it } from "vitest";
import { decimal } from "../../../src/domain/decimal.ts";
import { readQuestion } from "../../../src/domain/questions/read.ts";
import { indicator, planOf } from "../../support/build.ts";
import { planShipped, type QuestionCase, questionCases, readerOf } from "../../support/questions.ts";

/** Each written before the rules had seen it; then the rules were mended by it. */
const blindSets = [
  ...(["held-out", "held-out-2", "blind-3", "blind-4"] as const),
  ...(["blind-5", "blind-6", "blind-7", "blind-8", "blind-9", "blind-10"] as const),
  ...([
    "blind-11",
    "blind-12",
    "blind-13",
    "blind-14",
    "blind-15",
    "blind-16",
    "blind-17",
    "blind-18",
  ] as const),
];

const inputOn = readerOf(await planShipped());

function queryOf({ text, at }: Pick<QuestionCase, "text" | "at">) {
  return readQuestion(text, inputOn(at)).query;
}

describe.each(["sample", "own"] as const)("the questions of %s.jsonl", (name) => {
  it.each(questionCases(name))("$text", ({ text, at, ...query }) => {
    expect(queryOf({ text, at })).toEqual(query);
  });
});

describe.each(blindSets)(
  "the questions of %s.jsonl, set aside while the rules were first written",
  (name) => {
    const readings = questionCases(name).map(({ text, at, ...query }) => ({
      text,
      query,
      read: queryOf({ text, at }),
    }));
    const inexact = readings.filter(({ query, read }) => JSON.stringify(query) !== JSON.stringify(read));

    it("are never read as another question", () => {
      expect(inexact.filter(({ read }) => read.intent !== "unknown")).toEqual([]);
    });

    it("are read exactly, 95 % of them", () => {
      expect(inexact.length).toBeLessThanOrEqual(Math.floor(readings.length * 0.05));
    });
  },
);

describe("what would need another figure than those there are", () => {
  it.each([
    "combien de CO2 par salarié en 2025",
    "consommation moyenne d'eau 2025",
    "eau en 2025 par mois",
    "quel pourcentage de gaz en 2025",
    "combien de kg d'eau en 2025",
    "prix du gaz en 2025",
    "comment réduire mes déchets ?",
    "qui a mangé mon repas",
    "nombre de trains par jour",
    "où en est-on sur les déchets ?",
    "avons-nous réduit nos émissions depuis 2021 ?",
  ])("“%s” is refused", (text) => {
    expect(queryOf({ text, at: "2026-11-23" }).intent).toBe("unknown");
  });
});

describe("a quarter without a year is the most recent that has begun", () => {
  it.each([
    ["2026-05-10", "eau T3", { from: "2025-T3", to: "2025-T3" }],
    ["2026-05-10", "eau T2", { from: "2026-T2", to: "2026-T2" }],
    ["2026-05-10", "eau cette année", { from: "2026-T1", to: "2026-T2" }],
    ["2026-05-10", "eau le mois dernier", { from: "2026-T2", to: "2026-T2" }],
    ["2026-01-05", "eau le mois dernier", { from: "2025-T4", to: "2025-T4" }],
    ["2026-01-05", "eau au trimestre dernier", { from: "2025-T4", to: "2025-T4" }],
    ["2026-05-10", "les quatre derniers trimestres d'eau", { from: "2025-T2", to: "2026-T1" }],
    ["2026-05-10", "eau au second semestre", { from: "2025-T3", to: "2025-T4" }],
  ])("on %s, “%s”", (at, text, period) => {
    expect(queryOf({ text, at })).toEqual({ intent: "value", measure: "eau", period, against: null });
  });

  it("what has not begun has no figure", () => {
    expect(queryOf({ text: "eau 2028", at: "2026-11-23" }).intent).toBe("unknown");
  });
});

describe("a misspelt word", () => {
  const read = (text: string) => readQuestion(text, inputOn("2026-11-23"));

  it.each([
    ["élctricité 2025", "electricite", [{ typed: "élctricité", meant: "electricite" }]],
    ["deau 2025", "eau", []],
    ["conso d'eua 2025", "eau", [{ typed: "eua", meant: "eau" }]],
  ])("“%s” is repaired, and it is said", (text, measure, repairs) => {
    const { query, ...reading } = read(text);
    expect([query.measure, reading.repairs]).toEqual([measure, repairs]);
  });

  it.each([
    "panier 2025",
    "terre 2025",
    "repos 2025",
    "aviron 2025",
    "charbon 2025",
    "traîne 2025",
    "motel 2025",
    "nous savions 2025",
    "nature 2025",
    "food 2025",
    "bapier 2025",
    "speed 2025",
  ])("“%s” is another word, and no figure", (text) => {
    expect(read(text).query.intent).toBe("unknown");
  });
});

describe("a name that several measures have", () => {
  it("is asked, and not guessed", () => {
    const { query, candidates } = readQuestion("km en voiture 2025", inputOn("2026-11-23"));
    expect(query.intent).toBe("unknown");
    expect(candidates.map(({ measure }) => measure)).toEqual([
      "voiture-thermique",
      "voiture-electrique",
      "domicile-travail",
    ]);
  });
});

describe("the words of the plan at hand", () => {
  const plan = planOf(
    indicator("fioul", {
      label: { fr: "Fioul domestique (litres)", en: "Heating oil" },
      aliases: ["mazout"],
      unit: "L",
    }),
    indicator("sel", {
      label: { fr: "Sel de déneigement", en: "Road salt" },
      units: new Map([["sac", decimal(25)]]),
    }),
    indicator("courbe", { label: { fr: "Courbe", en: "Bend" } }),
  );
  const read = (text: string) => readQuestion(text, readerOf(plan)("2026-11-23")).query;

  it.each([
    ["combien de fioul en 2025 ?", "fioul"],
    ["mazout 2025", "fioul"],
    ["how much heating oil in 2025", "fioul"],
    ["fiuol 2025", "fioul"],
    ["sel 2025", "sel"],
    ["combien de sacs en 2025", "sel"],
    ["déneigement 2025", "sel"],
    ["how much road salt in 2025", "sel"],
  ])("“%s” is about %s without a line of code", (text, measure) => {
    const period = { from: "2025-T1", to: "2025-T4" };
    expect(read(text)).toEqual({ intent: "value", measure, period, against: null });
  });

  it("what it does not follow is unknown", () => {
    expect(read("électricité 2025").intent).toBe("unknown");
  });

  it("an indicator called as a word of questions turns no question into a figure", () => {
    expect(read("courbe du fioul 2025")).toEqual({
      intent: "trend",
      measure: "fioul",
      period: { from: "2025-T1", to: "2025-T4" },
      against: null,
    });
  });
});
