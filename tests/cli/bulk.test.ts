import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { baseCarbone, electricity2022, element } from "../support/base-carbone.ts";
import { cairn } from "../support/command.ts";
import { freshFolder } from "../support/folders.ts";
import { emptyPlace, type Place } from "../support/places.ts";
import { figuresWorkbook, number, text } from "../support/workbook.ts";

const shipped = (name: string) => fileURLToPath(new URL(`../../plan/${name}`, import.meta.url));

/** A file of that content, for one test. */
async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await freshFolder(), name);
  await writeFile(path, content);
  return path;
}

/** One row of a workbook of figures. */
const row = (line: number, slug: string, period: string, value: string, unit: string, note = "") => {
  const cells = [text(`A${line}`, slug), text(`B${line}`, period), value, text(`D${line}`, unit)];
  return `<row r="${line}">${cells.join("")}${text(`E${line}`, note)}</row>`;
};

describe("figures and factors in bulk, through the command", () => {
  let place: Place;
  const run = (...words: string[]) => cairn(place.where, ...words);
  const json = async (...words: string[]) => {
    const { status, stdout } = await run(...words, "--json");
    return { status, ...JSON.parse(stdout) };
  };
  beforeAll(async () => {
    place = await emptyPlace("postgres");
    await run("verify");
  });
  afterAll(() => place.remove());

  it("a workbook goes in whole, in units of the plan, and again changes nothing", async () => {
    const workbook = await file(
      "chiffres.xlsx",
      figuresWorkbook(
        row(2, "papier", "2026-T1", number("C2", "12"), "ramettes", "=1+1"),
        row(3, "electricite", "T2 2026", number("C3", "1234.5599999999999"), "kWh"),
      ),
    );
    expect(await json("import", workbook)).toMatchObject({
      status: 0,
      imported: 2,
      skipped: 0,
      errors: [],
    });
    expect(await json("import", workbook)).toMatchObject({
      status: 0,
      imported: 0,
      skipped: 2,
      errors: [],
    });
  });

  it("a workbook with one wrong cell leaves nothing, and names Excel's row and our column", async () => {
    const workbook = await file(
      "chiffres.xlsx",
      figuresWorkbook(
        row(2, "papier", "2025-T1", number("C2", "12"), "kg"),
        `<row r="7">${text("A7", "papier")}${number("B7", "46024", 1)}${number("C7", "3")}</row>`,
      ),
    );
    expect(await json("import", workbook)).toMatchObject({
      status: 1,
      imported: 0,
      errors: [
        {
          line: 7,
          column: "period",
          code: "invalid_period",
          message: expect.stringContaining("2026-01-02"),
        },
      ],
    });
  });

  it("a text named .xlsx is refused as a file", async () => {
    const broken = await file("chiffres.xlsx", "indicator,period,value\n");
    expect(await json("import", broken)).toMatchObject({
      status: 1,
      errors: [{ line: 1, column: "", code: "not_a_workbook" }],
    });
  });

  it("the export is a workbook of entries, factors and balances: numbers as numbers, texts as texts", async () => {
    const path = join(await freshFolder(), "export.xlsx");
    expect(await run("export", "--format", "xlsx", "--out", path)).toMatchObject({ status: 0, stdout: "" });
    const { sheets } = await readXlsx(await readFile(path));
    const [entries, factors, balances] = sheets;
    expect(sheets.map(({ name }) => name)).toEqual(["Entries", "Factors", "Balances"]);
    expect(entries?.rows.map((cells) => cells.slice(0, 6))).toEqual([
      ["indicator", "period", "value", "unit", "note", "typed"],
      ["electricite", "2026-T2", 1234.56, "kWh", null, "1234.56 kWh"],
      ["papier", "2026-T1", 30, "kg", "=1+1", "12 ramettes"],
    ]);
    expect(entries?.cells?.size ?? 0).toBe(0);
    expect(factors?.rows.map((cells) => [cells[0], cells[1], cells[2], cells[7]])).toEqual([
      ["indicator", "activity_year", "id", "kgco2e_per_unit"],
      ["electricite", 2026, "elec-fr-2025", 0.0461],
      ["papier", 2026, "papier-kg", 0.919],
    ]);
    const kg = 30 * 0.919 + 1234.56 * 0.0461;
    expect(balances?.rows[1]?.slice(0, 6)).toEqual([
      2026,
      "beges",
      "total",
      null,
      null,
      Number(kg.toFixed(3)),
    ]);
  });

  it("the same tables come one by one as CSV", async () => {
    const { stdout } = await run("export", "--table", "factors");
    expect(stdout.split("\n").map((line) => line.split(",").slice(0, 3).join())).toEqual([
      "indicator,activity_year,id",
      "electricite,2026,elec-fr-2025",
      "papier,2026,papier-kg",
      "",
    ]);
    expect(await run("export", "--table", "factors", "--format", "json")).toMatchObject({
      status: 2,
      stdout: "",
    });
  });

  it("the shipped factors, imported again, change nothing", async () => {
    expect(await json("factors", "import", shipped("emission-factors.csv"))).toMatchObject({
      status: 0,
      layout: "own",
      added: 0,
      changed: 0,
      unchanged: 89,
      errors: [],
      warnings: [],
    });
  });

  it("ADEME's file, dry: what it would add, and nothing stays", async () => {
    const ademe = await file("base-carbone.csv", baseCarbone(...electricity2022));
    const dry = await json("factors", "import", ademe, "--dry-run");
    expect(dry).toMatchObject({ status: 0, ok: true, layout: "ademe", dryRun: true, added: 1, changed: 0 });
    expect(dry.changes).toEqual([
      {
        id: "ademe-42513",
        kind: "added",
        before: null,
        after: {
          version: 1,
          value: 0.052,
          unit: "kWh",
          name: "Electricité, 2022 - mix moyen, consommation",
        },
        fields: [],
      },
    ]);
    expect(dry.warnings).toMatchObject([{ line: 2, id: "ademe-42513", code: "expired" }]);
    expect(await json("factors", "import", ademe)).toMatchObject({ added: 1 });
    expect(await json("factors", "import", ademe)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  });

  it("a factor ten times too big is refused until confirmed", async () => {
    const ademe = await file("base-carbone.csv", baseCarbone(element("42513", "0,52")));
    expect(await json("factors", "import", ademe)).toMatchObject({
      status: 1,
      ok: false,
      changed: 0,
      errors: [
        { line: 2, id: "ademe-42513", code: "magnitude" },
        { line: 2, id: "ademe-42513", code: "magnitude" },
      ],
    });
    expect(await json("factors", "import", ademe, "--confirm")).toMatchObject({
      status: 0,
      ok: true,
      changed: 1,
    });
  });

  it("the year's factor, once published and in the plan, makes its quarters final: old and new are told", async () => {
    const published = await file("base-carbone.csv", baseCarbone(element("45000", "0,0400")));
    await run("factors", "import", published);
    const yaml = await readFile(shipped("cluster-montagne.yaml"), "utf8");
    const next = yaml
      .replace("        2025: elec-fr-2025\n", "        2025: elec-fr-2025\n        2026: ademe-45000\n")
      .replace("factors: emission-factors.csv\n", "");
    const plan = await file("plan.yaml", next);
    const { status, stdout } = await run("plan", "apply", plan);
    expect(status).toBe(0);
    expect(stdout.split("\n").slice(-4)).toEqual([
      "Résultats passés revus : 1 période.",
      "  T2 2026 : 56,913\u00A0kgCO2e → 49,382\u00A0kgCO2e",
      "    Électricité des bureaux : 56,913\u00A0kgCO2e → 49,382\u00A0kgCO2e (définitif, le facteur de l’année est publié) ; facteur elec-fr-2025@1 → ademe-45000@1",
      "",
    ]);
    expect(await json("plan", "apply", plan)).toMatchObject({ changes: [], restatements: [] });
  });
});
