import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Chart, ChartPoint } from "../../src/cards/chart.ts";
import { chartPng } from "../../src/cli/chart-png.ts";
import { decodePng, type Picture } from "../support/png.ts";

function point(value: number | null, incomplete = false): ChartPoint | null {
  return value === null ? null : { value, label: String(value).replace(".", ","), incomplete };
}

function chartOf(actual: readonly (ChartPoint | null)[], marks: Chart["marks"] = null): Chart {
  return {
    title: "Émissions brutes par trimestre, 2026 et 2021",
    unit: "tCO2e par trimestre",
    categories: [1, 2, 3, 4].map((number) => ({ name: `T${number}`, notes: [] })),
    bars: [
      { name: "2021 (référence)", points: [8.3, 7.1, 6, 9].map((value) => point(value)) },
      { name: "2026", points: actual },
    ],
    marks,
    source: "Source : essai",
    decimalMark: ",",
    alternative: "",
  };
}

const pale = "#a6c8e0";
const dark = "#0b3c5d";
const orange = "#d55e00";
const white = "#ffffff";

/** The plot, without the texts around it. */
const plot = { left: 90, right: 1140, top: 170, bottom: 518 };

/** How many pixels of a colour the part of the plot that belongs to a quarter holds. */
function pixels({ at }: Picture, colour: string, quarter: number): number {
  const width = (plot.right - plot.left) / 4;
  let count = 0;
  for (let x = Math.round(plot.left + width * quarter); x < plot.left + width * (quarter + 1); x += 1) {
    for (let y = plot.top; y < plot.bottom; y += 1) if (at(x, y) === colour) count += 1;
  }
  return count;
}

const full = [point(7.2), point(6.4), point(5.1), point(8)];

describe("the picture of a chart", () => {
  it("is 1200 pixels wide, on white", async () => {
    const { width, height, at } = decodePng(await chartPng(chartOf(full)));
    expect([width, height, at(0, 0), at(1199, 674)]).toEqual([1200, 675, white, white]);
  });

  it("is the same bytes twice, in this process and in another", async () => {
    const chart = chartOf(full, { name: "Objectif 2026", points: [7, 6, 5, 8].map((value) => point(value)) });
    const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    const [first, second] = [digest(await chartPng(chart)), digest(await chartPng(chart))];
    const module = fileURLToPath(new URL("../../src/cli/chart-png.ts", import.meta.url));
    const script = `import { createHash } from "node:crypto"; import { chartPng } from ${JSON.stringify(module)};
      process.stdout.write(createHash("sha256").update(await chartPng(${JSON.stringify(chart)})).digest("hex"));`;
    const other = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect([second, other]).toEqual([first, first]);
  });

  it("draws a missing quarter as a gap, with no bar and no label, and a zero with its label", async () => {
    const without = (second: ChartPoint | null) => chartOf([point(7.2), second, point(5.1), point(8)]);
    const [gap, zero, bar] = await Promise.all(
      [null, point(0), point(6.4)].map(async (each) => decodePng(await chartPng(without(each)))),
    );
    if (gap === undefined || zero === undefined || bar === undefined) throw new Error("three pictures");
    // The outline of the reference bar is dark too: three quarters with bars show what a bar adds.
    const outline = pixels(gap, dark, 1);
    expect(outline).toBeLessThan(2_000);
    expect(pixels(bar, dark, 1)).toBeGreaterThan(outline + 10_000);
    expect(pixels(gap, white, 1)).toBeGreaterThan(pixels(bar, white, 1) + 10_000);
    expect(pixels(zero, dark, 1)).toBeLessThan(2_000);
    // The label "0" is ink that the gap has not.
    expect(pixels(gap, white, 1)).toBeGreaterThan(pixels(zero, white, 1));
  });

  it("hatches an incomplete quarter: half of its bar is white, the rest as dark", async () => {
    const whole = decodePng(await chartPng(chartOf(full)));
    const hatched = decodePng(await chartPng(chartOf([point(7.2), point(6.4, true), point(5.1), point(8)])));
    expect(pixels(hatched, white, 1)).toBeGreaterThan(pixels(whole, white, 1) + 3_000);
    expect(pixels(hatched, dark, 1)).toBeGreaterThan(3_000);
    expect(pixels(hatched, dark, 0)).toBe(pixels(whole, dark, 0));
  });

  it("marks the target only where it is set, over every quarter", async () => {
    const marks = { name: "Objectif 2026", points: [7, 6, 5, 8].map((value) => point(value)) };
    const [bare, aimed] = await Promise.all([chartOf(full), chartOf(full, marks)].map(chartPng));
    if (bare === undefined || aimed === undefined) throw new Error("two pictures");
    const [none, some] = [decodePng(bare), decodePng(aimed)];
    for (const quarter of [0, 1, 2, 3]) {
      expect(pixels(none, orange, quarter)).toBe(0);
      expect(pixels(some, orange, quarter)).toBeGreaterThan(800);
      expect(pixels(some, pale, quarter)).toBeGreaterThan(10_000);
    }
  });

  it("draws a chart without any figure, and one with a single series", async () => {
    const empty = chartOf([null, null, null, null]);
    const nothing = {
      ...empty,
      bars: empty.bars.map((each) => ({ ...each, points: [null, null, null, null] })),
    };
    const alone = { ...empty, bars: [{ name: "2021", points: full }] };
    const [first, second] = [decodePng(await chartPng(nothing)), decodePng(await chartPng(alone))];
    expect(
      [0, 1, 2, 3].map((quarter) => pixels(first, dark, quarter) + pixels(first, pale, quarter)),
    ).toEqual([0, 0, 0, 0]);
    expect(pixels(second, dark, 0)).toBeGreaterThan(10_000);
  });
});
