import { fileURLToPath } from "node:url";
import { Temporal } from "temporal-polyfill";
import { cairnOn } from "../../src/commands/cairn.ts";
import { handle } from "../../src/commands/handle.ts";
import type { JsonObject } from "../../src/commands/json.ts";
import type { Cairn, Reply } from "../../src/commands/request.ts";
import { replyJson } from "../../src/platforms/terminal/reply.ts";
import { applyPlan, nothingKnown, readPlan } from "../../src/store/apply-plan.ts";
import type { Store } from "../../src/store/database.ts";
import { type Engine, freshStore } from "./databases.ts";

/** The plan that Cairn comes with. */
export const shippedPlan = fileURLToPath(new URL("../../plan/cluster-montagne.yaml", import.meta.url));

/** Cairn on a new database that holds the shipped plan and no figure. */
export type TestCairn = {
  readonly store: Store;
  readonly cairn: Cairn;
  /** Says a line as somebody of the example roster ("energie"), at an instant, and gives the reply. */
  readonly reply: (line: string, said?: Said) => Promise<Reply>;
  /** The same as the contract's JSON. */
  readonly say: (line: string, said?: Said) => Promise<JsonObject>;
};

/** Who speaks, and when: the technical referent on a November morning of 2026, unless said. */
export type Said = { readonly as?: string; readonly at?: string };

/** Puts the shipped plan in force on a new database. */
export async function applyShippedPlan({ db }: Pick<Store, "db">): Promise<void> {
  const reading = await readPlan(shippedPlan, nothingKnown);
  if (!reading.ok) throw new Error("The shipped plan is broken.");
  await applyPlan(db, reading.value, { by: "test", at: "2026-01-01T00:00:00.000Z", dryRun: false });
}

/** A new database of that engine with the shipped plan. */
export async function freshCairn(engine: Engine): Promise<TestCairn> {
  const store = await freshStore(engine);
  await applyShippedPlan(store);
  const cairn = cairnOn(store.db, "fr");
  const reply: TestCairn["reply"] = (line, { as = "technique", at = "2026-11-24T09:00:00Z" } = {}) => {
    const email = as.includes("@") || as === "" ? as : `${as}@cluster.example`;
    return handle(cairn, { email, line, now: Temporal.Instant.from(at), platform: "terminal" });
  };
  return { store, cairn, reply, say: async (line, said) => replyJson(await reply(line, said)) };
}
