import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadExample } from "../../src/cli/example.ts";
import { exportTo } from "../../src/cli/export.ts";
import { recordedNow } from "../../src/commands/avancement.ts";
import { progressJson } from "../../src/commands/progress-json.ts";
import type { Quarter } from "../../src/domain/period.ts";
import { computeProgress } from "../../src/domain/progress.ts";
import { quarter } from "../../src/domain/quarter.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { suiteFolder } from "../support/folders.ts";
import { type Asked, type Exported, type Opinion, secondOpinion } from "../support/second-opinion.ts";

type Against = Asked["against"];

let test: TestCairn;
let exported: Exported;
let recorded: Awaited<ReturnType<typeof recordedNow>>;
let folder: Awaited<ReturnType<typeof suiteFolder>>;
beforeAll(async () => {
  test = await freshCairn("pglite");
  await loadExample(test.cairn);
  // Withdrawn, corrected and zero figures count as they stand.
  await test.say("/cairn annuler train T2 2026 doublon");
  await test.say("/cairn corriger electricite T1 2026 3 300 kWh relevé vérifié");
  await test.say("/cairn corriger avion T2 2026 0 passager.km erreur confirmer");
  folder = await suiteFolder();
  const path = join(folder.path, "export.json");
  await exportTo(test.cairn, { format: "json", table: "entries", path });
  exported = JSON.parse(await readFile(path, "utf8")) as Exported;
  recorded = await recordedNow({ db: test.store.db, plan: await test.cairn.plan(), current: "2026-T4" });
});
afterAll(async () => {
  await test.store.close();
  await folder.remove();
});

type Case = { readonly from: Quarter; readonly to: Quarter; readonly against: Against };

const spans = [2021, 2022, 2023, 2024, 2025, 2026].flatMap((year): Pick<Case, "from" | "to">[] => [
  ...([1, 2, 3] as const).map((number) => ({ from: quarter(year, number), to: quarter(year, number) })),
  ...([2, 3, 4] as const).map((number) => ({ from: quarter(year, 1), to: quarter(year, number) })),
]);
const againsts: readonly Against[] = ["baseline", "previous_year", "previous_quarter"];
const cases = spans.flatMap((span) => againsts.map((against): Case => ({ ...span, against })));

function opinionOn(asked: Case) {
  return secondOpinion(exported, {
    ...asked,
    referenceYear: 2021,
    spreadOver: { "materiel-informatique": 5 },
  });
}

/** The JSON gives grams, and per cent to the millionth; null stays null. */
function published({ actual, baseline, changePct, activityEffect, factorEffect, total }: Opinion) {
  const within = (value: number | null, decimals: number) =>
    value === null ? null : expect.closeTo(value, decimals);
  return {
    actual: within(actual, 2),
    baseline: expect.objectContaining({ value: within(baseline, 2) }),
    changePct: within(changePct, 5),
    activityEffect: within(activityEffect, 2),
    factorEffect: within(factorEffect, 2),
    total: within(total, 2),
  };
}

describe("the example data give the same progress by a second computation from the export", () => {
  it.each(cases)("$from to $to against $against", ({ from, to, against }) => {
    const progress = computeProgress({ ...recorded, subject: "ges", span: { from, to }, against });
    const opinion = opinionOn({ from, to, against });
    expect(progressJson(progress, () => null)).toMatchObject(published(opinion));
    const { actual, baseline, activityEffect, factorEffect } = progress.comparison;
    const exact = [actual, baseline, activityEffect, factorEffect].map((value) =>
      Number(value?.toFixed() ?? "0"),
    );
    const second = [opinion.actual, opinion.baseline, opinion.activityEffect, opinion.factorEffect];
    for (const [index, value] of exact.entries()) expect(value).toBeCloseTo(second[index] ?? 0, 6);
  });

  it("and the chat line says it", async () => {
    const opinion = opinionOn({ from: "2026-T1", to: "2026-T4", against: "previous_year" });
    const reply = await test.say("/cairn avancement ges contre l’an dernier");
    expect(reply).toMatchObject({ data: { progress: published(opinion) } });
  });

  it("and there is something to say of nearly all of them", () => {
    expect(cases.filter((asked) => opinionOn(asked).compared > 0).length).toBeGreaterThan(90);
  });
});
