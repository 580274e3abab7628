import { describe, expect, it } from "vitest";
import { decimalText, sum } from "../../src/domain/decimal.ts";
import { chooseFactor } from "../../src/domain/factor-choice.ts";
import type { FactorChoice } from "../../src/domain/plan.ts";
import { factor, factorSet } from "../support/build.ts";

// Base Carbone, electricity of the French mix: only 2022 is published with its parts.
const factors = factorSet(
  factor("elec-2020", "0.0599"),
  factor("elec-2022", "0.052", { combustion: "0.0338", upstream: "0.0135", losses: "0.00474" }),
  factor("elec-2024", "0.0519"),
  factor("carton", "0.737"),
  factor("gaz", "0.204", { combustion: "0.168", upstream: "0.0357" }),
);
const series: FactorChoice = {
  kind: "series",
  byYear: new Map([
    [2024, "elec-2024"],
    [2020, "elec-2020"],
    [2022, "elec-2022"],
  ]),
};

describe("a standing factor serves every year and is never provisional", () => {
  it.each([1999, 2021, 2099])("in %i", (year) => {
    const chosen = chooseFactor({ kind: "standing", id: "carton" }, year, factors);
    expect(chosen).toMatchObject({ year: null, provisional: false, backcast: false, splitEstimated: false });
    expect(decimalText(chosen.value)).toBe("0.737");
  });
});

describe("a series gives the latest year not after the activity's", () => {
  it.each([
    { activity: 2020, year: 2020, provisional: false, backcast: false },
    { activity: 2021, year: 2020, provisional: true, backcast: false },
    { activity: 2022, year: 2022, provisional: false, backcast: false },
    { activity: 2024, year: 2024, provisional: false, backcast: false },
    { activity: 2026, year: 2024, provisional: true, backcast: false },
    { activity: 2019, year: 2020, provisional: false, backcast: true },
  ])("activity of $activity: factor of $year", ({ activity, ...expected }) => {
    expect(chooseFactor(series, activity, factors)).toMatchObject(expected);
  });
});

describe("a factor's value", () => {
  it("is the sum of its parts where the source publishes them, not the printed total", () => {
    expect(decimalText(chooseFactor(series, 2022, factors).value)).toBe("0.05204");
    expect(decimalText(chooseFactor({ kind: "standing", id: "gaz" }, 2022, factors).value)).toBe("0.2037");
  });

  it("is the printed total where it publishes none", () => {
    expect(decimalText(chooseFactor(series, 2024, factors).value)).toBe("0.0519");
  });
});

describe("an unsplit factor of a series takes the nearest split year's proportions", () => {
  it("says so, and its parts add up to its own total exactly", () => {
    const chosen = chooseFactor(series, 2024, factors);
    expect(chosen.splitEstimated).toBe(true);
    expect([...chosen.parts.keys()]).toEqual(["combustion", "upstream", "losses"]);
    expect(decimalText(sum(chosen.parts.values()))).toBe("0.0519");
    // 0.0519 × 0.0338 / 0.05204
    expect(chosen.parts.get("combustion")?.toFixed(8)).toBe("0.03370907");
  });

  it("of two split years as near, takes the earlier", () => {
    const two = factorSet(
      factor("a", "1", { combustion: "1", upstream: "0" }),
      factor("b", "10"),
      factor("c", "1", { combustion: "0", upstream: "1" }),
    );
    const byYear = new Map([
      [2021, "a"],
      [2022, "b"],
      [2023, "c"],
    ]);
    const chosen = chooseFactor({ kind: "series", byYear }, 2022, two);
    expect(chosen.parts.get("combustion")?.toFixed()).toBe("10");
  });

  it("stays whole when no year of the series is split, and when it is a standing factor", () => {
    const unsplit = new Map([[2020, "elec-2020"]]);
    expect(chooseFactor({ kind: "series", byYear: unsplit }, 2020, factors).parts.size).toBe(0);
    expect(chooseFactor({ kind: "standing", id: "carton" }, 2020, factors)).toMatchObject({
      parts: new Map(),
      splitEstimated: false,
    });
  });
});

it("a factor that the database does not hold fails loudly, by its name", () => {
  expect(() => chooseFactor({ kind: "standing", id: "absent" }, 2020, factors)).toThrow(/"absent"/);
});
