import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cairn, cairnInto, type Where } from "../support/command.ts";
import { freshFolder, suiteFolder } from "../support/folders.ts";

const technique = ["exec", "--as", "technique@cluster.example", "--at", "2026-11-24T09:00:00Z"];
let where: Where;
let remove: () => Promise<void>;

beforeAll(async () => {
  const folder = await suiteFolder();
  remove = folder.remove;
  where = { CAIRN_DATA: folder.path };
  await cairn(where, "verify");
});
afterAll(() => remove());

/** A file of that text, for one test. */
async function file(name: string, content: string): Promise<string> {
  const path = join(await freshFolder(), name);
  await writeFile(path, content);
  return path;
}

describe("a first call on nothing", () => {
  it("makes the database, applies the plan, says so on stderr, and answers on stdout alone", async () => {
    const fresh = { CAIRN_DATA: await freshFolder() };
    const ran = await cairn(fresh, ...technique, "--json", "--", "/saisir eau 45 T3");
    expect(ran).toMatchObject({
      status: 0,
      stderr: [
        "Création de la base de données (quelques secondes, une seule fois)…",
        "Mise à jour de la base de données…",
        "Application du plan…\n",
      ].join("\n"),
    });
    expect(JSON.parse(ran.stdout)).toMatchObject({ ok: true, data: { entry: { value: 45, revision: 1 } } });
  });
});

describe("exec", () => {
  it("prints the card as text, and ends with 0", async () => {
    expect(await cairn(where, ...technique, "--", "/cairn historique papier")).toEqual({
      status: 0,
      stdout: "Historique : Papier acheté\n\nAucun chiffre pour le moment.\n",
      stderr: "",
    });
  });

  it("ends with 1 on a refusal, its code in the JSON", async () => {
    const ran = await cairn(where, ...technique, "--json", "--", "/saisir electricite 12 kg");
    expect(ran).toMatchObject({ status: 1, stderr: "" });
    expect(JSON.parse(ran.stdout)).toEqual({
      ok: false,
      command: "saisir",
      error: {
        code: "unit_mismatch",
        message: "« kg » n’est pas une unité de cet indicateur, qui se mesure en kWh.",
        hint: expect.stringMatching(
          /^Unités acceptées : kWh, .*Une note vient après l’unité ou le trimestre\.$/u,
        ),
        data: { typed: "kg", unit: "kWh", accepted: expect.arrayContaining(["kWh", "MWh", "GJ"]) },
      },
    });
  });

  it.each([
    { case: "nobody speaks", words: ["exec", "--", "/cairn aide"] },
    { case: "no line", words: ["exec", "--as", "technique@cluster.example"] },
    {
      case: "an instant that is none",
      words: ["exec", "--as", "x@y.example", "--at", "hier", "--", "/cairn aide"],
    },
    { case: "an unknown verb", words: ["danser"] },
    { case: "an unknown option", words: ["verify", "--vite"] },
    { case: "an unknown nomenclature", words: ["balance", "--year", "2025", "--nomenclature", "iso"] },
    { case: "a balance of nothing", words: ["balance"] },
    { case: "a year that is none", words: ["balance", "--year", "25"] },
  ])("wrong usage, $case: 2, nothing on stdout, the usage on stderr", async ({ words }) => {
    const ran = await cairn(where, ...words);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toMatch(/error: /u);
  });
});

