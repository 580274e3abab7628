import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import type { Store } from "../../src/store/database.ts";
import {
  addFactorVersion,
  addFactorVersions,
  currentFactors,
  type UnversionedFactor,
} from "../../src/store/factors.ts";
import { engines, freshStore } from "../support/databases.ts";
import { newFactor } from "../support/factors.ts";

const full = newFactor({
  id: "full",
  parts: {
    combustion: decimal("1"),
    upstream: decimal("-0.000000000000000000000000000001"),
    losses: decimal("3"),
    manufacture: decimal("4"),
    contrails: decimal("5"),
    use: decimal("6"),
  },
  co2Biogenic: decimal("123456789012345678901234567890.5"),
  nonKyoto: true,
  validTo: "31/12/2026",
  note: "provisoire",
});

const bare = newFactor({
  id: "bare",
  parts: {},
  uncertaintyPct: null,
  gwpBasis: null,
  validFrom: null,
});

const changes: [string, Partial<UnversionedFactor>][] = [
  ["nameFr", { nameFr: "Électricité" }],
  ["nameEn", { nameEn: "Electricity" }],
  ["unit", { unit: "MWh" }],
  ["printedTotal", { printedTotal: decimal("0.0521") }],
  ["a part", { parts: { ...newFactor().parts, losses: decimal("0.0033") } }],
  ["a part more", { parts: { ...newFactor().parts, use: decimal("0") } }],
  ["a part less", { parts: { combustion: decimal("0.0369"), upstream: decimal("0.0119") } }],
  ["co2Biogenic", { co2Biogenic: decimal("0") }],
  ["uncertaintyPct", { uncertaintyPct: null }],
  ["nonKyoto", { nonKyoto: true }],
  ["gwpBasis", { gwpBasis: "AR6" }],
  ["validFrom", { validFrom: null }],
  ["validTo", { validTo: "2026" }],
  ["source", { source: "RTE" }],
  ["seenIn", { seenIn: "elsewhere" }],
  ["confidence", { confidence: "medium" }],
  ["note", { note: "" }],
];

describe.each(engines)("factors on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  const add = (...factors: UnversionedFactor[]) =>
    store.db.transaction().execute((trx) => addFactorVersions(trx, factors));
  const current = async (id: string) => (await currentFactors(store.db)).get(id);

  it.each([
    ["with everything", full],
    ["with the least", bare],
  ])("a factor %s comes back whole, as version 1", async (_, factor) => {
    expect(await current(factor.id)).toBeUndefined();
    expect(await add(factor)).toEqual(["added"]);
    expect(await current(factor.id)).toEqual({ ...factor, version: 1 });
  });

  it("any change makes a new version, the same content none, and the latest is current", async () => {
    await add(newFactor());
    for (const [index, [, change]] of changes.entries()) {
      const changed = newFactor(change);
      expect(await store.db.transaction().execute((trx) => addFactorVersion(trx, changed))).toBe("changed");
      expect(await store.db.transaction().execute((trx) => addFactorVersion(trx, changed))).toBe("same");
      expect(await current(changed.id)).toEqual({ ...changed, version: index + 2 });
    }
  });

  it("the same number written otherwise is the same factor", async () => {
    const id = "zeros";
    expect(await add(newFactor({ id, printedTotal: decimal("0.0520") }))).toEqual(["added"]);
    expect(await add(newFactor({ id, printedTotal: decimal("0.052") }))).toEqual(["same"]);
  });

  it("a list is considered in order, repeats of an id included", async () => {
    const [heat, gas] = [newFactor({ id: "chaleur" }), newFactor({ id: "gaz" })];
    const dearer = { ...heat, printedTotal: decimal("0.06") };
    expect(await add(heat, gas, heat, dearer, gas)).toEqual(["added", "added", "same", "changed", "same"]);
    expect(await current("chaleur")).toEqual({ ...dearer, version: 2 });
    expect(await current("gaz")).toEqual({ ...gas, version: 1 });
  });

  it("a whole catalogue goes in at once", async () => {
    const catalogue = Array.from({ length: 1200 }, (_, index) => newFactor({ id: `f-${index}` }));
    expect(await add(...catalogue)).toEqual(Array(1200).fill("added"));
    expect(await add(...catalogue)).toEqual(Array(1200).fill("same"));
  });
});
