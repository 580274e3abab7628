import { describe, expect, it, onTestFinished } from "vitest";
import { cairnOn } from "../../src/commands/cairn.ts";
import { applyPlan } from "../../src/store/apply-plan.ts";
import { collection } from "../support/collection.ts";
import { engines, freshStore } from "../support/databases.ts";

describe.each(engines)("a plan that names no first quarter, on %s", (engine) => {
  it("owes figures from the last quarter ended at its installation, whatever is applied later", async () => {
    const store = await freshStore(engine);
    onTestFinished(() => store.close());
    const plan = { ...collection, collectFrom: null };
    const apply = (name: string, at: string) =>
      applyPlan(store.db, { plan: { ...plan, name }, factors: [] }, { by: "test", at, dryRun: false });
    // 30 June at 23:30 in Paris, then the next year.
    await apply("Premier", "2026-06-30T21:30:00.000Z");
    await apply("Second", "2027-06-30T08:00:00.000Z");
    const inForce = await cairnOn(store.db, "fr").plan();
    expect({ name: inForce.name, collectFrom: inForce.collectFrom }).toEqual({
      name: "Second",
      collectFrom: "2026-T1",
    });
  });
});
