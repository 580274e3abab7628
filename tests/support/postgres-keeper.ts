import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./embedded-postgres.ts";

/**
 * Keeps a PostgreSQL server for as long as its parent lives: prints the server's URL, then stops it
 * and removes its files when standard input ends, which happens however the parent ends. With the word
 * "durable", it waits for the disk as PostgreSQL does by itself.
 */
const folder = mkdtempSync(join(tmpdir(), "cairn-postgres-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
// An interrupt reaches the whole terminal: the parent then ends, and standard input with it.
process.on("SIGINT", () => {});

const server = await startServer(folder, { durable: process.argv.includes("durable") });
server.process.on("exit", () => process.exit());
// SIGINT is PostgreSQL's "fast" shutdown: connections are closed, not waited for.
const stop = () => void server.process.kill("SIGINT");
process.stdin.on("end", stop).resume();
process.on("SIGTERM", stop);
process.stdout.write(`${server.url}\n`);
