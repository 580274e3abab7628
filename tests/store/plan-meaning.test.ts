import { describe, expect, it } from "vitest";
import { checkPlan } from "../../src/domain/plan-check.ts";
import { factorUnitProblems } from "../../src/domain/plan-check-emission.ts";
import { parsePlan } from "../../src/store/plan-file.ts";
import { planText, planTextAt } from "../support/plan-text.ts";

function errorsOf(text: string) {
  const read = parsePlan(text, "/plans/plan.yaml");
  return read.ok ? [] : read.errors;
}

const membre = { email: "membre@cluster.example" };
const technik = "    owner: technik@cluster.example";
const nearTechnique = { typed: "technik@cluster.example", nearest: "technique@cluster.example" };
const otherAction = "actions:\n  - {code: AI.3, title: a, budget: a, effort: a, schedule: a, criterion: a}";
const later = (before: string, after: string) => ({ before, after });

/** A title, the line replaced, what stands there instead (null: nothing), the error, the line it clashes with. */
const breakages: [string, number, string | null, string, object, number?][] = [
  ["a slug used twice", 85, "  - slug: eau", "85:11 duplicate", { what: "name", value: "eau" }, 65],
  [
    "an alias that is a slug",
    54,
    "    aliases: [Éau]",
    "54:15 duplicate",
    { what: "name", value: "Éau" },
    65,
  ],
  ["an alias given twice", 54, "    aliases: [é l, E-L]", "54:20 duplicate", { value: "E-L" }, 54],
  ["another's label", 88, "      fr: Eau", "88:11 duplicate", { what: "name", value: "Eau" }, 65],
  [
    "another's alias as a label",
    88,
    "      fr: Élec",
    "88:11 duplicate",
    { what: "name", value: "Élec" },
    54,
  ],
  ["an alias that names a total", 54, "    aliases: [Déchets]", "54:15 reserved_name", { name: "Déchets" }],
  ["an alias that names an action", 54, "    aliases: [ai.3]", "54:15 reserved_name", { name: "ai.3" }],
  ["a code used twice", 27, otherAction, "29:11 duplicate", { what: "action", value: "AI.3" }, 28],
  [
    "a value named twice",
    26,
    "    text: a\n  - {name: vivante, text: b}",
    "27:12 duplicate",
    { what: "value" },
    25,
  ],
  [
    "a person named twice",
    45,
    "  - email: TECHNIQUE@cluster.example",
    "45:12 duplicate",
    { what: "person" },
    40,
  ],
  ["a target set twice", 37, "  - subject: ges", "37:14 duplicate", { what: "target", value: "ges" }, 35],
  ["a second half of the pair", 47, "    role: referent\n    referent: technical", "48:15 duplicate", {}, 43],
  [
    "a half without the role",
    47,
    "    role: owner\n    referent: political",
    "47:11 referent_without_role",
    membre,
  ],
  [
    "an unknown action",
    66,
    "    action: AI.2",
    "66:13 unknown_reference",
    { what: "action", nearest: "AI.3" },
  ],
  ["an unknown owner", 76, technik, "76:12 unknown_reference", { what: "person", ...nearTechnique }],
  ["an owner who may only read", 76, "    owner: membre@cluster.example", "76:12 owner_is_reader", membre],
  [
    "an unknown subject",
    37,
    "  - subject: eaux",
    "37:14 unknown_reference",
    { what: "subject", nearest: "eau" },
  ],
  ["a unit redefined", 72, "      M3: 12.50", "72:7 unit_is_own", { unit: "M3" }],
  ["an empty series", 82, "      factor: {}", "82:15 empty_series", {}],
  [
    "what amortises but is no asset",
    80,
    "      activity: goods",
    "83:27 amortisation_without_asset",
    { activity: "goods" },
  ],
  ["an asset that does not amortise", 83, null, "80:7 asset_without_amortisation", {}],
  [
    "a cut-off of no waste",
    95,
    "      activity: goods",
    "98:16 cut_off_without_waste",
    { activity: "goods" },
  ],
  [
    "an unknown time zone",
    2,
    "time_zone: Europe/Pari",
    "2:12 unknown_time_zone",
    { nearest: "Europe/Paris" },
  ],
  ["an eve before the reminder", 12, "    eve: -6", "12:10 stages_out_of_order", later("reminder", "eve")],
  ["an eve on the due day", 12, "    eve: 0", "12:10 stages_out_of_order", later("eve", "due")],
  ["an overdue on the due day", 13, "    overdue: 0", "13:14 stages_out_of_order", later("due", "overdue")],
  [
    "an escalation too early",
    14,
    "    escalation: 1",
    "14:17 stages_out_of_order",
    later("overdue", "escalation"),
  ],
  ["hours the wrong way round", 17, "    to: 9", "16:5 hours_out_of_order", { from: 9, to: 9 }],
  [
    "a digest at closing time",
    20,
    "    hour: 17",
    "20:11 digest_outside_hours",
    { hour: 17, from: 9, to: 17 },
  ],
];

describe("a plan that means nothing is refused at its line and column", () => {
  it.each(breakages)("%s", (_title, line, instead, at, data, relatedLine = undefined) => {
    const errors = errorsOf(planTextAt(line, instead));
    expect(errors.map((error) => `${error.line}:${error.column} ${error.code}`)).toEqual([at]);
    expect(errors[0]?.data).toMatchObject(data);
    expect(errors[0]?.relatedLine).toBe(relatedLine ?? null);
  });

  it("an indicator's label may repeat its own slug, alias or other label", () => {
    expect(errorsOf(planTextAt(53, "      en: Courant"))).toEqual([]);
    expect(errorsOf(planTextAt(69, "      en: Eau"))).toEqual([]);
  });
});

describe("the factors a plan names are checked once they are known", () => {
  const read = parsePlan(planText, "/plans/plan.yaml");
  if (!read.ok) throw new Error("the plan of the tests is broken");
  const { plan, source } = read;
  const ids = ["elec-2021", "elec-2022", "eau-m3", "verre-moyen", "recycle"];

  it("and all of them being known, nothing is wrong", () => {
    expect(checkPlan(plan, new Set(ids))).toEqual([]);
  });

  it.each([
    ["elec-2022", 64, 15, "elec-2021"],
    ["eau-m3", 82, 15, null],
    ["recycle", 98, 16, null],
  ])("%s is missing at line %i", (id, line, column, near) => {
    const problems = checkPlan(plan, new Set(ids.filter((known) => known !== id)));
    expect(source.place(problems)).toMatchObject([
      { line, column, code: "unknown_reference", data: { what: "factor", typed: id, nearest: near } },
    ]);
  });

  it("a factor per another unit than its indicator's would be wrong by what separates them", () => {
    const units = {
      "elec-2021": "kWh",
      "elec-2022": "MWh",
      "eau-m3": "m³",
      "verre-moyen": "kg",
      recycle: "t",
    };
    const problems = factorUnitProblems(plan, new Map(Object.entries(units)));
    expect(source.place(problems).map(({ line, data }) => [line, data])).toEqual([
      [64, { factor: "elec-2022", factorUnit: "MWh", unit: "kWh" }],
      [98, { factor: "recycle", factorUnit: "t", unit: "kg" }],
    ]);
  });
});
