import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { digest } from "../../src/cli/digest.ts";
import { loadExample } from "../../src/cli/example.ts";
import { exportTo } from "../../src/cli/export.ts";
import type { Month } from "../../src/domain/month.ts";
import { makeDigest, postDigest } from "../../src/jobs/digest.ts";
import { drawCard } from "../../src/platforms/terminal/draw.ts";
import type { PostedDigest } from "../../src/store/digests.ts";
import { verifyEntries } from "../../src/store/entries.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";
import { suiteFolder } from "../support/folders.ts";
import { forbiddenIn } from "../support/forbidden-words.ts";
import { type ExportedWhen, secondDigest } from "../support/second-digest.ts";

/** The digests are posted in the ledger; nobody delivers them. */
const posting = { draw: drawCard, enqueue: async () => undefined };

/** Twelve months, the first business day after each at 9:00 in Paris (by a calendar), the year told and its last quarter. */
const replayed = [
  ["2025-10", "2025-11-03T08:00:00Z", 2025, 4, "2025-T3"],
  ["2025-11", "2025-12-01T08:00:00Z", 2025, 4, "2025-T3"],
  ["2025-12", "2026-01-02T08:00:00Z", 2025, 4, "2025-T4"],
  ["2026-01", "2026-02-02T08:00:00Z", 2026, 1, "2025-T4"],
  ["2026-02", "2026-03-02T08:00:00Z", 2026, 1, "2025-T4"],
  ["2026-03", "2026-04-01T07:00:00Z", 2026, 1, "2026-T1"],
  ["2026-04", "2026-05-04T07:00:00Z", 2026, 2, "2026-T1"],
  ["2026-05", "2026-06-01T07:00:00Z", 2026, 2, "2026-T1"],
  ["2026-06", "2026-07-01T07:00:00Z", 2026, 2, "2026-T2"],
  ["2026-07", "2026-08-03T07:00:00Z", 2026, 3, "2026-T2"],
  ["2026-08", "2026-09-01T07:00:00Z", 2026, 3, "2026-T2"],
  ["2026-09", "2026-10-01T07:00:00Z", 2026, 3, "2026-T3"],
] as const;

/** A digest as the contract publishes it, as far as the test looks. */
type Published = Record<"ghg" | "waste" | "resources", Record<string, unknown>> & {
  readonly postedOn: string;
  readonly movers: readonly Record<string, unknown>[];
  readonly registers: Readonly<Record<string, { readonly value: number | null }>>;
  readonly collection: Record<string, unknown>;
  readonly restatements: readonly Record<string, unknown>[];
};

function published(posted: PostedDigest): Published {
  return posted.data as Published;
}

function near(value: number | null, decimals: number) {
  return value === null ? null : expect.closeTo(value, decimals);
}

/** Digests posted month after month on the example data, with two figures corrected on the way. */
async function replay(test: TestCairn): Promise<Map<string, PostedDigest>> {
  await loadExample(test.cairn);
  await test.say("/cairn corriger electricite T1 2026 3 300 kWh relevé vérifié", {
    at: "2026-05-20T08:00:00Z",
  });
  await test.say("/cairn annuler train T2 2026 doublon", { at: "2026-08-10T08:00:00Z" });
  const posted = new Map<string, PostedDigest>();
  for (const [month, at] of replayed) {
    posted.set(month, (await postDigest(test.cairn, month, Temporal.Instant.from(at), posting)).posted);
  }
  return posted;
}

