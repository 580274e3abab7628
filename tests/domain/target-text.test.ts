import { describe, expect, it } from "vitest";
import { decimalText } from "../../src/domain/decimal.ts";
import type { Subject } from "../../src/domain/subject.ts";
import { readTarget } from "../../src/domain/target-text.ts";
import { indicator } from "../support/build.ts";

const formations = indicator("formations", { unit: "unité", wholeNumber: true, direction: "up" });
const time = indicator("temps-referent", { unit: "jour", direction: "none" });
const paper = indicator("papier", { unit: "kg" });

function read(text: string, subject: Subject = "ges") {
  const result = readTarget(text, subject, "fr");
  if (!result.ok) return result.refusal;
  const { rule, reason } = result.value;
  const asked =
    rule.kind === "rate" ? `${decimalText(rule.ratePct)} %` : `${decimalText(rule.value)} ${rule.unit}`;
  return [asked, reason];
}

describe("a number with a per cent sign is a yearly rate", () => {
  it.each([
    ["4%", "4 %", null],
    ["4 %", "4 %", null],
    ["4\u00A0%", "4 %", null],
    ["-4 %", "4 %", null],
    ["\u22124%", "4 %", null],
    ["- 4 %", "4 %", null],
    ["4,5 % par an", "4.5 %", null],
    ["4 % de baisse", "4 %", null],
    ["4 % de baisse par an décidé au conseil", "4 %", "décidé au conseil"],
    ["4%/an : vote du 12 mars", "4 %", "vote du 12 mars"],
    ["4 pour cent", "4 %", null],
    ["4 percent a year board decision", "4 %", "board decision"],
    ["4% reduction", "4 %", null],
    ["0 %", "0 %", null],
    ["100 %", "100 %", null],
    ["4 % hausse des prix prévue", "4 %", "hausse des prix prévue"],
  ])("%s", (text, asked, reason) => {
    expect(read(text)).toEqual([asked, reason]);
  });

  it.each([
    ["10 %", "10 %"],
    ["+10 %", "10 %"],
    ["10 % de hausse", "10 %"],
  ])("a rise for an indicator that should go up: %s", (text, asked) => {
    expect(read(text, formations)).toEqual([asked, null]);
  });

  it.each<[string, Subject, object]>([
    ["+4%", "ges", { typed: "+4%", expected: "fall" }],
    ["4 % de hausse", "dechets", { typed: "4 %", expected: "fall" }],
    ["4% increase", paper, { typed: "4%", expected: "fall" }],
    ["-10 %", formations, { typed: "-10 %", expected: "rise" }],
    ["10 % de baisse", formations, { typed: "10 %", expected: "rise" }],
    ["100,1 %", "ges", { typed: "100,1 %", expected: "at_most_100" }],
    ["150 %", formations, { typed: "150 %", expected: "at_most_100" }],
    ["4 %", time, { typed: "4 %", expected: "value" }],
    ["4%%", "ges", { typed: "4%" }],
    ["4%5", "ges", { typed: "4%" }],
  ])("%s is refused with what was expected", (text, subject, data) => {
    expect(read(text, subject)).toEqual({ code: "invalid_number", data });
  });

  it("an ambiguous rate is asked about", () => {
    expect(read("1.234 %")).toMatchObject({ code: "ambiguous_number", data: { typed: "1.234" } });
  });
});

describe("any other number is a value in the subject's unit", () => {
  it.each<[string, Subject, string, string | null]>([
    ["12 t", "ges", "12000 kgCO2e", null],
    ["12 tonnes", "ges", "12000 kgCO2e", null],
    ["12 tCO2e décision du conseil", "ges", "12000 kgCO2e", "décision du conseil"],
    ["12,5 t CO2e", "ges", "12500 kgCO2e", null],
    ["12 teqCO2", "ges", "12000 kgCO2e", null],
    ["12 000 kg", "ges", "12000 kgCO2e", null],
    ["12 000 kgCO2e", "ges", "12000 kgCO2e", null],
    ["12000", "ges", "12000 kgCO2e", null],
    ["1,2 t", "dechets", "1200 kg", null],
    ["900 kg moins d’emballages", "dechets", "900 kg", "moins d’emballages"],
    ["85", "ressources", "85 index", null],
    ["85 points", "ressources", "85 index", null],
    ["85 index", "ressources", "85 index", null],
    ["20 kg", paper, "20 kg", null],
    ["12", formations, "12 unité", null],
    ["15 jours", time, "15 jour", null],
  ])("%s", (text, subject, asked, reason) => {
    expect(read(text, subject)).toEqual([asked, reason]);
  });

  it.each<[string, Subject, string]>([
    ["12 kWh", "ges", "unit_mismatch"],
    ["12 L", "dechets", "unit_mismatch"],
    ["12 kg", "ressources", "unit_mismatch"],
    ["12,5", formations, "not_an_integer"],
    ["-12 t", "ges", "negative_value"],
    ["+12 t", "ges", "invalid_number"],
    ["1.234 t", "ges", "ambiguous_number"],
    ["beaucoup", "ges", "invalid_number"],
    ["2 t 300 kg", "ges", "invalid_number"],
    ["", "ges", "invalid_number"],
  ])("%s is refused: %#", (text, subject, code) => {
    expect(read(text, subject)).toMatchObject({ code });
  });

  it("the units shown for emissions are those worth typing", () => {
    expect(read("12 kWh")).toMatchObject({ data: { unit: "kgCO2e", accepted: ["kgCO2e", "kg", "t"] } });
  });
});
