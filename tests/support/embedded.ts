import { onTestFinished } from "vitest";
import { type OpeningStep, openStore, type Store } from "../../src/store/database.ts";
import { type Child, runScript } from "./children.ts";
import type { ChildOrders } from "./store-child.ts";

/** Another process that opens the store of `dataFolder`. */
export function startChild(dataFolder: string, orders: Partial<ChildOrders> = {}): Child {
  return runScript("store-child", JSON.stringify({ dataFolder, ...orders }));
}

/** The embedded store of `dataFolder`, closed when the test ends; `steps` receives what its opening did. */
export async function openEmbedded(dataFolder: string, steps: OpeningStep[] = []): Promise<Store> {
  const opened = await openStore({ dataFolder, onProgress: (step) => steps.push(step), lockWaitMs: 20_000 });
  if (!opened.ok) throw new Error(`held by ${opened.refusal.data.holder}`);
  onTestFinished(() => opened.value.close());
  return opened.value;
}
