import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decimal, decimalText } from "../../src/domain/decimal.ts";
import type { Indicator, Plan } from "../../src/domain/plan.ts";
import { applyPlan } from "../../src/store/apply-plan.ts";
import type { Store } from "../../src/store/database.ts";
import { codeOf } from "../../src/store/errors.ts";
import { factorVersions } from "../../src/store/factors.ts";
import { importFactors } from "../../src/store/import-factors.ts";
import { restatementsSince } from "../../src/store/restatements.ts";
import { emission, indicator, planOf } from "../support/build.ts";
import { engines, freshStore } from "../support/databases.ts";
import { record } from "../support/entries.ts";
import { newFactor } from "../support/factors.ts";

const perKwh = (id: string, total: string) => newFactor({ id, printedTotal: decimal(total), parts: {} });
const electricity = (...years: number[]): Indicator =>
  indicator("electricite", {
    unit: "kWh",
    emission: emission("elec-2025", {
      factor: { kind: "series", byYear: new Map(years.map((year) => [year, `elec-${year}`])) },
    }),
  });
const plan = (...years: number[]): Plan => planOf(electricity(...years));

const spring = { by: "operator", at: "2027-05-18T10:00:00.000Z", dryRun: false };
const summer = { ...spring, at: "2027-07-01T10:00:00.000Z" };

/** "2026-T3 electricite 61.725 -> 49.38 finalised" */
async function told(store: Store, since: string): Promise<string[]> {
  return (await restatementsSince(store.db, since)).map(
    ({ period, indicator: slug, oldKgCo2e, newKgCo2e, reason }) =>
      `${period} ${slug ?? "-"} ${oldKgCo2e ?? "absent"} -> ${newKgCo2e ?? "absent"} ${reason}`,
  );
}

describe.each(engines)("past results restated, on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
    const installed = { ...spring, at: "2026-01-01T00:00:00.000Z" };
    await applyPlan(store.db, { plan: plan(2025), factors: [perKwh("elec-2025", "0.05")] }, installed);
    await record(store, { period: "2026-T3", value: decimal("1000") });
    await record(store, { period: "2027-T2", value: decimal("1000") });
  });
  afterAll(() => store.close());

  it("none at installation, nor from applying the same plan again", async () => {
    const again = await applyPlan(store.db, { plan: plan(2025), factors: [] }, spring);
    expect(again).toMatchObject({ changes: [], restatements: [] });
    expect(await told(store, "2000-01-01T00:00:00Z")).toEqual([]);
  });

  it("a rehearsal shows them and records none", async () => {
    const published = { plan: plan(2025, 2026), factors: [perKwh("elec-2026", "0.04")] };
    const shown = await applyPlan(store.db, published, { ...spring, dryRun: true });
    expect(shown.restatements.map(({ period, indicator: slug }) => [period, slug])).toEqual([
      ["2026-T3", null],
      ["2026-T3", "electricite"],
    ]);
    expect(await told(store, "2000-01-01T00:00:00Z")).toEqual([]);
  });

  it("the year's factor, imported then used by the plan, makes its quarters final: old, new, why, who, when", async () => {
    const importing = { ...spring, confirmed: false };
    const imported = await importFactors(store.db, [perKwh("elec-2026", "0.04")], importing);
    expect(imported).toMatchObject({ stopped: false, restatements: [] });
    await applyPlan(store.db, { plan: plan(2025, 2026), factors: [] }, spring);
    expect(await restatementsSince(store.db, spring.at)).toEqual([
      {
        what: "ghg",
        period: "2026-T3",
        indicator: null,
        nomenclature: "beges",
        oldKgCo2e: decimal("50"),
        newKgCo2e: decimal("40"),
        oldFactor: null,
        newFactor: null,
        oldProvisional: true,
        newProvisional: false,
        reason: "total",
        by: "operator",
        at: spring.at,
      },
      expect.objectContaining({
        indicator: "electricite",
        oldFactor: "elec-2025@1",
        newFactor: "elec-2026@1",
        reason: "finalised",
      }),
    ]);
  });

  it("a corrected version of a factor in use restates its quarters, and only what came since is listed", async () => {
    await importFactors(store.db, [perKwh("elec-2026", "0.03")], { ...summer, confirmed: false });
    expect(await told(store, "2027-06-01T00:00:00Z")).toEqual([
      "2026-T3 - 40 -> 30 total",
      "2026-T3 electricite 40 -> 30 factor_version",
      "2027-T2 - 40 -> 30 total",
      "2027-T2 electricite 40 -> 30 factor_version",
    ]);
    expect(await told(store, summer.at)).toHaveLength(4);
    expect(await told(store, "2027-07-01T10:00:00.001Z")).toEqual([]);
  });

  it("every old result can be made again from the versions it names", async () => {
    for (const each of await restatementsSince(store.db, "2000-01-01T00:00:00Z")) {
      if (each.indicator === null) continue;
      const [id = "", version] = each.oldFactor?.split("@") ?? [];
      const factor = (await factorVersions(store.db, id)).find((one) => one.version === Number(version));
      expect(decimalText(decimal("1000").times(factor?.printedTotal ?? 0))).toBe(each.oldKgCo2e?.toFixed());
    }
  });

  it.each(["update restatement set new_kgco2e = 1", "delete from restatement", "truncate restatement"])(
    "the database refuses: %s",
    async (statement) => {
      const error: unknown = await sql
        .raw(statement)
        .execute(store.db)
        .then(
          () => null,
          (reason: unknown) => reason,
        );
      expect(codeOf(error)).toBe("23001");
      expect(await told(store, "2000-01-01T00:00:00Z")).toHaveLength(6);
    },
  );
});
