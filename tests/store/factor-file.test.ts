import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, decimalText } from "../../src/domain/decimal.ts";
import { parseFactors, readFactorFile } from "../../src/store/factor-file.ts";

const header = "id,name_fr,unit,kgco2e_per_unit,combustion,upstream,uncertainty_pct,non_kyoto,source";
const gas = "gaz,Gaz,kWh PCS,0.204,0.168,0.0357,5,no,Base Carbone 26627";

function errorsOf(text: string) {
  const read = parseFactors(text);
  return read.ok ? [] : read.errors;
}

describe("a file of emission factors becomes factors", () => {
  it("with exact decimals, the parts that are given, and blanks as null", () => {
    expect(parseFactors(`${header}\n${gas}\n`)).toEqual({
      ok: true,
      factors: [
        {
          id: "gaz",
          nameFr: "Gaz",
          nameEn: "Gaz",
          unit: "kWh PCS",
          printedTotal: decimal("0.204"),
          parts: { combustion: decimal("0.168"), upstream: decimal("0.0357") },
          co2Biogenic: null,
          uncertaintyPct: decimal("5"),
          nonKyoto: false,
          gwpBasis: null,
          validFrom: null,
          validTo: null,
          source: "Base Carbone 26627",
          seenIn: "",
          confidence: "",
          note: null,
        },
      ],
    });
  });

  it("with spaces around names and values", () => {
    const spaced = `${header}\n${gas}\n`.replaceAll(",", " , ");
    expect(parseFactors(spaced)).toEqual(parseFactors(`${header}\n${gas}\n`));
  });

  it("with columns in any order, quoted cells, blank lines and either end of line", () => {
    const text =
      'source,unit,kgco2e_per_unit,name_fr,id,note\r\n\r\nABC,kg,2,"Verre, moyen",verre,"dit ""cru"""\r\n';
    expect(parseFactors(text)).toMatchObject({ factors: [{ nameFr: "Verre, moyen", note: 'dit "cru"' }] });
  });

  it("with semicolons and decimal commas, as French Excel saves it", () => {
    const text = `${header}\n${gas}\n`.replaceAll(",", ";").replaceAll(".", ",");
    expect(parseFactors(text)).toEqual(parseFactors(`${header}\n${gas}\n`));
  });

  it.each(["yes", "oui", "TRUE"])("with gases out of the Kyoto list marked %s", (word) => {
    expect(parseFactors(`${header}\n${gas.replace(",no,", `,${word},`)}`)).toMatchObject({
      factors: [{ nonKyoto: true }],
    });
  });

  it("where parts of zero are parts, and blank ones are none", () => {
    const [factor] = parseOk(`${header}\npv,PV,kWh,0.0323,0,0.0323,,,ADEME`);
    expect(factor?.parts).toEqual({ combustion: decimal("0"), upstream: decimal("0.0323") });
  });
});

function parseOk(text: string) {
  const read = parseFactors(text);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.factors;
}

/** A title, the row in place of the gas, then the column, code and facts of the error. */
const breakages: [string, string, string | null, string, object][] = [
  ["a blank unit", gas.replace("kWh PCS", " "), "unit", "missing_value", {}],
  ["a blank total", gas.replace("0.204", ""), "kgco2e_per_unit", "missing_value", {}],
  ["a blank source", gas.replace("Base Carbone 26627", ""), "source", "missing_value", {}],
  ["an id with a space", gas.replace("gaz", "gaz 2015"), "id", "invalid_id", { typed: "gaz 2015" }],
  [
    "a negative total",
    gas.replace("0.204", "-0.204"),
    "kgco2e_per_unit",
    "negative_value",
    { typed: "-0.204" },
  ],
  ["a negative part", gas.replace("0.168", "-0.168"), "combustion", "negative_value", { typed: "-0.168" }],
  ["a word for a number", gas.replace("0.168", "n.c."), "combustion", "invalid_number", { typed: "n.c." }],
  ["an exponent", gas.replace("0.204", "2.04E-1"), "kgco2e_per_unit", "invalid_number", { typed: "2.04E-1" }],
  [
    "thousands with a space",
    gas.replace(",5,", ",1 000,"),
    "uncertainty_pct",
    "invalid_number",
    { typed: "1 000" },
  ],
  [
    "neither yes nor no",
    gas.replace(",no,", ",peut-être,"),
    "non_kyoto",
    "invalid_yes_no",
    { typed: "peut-être" },
  ],
  ["a cell too many", `${gas},x`, null, "wrong_cell_count", { expected: 9, found: 10 }],
  ["a decimal comma without quotes", gas.replace("0.204", "0,204"), null, "wrong_cell_count", { found: 10 }],
  [
    "parts 1 % off the total",
    gas.replace("0.204", "0.206"),
    "kgco2e_per_unit",
    "parts_differ_from_total",
    { parts: "0.2037", total: "0.206" },
  ],
  [
    "a comma that may group thousands",
    gas.replace("0.204,0.168,0.0357", '"1,995",,'),
    "kgco2e_per_unit",
    "ambiguous_number",
    { typed: "1,995", readings: ["1995", "1.995"] },
  ],
];