describe("exec --batch", () => {
  it("gives one JSON result a line, in order, and a refusal does not stop the rest", async () => {
    const at = "2026-11-24T09:00:00Z";
    const as = "dechets@cluster.example";
    const lines = [
      JSON.stringify({ as, at, line: "/saisir dechets-verre 12 kg T1" }),
      JSON.stringify({ as, at, line: "/saisir dechets-verre douze T2" }),
      "ceci n’est pas du JSON",
      "",
      JSON.stringify({ as, at: "jamais", line: "/cairn aide" }),
      JSON.stringify({ as, at, line: "/saisir dechets-verre 14 kg T2" }),
    ];
    const ran = await cairn(where, "exec", "--batch", await file("batch.jsonl", lines.join("\n")), "--json");
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    const results = ran.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(results.map(({ ok, error }) => (ok ? "ok" : error.code))).toEqual([
      "ok",
      "invalid_number",
      "missing_argument",
      "missing_argument",
      "ok",
    ]);
  });

  it("reads a file that begins with a byte order mark, and names the line and the fault of what it cannot run", async () => {
    const as = "dechets@cluster.example";
    const lines = [
      `\uFEFF${JSON.stringify({ as, line: "/saisir dechets-bio 12 kg T1 2026" })}`,
      JSON.stringify({ as, at: "0500-01-01T00:00:00Z", line: "/cairn aide" }),
      "[]",
    ];
    const ran = await cairn(where, "exec", "--batch", await file("batch.jsonl", lines.join("\n")), "--json");
    const results = ran.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(results.map(({ ok, error }) => (ok ? "ok" : error.message))).toEqual([
      "ok",
      "Ligne 2 : at n’est pas un instant entre 1990 et 2100.",
      "Ligne 3 : ce n’est pas un objet JSON avec as et line.",
    ]);
  });

  it("of a folder ends with 1 and names it", async () => {
    const folder = await freshFolder();
    const ran = await cairn(where, "exec", "--batch", folder, "--json");
    expect(ran).toEqual({
      status: 1,
      stdout: "",
      stderr: `${folder} : Ce fichier ne peut pas être lu (EISDIR).\n`,
    });
  });

  it("whose reader goes away stops without a trace", async () => {
    const lines = Array.from({ length: 400 }, () =>
      JSON.stringify({ as: "membre@cluster.example", line: "/cairn aide" }),
    );
    const ran = await cairnInto(
      "head -n 1",
      where,
      "exec",
      "--batch",
      await file("batch.jsonl", lines.join("\n")),
      "--json",
    );
    expect(ran.stdout.split("\n")).toHaveLength(2);
    expect(ran.stderr).toBe("");
  });

  it("of a file that is not there ends with 1 and names it", async () => {
    const ran = await cairn(where, "exec", "--batch", "absent.jsonl", "--json");
    expect(ran).toMatchObject({ status: 1, stdout: "" });
    expect(ran.stderr).toBe("absent.jsonl : Ce fichier n’existe pas.\n");
  });
});

describe("a broken plan is refused with line and column, and changes nothing", () => {
  it("plan check names each problem", async () => {
    const plan = await file("plan.yaml", "name: Essai\nindicators:\n  - slug: eau\n   unit: m3\n");
    const ran = await cairn(where, "plan", "check", plan);
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(/ligne 4, colonne \d+ : Ce n’est plus du YAML lisible à partir d’ici/u);
  });

  it("plan apply of a plan with a typo offers the known word, and the old plan stays", async () => {
    const shipped = await readFile(new URL("../../plan/cluster-montagne.yaml", import.meta.url), "utf8");
    const broken = await file(
      "plan.yaml",
      shipped.replace("reference_year:", "reference_yaer:").replace("factors: emission-factors.csv\n", ""),
    );
    const ran = await cairn(where, "plan", "apply", broken);
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain("Vouliez-vous dire « reference_year » ?");
    expect(await cairn(where, ...technique, "--", "/cairn plan")).toMatchObject({ status: 0 });
  });

  it("plan apply of the plan in force says that nothing changes", async () => {
    const shipped = new URL("../../plan/cluster-montagne.yaml", import.meta.url).pathname;
    expect(await cairn(where, "plan", "apply", shipped)).toEqual({
      status: 0,
      stdout: "Rien ne change.\n",
      stderr: "",
    });
  });
});

