import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import type { NewTarget } from "../../src/domain/target.ts";
import type { Store } from "../../src/store/database.ts";
import { codeOf } from "../../src/store/errors.ts";
import { allTargets, setTarget } from "../../src/store/targets.ts";
import { engines, freshStore } from "../support/databases.ts";

const rate: NewTarget = {
  subject: "ges",
  year: 2026,
  rule: { kind: "rate", ratePct: decimal("4.25") },
  personId: "p1",
  reason: "vote\0 du conseil",
  at: "2026-01-05T08:00:00.123Z",
};
const tonnes: NewTarget = {
  ...rate,
  rule: { kind: "value", value: decimal("12000.000000000000000000000000000001"), unit: "kgCO2e" },
  reason: null,
};

describe.each(engines)("targets on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  const set = (target: NewTarget) => store.db.transaction().execute((trx) => setTarget(trx, target, null));

  it("are kept as set, in order; the rule already in place is not set again", async () => {
    const first = await set(rate);
    expect(first).toEqual({ ...rate, id: first.id, reason: "vote\uFFFD du conseil" });
    expect(
      await set({
        ...rate,
        rule: { kind: "rate", ratePct: decimal("4.250") },
        at: "2026-02-01T00:00:00.000Z",
      }),
    ).toEqual(first);
    const second = await set(tonnes);
    const third = await set(rate);
    expect(await allTargets(store.db)).toEqual([first, second, third]);
    expect([second, third]).toEqual([
      { ...tonnes, id: second.id },
      { ...first, id: third.id },
    ]);
    expect(first.id < second.id && second.id < third.id).toBe(true);
  });

  it("the same line sent twenty times at once sets one target", async () => {
    const again = { ...rate, subject: "dechets" };
    await Promise.all(Array.from({ length: 20 }, () => set(again)));
    expect((await allTargets(store.db)).filter(({ subject }) => subject === "dechets")).toHaveLength(1);
  });

  describe.each(["origin", "replica"])("with session_replication_role = %s", (role) => {
    it.each(["update target set year = 2027", "delete from target", "truncate target"])(
      "refuse: %s",
      async (statement) => {
        const before = await allTargets(store.db);
        const refused: unknown = await store.db
          .transaction()
          .execute(async (trx) => {
            await sql`set local session_replication_role = ${sql.lit(role)}`.execute(trx);
            await sql.raw(statement).execute(trx);
          })
          .catch((reason: unknown) => reason);
        expect(codeOf(refused)).toBe("23001");
        expect(await allTargets(store.db)).toEqual(before);
      },
    );
  });

  it.each([
    ["neither a rate nor a value", { rate_pct: null }],
    ["both", { value: "1", unit: "kg" }],
    ["a value without a unit", { rate_pct: null, value: "1" }],
    ["a rate above 100 %", { rate_pct: "100.1" }],
    ["a negative rate", { rate_pct: "-1" }],
    ["an infinite value", { rate_pct: null, value: "Infinity", unit: "kg" }],
    ["a year of another age", { year: 1789 }],
  ])("refuse %s", async (_, changes) => {
    const sound = { subject: "x", year: 2026, rate_pct: "4", person_id: "p", at: "2026-01-05T08:00:00Z" };
    const row: Record<string, unknown> = { ...sound, ...changes };
    const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
    const insert = sql`insert into target (${columns}) values (${sql.join(Object.values(row))})`;
    await expect(insert.execute(store.db)).rejects.toMatchObject({ code: "23514" });
  });
});