describe("a file of emission factors is refused with its line and column", () => {
  it.each(breakages)("%s", (_title, row, column, code, data) => {
    const errors = errorsOf(`${header}\n${gas.replace("gaz", "autre")}\n${row}\n`);
    expect(errors).toMatchObject([{ line: 3, column, code, data }]);
  });

  it.each<[string, string, object[]]>([
    ["nothing", "", [{ line: 1, code: "empty_file" }]],
    ["a header alone", `${header}\n`, [{ line: 1, code: "empty_file" }]],
    [
      "a missing column",
      "id,name_fr,unit,source\na,b,c,d",
      [{ code: "missing_column", data: { name: "kgco2e_per_unit" } }],
    ],
    [
      "a misspelt column, whose figures would be lost",
      `${header.replace("uncertainty_pct", "uncertainty_pc")}\n${gas}`,
      [{ line: 1, code: "unknown_column", data: { name: "uncertainty_pc", nearest: "uncertainty_pct" } }],
    ],
    [
      "the same column twice",
      `${header},unit\n${gas},kg`,
      [{ line: 1, code: "duplicate_column", data: { name: "unit" } }],
    ],
    [
      "the same id twice",
      `${header}\n${gas}\n\n${gas}\n`,
      [{ line: 4, column: "id", code: "duplicate_id", data: { id: "gaz", firstLine: 2 } }],
    ],
    ["a quote left open", `${header}\n${gas}\n"gaz,x\n`, [{ line: 3, column: null, code: "broken_csv" }]],
    ["a quote inside a cell", `${header}\n${gas}\nga"z,x\n`, [{ line: 3, column: null, code: "broken_csv" }]],
  ])("%s", (_title, text, errors) => {
    expect(errorsOf(text)).toMatchObject(errors);
  });

  it("reports everything at once, each at the line where its row begins", () => {
    const bad = gas.replace("0.204", "x").replace("kWh PCS", "");
    const text = `${header},note\n${gas},"deux\nlignes"\n${bad},"trois\r\nlignes\nici"\n`;
    expect(errorsOf(text).map(({ line, column }) => [line, column])).toEqual([
      [4, "unit"],
      [4, "kgco2e_per_unit"],
    ]);
  });
});

describe("the parts of a factor add up to its total within 0.7 %", () => {
  it.each([
    ["0.204", true],
    ["0.2051", true],
    ["0.2023", true],
    ["0.2052", false],
    ["0.2022", false],
  ])("0.168 + 0.0357 = 0.2037 against a printed %s: %s", (total, accepted) => {
    expect(parseFactors(`${header}\n${gas.replace("0.204", total)}`).ok).toBe(accepted);
  });
});

describe("a decimal is exact, whichever mark its file uses", () => {
  const plain = fc
    .tuple(fc.nat(99_999), fc.stringMatching(/^\d{1,12}$/))
    .map(([whole, part]) => `${whole}.${part}`);

  it("the mark of the file is never ambiguous", () => {
    fc.assert(
      fc.property(plain, (number) => {
        const [row] = parseOk(`id,name_fr,unit,kgco2e_per_unit,source\na,b,c,${number},d`);
        const [french] = parseOk(
          `id;name_fr;unit;kgco2e_per_unit;source\na;b;c;${number.replace(".", ",")};d`,
        );
        expect(row).toEqual(french);
        expect(decimalText(row?.printedTotal ?? decimal("-1"))).toBe(decimalText(decimal(number)));
      }),
    );
  });

  it("the other mark is never read as thousands: it is right or refused", () => {
    fc.assert(
      fc.property(plain, (number) => {
        const read = parseFactors(`id;name_fr;unit;kgco2e_per_unit;source\na;b;c;${number};d`);
        if (read.ok) expect(read.factors[0]?.printedTotal).toEqual(decimal(number));
        else expect(read.errors).toMatchObject([{ code: "ambiguous_number" }]);
      }),
    );
  });
});

describe("a file of emission factors is read from disk", () => {
  it("with a byte order mark, and refused when it is not there or not UTF-8", async () => {
    const folder = await mkdtemp(join(tmpdir(), "factors-"));
    await writeFile(join(folder, "bom.csv"), `\uFEFF${header}\n${gas}\n`);
    await writeFile(join(folder, "latin.csv"), Buffer.from("id,caf\xe9\n", "latin1"));
    expect(await readFactorFile(join(folder, "bom.csv"))).toMatchObject({
      ok: true,
      factors: [{ id: "gaz" }],
    });
    expect(await readFactorFile(join(folder, "latin.csv"))).toEqual({
      ok: false,
      errors: [{ code: "not_utf8", data: {}, line: 1, column: null }],
    });
    expect(await readFactorFile(join(folder, "none.csv"))).toMatchObject({
      errors: [{ code: "unreadable_file", data: { reason: "ENOENT" } }],
    });
    await rm(folder, { recursive: true });
  });
});
