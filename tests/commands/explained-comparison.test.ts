import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshCairn, type TestCairn } from "../support/cairn.ts";

let test: TestCairn;
beforeAll(async () => {
  test = await freshCairn("pglite");
  for (const line of [
    "/saisir electricite 1 000 kWh T1 2021",
    "/saisir electricite 800 kWh T1 2025",
    "/saisir electricite 900 kWh T1 2026",
    "/saisir eau 20 m3 T1 2021",
    "/saisir eau 15 m3 T1 2026",
    "/saisir dechets-verre 40 kg T1 2021",
    "/saisir dechets-verre 30 kg T1 2026",
    "/saisir dechets-residuels 60 kg T1 2021",
    "/saisir dechets-residuels 30 kg T1 2026",
    "/saisir formations 4 T1 2021",
    "/saisir formations 6 T1 2026",
    "/saisir train 500 km T1 2026",
  ]) {
    expect(await test.say(line)).toMatchObject({ ok: true });
  }
});
afterAll(() => test.store.close());

describe("pourquoi opens the comparison", () => {
  type Opened = { data: { explanation: { value: number; comparison: Record<string, unknown> | null } } };
  const opened = async (line: string) => ((await test.say(line)) as Opened).data.explanation;

  it("by indicator, with both activities, both factors and both effects", async () => {
    const { value, comparison } = await opened("/cairn pourquoi ges 2026-T1");
    // With the train, which was not there in 2021.
    expect(value).toBe(71.395);
    expect(comparison).toMatchObject({
      against: "baseline",
      baseline: { period: "2021-T1", value: 102.54 },
      actual: 69.93,
      value: -32.61,
      unit: "kgCO2e",
      activityEffect: -22.35,
      factorEffect: -10.26,
      leftOut: [{ indicator: "train", period: "2026-T1", side: "actual" }],
    });
    expect(comparison?.["steps"]).toContainEqual({
      indicator: "electricite",
      unit: "kWh",
      a0: 1000,
      f0: 0.0569,
      a1: 900,
      f1: 0.0461,
      formula: expect.stringContaining("/ 2"),
      activityEffect: -5.15,
      factorEffect: -10.26,
      result: -15.41,
    });
  });

  it("of an indicator, in what its explanation is given in", async () => {
    expect(
      (await opened("/cairn pourquoi electricite 2026-T1 contre l'an dernier")).comparison,
    ).toMatchObject({
      against: "previous_year",
      unit: "kgCO2e",
      steps: [{ indicator: "electricite", a0: 800, f0: 0.0461, a1: 900, f1: 0.0461, factorEffect: 0 }],
    });
    expect((await opened("/cairn pourquoi formations 2026-T1")).comparison).toMatchObject({
      unit: "unité",
      value: 2,
      steps: [{ a0: 4, f0: null, a1: 6, f1: null, activityEffect: 2, factorEffect: 0 }],
    });
    expect((await opened("/cairn pourquoi dechets 2026-T1")).comparison).toMatchObject({
      unit: "kg",
      value: -40,
    });
  });

  it("of the reference with itself is none", async () => {
    expect((await opened("/cairn pourquoi ges 2021-T1")).comparison).toBeNull();
  });
});
