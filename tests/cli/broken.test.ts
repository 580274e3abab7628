import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cairn, type Where } from "../support/command.ts";
import { databaseFolder, file, technique } from "../support/command-folder.ts";
import { freshFolder } from "../support/folders.ts";

let where: Where;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ where, remove } = await databaseFolder());
});
afterAll(() => remove());

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