describe("a plan that would change what recorded figures mean", () => {
  const shipped = new URL("../../plan/cluster-montagne.yaml", import.meta.url);

  async function changed(change: (plan: string) => string): Promise<string> {
    const plan = change(await readFile(shipped, "utf8"));
    return await file("plan.yaml", plan.replace("factors: emission-factors.csv\n", ""));
  }

  it("by another unit is refused at that unit", async () => {
    await cairn(where, ...technique, "--", "/saisir temps-referent 3 jours T1");
    const ran = await cairn(
      where,
      "plan",
      "apply",
      await changed((plan) => plan.replace("unit: jour", "unit: unité")),
    );
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(
      /ligne \d+, colonne \d+ \(indicators\[\d+\]\.unit\) : Des chiffres de « temps-referent » sont enregistrés en jour/u,
    );
  });

  it("by leaving an indicator out says how many figures stop counting, and keeps them", async () => {
    const renamed = await changed((plan) => plan.replace("slug: temps-referent", "slug: heures-referent"));
    const ran = await cairn(where, "plan", "apply", renamed, "--dry-run");
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain(
      "Attention : « temps-referent » quitte le plan avec 1 chiffre enregistré, qui ne comptera plus.",
    );
  });
});

it("a balance of a year to come is refused as in the chat", async () => {
  const ran = await cairn(where, "balance", "--year", "2099", "--json");
  expect(ran.status).toBe(1);
  expect(JSON.parse(ran.stdout)).toMatchObject({
    ok: false,
    command: "balance",
    error: { code: "future_period" },
  });
});

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

describe("a broken installation ends with 3 and says what to mend", () => {
  it("a PostgreSQL that is not there, without its password", async () => {
    const ran = await cairn(
      { DATABASE_URL: "postgresql://cairn:s3cret@127.0.0.1:1/cairn" },
      ...technique,
      "--",
      "/cairn aide",
    );
    expect(ran).toMatchObject({ status: 3, stdout: "" });
    expect(ran.stderr).toBe(
      "La base de données 127.0.0.1:1/cairn ne répond pas (ECONNREFUSED). Vérifiez DATABASE_URL ou CAIRN_DATA, et que le serveur est démarré.\n",
    );
  });

  it("every wrong variable at once", async () => {
    const ran = await cairn({ DATABASE_URL: "mysql://x", ...{ PORT: "cent", CAIRN_LANG: "de" } }, "verify");
    expect(ran).toMatchObject({ status: 3, stdout: "" });
    expect(ran.stderr.split("\n").slice(0, 4)).toEqual([
      "Des variables d’environnement sont à corriger :",
      "  DATABASE_URL : attendu une adresse postgresql://utilisateur:motdepasse@serveur/base",
      "  PORT : attendu un port de 0 à 65535",
      "  CAIRN_LANG : attendu fr ou en",
    ]);
  });

  it("a plan that cannot be read, on an empty database: nothing is half made", async () => {
    const fresh = await freshFolder();
    const broken = await file("plan.yaml", "name: [");
    expect(await cairn({ CAIRN_DATA: fresh, CAIRN_PLAN: broken }, "verify")).toMatchObject({
      status: 3,
      stdout: "",
    });
    expect(await cairn({ CAIRN_DATA: fresh }, "verify", "--json")).toMatchObject({ status: 0 });
  });
});

describe("doctor", () => {
  it("says what is good and what is left to do", async () => {
    const ran = await cairn(where, "doctor", "--json");
    expect(ran.status).toBe(0);
    const { ok, findings } = JSON.parse(ran.stdout);
    expect(ok).toBe(true);
    expect(
      findings.map(({ check, state }: { check: string; state: string }) => `${check}: ${state}`),
    ).toEqual([
      "base de données: ok",
      "plan: ok",
      "plan: missing",
      "chaîne des révisions: ok",
      "envois: ok",
      "Slack: missing",
      "Microsoft Teams: missing",
    ]);
  });
});
