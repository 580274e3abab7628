import { openStore, type StoreOptions } from "../../src/store/database.ts";
import { record } from "./entries.ts";

/**
 * Another process on a store, driven by a test. Its first argument is JSON: where the store is, and
 * how many entries to record once open. It says each step on a line, "open" when done, and closes the
 * store when its standard input ends.
 */
export type ChildOrders = Pick<StoreOptions, "databaseUrl" | "dataFolder" | "lockWaitMs"> & {
  readonly entries?: number;
};

const orders: ChildOrders = JSON.parse(process.argv[2] ?? "");
const opened = await openStore({ ...orders, onProgress: (step) => console.log(step) });
if (opened.ok) {
  for (let recorded = 1; recorded <= (orders.entries ?? 0); recorded += 1) {
    await record(opened.value);
    console.log(`recorded ${recorded}`);
  }
  console.log("open");
  process.stdin.on("end", () => opened.value.close()).resume();
} else {
  console.log(JSON.stringify(opened.refusal));
}
