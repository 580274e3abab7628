import { describe, expect, it } from "vitest";
import { standingProjects } from "../../src/domain/financed-project.ts";
import { type ProjectText, readProject } from "../../src/domain/project-line.ts";
import { project } from "../support/digest.ts";
import { plain } from "../support/progress.ts";

const nothing = { year: null, standard: null, vintage: null, proof: null };

type Read = Partial<Omit<ProjectText, "tonnes" | "eur">> & { tonnes: string; eur: string };

function read(line: string, profile: "fr" | "en" = "fr") {
  const result = readProject(line, profile, "usage");
  if (!result.ok) return result.refusal;
  const { tonnes, eur, ...rest } = result.value;
  return { ...rest, tonnes: plain(tonnes), eur: plain(eur) };
}

describe("a project is a name, tonnes, euros, and what else is known", () => {
  it.each<[line: string, expected: Read]>([
    ["Forêt 12 t 300 €", { name: "Forêt", tonnes: "12", eur: "300" }],
    ["Forêt de Chartreuse 12t 300€", { name: "Forêt de Chartreuse", tonnes: "12", eur: "300" }],
    ["Forêt : 1 234,5 tCO2e, pour 1 250,50 euros", { name: "Forêt", tonnes: "1234.5", eur: "1250.5" }],
    ["Tourbière 2000 3,5 t CO2e 90 EUR", { name: "Tourbière 2000", tonnes: "3.5", eur: "90" }],
    ["Plan 12 arbres 2 tonnes et 1 k€", { name: "Plan 12 arbres", tonnes: "2", eur: "1000" }],
    ["Haies 500 kg 20 €", { name: "Haies", tonnes: "0.5", eur: "20" }],
    ["Forêt 12 t 300 € Gold Standard 2024", { ...standardOf("Gold Standard"), vintage: 2024 }],
    [
      "Forêt 12 t 300 € label Label bas-carbone, millésime 2024",
      { ...standardOf("Label bas-carbone"), vintage: 2024 },
    ],
    ["Forêt 12 t 300 € VCS 2023 en 2025", { ...standardOf("VCS"), vintage: 2023, year: 2025 }],
    ["Forêt 12 t 300 € en 2025", { ...standardOf(null), year: 2025 }],
    [
      "Forêt 12 t 300 € 2024 preuve : registre, ligne 7",
      { ...standardOf(null), vintage: 2024, proof: "registre, ligne 7" },
    ],
    [
      "Forêt 12 t 300 € VCS https://r.example/2019/7",
      { ...standardOf("VCS"), proof: "https://r.example/2019/7" },
    ],
  ])("%s", (line, expected) => expect(read(line)).toEqual({ ...nothing, ...expected }));

  it("numbers are read as the person writes them", () => {
    expect(read("Forest 1,234.5 t 1.500 €", "en")).toMatchObject({ tonnes: "1234.5", eur: "1.5" });
  });
});

describe("what lacks, or cannot be read, is refused", () => {
  it.each([
    ["", { code: "missing_argument", data: { argument: "value", usage: "usage" } }],
    ["Forêt", { code: "missing_argument", data: { argument: "value", usage: "usage" } }],
    ["Forêt 12 t", { code: "missing_argument", data: { argument: "value", usage: "usage" } }],
    ["Forêt 300 € 12 t", { code: "missing_argument", data: { argument: "value", usage: "usage" } }],
    ["Forêt 12 t environ 300 €", { code: "missing_argument", data: { argument: "value", usage: "usage" } }],
    ["12 t 300 €", { code: "missing_argument", data: { argument: "subject", usage: "usage" } }],
    [
      "Forêt 1.234 t 300 €",
      { code: "ambiguous_number", data: { typed: "1.234", readings: ["1234", "1.234"] } },
    ],
    [
      "Forêt 12 t 1.234 €",
      { code: "ambiguous_number", data: { typed: "1.234", readings: ["1234", "1.234"] } },
    ],
    ["Forêt -12 t 300 €", { code: "negative_value", data: { typed: "-12" } }],
  ])("“%s”", (line, refusal) => expect(read(line)).toEqual(refusal));
});

describe("the projects that stand are the latest revisions, without the withdrawn ones", () => {
  it.each([
    ["none", [], []],
    ["in the order of their numbers", [project(2), project(1)], [1, 2]],
    ["completed, whatever the order of reading", [project(1, { revision: 2, proof: "x" }), project(1)], [1]],
    ["withdrawn", [project(1), project(1, { revision: 2, tonnes: null, eur: null }), project(2)], [2]],
  ])("%s", (_, revisions, numbers) => {
    expect(standingProjects(revisions).map(({ number }) => number)).toEqual(numbers);
  });

  it("a completed one has the details of its last revision", () => {
    expect(standingProjects([project(1, { revision: 2, proof: "x" }), project(1)])).toEqual([
      project(1, { revision: 2, proof: "x" }),
    ]);
  });
});

function standardOf(standard: string | null): Read {
  return { name: "Forêt", tonnes: "12", eur: "300", standard };
}
