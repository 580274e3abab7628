import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cairn, type Where } from "../support/command.ts";
import { databaseFolder, file, technique } from "../support/command-folder.ts";

let where: Where;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ where, remove } = await databaseFolder());
});
afterAll(() => remove());

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
