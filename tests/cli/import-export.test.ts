import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cairn, type Where } from "../support/command.ts";
import { databaseFolder, file, technique } from "../support/command-folder.ts";

let where: Where;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ where, remove } = await databaseFolder());
});
afterAll(() => remove());

describe("import", () => {
  it.each([
    {
      case: "a word for a value",
      row: "papier,2025-T1,douze,kg,",
      error: { line: 3, column: "value", code: "invalid_number" },
    },
    {
      case: "a wrong unit",
      row: "papier,2025-T1,12,kWh,",
      error: { line: 3, column: "unit", code: "unit_mismatch" },
    },
    {
      case: "an unknown indicator",
      row: "papeir,2025-T1,12,kg,",
      error: { line: 3, column: "indicator", code: "unknown_indicator" },
    },
    {
      case: "a period that is none",
      row: "papier,2025-T5,12,kg,",
      error: { line: 3, column: "period", code: "invalid_period" },
    },
    {
      case: "a quarter to come",
      row: "papier,2099-T1,12,kg,",
      error: { line: 3, column: "period", code: "future_period" },
    },
    {
      case: "another value twice",
      row: "papier,2024-T1,13,kg,",
      error: { line: 3, column: "value", code: "already_submitted" },
    },
    {
      case: "a year beside its quarter",
      row: "papier,2024,13,kg,",
      error: { line: 3, column: "period", code: "conflict" },
    },
    {
      case: "a cell too many",
      row: "papier,2025-T1,12,kg,,",
      error: { line: 3, column: "", code: "wrong_cell_count" },
    },
    {
      case: "an open quote",
      row: 'papier,2025-T1,"12,kg,',
      error: { line: 3, column: "", code: "broken_csv" },
    },
  ])("of $case names line and column, and writes nothing", async ({ row, error }) => {
    const csv = await file(
      "figures.csv",
      `indicator,period,value,unit,note\npapier,2024-T1,12,kg,\n${row}\n`,
    );
    const ran = await cairn(where, "import", csv, "--json");
    expect(ran.status).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ imported: 0, skipped: 0, errors: [error] });
    const { stdout } = await cairn(where, ...technique, "--json", "--", "/cairn historique papier");
    expect(JSON.parse(stdout).data.entries).toEqual([]);
  });

  it("tells every wrong row at once: those that cannot be read, and those that contradict another", async () => {
    const rows = [
      "papier,2024-T1,12,kg,",
      "papier,2024-T2,douze,kg,",
      "papier,2024-T1,13,kg,",
      "eau,2024-T9,1,m3,",
    ];
    const csv = await file("figures.csv", `indicator,period,value,unit,note\n${rows.join("\n")}\n`);
    const { errors, imported } = JSON.parse((await cairn(where, "import", csv, "--json")).stdout);
    expect(imported).toBe(0);
    expect(errors.map(({ line, code }: { line: number; code: string }) => `${line} ${code}`)).toEqual([
      "3 invalid_number",
      "4 already_submitted",
      "5 invalid_period",
    ]);
  });

  it("--dry-run checks everything and writes nothing", async () => {
    const csv = await file("figures.csv", "indicator,period,value,unit,note\npapier,2024-T1,12,kg,\n");
    const ran = await cairn(where, "import", csv, "--dry-run");
    expect(ran).toEqual({
      status: 0,
      stdout: "Essai sans rien écrire : 1 chiffre serait importé, 0 déjà là.\n",
      stderr: "",
    });
    const { stdout } = await cairn(where, ...technique, "--json", "--", "/cairn historique papier");
    expect(JSON.parse(stdout).data.entries).toEqual([]);
  });

  it("is for administrators and the operator alone", async () => {
    const csv = await file("figures.csv", "indicator,period,value\npapier,2024-T1,12\n");
    const ran = await cairn(where, "import", csv, "--as", "energie@cluster.example", "--json");
    expect(ran.status).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ imported: 0, errors: [{ code: "not_allowed" }] });
    const stranger = await cairn(where, "import", csv, "--as", "inconnu@ailleurs.example", "--json");
    expect(JSON.parse(stranger.stdout)).toMatchObject({ imported: 0, errors: [{ code: "unknown_person" }] });
  });

  it("reads the dot of a program's file as a decimal mark, and refuses it in a file with semicolons", async () => {
    const commas = await file("program.csv", "indicator,period,value,unit\nter,2023-T1,1.234,km\n");
    expect(await cairn(where, "import", commas, "--as", "admin@cluster.example")).toMatchObject({
      status: 0,
    });
    const semicolons = await file("person.csv", "indicator;period;value;unit\nter;2023-T2;1.234;km\n");
    expect(JSON.parse((await cairn(where, "import", semicolons, "--json")).stdout)).toMatchObject({
      errors: [{ line: 2, column: "value", code: "ambiguous_number" }],
    });
  });
});

describe("export", () => {
  it("never lets a note become a formula in a spreadsheet", async () => {
    await cairn(where, ...technique, "--", '/saisir consultations 120 T3 =HYPERLINK("http://x")');
    const { stdout } = await cairn(where, "export");
    expect(stdout.split("\n")[0]).toBe(
      "indicator,period,value,unit,note,typed,revision,kind,reason,by,at,platform,position,previous_hash,hash",
    );
    const row = stdout.split("\n").find((line) => line.startsWith("consultations,"));
    expect(row).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it("as JSON holds every revision, the factors used and the yearly balances", async () => {
    const { stdout } = await cairn(where, "export", "--format", "json");
    const { entries, factors, balances } = JSON.parse(stdout);
    expect(entries).toContainEqual(
      expect.objectContaining({ indicator: "ter", period: "2023-T1", value: 1.234, kind: "import" }),
    );
    expect(factors).toContainEqual(
      expect.objectContaining({ indicator: "ter", activityYear: 2023, id: "ter-pkm" }),
    );
    expect(balances.find(({ period }: { period: string }) => period === "2023").totalKgCo2e).toBe(0.034);
  });
});
