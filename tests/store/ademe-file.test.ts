import { describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import { readFactorBytes } from "../../src/store/factor-import-file.ts";
import {
  type BaseCarboneRow,
  baseCarbone,
  baseCarboneText,
  electricity2022,
  element,
  post,
} from "../support/base-carbone.ts";

function read(...rows: readonly BaseCarboneRow[]) {
  const file = readFactorBytes(baseCarbone(...rows));
  if (!file.ok) throw new Error(JSON.stringify(file.errors));
  return file;
}

function factorsOf(...rows: readonly BaseCarboneRow[]) {
  return read(...rows).factors;
}

function errorsOf(bytes: Buffer) {
  const file = readFactorBytes(bytes);
  return file.ok ? [] : file.errors;
}

describe("ADEME's Base Carbone file", () => {
  it("is told by its header, and read in Windows-1252: a factor an element, its posts as parts", () => {
    expect(read(...electricity2022)).toEqual({
      ok: true,
      layout: "ademe",
      factors: [
        {
          id: "ademe-42513",
          nameFr: "Electricité, 2022 - mix moyen, consommation",
          nameEn: "Grid electricity",
          unit: "kWh",
          printedTotal: decimal("0.052"),
          parts: { combustion: decimal("0.0338"), upstream: decimal("0.0135"), losses: decimal("0.00474") },
          co2Biogenic: null,
          uncertaintyPct: decimal("10"),
          nonKyoto: false,
          gwpBasis: null,
          validFrom: null,
          validTo: "Année 2022",
          source: "Base Carbone® — ADEME, 42513",
          seenIn: "Fichier CSV de la Base Carbone",
          confidence: "A",
          note: null,
        },
      ],
      lines: new Map([["ademe-42513", 2]]),
      warnings: [],
    });
  });

  it("is the same in UTF-8, with or without its byte order mark", () => {
    const expected = read(...electricity2022);
    const text = baseCarboneText(...electricity2022);
    expect(readFactorBytes(Buffer.from(text))).toEqual(expected);
    expect(readFactorBytes(Buffer.from(`\uFEFF${text}`))).toEqual(expected);
  });

  it("never adds posts to their element: three posts and a total are one factor of that total", () => {
    const [factor, ...others] = factorsOf(...electricity2022);
    expect(others).toEqual([]);
    expect(factor?.printedTotal).toEqual(decimal("0.052"));
  });

  it("reads its posts wherever they stand in the file", () => {
    expect(factorsOf(...electricity2022.toReversed())).toEqual(factorsOf(...electricity2022));
  });

  it.each([
    ["Combustion", "", "combustion"],
    ["Combustion à la centrale", "", "combustion"],
    ["Amont", "Carburant", "upstream"],
    ["Transport et distribution", "Pertes", "losses"],
    ["Pertes", "", "losses"],
    ["Fabrication", "Véhicule", "manufacture"],
    ["Emissions fugitives", "Trainées de condensation", "contrails"],
    ["Traînées", "", "contrails"],
    ["Carburant (amont/combustion)", "", "use"],
  ])("a post of type « %s » (%s) is %s", (type, name, part) => {
    const [factor] = factorsOf(element("1", "2"), post("1", type, "2", { "Nom poste français": name }));
    expect(factor?.parts).toEqual({ [part]: decimal("2") });
  });

  it("adds up posts of one part, and keeps parts of zero", () => {
    const rows = [
      element("1", "3"),
      post("1", "Amont", "1"),
      post("1", "Amont", "2"),
      post("1", "Combustion", "0"),
    ];
    expect(factorsOf(...rows)[0]?.parts).toEqual({ upstream: decimal("3"), combustion: decimal("0") });
  });

  it("keeps a factor whole where a post is no part of ours, its posts as a note", () => {
    const [factor] = factorsOf(
      element("27002", "156", { "Unité français": "kgCO2e/unité" }),
      post("27002", "Intrants", "120", { "Nom poste français": "Matières premières" }),
      post("27002", "Transport", "36"),
    );
    expect(factor).toMatchObject({
      unit: "unité",
      printedTotal: decimal("156"),
      parts: {},
      note: "Postes de la source : Intrants (Matières premières) 120 ; Transport 36",
    });
  });

  it("keeps a factor whole where a post stores carbon", () => {
    const rows = [element("1", "1"), post("1", "Combustion", "3"), post("1", "Amont", "-2")];
    expect(factorsOf(...rows)[0]).toMatchObject({
      parts: {},
      note: "Postes de la source : Combustion 3 ; Amont -2",
    });
  });

  it("counts the carbon dioxide of biomass as burnt, whatever grew", () => {
    const rows = [
      element("34943", "0,0503", { CO2b: "0" }),
      post("34943", "Combustion", "0", { CO2b: "1,35797546" }),
      post("34943", "Amont", "0,0503", { CO2b: "-1,35797546" }),
    ];
    expect(factorsOf(...rows)[0]?.co2Biogenic).toEqual(decimal("1.35797546"));
    expect(factorsOf(element("22024", "300", { CO2b: "344,7" }))[0]?.co2Biogenic).toEqual(decimal("344.7"));
  });

  it("marks gases out of the Kyoto list, and the report of the IPCC where the category says it", () => {
    const category = "Process > PRG à 100 ans issus du 6ème rapport du GIEC > Autres";
    const [gas] = factorsOf(
      element("43119", "1960", { "Nom base français": "HCFC-22", "Code de la catégorie": category }),
    );
    expect(gas).toMatchObject({ nonKyoto: true, gwpBasis: "AR6" });
  });

  it.each([
    ["kgCO2e/litre", "litre"],
    ["kgCO2e/tonne de déchets", "t"],
    ["kgCO2e/tonne", "t"],
    ["kgCO2e/Kg", "kg"],
    ["kgCO2e/kWhPCI", "kWh PCI"],
    ["kgCO2e/kWh (PCS)", "kWh PCS"],
    ["kgCO2e/m³", "m3"],
    ["kgCO2e/peq.km", "passager.km"],
    ["kgCO2e/passager.km", "passager.km"],
    ["kgCO2e/keuro", "kEUR"],
    ["kgCO2e/appareil", "unité"],
    ["kgCO2e/t.km", "t.km"],
    ["kgéqCO2/m² SHON", "m² SHON"],
  ])("%s is per %s", (printed, unit) => {
    expect(factorsOf(element("1", "2", { "Unité français": printed }))[0]?.unit).toBe(unit);
  });

  it("imports an archived record all the same, and says so", () => {
    const archived = read(element("22024", "300", { "Statut de l'élément": "Archivé" }));
    expect(archived.factors[0]?.note).toBe("Archivé par la source.");
    expect(archived.warnings).toEqual([{ id: "ademe-22024", code: "archived", data: {} }]);
  });

  it.each([
    ["not_a_factor", element("1", "2", { "Type de l'élément": "Donnée source" })],
    ["no_total", element("1", "")],
    ["negative_total", element("1", "-0,5")],
    ["unreadable_unit", element("1", "2", { "Unité français": "%" })],
  ])("leaves out, and tells, a row that is %s", (why, row) => {
    const file = read(...electricity2022, row);
    expect(file.factors.map(({ id }) => id)).toEqual(["ademe-42513"]);
    expect(file.warnings).toEqual([{ id: "ademe-1", code: "left_out", data: { why } }]);
  });

  it("reads texts with quotes in them", () => {
    const text = baseCarboneText(element("1", "2")).replace(
      "Élément 1",
      '"""ADEME 2018. """"Évaluation ACV"',
    );
    const file = readFactorBytes(
      Buffer.from(text.replace("Valide générique", 'Valide "générique'), "latin1"),
    );
    expect(file).toMatchObject({ ok: true, factors: [{ nameFr: "ADEME 2018. Évaluation ACV" }] });
  });
});

describe("a number of the Base Carbone", () => {
  it.each([
    ["0,0599", "0.0599"],
    ["5,92E-3", "0.00592"],
    ["1,00E-2", "0.01"],
    ["2935", "2935"],
    ["1 489", "1489"],
    ["1,995", "1.995"],
  ])("%s is %s", (typed, value) => {
    expect(factorsOf(element("1", typed))[0]?.printedTotal).toEqual(decimal(value));
  });

  it("with a dot that could group thousands is refused, unless the file's other numbers prove its dots", () => {
    expect(errorsOf(baseCarbone(element("1", "1.995")))).toEqual([
      {
        code: "ambiguous_number",
        data: { typed: "1.995", readings: ["1995", "1.995"] },
        line: 2,
        column: "Total poste non décomposé",
      },
    ]);
    const [, second] = factorsOf(element("1", "88.2"), element("2", "1.995"));
    expect(second?.printedTotal).toEqual(decimal("1.995"));
  });

  it.each(["douze", "1,2,3", "1.234,5", "1e999999999", "NaN", "0x10"])("%s is refused", (typed) => {
    expect(errorsOf(baseCarbone(element("1", typed)))).toMatchObject([
      { code: "invalid_number", data: { typed }, line: 2 },
    ]);
  });
});

describe("a Base Carbone file that cannot be trusted is refused whole", () => {
  it.each([
    [
      "an identifier twice",
      [element("27010", "33"), element("27010", "85,1")],
      { code: "duplicate_id", line: 3, data: { id: "27010", firstLine: 2 } },
    ],
    [
      "a post without its element",
      [post("1", "Amont", "1")],
      { code: "orphan_post", line: 2, data: { id: "1" } },
    ],
    ["an identifier that is no number", [element("a-1", "1")], { code: "invalid_id", line: 2 }],
    [
      "a negative uncertainty",
      [element("1", "1", { Incertitude: "-5" })],
      { code: "negative_value", line: 2, column: "Incertitude" },
    ],
    [
      "grams of CO2e",
      [element("1", "52", { "Unité français": "gCO2e/kWh" })],
      { code: "wrong_emission_unit", line: 2, column: "Unité français" },
    ],
  ])("%s", (_, rows, error) => {
    expect(errorsOf(baseCarbone(...rows))).toMatchObject([error]);
  });

  it("accents read in the wrong encoding", () => {
    const twice = Buffer.from(baseCarbone(...electricity2022).toString("latin1"), "utf8").toString("latin1");
    expect(errorsOf(Buffer.from(twice, "utf8"))).toMatchObject([{ code: "broken_encoding", line: 1 }]);
  });

  it("a column missing, by its own name", () => {
    const text = baseCarboneText(element("1", "2")).replace("Unité français", "Unité");
    expect(errorsOf(Buffer.from(text))).toEqual([
      { code: "missing_column", data: { name: "Unité français" }, line: 1, column: null },
    ]);
  });

  it("a file in Windows-1252 that is not the Base Carbone's", () => {
    expect(errorsOf(Buffer.from("id;nom\n1;déchet\n", "latin1"))).toMatchObject([{ code: "not_utf8" }]);
  });
});
