import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../src/store/database.ts";
import { codeOf } from "../../src/store/errors.ts";
import { addFactorVersion } from "../../src/store/factors.ts";
import { appendQuestionEvent } from "../../src/store/human-questions.ts";
import { savePlan } from "../../src/store/plans.ts";
import { engines, freshStore } from "../support/databases.ts";
import { record } from "../support/entries.ts";
import { newFactor } from "../support/factors.ts";

const restrictViolation = "23001";

const attempts = [
  ["entry", "update entry set value = 1"],
  ["entry", "update entry set note = 'x' where revision = 1"],
  ["entry", "delete from entry"],
  ["entry", "truncate entry"],
  [
    "entry",
    "insert into entry select * from entry on conflict (indicator, period, revision) do update set value = 1",
  ],
  ["factor", "update factor set printed_total = 1"],
  ["factor", "delete from factor"],
  ["factor", "truncate factor"],
  ["plan_version", "update plan_version set content = '{}'"],
  ["plan_version", "delete from plan_version"],
  ["plan_version", "truncate plan_version"],
  ["human_question_event", "update human_question_event set text = 'x'"],
  ["human_question_event", "delete from human_question_event"],
  ["human_question_event", "truncate human_question_event"],
] as const;

describe.each(engines)("append-only tables on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
    await record(store);
    await store.db.transaction().execute(async (trx) => {
      await addFactorVersion(trx, newFactor());
      await savePlan(trx, {
        content: { name: "plan" },
        digest: "d1",
        by: "operator",
        at: "2026-10-01T00:00:00Z",
      });
      const asked = { number: 1, position: 1, kind: "asked", text: "Où est le compteur ?" } as const;
      const facts = { personId: "p1", platform: "terminal", at: "2026-10-01T00:00:00.000Z" };
      const id = "7f1a3f0e-0000-4000-8000-000000000000";
      await appendQuestionEvent(trx, { id, ...asked, ...facts }, null);
    });
  });
  afterAll(() => store.close());

  const rowsOf = async (table: string) => {
    const { rows } = await sql`select * from ${sql.table(table)}`.execute(store.db);
    return rows;
  };

  describe.each(["origin", "replica", "local"])("with session_replication_role = %s", (role) => {
    it.each(attempts)("%s refuses: %s", async (table, statement) => {
      const before = await rowsOf(table);
      const refused = store.db.transaction().execute(async (trx) => {
        await sql`set local session_replication_role = ${sql.lit(role)}`.execute(trx);
        await sql.raw(statement).execute(trx);
      });
      const error: unknown = await refused.then(
        () => null,
        (reason: unknown) => reason,
      );
      expect({ code: codeOf(error), message: String(error) }).toEqual({
        code: restrictViolation,
        message: expect.stringMatching(
          new RegExp(`append-only / ajout seul: (UPDATE|DELETE|TRUNCATE) ${table}$`),
        ),
      });
      expect(await rowsOf(table)).toEqual(before);
      expect(before).toHaveLength(1);
    });
  });
});

const impossible = [
  ["a revision of 0", { revision: 0 }],
  ["a position of 0", { position: 0 }],
  ["a period that is neither a quarter nor a year", { period: "2026-T5" }],
  ["a period followed by anything", { period: "2026-T1 " }],
  ["a negative value", { value: "-1" }],
  ["a value that is not a number", { value: "NaN" }],
  ["an infinite value", { value: "Infinity" }],
  ["an unknown kind", { kind: "guess" }],
  ["no value without a withdrawal", { value: null }],
  ["a withdrawal with a value", { kind: "cancel", reason: "doublon" }],
  ["a withdrawal without a reason", { kind: "cancel", value: null }],
  ["a correction without a reason", { kind: "correct" }],
  ["a hash that is not 64 hex digits", { hash: "A".repeat(64) }],
  ["a previous hash on a first entry", { previous_hash: "0".repeat(64) }],
  ["no previous hash on a later entry", { position: 2 }],
] as const;

describe.each(engines)("rows that cannot be, on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  const sound = {
    indicator: "eau",
    period: "2026-T1",
    revision: 1,
    position: 1,
    value: "1",
    unit: "m3",
    typed: "1",
    kind: "submit",
    person_id: "p",
    platform: "terminal",
    at: "2026-04-01T00:00:00Z",
    hash: "0".repeat(64),
  };
  const insert = (row: object) => {
    const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
    return sql`insert into entry (${columns}) values (${sql.join(Object.values(row))})`.execute(store.db);
  };

  it.each(impossible)("%s is refused", async (_, changes) => {
    await expect(insert({ ...sound, ...changes })).rejects.toMatchObject({ code: "23514" });
  });

  it("what is refused above is refused for that reason alone: the sound row goes in", async () => {
    await insert(sound);
    await expect(insert(sound)).rejects.toMatchObject({ code: "23505" });
    await expect(insert({ ...sound, revision: 2 })).rejects.toMatchObject({ code: "23505" });
  });

  it("a factor's numbers are finite", async () => {
    await store.db.transaction().execute((trx) => addFactorVersion(trx, newFactor()));
    const copy = sql`insert into factor select 'x', version, name_fr, name_en, unit, 'NaN', part_combustion,
      part_upstream, part_losses, part_manufacture, part_contrails, part_use, co2_biogenic, uncertainty_pct,
      non_kyoto, gwp_basis, valid_from, valid_to, source, seen_in, confidence, note from factor`;
    await expect(copy.execute(store.db)).rejects.toMatchObject({ code: "23514" });
  });
});
