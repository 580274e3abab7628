import { describe, expect, it } from "vitest";
import { subjectName, subjectNamed, subjectsOf, wasteIndicators } from "../../src/domain/subject.ts";
import { indicator, planOf } from "../support/build.ts";

const plan = planOf(
  indicator("eau", { action: "AI.3", family: "resource" }),
  indicator("verre", { action: "AI.3", family: "waste-sorted", unit: "t" }),
  indicator("bennes", { action: "AI.3", family: "waste-residual", unit: "unité" }),
  indicator("train", { action: "AI.2", family: "travel" }),
  indicator("repas", { action: "AI.2", family: "purchase" }),
  indicator("temps", { action: "AI.4", family: "means" }),
  indicator("publications", { action: "AE.1", family: "outreach" }),
  indicator("consultations", { action: "AE.1", family: "outreach" }),
);

const action = (code: string, criterion = "") => {
  return { code, title: code, budget: "", effort: "", schedule: "", criterion };
};

describe("what tells the progress of an action", () => {
  it.each([
    ["AI.1", "Xt de GES/an", ["ges"]],
    ["AI.2", "", ["ges"]],
    ["AI.3", "", ["dechets", "ressources"]],
    ["AI.4", "X% de baisse annuelle d'émission de GES", ["temps"]],
    ["AE.1", "", ["publications", "consultations"]],
    ["AE.9", "Nombre de sessions", []],
  ])("%s, judged on “%s”: %j", (code, criterion, names) => {
    expect(subjectsOf(action(code, criterion), plan).map(subjectName)).toEqual(names);
  });
});

it("waste that is not weighed is no waste in kilograms", () => {
  expect(wasteIndicators(plan).map(({ slug }) => slug)).toEqual(["verre"]);
});

it("a subject is found again under its name", () => {
  expect(["ges", "dechets", "ressources", "eau"].map((name) => subjectNamed(name, plan))).toEqual([
    "ges",
    "dechets",
    "ressources",
    plan.indicators[0],
  ]);
  expect(subjectNamed("licornes", plan)).toBeNull();
});
