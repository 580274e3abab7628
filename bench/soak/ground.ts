import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Temporal } from "temporal-polyfill";
import type { Absence } from "../../src/domain/absence.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { addAbsence } from "../../src/store/absences.ts";
import { applyPlan, nothingKnown, readPlan } from "../../src/store/apply-plan.ts";
import { openStore, type Store } from "../../src/store/database.ts";
import { personByEmail } from "../../src/store/people.ts";
import { seasonPlan } from "./plan.ts";

/** The database of a season: a PostgreSQL of that URL, or an embedded one when there is none. */
export type Ground = {
  readonly plan: Plan;
  readonly where: { readonly databaseUrl?: string; readonly dataFolder: string };
  /** Does something on the database: on the embedded one, no replica may run meanwhile. */
  readonly withStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

async function opened(where: Ground["where"]): Promise<Store> {
  const store = await openStore({ ...where, lockWaitMs: 20_000 });
  if (!store.ok) throw new Error("the database is busy");
  return store.value;
}

async function record(store: Store, plan: Plan, absences: readonly Absence[]): Promise<void> {
  const at = "2025-12-15T09:00:00.000Z";
  await applyPlan(store.db, { plan, factors: [] }, { by: "season", at, dryRun: false });
  const idOf = async (email: string) => (await personByEmail(store.db, email))?.id ?? "";
  for (const { person, from, to, delegate } of absences) {
    const delegateId = delegate === null ? null : await idOf(delegate);
    const personId = await idOf(person);
    const days = { from: from.toString(), to: to.toString() };
    await store.db.transaction().execute((trx) => addAbsence(trx, { personId, ...days, delegateId, at }));
  }
}

async function planIn(folder: string): Promise<Plan> {
  const path = join(folder, "plan.yaml");
  await writeFile(path, seasonPlan());
  const factors = fileURLToPath(new URL("../../plan/emission-factors.csv", import.meta.url));
  await cp(factors, join(folder, "emission-factors.csv"));
  const reading = await readPlan(path, nothingKnown);
  if (!reading.ok) throw new Error("the season's plan is broken");
  return reading.value.plan;
}

/** A new database that holds the season's plan and absences. */
export async function groundOf(
  databaseUrl: string | undefined,
  absences: readonly Absence[],
): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), "cairn-soak-"));
  const plan = await planIn(folder);
  const where = { ...(databaseUrl === undefined ? {} : { databaseUrl }), dataFolder: join(folder, "data") };
  const lasting = databaseUrl === undefined ? null : await opened(where);
  const withStore: Ground["withStore"] = async (work) => {
    const store = lasting ?? (await opened(where));
    try {
      return await work(store);
    } finally {
      if (lasting === null) await store.close();
    }
  };
  await withStore((store) => record(store, plan, absences));
  const close = async () => {
    await lasting?.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { plan, where, withStore, close };
}

/** The absences of the season: with a stand-in, without one, and of a referent. */
export const seasonAbsences: readonly Absence[] = [
  ["o03", "2026-01-05", "2026-01-16", "o04"],
  ["o05", "2026-01-01", "2026-01-30", null],
  ["o11", "2026-04-10", "2026-04-24", "o12"],
  ["technique", "2026-07-13", "2026-07-24", null],
  ["o20", "2026-10-14", "2026-10-15", "o21"],
].map(([person, from, to, delegate]) => ({
  person: `${person}@cluster.example`,
  from: Temporal.PlainDate.from(String(from)),
  to: Temporal.PlainDate.from(String(to)),
  delegate: delegate === null ? null : `${delegate}@cluster.example`,
}));
