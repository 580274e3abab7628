import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cairn, cairnInto, type Where } from "../support/command.ts";
import { databaseFolder, file, technique } from "../support/command-folder.ts";
import { freshFolder } from "../support/folders.ts";

let where: Where;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ where, remove } = await databaseFolder());
});
afterAll(() => remove());

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
