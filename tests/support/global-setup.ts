import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import { Kysely, PGliteDialect } from "kysely";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openStore } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate.ts";
import { startPglite } from "../../src/store/pglite.ts";
import type { Schema } from "../../src/store/schema.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A PostgreSQL superuser's URL, ending in "/": append a database. */
    readonly postgresUrl: string;
    /** The migrated database that a new one copies. */
    readonly postgresTemplate: string;
    /** A file with the data of a migrated PGlite. */
    readonly pgliteImage: string;
  }
}

/**
 * Starts one PostgreSQL for the whole run and prepares, on both engines, a migrated database to copy.
 * CAIRN_TEST_POSTGRES_URL names another server to use (another version, say), as its superuser.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "cairn-tests-"));
  const image = join(folder, "pglite.tar");
  const template = `cairn_template_${process.pid}`;
  const cleanUp = () => rm(folder, { recursive: true, force: true });
  try {
    const [server] = await Promise.all([startPostgres(), makePgliteImage(image)]);
    await makeTemplate(server.url, template);
    project.provide("postgresUrl", server.url);
    project.provide("postgresTemplate", template);
    project.provide("pgliteImage", image);
    return async () => {
      await asSuperuser(server.url, `drop database ${template}`);
      await server.stop();
      await cleanUp();
    };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

type RunningServer = { readonly url: string; readonly stop: () => Promise<unknown> };

async function startPostgres(): Promise<RunningServer> {
  const { CAIRN_TEST_POSTGRES_URL: given } = process.env;
  if (given !== undefined) return { url: given.endsWith("/") ? given : `${given}/`, stop: async () => {} };
  const script = fileURLToPath(new URL("postgres-keeper.ts", import.meta.url));
  const keeper = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(keeper, "exit");
  const lines = createInterface({ input: keeper.stdout });
  const url = await Promise.race([once(lines, "line"), ended.then(() => null)]);
  if (url === null) throw new Error("PostgreSQL did not start: its words are above");
  const stop = () => {
    keeper.stdin.end();
    return ended;
  };
  return { url: String(url[0]), stop };
}

async function makeTemplate(url: string, template: string): Promise<void> {
  await asSuperuser(url, `create database ${template}`);
  const opened = await openStore({ databaseUrl: url + template, dataFolder: "" });
  if (opened.ok) await opened.value.close();
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new pg.Client(`${url}postgres`);
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function makePgliteImage(file: string): Promise<void> {
  const pglite = await startPglite({});
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
  await migrate(db);
  const image = await pglite.dumpDataDir("none");
  await writeFile(file, Buffer.from(await image.arrayBuffer()));
  await db.destroy();
}
