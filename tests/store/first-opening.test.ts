import { existsSync } from "node:fs";
import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { OpeningStep } from "../../src/store/database.ts";
import { entriesOfIndicator, verifyEntries } from "../../src/store/entries.ts";
import type { Child } from "../support/children.ts";
import { openEmbedded, startChild } from "../support/embedded.ts";
import { record } from "../support/entries.ts";
import { freshFolder } from "../support/folders.ts";

describe("the embedded database", () => {
  it.each([
    ["", async () => {}],
    [", where an empty folder waits for it", (folder: string) => mkdir(join(folder, "db"))],
  ])(
    "is made on the first opening%s, and found again on the next, with what was recorded",
    async (_, prepare) => {
      const folder = await freshFolder();
      await prepare(folder);
      const steps: OpeningStep[] = [];
      const first = await openEmbedded(folder, steps);
      const recorded = await record(first);
      await first.close();
      await first.close();
      const again = await openEmbedded(folder, steps);
      expect(steps).toEqual(["creating", "migrating"]);
      expect(await entriesOfIndicator(again.db, "electricite")).toEqual([recorded]);
    },
  );

  it("leaves its folder to the owner of the process, with nothing but the database and the lock", async () => {
    const folder = join(await freshFolder(), "data");
    const store = await openEmbedded(folder);
    await store.close();
    expect(await readdir(folder)).toEqual(["db", "lock.db"]);
    const { mode } = await stat(folder);
    expect(mode & 0o777).toBe(process.platform === "win32" ? 0o666 : 0o700);
  });
});

/** Instants of a first opening: milliseconds after its start, or the appearance of a file. */
const instants = [40, 120, 400, 1000, 1700, "db.making", "db.making/PG_VERSION", "db.making/pg_wal", "db"];

/** Kills `child` at that instant, or lets it end before. */
async function killAt(child: Child, instant: string | number, folder: string): Promise<void> {
  const start = performance.now();
  const due = () =>
    typeof instant === "number" ? performance.now() - start >= instant : existsSync(join(folder, instant));
  const timer = setInterval(() => due() && child.kill("SIGKILL"), 2);
  await child.ended;
  clearInterval(timer);
}

describe("a first opening killed", () => {
  it("at any instant leaves a folder that the next opening makes good", async () => {
    const folder = await freshFolder();
    for (const instant of instants) await killAt(startChild(folder), instant, folder);
    const store = await openEmbedded(folder);
    await record(store);
    expect(await verifyEntries(store.db)).toEqual({ ok: true, entries: 1, broken: null });
    expect(await readdir(folder)).toEqual(["db", "holder.json", "lock.db"]);
  }, 120_000);

  it.each(["creating", "migrating"] as const)(
    "as it begins %s, says so and starts that step again",
    async (step) => {
      const folder = await freshFolder();
      const child = startChild(folder);
      await child.line(step);
      child.kill("SIGKILL");
      await child.ended;
      const steps: OpeningStep[] = [];
      const store = await openEmbedded(folder, steps);
      expect(steps).toEqual(step === "creating" ? ["creating", "migrating"] : ["migrating"]);
      expect(await record(store)).toMatchObject({ revision: 1 });
    },
  );
});
