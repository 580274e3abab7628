import { describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import { wasteChange } from "../../src/domain/waste-change.ts";
import { indicator, planOf } from "../support/build.ts";
import { plain, progressOf, year } from "../support/progress.ts";

const glass = indicator("verre", { family: "waste-sorted" });
const residual = indicator("omr", { family: "waste-residual" });

function changeOf(entries: ReturnType<typeof year>, fte: readonly (readonly [number, string])[]) {
  const plan = { ...planOf(glass, residual), fte: new Map(fte.map(([of, people]) => [of, decimal(people)])) };
  const progress = progressOf([], { plan, entries, subject: "dechets" });
  const { kgPerFte, kgPerFtePct, sortingRatePct } = wasteChange(progress.comparison, progress, plan);
  return {
    perFte: [plain(kgPerFte.actual), plain(kgPerFte.baseline), plain(kgPerFtePct)],
    rates: [plain(sortingRatePct.actual), plain(sortingRatePct.baseline)],
  };
}

const people = [
  [2021, "5"],
  [2026, "8"],
] as const;

describe("waste per person and sorting, over the quarters that compare", () => {
  it("the quarters that 2026 lacks are not held against it", () => {
    const entries = [
      ...year("verre", 2021, "40", "60", "70", "80"),
      ...year("omr", 2021, "60", "40", "90", "70"),
      ...year("verre", 2026, "30", "50"),
      ...year("omr", 2026, "30", "50"),
    ];
    // By hand: 160 kg for 8 people against 200 kg for 5; sorted 80 of 160 against 100 of 200.
    expect(changeOf(entries, people)).toEqual({ perFte: ["20", "40", "-50"], rates: ["50", "50"] });
  });

  it.each([
    ["nothing recorded", [], people, { perFte: [null, null, null], rates: [null, null] }],
    [
      "an unknown workforce",
      [...year("verre", 2021, "10"), ...year("verre", 2026, "10")],
      [people[0]],
      { perFte: [null, "2", null], rates: [null, null] },
    ],
    [
      "only one kind of waste has no sorting rate",
      [...year("verre", 2021, "10"), ...year("verre", 2026, "16")],
      people,
      { perFte: ["2", "2", "0"], rates: [null, null] },
    ],
  ])("%s", (_, entries, fte, expected) => {
    expect(changeOf(entries, fte)).toEqual(expected);
  });
});
