import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Kysely, sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { MigrationFailed } from "../../src/store/errors.ts";
import { migrate } from "../../src/store/migrate.ts";
import type { Schema } from "../../src/store/schema.ts";
import { runScript } from "../support/children.ts";
import { engines, freshPostgresDatabase, freshStore, openPostgres } from "../support/databases.ts";
import { freshFolder } from "../support/folders.ts";

/** The migrations of Cairn, which every test database has already had. */
const shipped = (await readdir(fileURLToPath(new URL("../../migrations/", import.meta.url))))
  .map((file) => file.replace(/\.sql$/u, ""))
  .sort();

/** A folder of the shipped migrations' names and of those files, whose numbers come after them. */
async function migrationsFolder(files: Record<string, string>): Promise<string> {
  const folder = join(await freshFolder(), "migrations");
  await mkdir(folder);
  const had = Object.fromEntries(shipped.map((name) => [`${name}.sql`, "select 1"]));
  for (const [name, text] of Object.entries({ ...had, ...files })) await writeFile(join(folder, name), text);
  return folder;
}

async function tables(db: Kysely<Schema>): Promise<unknown[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(db);
  return rows.map(({ name }) => name);
}

async function applied(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db.selectFrom("kysely_migration").select("name").orderBy("name").execute();
  return rows.map(({ name }) => name);
}

describe.each(engines)("migrations on %s", (engine) => {
  const open = async () => {
    const store = await freshStore(engine);
    onTestFinished(() => store.close());
    return store.db;
  };

  it("an up-to-date database is left alone, without a word", async () => {
    const db = await open();
    await migrate(db, () => expect.unreachable("nothing to migrate"));
    expect(await applied(db)).toEqual(shipped);
  });

  it("new files are applied in the order of their numbers, whole scripts, once", async () => {
    const db = await open();
    const folder = await migrationsFolder({
      "9010_last.sql": "insert into note values ('$1; it''s \\ last')",
      "9002_first.sql": `create table note (text text); -- a comment; with a semicolon
        create function shout() returns text language plpgsql as $$ begin return 'a;b'; end $$;
        insert into note select shout()`,
      "readme.txt": "not a migration",
      "2_unnumbered.sql": "not a migration",
    });
    let times = 0;
    for (let run = 0; run < 2; run += 1) {
      await migrate(
        db,
        () => {
          times += 1;
        },
        folder,
      );
    }
    const { rows } = await sql`select text from note`.execute(db);
    expect(rows).toEqual([{ text: "a;b" }, { text: "$1; it's \\ last" }]);
    expect(await applied(db)).toEqual([...shipped, "9002_first", "9010_last"]);
    expect(times).toBe(1);
  });

  it("one that fails is undone whole, keeps those before it, and is named", async () => {
    const db = await open();
    const before = await tables(db);
    const folder = await migrationsFolder({
      "9002_good.sql": "create table good ()",
      "9003_bad.sql": "create table half (); select 1 / 0",
      "9004_next.sql": "create table next ()",
    });
    const error: unknown = await migrate(db, undefined, folder).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MigrationFailed);
    expect(error).toMatchObject({ migration: "9003_bad", cause: { code: "22012" } });
    expect(await tables(db)).toEqual([...before, "good"].toSorted());
    expect(await applied(db)).toEqual([...shipped, "9002_good"]);
  });

  it("a database migrated by a newer Cairn is refused, untouched", async () => {
    const db = await open();
    await migrate(db, undefined, await migrationsFolder({ "9002_future.sql": "create table future ()" }));
    await expect(migrate(db)).rejects.toMatchObject({ name: "MigrationFailed", migration: "9002_future" });
    expect(await applied(db)).toEqual([...shipped, "9002_future"]);
  });
});

describe("migrations of one PostgreSQL database by several at once", () => {
  it.each([1, 2, 3])("pools, try %i: each opens, and the schema is made once", async () => {
    const { url, drop } = await freshPostgresDatabase("empty");
    onTestFinished(drop);
    const stores = await Promise.all(Array.from({ length: 6 }, () => openPostgres(url)));
    onTestFinished(async () => {
      await Promise.all(stores.map((store) => store.close()));
    });
    const migrated = await freshStore("postgres");
    onTestFinished(() => migrated.close());
    const made = await tables(migrated.db);
    for (const { db } of stores) {
      expect(await tables(db)).toEqual(made);
      expect(await applied(db)).toEqual(shipped);
    }
  });

  it("processes: each opens and records, and the chain is whole", async () => {
    const { url, drop } = await freshPostgresDatabase("empty");
    onTestFinished(drop);
    const orders = JSON.stringify({ databaseUrl: url, dataFolder: "", entries: 3 });
    const children = Array.from({ length: 3 }, () => runScript("store-child", orders));
    await Promise.all(children.map((child) => child.line("open")));
    for (const child of children) child.endInput();
    expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0, 0]);
    expect(children.map((child) => child.stderr)).toEqual([[], [], []]);
    const store = await openPostgres(url);
    onTestFinished(() => store.close());
    const positions = await store.db.selectFrom("entry").select("position").orderBy("position").execute();
    expect(positions.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
