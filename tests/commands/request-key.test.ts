import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handle } from "../../src/commands/handle.ts";
import { forgetOldEvents } from "../../src/commands/once.ts";
import type { Reply } from "../../src/commands/request.ts";
import { allEntries, verifyEntries } from "../../src/store/entries.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";

const now = Temporal.Instant.from("2026-11-24T09:00:00Z");

describe.each(engines)("one request delivered again on %s", (engine) => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  const deliver = (key: string, line: string, as = "technique"): Promise<Reply> =>
    handle(test.cairn, { email: `${as}@cluster.example`, line, now, platform: "slack", key });
  const figures = async () =>
    (await allEntries(test.store.db)).map(({ indicator, period, revision, kind, value }) =>
      [indicator, period, revision, kind, value?.toString() ?? null].join(" "),
    );

  it.each([
    ["saisir", "/saisir gaz 1200 kWh T3", "gaz 2026-T3 1 submit 1200"],
    ["corriger", "/cairn corriger gaz T3 1300 kWh relevé relu", "gaz 2026-T3 2 correct 1300"],
    ["annuler", "/cairn annuler gaz T3 compteur en panne", "gaz 2026-T3 3 cancel "],
  ])("%s is written once, and answered with the same receipt", async (verb, line, written) => {
    const before = await figures();
    const first = await deliver(`key of ${verb}`, line);
    expect(first.ok).toBe(true);
    expect(await figures()).toEqual([...before, written]);
    expect(await deliver(`key of ${verb}`, line)).toEqual(first);
    expect(await figures()).toEqual([...before, written]);
  });

  it("keeps its receipt, whatever was written since", async () => {
    const first = await deliver("early", "/saisir eau 10 m3 T2");
    await deliver("late", "/cairn corriger eau T2 12 m3 fuite");
    const before = await figures();
    expect(await deliver("early", "/saisir eau 10 m3 T2")).toEqual(first);
    expect(await figures()).toEqual(before);
  });

  it("at once, eleven times, is written once and answered alike", async () => {
    const before = await figures();
    const line = "/cairn corriger eau T2 14 m3 relevé";
    const replies = await Promise.all(Array.from({ length: 11 }, () => deliver("eleven", line)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]?.ok).toBe(true);
    expect(await figures()).toHaveLength(before.length + 1);
  });

  it("is not the request of somebody else, nor of another indicator, with its key", async () => {
    await deliver("shared key", "/saisir papier 3 kg T1", "energie");
    expect(await deliver("shared key", "/saisir electricite 4 kWh T1", "energie")).toMatchObject({
      data: { entry: { indicator: "electricite", value: 4 } },
    });
    expect(await deliver("shared key", "/saisir papier 3 kg T1")).toMatchObject({
      data: { entry: { indicator: "papier", duplicate: true } },
    });
  });

  describe("of a decision that is no figure", () => {
    const decided = async () => {
      const { db } = test.store;
      const projects = await db.selectFrom("project").select(["number", "revision", "tonnes"]).execute();
      const targets = await db.selectFrom("target").select(["subject", "rate_pct"]).execute();
      return [...projects, ...targets].map((row) => Object.values(row).join(" "));
    };

    it.each([
      ["a project", "/cairn projet Forêt de Chartreuse 12 t 300 € en 2026", "1 1 12"],
      ["what completes it", "/cairn projet Forêt de Chartreuse 12 t 300 € en 2026 VCS", "1 2 12"],
      ["its withdrawal", "/cairn projet retirer 1 doublon", "1 3 "],
      ["a target", "/cairn objectif ges 2026 5 %", "ges 5"],
    ])("%s is written once, and answered alike, whatever was written since", async (what, line, written) => {
      const before = await decided();
      const first = await deliver(what, line);
      expect(first).toMatchObject({ ok: true });
      expect(await deliver(what, line)).toEqual(first);
      expect((await decided()).sort()).toEqual([...before, written].sort());
    });

    it("a project taken off since is not recorded again, nor a target that another took the place of", async () => {
      await deliver("other target", "/cairn objectif ges 2026 6 %");
      const before = await decided();
      expect(
        await deliver("a project", "/cairn projet Forêt de Chartreuse 12 t 300 € en 2026"),
      ).toMatchObject({ ok: true, data: { project: { number: 1, withdrawn: false } } });
      expect(await deliver("a target", "/cairn objectif ges 2026 5 %")).toMatchObject({ ok: true });
      expect(await decided()).toEqual(before);
    });

    it("at once, eleven times, is written once and answered alike", async () => {
      const before = await decided();
      const line = "/cairn projet Hêtraie 3 t 90 € en 2026";
      const replies = await Promise.all(Array.from({ length: 11 }, () => deliver("hêtraie", line)));
      expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
      expect(await decided()).toHaveLength(before.length + 1);
    });
  });

  it("that was refused is decided anew", async () => {
    expect(await deliver("refused", "/cairn annuler ter T1 erreur")).toMatchObject({ ok: false });
    await deliver("between", "/saisir ter 40 T1");
    expect(await deliver("refused", "/cairn annuler ter T1 erreur")).toMatchObject({ ok: true });
  });

  it("leaves the chains whole, nothing that names anybody, and is forgotten after a week", async () => {
    expect(await verifyEntries(test.store.db)).toMatchObject({ ok: true });
    const kept = () => test.store.db.selectFrom("request").selectAll().execute();
    expect(JSON.stringify(await kept())).not.toMatch(/early|@/u);
    const count = (await kept()).length;
    await forgetOldEvents(test.cairn, now.add({ hours: 24 * 6 }));
    expect(await kept()).toHaveLength(count);
    await forgetOldEvents(test.cairn, now.add({ hours: 24 * 8 }));
    expect(await kept()).toEqual([]);
  });
});