describe.each(engines)("twelve months replayed on %s", (engine) => {
  let test: TestCairn;
  let posted: Map<string, PostedDigest>;
  let exported: ExportedWhen;
  beforeAll(async () => {
    test = await freshCairn(engine);
    posted = await replay(test);
    const folder = await suiteFolder();
    const path = join(folder.path, "export.json");
    await exportTo(test.cairn, { format: "json", table: "entries", path });
    exported = JSON.parse(await readFile(path, "utf8"));
    await folder.remove();
  }, 120_000);
  afterAll(() => test.store.close());

  const digestOf = (month: string) => {
    const found = posted.get(month);
    if (found === undefined) throw new Error(`${month} was not posted`);
    return found;
  };

  it.each(replayed)(
    "%s: every figure equals a second computation from the export",
    (month, at, year, last, open) => {
      const data = published(digestOf(month));
      const second = secondDigest(exported, { year, last, at: at.replace("Z", ".000Z"), open });
      const { ghg } = second;
      expect(data).toMatchObject({
        postedOn: at.slice(0, 10),
        ghg: {
          period: { from: `${year}-T1`, to: `${year}-T${last}` },
          total: near(ghg.total, 2),
          actual: near(ghg.actual, 2),
          baseline: { value: near(ghg.baseline, 2) },
          changePct: near(ghg.changePct, 5),
          activityEffect: near(ghg.activityEffect, 2),
          factorEffect: near(ghg.factorEffect, 2),
        },
        waste: {
          total: near(second.waste.total, 2),
          changePct: near(second.waste.changePct, 5),
          waste: {
            kgPerFte: near(second.waste.kgPerFte, 2),
            sortingRatePct: near(second.waste.sortingRatePct, 5),
          },
        },
        resources: { actual: near(second.index, 5) },
        collection: { period: open, received: second.received, expected: 27 },
      });
      expect(data.ghg["coverage"]).toMatchObject({ missing: { length: second.ghgMissing } });
      expect(data.movers).toEqual(
        second.movers.map(({ indicator, change, opinion }) => ({
          ...{ indicator, unit: "kgCO2e", why: expect.any(String), change: near(change, 2) },
          activityEffect: near(opinion.activityEffect, 2),
          factorEffect: near(opinion.factorEffect, 2),
        })),
      );
      expect(
        Object.fromEntries(Object.entries(data.registers).map(([slug, { value }]) => [slug, value])),
      ).toEqual(second.registers);
    },
  );

  it("a correction is told once, in the digest that follows it", () => {
    const told = replayed.flatMap(([month]) =>
      published(digestOf(month)).restatements.map((each) => ({ month, ...each })),
    );
    expect(told).toEqual([
      {
        ...{ month: "2026-05", what: "figure", indicator: "electricite", period: "2026-T1" },
        ...{ old: 3260.1, new: 3300, unit: "kWh", reason: "relevé vérifié" },
      },
      {
        ...{ month: "2026-08", what: "figure", indicator: "train", period: "2026-T2" },
        ...{ old: expect.any(Number), new: null, unit: "passager.km", reason: "doublon" },
      },
    ]);
  });

  it.each(replayed.map(([month, at]) => [month, at] as const))(
    "%s says no forbidden word, in French or English",
    async (month, at) => {
      expect(forbiddenIn(digestOf(month).text)).toEqual([]);
      const english = await makeDigest({ ...test.cairn, language: "en" }, month, Temporal.Instant.from(at));
      expect(forbiddenIn(drawCard(english.card) + JSON.stringify(english.data))).toEqual([]);
    },
  );

  it("names nobody: a posted digest is kept for good", () => {
    const said = JSON.stringify([...posted.values()].map(({ data, text }) => [data, text]));
    expect(said).not.toMatch(/Référente?|Responsable|@cluster/u);
  });

  const ask = (month: Month, at: string, options: { post?: boolean; recompute?: boolean } = {}) =>
    digest(test, {
      ...{ month, at: Temporal.Instant.from(at), post: false, recompute: false, chart: null },
      ...options,
    });

  it("a posted digest is what it was, after later corrections; what differs is said beside it", async () => {
    const before = digestOf("2026-09");
    await test.say("/cairn corriger gaz T1 2026 8000 index relu", { at: "2026-10-20T08:00:00Z" });
    const asked = await ask("2026-09", "2026-10-21T08:00:00Z");
    expect(asked.json).toMatchObject({
      ...published(before),
      text: before.text,
      frozen: {
        postedAt: "2026-10-01T07:00:00.000Z",
        differences: expect.arrayContaining([
          { subject: "dechets", field: "total", unit: "kg", was: 445.5, now: 555.3 },
        ]),
      },
    });
    expect(asked.text.startsWith(before.text)).toBe(true);
    expect(asked.text).toMatch(
      /\n\nTel que posté le 1 octobre 2026 à 09:00\. Depuis, ses totaux ont changé :\n• /u,
    );
    // Asked for the past, or to compute again, it is not the frozen copy.
    const recomputed = await ask("2026-09", "2026-10-21T08:00:00Z", { recompute: true });
    expect(recomputed.json).toMatchObject({
      frozen: null,
      restatements: expect.arrayContaining([expect.objectContaining({ indicator: "gaz", new: 8000 })]),
    });
    const sooner = await ask("2026-09", "2026-09-30T08:00:00Z");
    expect(sooner.json).toMatchObject({ frozen: null });
  });

  it("posted again, it posts nothing, and gives the frozen copy", async () => {
    const count = async () => {
      const { digests, messages } = await test.store.db
        .selectNoFrom((select) => [
          select.selectFrom("digest").select(select.fn.countAll<string>().as("n")).as("digests"),
          select
            .selectFrom("message")
            .where("kind", "=", "digest")
            .select(select.fn.countAll<string>().as("n"))
            .as("messages"),
        ])
        .executeTakeFirstOrThrow();
      return [Number(digests), Number(messages)];
    };
    expect(await count()).toEqual([12, 12]);
    const again = await postDigest(
      test.cairn,
      "2026-09",
      Temporal.Instant.from("2026-11-02T08:00:00Z"),
      posting,
    );
    expect(again).toEqual({ isNew: false, posted: digestOf("2026-09") });
    expect(await ask("2026-08", "2026-11-02T08:00:00Z", { post: true })).toMatchObject({
      status: 0,
      json: { text: digestOf("2026-08").text },
    });
    expect(await count()).toEqual([12, 12]);
    const days = await test.store.db.selectFrom("message").select("day").orderBy("day").execute();
    expect(days.map(({ day }) => day)).toEqual(replayed.map(([, at]) => at.slice(0, 10)));
  });

  it.each([
    ["a month that has not begun", "2026-12", "2026-11-30T22:59:59Z", false, { month: "2026-12" }],
    [
      "posting before its hour",
      "2026-10",
      "2026-11-02T07:59:59Z",
      true,
      { month: "2026-10", postedOn: "2026-11-02" },
    ],
  ] as const)("%s is refused, and nothing is kept", async (_, month, at, post, data) => {
    expect(await ask(month, at, { post })).toMatchObject({
      status: 1,
      json: { ok: false, command: "digest", error: { code: "future_period", data } },
    });
    expect(await ask(month, "2026-12-01T08:00:00Z")).toMatchObject({ json: { frozen: null } });
  });

  it("its chains are whole, and go through the heads it kept", async () => {
    expect(await verifyEntries(test.store.db)).toMatchObject({ ok: true, broken: null });
  });
});
