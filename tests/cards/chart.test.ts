import { describe, expect, it } from "vitest";
import { type Chart, emissionChart } from "../../src/cards/chart.ts";
import { emissionQuarters } from "../../src/domain/emission-quarters.ts";
import { type Language, messagesFor } from "../../src/messages/messages.ts";
import { emission, entry, indicator } from "../support/build.ts";
import { digestOf } from "../support/digest.ts";
import { rate, target, value, year } from "../support/progress.ts";

const gaz = indicator("gaz", { emission: emission("gaz") });
const eau = indicator("eau", { emission: emission("eau") });
const early = { at: "2026-01-10T08:00:00.000Z" };

type Changes = Parameters<typeof digestOf>[1];

function chartOf(changes: Changes, language: Language = "fr", indicators = [gaz]): Chart {
  const { ghg, recorded } = digestOf(indicators, changes);
  return emissionChart(emissionQuarters(ghg, recorded), messagesFor(language));
}

/** "8,32" for a bar, "8,32 ?" for an incomplete one, null for a gap. */
function bars({ bars }: Chart): [string, (string | null)[]][] {
  return bars.map(({ name, points }) => [
    name,
    points.map((point) => (point === null ? null : `${point.label}${point.incomplete ? " ?" : ""}`)),
  ]);
}

const early2 = (entries: ReturnType<typeof year>) => entries.map((each) => ({ ...each, ...early }));
const reference = early2(year("gaz", 2021, "100", "200", "300", "400"));

describe("the quarters of the year so far beside those of the reference year", () => {
  it.each<[title: string, changes: Changes, bars: [string, (string | null)[]][], notes: string[][]]>([
    [
      "a missing quarter is a gap, a zero is a zero",
      { entries: [...reference, ...early2(year("gaz", 2026, "90", null, "0"))] },
      [
        ["2021 (référence)", ["100", "200", "300", "400"]],
        ["2026", ["90", null, "0", null]],
      ],
      [[], ["2026 : aucun chiffre"], [], ["2026 : à venir"]],
    ],
    [
      "nothing at all",
      {},
      [
        ["2021 (référence)", [null, null, null, null]],
        ["2026", [null, null, null, null]],
      ],
      [
        ["2021 : aucun chiffre", "2026 : aucun chiffre"],
        ["2021 : aucun chiffre", "2026 : aucun chiffre"],
        ["2021 : aucun chiffre", "2026 : aucun chiffre"],
        ["2021 : aucun chiffre", "2026 : à venir"],
      ],
    ],
    [
      "the reference year stands alone, and its figures without title of reference",
      { entries: reference, month: "2021-06", at: "2026-10-01T07:00:00Z" },
      [["2021", ["100", "200", null, null]]],
      [[], [], ["2021 : à venir"], ["2021 : à venir"]],
    ],
  ])("%s", (_, changes, expected, notes) => {
    const chart = chartOf(changes);
    expect(bars(chart)).toEqual(expected);
    expect(chart.categories).toEqual(notes.map((each, index) => ({ name: `T${index + 1}`, notes: each })));
  });

  it("a quarter that lacks figures is marked, and says how many", () => {
    const entries = [...reference, entry("gaz", "2026-T1", "90", early), entry("eau", "2026-T1", "1", early)];
    const chart = chartOf({ entries }, "fr", [gaz, eau]);
    expect(bars(chart)).toEqual([
      ["2021 (référence)", ["100 ?", "200 ?", "300 ?", "400 ?"]],
      ["2026", ["91", null, null, null]],
    ]);
    expect(chart.categories[0]).toEqual({ name: "T1", notes: ["2021 : 1 chiffre manque"] });
  });

  it("what earlier purchases still emit is no figure of a quarter that has none", () => {
    const laptop = indicator("pc", { emission: emission("pc", { activity: "asset", amortisationYears: 5 }) });
    const entries = [entry("pc", "2026-T1", "20", early)];
    expect(bars(chartOf({ entries }, "fr", [laptop]))[1]).toEqual(["2026", ["1", null, null, null]]);
  });

  it.each([
    ["999.94", "kgCO2e par trimestre", "999,9", 999.94],
    ["1000", "tCO2e par trimestre", "1", 1],
    ["1234567.89", "tCO2e par trimestre", "1\u202F234,57", 1234.56789],
  ])("one unit for the whole chart: %s kg in %s", (kg, unit, label, amount) => {
    const chart = chartOf({ entries: [entry("gaz", "2026-T1", kg, early)] });
    expect([chart.unit, chart.bars[1]?.points[0]]).toEqual([
      unit,
      { value: amount, label, incomplete: false },
    ]);
  });
});

describe("the target of each quarter is its share of the reference year", () => {
  const entries = [...reference, ...early2(year("gaz", 2026, "90"))];
  it.each([
    ["10 % a year for five years", rate("10"), ["59", "118,1", "177,1", "236,2"]],
    ["half of the reference in the year", value("500", "kgCO2e"), ["50", "100", "150", "200"]],
  ])("%s", (_, rule, labels) => {
    const { marks, source } = chartOf({ entries, targets: [target("ges", 2026, rule)] });
    expect(marks?.name).toBe("Objectif 2026");
    expect(marks?.points.map((point) => point?.label)).toEqual(labels);
    expect(source).not.toContain("à fixer");
  });

  it("none is drawn while nobody set one, and the source says so", () => {
    const { marks, source } = chartOf({ entries });
    expect([marks, source]).toEqual([
      null,
      "Source : chiffres saisis dans Cairn, facteurs Base Carbone® (ADEME), BEGES-R v5. Objectif à fixer.",
    ]);
  });
});

describe("those who do not see the picture read the same figures", () => {
  const entries = [...reference, ...early2(year("gaz", 2026, "90", null, "1"))];
  it.each<[Language, string, string]>([
    [
      "fr",
      ",",
      "Émissions brutes par trimestre, 2026 et 2021. T1 : 2021 (référence) 100\u00A0kgCO2e, 2026 90\u00A0kgCO2e. T2 : 2021 (référence) 200\u00A0kgCO2e, 2026 sans chiffre (2026 : aucun chiffre). T3 : 2021 (référence) 300\u00A0kgCO2e, 2026 1\u00A0kgCO2e. T4 : 2021 (référence) 400\u00A0kgCO2e, 2026 sans chiffre (2026 : à venir). Source : chiffres saisis dans Cairn, facteurs Base Carbone® (ADEME), BEGES-R v5. Objectif à fixer.",
    ],
    [
      "en",
      ".",
      "Gross emissions by quarter, 2026 and 2021. Q1: 2021 (reference) 100\u00A0kgCO2e, 2026 90\u00A0kgCO2e. Q2: 2021 (reference) 200\u00A0kgCO2e, 2026 without figure (2026: no figure). Q3: 2021 (reference) 300\u00A0kgCO2e, 2026 1\u00A0kgCO2e. Q4: 2021 (reference) 400\u00A0kgCO2e, 2026 without figure (2026: to come). Source: figures entered in Cairn, Base Carbone® factors (ADEME), BEGES-R v5. Target to be set.",
    ],
  ])("%s", (language, mark, alternative) => {
    const chart = chartOf({ entries }, language);
    expect([chart.decimalMark, chart.alternative]).toEqual([mark, alternative]);
  });
});
