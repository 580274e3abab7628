import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import type { Indicator, Plan } from "../../src/domain/plan.ts";
import { diffPlans } from "../../src/domain/plan-diff.ts";
import { planDocument } from "../../src/domain/plan-document.ts";
import { anyPlan } from "../support/arbitrary-plan.ts";

const eau: Indicator = {
  slug: "eau",
  action: "AI.3",
  label: { fr: "Eau", en: "Water" },
  aliases: ["robinet"],
  unit: "m3",
  units: new Map(),
  wholeNumber: false,
  family: "resource",
  direction: "down",
  emission: {
    activity: "goods",
    control: "paid",
    factor: { kind: "standing", id: "eau-m3" },
    cutOffFactor: null,
    amortisationYears: null,
    evidence: "invoice",
  },
  owner: "energie@cluster.example",
  bound: null,
  note: null,
};
const gaz: Indicator = { ...eau, slug: "gaz", label: { fr: "Gaz", en: "Gas" }, aliases: [], unit: "kWh PCS" };
const person = {
  email: "energie@cluster.example",
  name: "Énergie",
  role: "owner",
  referent: null,
  language: null,
} as const;

const plan: Plan = {
  name: "Plan",
  timeZone: "Europe/Paris",
  referenceYear: 2021,
  collectFrom: "2021-T1",
  nomenclature: "beges",
  calendar: {
    dueDay: 15,
    stages: { opening: 1, reminder: -5, eve: -1, overdue: 1, escalation: 5 },
    hours: { from: 9, to: 17 },
    digest: { businessDay: 1, hour: 9 },
  },
  fte: new Map([[2021, decimal("6")]]),
  values: [{ name: "Vivante", text: "en soutenant" }],
  actions: [
    { code: "AI.3", title: "Réduire", budget: "NA", effort: "1 jour", schedule: "T2", criterion: "X%" },
  ],
  indicators: [eau, gaz],
  targets: [{ subject: "ges", ratePctPerYear: null }],
  people: [person],
};

const emission = eau.emission;
if (emission === null) throw new Error("eau emits");

/** A title, the plan after, and what changes: kind, path, before, after. */
const changes: [string, Partial<Plan>, [string, string, unknown, unknown][]][] = [
  ["nothing", {}, []],
  ["a word", { name: "Autre" }, [["changed", "name", "Plan", "Autre"]]],
  ["the same number written otherwise", { fte: new Map([[2021, decimal("6.00")]]) }, []],
  ["what was open", { collectFrom: null }, [["changed", "collect_from", "2021-T1", null]]],
  [
    "a day of the calendar",
    { calendar: { ...plan.calendar, dueDay: 20 } },
    [["changed", "calendar/due_day", 15, 20]],
  ],
  [
    "a year more and another changed",
    {
      fte: new Map([
        [2021, decimal("6.5")],
        [2022, decimal("7")],
      ]),
    },
    [
      ["changed", "fte/2021", "6", "6.5"],
      ["added", "fte/2022", null, "7"],
    ],
  ],
  [
    "a target that is set",
    { targets: [{ subject: "ges", ratePctPerYear: decimal("5") }] },
    [["changed", "targets/ges/rate_pct_per_year", null, "5"]],
  ],
  [
    "an owner and the aliases of an indicator",
    { indicators: [{ ...eau, owner: "autre@cluster.example", aliases: [] }, gaz] },
    [
      ["changed", "indicators/eau/aliases", ["robinet"], []],
      ["changed", "indicators/eau/owner", "energie@cluster.example", "autre@cluster.example"],
    ],
  ],
  [
    "a unit of its own",
    { indicators: [{ ...eau, units: new Map([["citerne", decimal("12.5")]]) }, gaz] },
    [["added", "indicators/eau/units/citerne", null, "12.5"]],
  ],
  [
    "a factor by year instead of a standing one",
    {
      indicators: [
        {
          ...eau,
          emission: { ...emission, factor: { kind: "series", byYear: new Map([[2021, "eau-2021"]]) } },
        },
        gaz,
      ],
    },
    [["changed", "indicators/eau/emission/factor", "eau-m3", { "2021": "eau-2021" }]],
  ],
  [
    "another order of indicators",
    { indicators: [gaz, eau] },
    [["changed", "indicators", ["eau", "gaz"], ["gaz", "eau"]]],
  ],
];

describe("the difference between two plans names what changes and nothing else", () => {
  it.each(changes)("%s", (_title, change, expected) => {
    const found = diffPlans(plan, { ...plan, ...change });
    expect(found.map(({ kind, path, before, after }) => [kind, path.join("/"), before, after])).toEqual(
      expected,
    );
  });

  it("an indicator that leaves or comes is one change, with all that was written of it", () => {
    const [eauDocument] = planDocument(plan).indicators;
    const without: Plan = { ...plan, indicators: [gaz] };
    expect(diffPlans(plan, without)).toEqual([
      { kind: "removed", path: ["indicators", "eau"], before: eauDocument, after: null },
    ]);
    expect(diffPlans(without, plan)).toEqual([
      { kind: "added", path: ["indicators", "eau"], before: null, after: eauDocument },
    ]);
  });

  it("an indicator under another slug is one that leaves and one that comes", () => {
    const renamed: Plan = { ...plan, indicators: [{ ...eau, slug: "eau-froide" }, gaz] };
    expect(diffPlans(plan, renamed).map(({ kind, path }) => [kind, path.join("/")])).toEqual([
      ["removed", "indicators/eau"],
      ["added", "indicators/eau-froide"],
    ]);
  });

  it("with no plan before, everything is added, item by item", () => {
    const found = diffPlans(null, plan);
    expect(found.map(({ kind, path }) => `${kind} ${path.join("/")}`)).toEqual([
      "added name",
      "added time_zone",
      "added reference_year",
      "added collect_from",
      "added nomenclature",
      "added calendar",
      "added fte",
      "added values/Vivante",
      "added actions/AI.3",
      "added indicators/eau",
      "added indicators/gaz",
      "added targets/ges",
      "added people/energie@cluster.example",
    ]);
    expect(found.every(({ before }) => before === null)).toBe(true);
  });
});

describe("the difference between any two plans", () => {
  it("is empty for the same plan", () => {
    fc.assert(
      fc.property(anyPlan, (any) => {
        expect(diffPlans(any, any)).toEqual([]);
      }),
    );
  });

  it("is the other way round when the plans are, and never empty when they differ", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (one, other) => {
        const there = diffPlans(one, other);
        const back = diffPlans(other, one);
        const key = (path: readonly string[]) => JSON.stringify(path);
        expect(there.map(({ path, before, after }) => [key(path), after, before]).toSorted()).toEqual(
          back.map(({ path, before, after }) => [key(path), before, after]).toSorted(),
        );
        const same = JSON.stringify(planDocument(one)) === JSON.stringify(planDocument(other));
        if (there.length === 0) expect(same).toBe(true);
      }),
    );
  });
});
