import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../src/store/database.ts";
import { verifyEntries } from "../../src/store/entries.ts";
import { openEmbedded, startChild } from "../support/embedded.ts";
import { record } from "../support/entries.ts";
import { freshFolder } from "../support/folders.ts";

const refuseNow = (dataFolder: string) => openStore({ dataFolder, lockWaitMs: 0 });

const heldBy = (pid: number) => ({
  ok: false,
  refusal: {
    code: "busy",
    data: {
      holder: expect.stringMatching(
        new RegExp(`^store-child\\.ts \\(pid ${pid}, 20\\d\\d-[-\\d]+T[:.\\d]+Z\\)$`),
      ),
    },
  },
});

let prepared: string;
beforeAll(async () => {
  prepared = await mkdtemp(join(tmpdir(), "cairn-prepared-"));
  const opened = await openStore({ dataFolder: prepared });
  if (opened.ok) await opened.value.close();
});
afterAll(() => rm(prepared, { recursive: true, force: true }));

/** A data folder that has been opened before: a first opening takes seconds. */
async function preparedFolder(): Promise<string> {
  const folder = await freshFolder();
  await cp(prepared, folder, { recursive: true });
  return folder;
}

describe("the embedded database", () => {
  it("answers concurrent transactions one after the other", async () => {
    const store = await openEmbedded(await preparedFolder());
    await Promise.all(Array.from({ length: 10 }, () => record(store)));
    expect(await verifyEntries(store.db)).toEqual({ ok: true, entries: 10, broken: null });
  });
});

describe("a second process on the data folder", () => {
  it("is told busy and who holds it, during a first opening and after, and harms nothing", async () => {
    const folder = await freshFolder();
    const holder = startChild(folder, { entries: 5 });
    await holder.line("creating");
    expect(await refuseNow(folder)).toEqual(heldBy(holder.pid));
    await holder.line("open");
    expect(await refuseNow(folder)).toEqual(heldBy(holder.pid));
    holder.endInput();
    expect(await holder.ended).toBe(0);
    expect(holder.stderr).toEqual([]);
    const store = await openEmbedded(folder);
    expect(await verifyEntries(store.db)).toEqual({ ok: true, entries: 5, broken: null });
  });

  it("is told so from inside the same process too", async () => {
    const folder = await preparedFolder();
    await openEmbedded(folder);
    expect(await refuseNow(folder)).toMatchObject({ ok: false, refusal: { code: "busy" } });
  });

  it("waits as long as told, and opens when the first is done", async () => {
    const folder = await preparedFolder();
    const first = await openEmbedded(folder);
    const second = startChild(folder, { lockWaitMs: 30_000, entries: 1 });
    const third = startChild(folder, { lockWaitMs: 300 });
    expect(JSON.parse(await third.line(/busy/))).toMatchObject({ code: "busy" });
    await record(first);
    await first.close();
    await second.line("open");
    second.endInput();
    expect(await second.ended).toBe(0);
    const again = await openEmbedded(folder);
    expect(await verifyEntries(again.db)).toEqual({ ok: true, entries: 2, broken: null });
  });

  it("opens at once after the first is killed, with all that it had recorded", async () => {
    const folder = await preparedFolder();
    const killed = startChild(folder, { entries: 10_000 });
    const last = await killed.line(/^recorded 3\d$/);
    killed.kill("SIGKILL");
    expect(await killed.ended).toBeNull();
    const opened = await refuseNow(folder);
    if (!opened.ok) throw new Error("the lock outlived its holder");
    onTestFinished(() => opened.value.close());
    const { ok, entries } = await verifyEntries(opened.value.db);
    expect(ok).toBe(true);
    expect(entries).toBeGreaterThanOrEqual(Number(last.replace("recorded ", "")));
  });
});
