import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Decimal, decimal } from "../../src/domain/decimal.ts";
import { judge } from "../../src/domain/plausibility.ts";
import { isQuarter, quarterRange } from "../../src/domain/quarter.ts";
import { csvRows } from "../../src/store/csv-rows.ts";
import { parsePlan } from "../../src/store/plan-file.ts";

const path = "plan/cluster-montagne.yaml";
const read = parsePlan(readFileSync(path, "utf8"), path);
if (!read.ok) throw new Error(JSON.stringify(read.errors));
const { indicators } = read.plan;
const csv = csvRows(readFileSync("plan/example-figures.csv", "utf8"));
if (!csv.ok) throw new Error(csv.detail);
const [header, ...rows] = csv.rows.map(({ cells }) => cells);
const quarters = quarterRange("2021-T1", "2026-T3");

type Figure = { readonly period: string; readonly value: Decimal };
const figures = new Map<string, Figure[]>();
for (const [slug = "", period = "", value = ""] of rows) {
  figures.set(slug, [...(figures.get(slug) ?? []), { period, value: decimal(value) }]);
}

describe("the example figures can be imported on the shipped plan", () => {
  it("have the columns of an import, and every row says it is an example", () => {
    expect(header).toEqual(["indicator", "period", "value", "unit", "note"]);
    expect(rows.filter(([, , , , note]) => note !== "EXEMPLE")).toEqual([]);
  });

  it("give each indicator in its own unit, once a quarter from 2021-T1 to 2026-T3", () => {
    const unitOf = new Map(indicators.map(({ slug, unit }) => [slug, unit]));
    expect(rows.filter(([slug = "", , , unit]) => unitOf.get(slug) !== unit)).toEqual([]);
    expect(new Set(rows.map(([slug, period]) => `${slug} ${period}`)).size).toBe(rows.length);
    expect(rows.filter(([, period = ""]) => !quarters.some((quarter) => quarter === period))).toEqual([]);
  });

  it("lack six figures of the last quarter and one older, as real collections do", () => {
    const missing = indicators.flatMap(({ slug }) =>
      quarters
        .filter((quarter) => !figures.get(slug)?.some(({ period }) => period === quarter))
        .map((quarter) => `${slug} ${quarter}`),
    );
    expect(missing).toEqual([
      "gaz 2026-T3",
      "avion 2026-T3",
      "achats-services 2026-T3",
      "dechets-plastique 2022-T2",
      "dechets-verre 2026-T3",
      "dechets-bio 2026-T3",
      "participants 2026-T3",
    ]);
  });

  it("are whole where the plan counts whole things, and never surprising", () => {
    for (const { slug, wholeNumber, bound } of indicators) {
      const history = (figures.get(slug) ?? []).flatMap(({ period, value }) =>
        isQuarter(period) ? [{ period, value }] : [],
      );
      for (const { period, value } of history) {
        expect(wholeNumber && !value.eq(value.round(0)), `${slug} ${period}`).toBe(false);
        expect(judge({ value, wholeNumber, bound, period, history }), `${slug} ${period}`).toBeNull();
      }
    }
  });
});
