import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decimal, decimalText } from "../../src/domain/decimal.ts";
import type { UnversionedFactor } from "../../src/domain/factor.ts";
import { applyPlan } from "../../src/store/apply-plan.ts";
import type { Store } from "../../src/store/database.ts";
import { factorVersions } from "../../src/store/factors.ts";
import { importFactors } from "../../src/store/import-factors.ts";
import { emission, indicator, planOf } from "../support/build.ts";
import { engines, freshStore } from "../support/databases.ts";
import { newFactor } from "../support/factors.ts";

const importing = { by: "operator", at: "2026-11-24T09:00:00.000Z", confirmed: false, dryRun: false };
const gas = (changes: Partial<UnversionedFactor> = {}) =>
  newFactor({ id: "gaz", unit: "kWh PCS", printedTotal: decimal("0.215"), parts: {}, ...changes });

describe.each(engines)("factors imported, on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
    const heating = indicator("gaz", { unit: "kWh PCS", emission: emission("gaz") });
    await applyPlan(store.db, { plan: planOf(heating), factors: [gas()] }, importing);
  });
  afterAll(() => store.close());

  const totals = async (id: string) => {
    return (await factorVersions(store.db, id)).map(({ printedTotal }) => decimalText(printedTotal));
  };

  it("all or none: one suspect factor keeps the others out", async () => {
    const both = [newFactor({ id: "eau", unit: "m3" }), gas({ printedTotal: decimal("2.15") })];
    const refused = await importFactors(store.db, both, importing);
    expect(refused).toMatchObject({ stopped: true, suspicions: [{ id: "gaz", code: "magnitude" }] });
    expect([await totals("eau"), await totals("gaz")]).toEqual([[], ["0.215"]]);
  });

  it("a suspect factor goes in once confirmed, as a new version beside the old", async () => {
    const confirmed = { ...importing, confirmed: true };
    const done = await importFactors(store.db, [gas({ printedTotal: decimal("2.15") })], confirmed);
    expect(done).toMatchObject({ stopped: false, same: 0, suspicions: [{ code: "magnitude" }] });
    expect(await totals("gaz")).toEqual(["0.215", "2.15"]);
  });

  it("the same file again changes nothing", async () => {
    const again = await importFactors(store.db, [gas({ printedTotal: decimal("2.150") })], importing);
    expect(again).toMatchObject({ stopped: false, same: 1, changes: [], suspicions: [], restatements: [] });
    expect(await totals("gaz")).toEqual(["0.215", "2.15"]);
  });

  it("a rehearsal tells before and after, the name of another use included, and records nothing", async () => {
    const rehearsal = { ...importing, dryRun: true };
    const renamed = gas({ nameFr: "Gaz, usage chauffage", printedTotal: decimal("2.15") });
    const told = await importFactors(store.db, [renamed], rehearsal);
    expect(told.stopped).toBe(false);
    expect(told.changes).toMatchObject([
      { before: { version: 2, nameFr: "Électricité, mix moyen" }, after: { nameFr: "Gaz, usage chauffage" } },
    ]);
    expect(await totals("gaz")).toEqual(["0.215", "2.15"]);
  });

  it("a unit that an indicator of the plan cannot use is refused, confirmed or not", async () => {
    const perM3 = gas({ unit: "m3", printedTotal: decimal("2.32") });
    const refused = await importFactors(store.db, [perM3], { ...importing, confirmed: true });
    expect(refused).toMatchObject({
      stopped: true,
      unusable: [{ id: "gaz", indicator: "gaz", unit: "m3", indicatorUnit: "kWh PCS" }],
    });
    expect(await totals("gaz")).toEqual(["0.215", "2.15"]);
  });
});
