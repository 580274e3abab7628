import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { decimal } from "../../src/domain/decimal.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { parsePlan } from "../../src/store/plan-file.ts";
import { planDigest, planFromJson, planToJson } from "../../src/store/plan-json.ts";
import { anyPlan } from "../support/arbitrary-plan.ts";
import { planText, planTextAt } from "../support/plan-text.ts";

function planOf(text: string): Plan {
  const read = parsePlan(text, "/plans/plan.yaml");
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.plan;
}

/** What a database gives back: other keys first, since jsonb keeps no order. */
function stored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stored);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, stored(part)]),
  );
}

const plan = planOf(planText);

describe("a plan kept as JSON comes back exactly", () => {
  it("whatever is in it", () => {
    fc.assert(
      fc.property(anyPlan, (any) => {
        expect(planFromJson(JSON.parse(JSON.stringify(planToJson(any))))).toEqual(any);
      }),
    );
  });

  it("whatever the order of its keys", () => {
    fc.assert(
      fc.property(anyPlan, (any) => {
        const back = planFromJson(stored(JSON.parse(JSON.stringify(planToJson(any)))));
        expect(back).toEqual(any);
        expect(planDigest(back)).toBe(planDigest(any));
      }),
    );
  });

  it("with the keys of the plan file: written as YAML, it is read as the same plan", () => {
    expect(planOf(stringify(planToJson(plan)))).toEqual(plan);
  });

  it("with decimals as exact texts", () => {
    expect(planToJson(plan)).toMatchObject({
      fte: { "2021": "6", "2022": "6.5" },
      targets: [{ rate_pct_per_year: null }, { rate_pct_per_year: "2.5" }],
    });
  });
});

describe("stored JSON of another shape is refused with the key that is wrong", () => {
  const json = JSON.stringify(planToJson(plan));
  it.each([
    ["plan", "null", /plan: an object expected/],
    ["a missing key", json.replace('"due_day":15,', ""), /plan\.calendar\.due_day: a whole number expected/],
    ["a number for a text", json.replace('"kWh"', "5"), /plan\.indicators\[0\]\.unit: a text expected/],
    [
      "a fraction of a year",
      json.replace("2021,", "2021.5,"),
      /plan\.reference_year: a whole number expected/,
    ],
    [
      "a word out of a list",
      json.replace('"asset"', '"thing"'),
      /indicators\[1\]\.emission\.activity: one of/,
    ],
    [
      "a text for a yes or no",
      json.replace('"whole_number":true', '"whole_number":"oui"'),
      /true or false expected/,
    ],
    [
      "a decimal with a comma",
      json.replace('"12.5"', '"12,5"'),
      /indicators\[1\]\.units\.citerne: a decimal expected/,
    ],
    ["an object for a list", json.replace('"aliases":[]', '"aliases":{}'), /aliases: a list expected/],
    ["no quarter", json.replace("2021-T1", "2021-T5"), /plan\.collect_from: "2021-T5" is not a quarter/],
  ])("%s", (_title, text, message) => {
    expect(() => planFromJson(JSON.parse(text))).toThrow(message);
  });
});

describe("a plan's digest", () => {
  it("is SHA-256 in hexadecimal, the same for the same plan", () => {
    expect(planDigest(plan)).toMatch(/^[0-9a-f]{64}$/);
    expect(planDigest(planOf(`# remarque\n${planText}`))).toBe(planDigest(plan));
    expect(planDigest(planOf(planTextAt(23, "  2022: 6.5")))).toBe(planDigest(plan));
  });

  it.each([
    [1, "name: Autre plan"],
    [12, "    eve: -2"],
    [23, "  2022: 6.51"],
    [36, "    rate_pct_per_year: 0"],
    [54, "    aliases: [courant, élec]"],
    [64, "        2022: elec-2023"],
    [78, "    note: Relevé"],
  ])("changes with line %i", (line, text) => {
    expect(planDigest(planOf(planTextAt(line, text)))).not.toBe(planDigest(plan));
  });

  it("does not depend on the order of years and units, which mean the same in any order", () => {
    const swapped: Plan = {
      ...plan,
      fte: new Map([
        [2022, decimal("6.5")],
        [2021, decimal("6")],
      ]),
    };
    expect(planDigest(swapped)).toBe(planDigest(plan));
  });
});
