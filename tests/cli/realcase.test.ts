import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { cairn, type Where } from "../support/command.ts";
import { engines } from "../support/databases.ts";
import { emptyPlace } from "../support/places.ts";

const folder = fileURLToPath(new URL("../fixtures/realcase/", import.meta.url));

type Amounts = { readonly byPost: readonly { post: string; kgCo2e: number }[]; readonly totalKgCo2e: number };

// An organisation of 35 people in 2025: 58 lines, entered as in the official Bilan Carbone software and
// published with its results (tests/fixtures/realcase/expected.json names the source).
describe.each(engines)("a real study through the command line, on %s", (engine) => {
  let where: Where;
  let published: {
    begesPosts: Record<string, string>;
    begesTotal: string;
    bilanCarboneTotal: string;
    tolerance: string;
  };

  async function balance(nomenclature: string): Promise<Amounts> {
    const ran = await cairn(where, "balance", "--year", "2025", "--nomenclature", nomenclature, "--json");
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    return JSON.parse(ran.stdout);
  }

  beforeAll(async () => {
    published = JSON.parse(await readFile(`${folder}expected.json`, "utf8"));
    const place = await emptyPlace(engine);
    where = place.where;
    return place.remove;
  });

  it("takes the plan, then the 58 annual figures", async () => {
    expect(await cairn(where, "plan", "apply", `${folder}plan.yaml`)).toMatchObject({ status: 0 });
    const imported = await cairn(where, "import", `${folder}entries.csv`, "--json");
    expect(JSON.parse(imported.stdout)).toEqual({ imported: 58, skipped: 0, errors: [], warnings: [] });
  });

  it("gives every one of the 22 posts of BEGES-R v5 as published, and the total", async () => {
    const { byPost, totalKgCo2e } = await balance("beges");
    expect(byPost.map(({ post }) => post)).toEqual(Object.keys(published.begesPosts));
    const apart = byPost.filter(({ post, kgCo2e }) => {
      return Math.abs(kgCo2e / 1000 - Number(published.begesPosts[post])) > Number(published.tolerance);
    });
    expect(apart).toEqual([]);
    expect(totalKgCo2e / 1000).toBeCloseTo(Number(published.begesTotal), 2);
  });

  it("gives the published total of the Bilan Carbone, recycled waste at its cut-off factor", async () => {
    const { totalKgCo2e } = await balance("bc");
    expect(totalKgCo2e / 1000).toBeCloseTo(Number(published.bilanCarboneTotal), 2);
  });

  it("in the GHG Protocol counts assets whole, and leaves out HCFC-22, contrails and its own vehicles' manufacture", async () => {
    const { byPost } = await balance("ghgp");
    const tonnes = Object.fromEntries(byPost.map(({ post, kgCo2e }) => [post, kgCo2e / 1000]));
    // Buildings 206.25, parking 36.5, machines 8.25, furniture 3.666, laptops 2.34, desktops 1.69, printers 0.441, copiers 5.87.
    expect(tonnes["3.2"]).toBeCloseTo(265.007, 3);
    expect(tonnes["1.4"]).toBe(0);
    expect(tonnes["3.6"]).toBeCloseTo(235 * 0.00592 + 4.5 * (0.0242 + 0.117 + 0.00038), 3);
  });

  it("imported again, skips every figure", async () => {
    const again = await cairn(where, "import", `${folder}entries.csv`, "--json");
    expect(JSON.parse(again.stdout)).toEqual({ imported: 0, skipped: 58, errors: [], warnings: [] });
    expect(await cairn(where, "verify", "--json")).toMatchObject({
      status: 0,
      stdout: '{"ok":true,"entries":58,"broken":null}\n',
    });
  });
});
