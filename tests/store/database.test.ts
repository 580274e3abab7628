import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { type OpeningStep, openStore, type Store } from "../../src/store/database.ts";
import { StoreUnavailable } from "../../src/store/errors.ts";
import {
  asSuperuser,
  engines,
  freshPostgresDatabase,
  freshStore,
  openPostgres,
} from "../support/databases.ts";
import { record } from "../support/entries.ts";
import { freshFolder } from "../support/folders.ts";

describe.each(engines)("values read on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  // One table for both engines: what a query gives must not depend on where it runs.
  it.each<[string, unknown]>([
    ["1.10::numeric", "1.10"],
    ["123456789012345678901234567890.123456789::numeric", "123456789012345678901234567890.123456789"],
    ["12345678901::int8", 12_345_678_901],
    ["7::int4", 7],
    ["(select count(*) from entry)", 0],
    ["'2026-10-05 10:30:00.123+02'::timestamptz", new Date("2026-10-05T08:30:00.123Z")],
    ["'2026-10-05'::date", "2026-10-05"],
    [`'{"b": [1.5, null], "a": "é"}'::jsonb`, { a: "é", b: [1.5, null] }],
    [`'"text"'::jsonb`, "text"],
    ["true", true],
    ["null::numeric", null],
    ["'é'::text", "é"],
    ["array['a', 'b']::text[]", ["a", "b"]],
  ])("%s", async (expression, expected) => {
    const { rows } = await sql`select ${sql.raw(expression)} as value`.execute(store.db);
    expect(rows).toEqual([{ value: expected }]);
  });
});

describe("a PostgreSQL that cannot be opened", () => {
  const password = "s3cr3t-p4ss";
  const at = (address: string) => `postgres://someone:${password}@${address}`;

  async function unavailable(databaseUrl: string): Promise<StoreUnavailable> {
    const error: unknown = await openStore({ databaseUrl, dataFolder: "" }).catch(
      (reason: unknown) => reason,
    );
    if (!(error instanceof StoreUnavailable)) throw new Error(`not a StoreUnavailable: ${error}`);
    return error;
  }

  async function listen(server: Server): Promise<number> {
    await once(server.listen(0, "127.0.0.1"), "listening");
    onTestFinished(() => new Promise((done) => server.close(() => done())));
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  it("on a closed port, says where, why, and not the password", async () => {
    const server = createServer();
    const port = await listen(server);
    await new Promise((done) => server.close(done));
    const error = await unavailable(at(`127.0.0.1:${port}/cairn?application_name=${password}`));
    expect(error.message).toBe(`store unavailable: 127.0.0.1:${port}/cairn (ECONNREFUSED)`);
    expect(error).toMatchObject({ target: `127.0.0.1:${port}/cairn`, code: "ECONNREFUSED" });
    expect(error.cause).toBeInstanceOf(Error);
  });

  it("that never answers, gives up after 5 seconds", async () => {
    const sockets: { destroy: () => void }[] = [];
    const port = await listen(createServer((socket) => sockets.push(socket)));
    const before = performance.now();
    const error = await unavailable(at(`127.0.0.1:${port}/cairn`));
    for (const socket of sockets) socket.destroy();
    expect(error.target).toBe(`127.0.0.1:${port}/cairn`);
    expect(performance.now() - before).toBeLessThan(8_000);
  });

  it.each([
    ["an unknown user or a wrong password", "cairn", "28P01"],
    ["an unknown database", "", "3D000"],
  ])("for %s, gives PostgreSQL's code and not the password", async (_, user, code) => {
    const url = new URL(`${inject("postgresUrl")}nowhere`);
    const right = url.password;
    if (user !== "") url.password = password;
    const error = await unavailable(url.href);
    expect(error.code).toBe(code);
    expect(error.message).toBe(`store unavailable: ${url.host}/nowhere (${code})`);
    expect(error.message).not.toContain(right);
  });

  it.each([
    ["not a URL", password],
    ["a slash in the password", `postgres://someone:12/${password}@127.0.0.1:1/cairn`],
    ["a hash in the password", `postgres://127:1#${password}@127.0.0.1:1/cairn`],
    ["a question mark in the password", `postgres://127:1?${password}@127.0.0.1:1/cairn`],
    ["an impossible port", at("127.0.0.1:99999/cairn")],
  ])("for a malformed address, %s, still does not say the password", async (_, url) => {
    expect((await unavailable(url)).message).not.toContain(password);
  });

  it("has a connection lost inside a transaction fail that transaction, and nothing more", async () => {
    const { url, drop } = await freshPostgresDatabase("migrated");
    const store = await openPostgres(url);
    onTestFinished(async () => {
      await store.close();
      await drop();
    });
    const lost = store.db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await asSuperuser(`select pg_terminate_backend(${rows[0]?.pid})`);
      await sql`select 1`.execute(trx);
    });
    await expect(lost).rejects.toThrow();
    expect(await record(store)).toMatchObject({ revision: 1 });
  });

  it("is not one whose user merely owns the database: no superuser is needed", async () => {
    const { url, drop } = await freshPostgresDatabase("empty");
    const role = new URL(url).pathname.slice(1);
    await asSuperuser(`create role ${role} login password '${password}'`);
    await asSuperuser(`alter database ${role} owner to ${role}`);
    const owned = new URL(url);
    owned.username = role;
    owned.password = password;
    const store = await openPostgres(owned.href);
    onTestFinished(async () => {
      await store.close();
      await drop();
      await asSuperuser(`drop role ${role}`);
    });
    await record(store);
    await expect(sql`delete from entry`.execute(store.db)).rejects.toMatchObject({ code: "23001" });
    await expect(sql`truncate entry`.execute(store.db)).rejects.toMatchObject({ code: "23001" });
  });
});

describe("a data folder that cannot be used", () => {
  it.each([
    [
      "a file stands in its place",
      async (folder: string) => {
        await writeFile(join(folder, "data"), "");
      },
    ],
    [
      "its lock is not ours",
      async (folder: string) => {
        await mkdir(join(folder, "data"));
        await writeFile(join(folder, "data", "lock.db"), "not a database, by any reading of it".repeat(100));
      },
    ],
    [
      "something else stands where the database goes",
      async (folder: string) => {
        await mkdir(join(folder, "data", "db", "other"), { recursive: true });
      },
    ],
  ])("is StoreUnavailable: %s", async (_, spoil) => {
    const folder = await freshFolder();
    await spoil(folder);
    const dataFolder = join(folder, "data");
    const steps: OpeningStep[] = [];
    const opening = openStore({ dataFolder, lockWaitMs: 0, onProgress: (step) => steps.push(step) });
    await expect(opening).rejects.toMatchObject({ name: "StoreUnavailable", target: dataFolder });
    expect(steps).toEqual([]);
  });
});
