/**
 * The first answer of `cairn exec` on an existing embedded database, beside the bare time of Node opening
 * PGlite on the same folder and asking it one thing. Medians of ten runs each, taken in turn. Promise: at most 2.0 times.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cairn, cairnEnvironment } from "../tests/support/command.ts";

const runs = 10;
const script = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const line = [
  "exec",
  "--as",
  "energie@cluster.example",
  "--json",
  "--",
  "/saisir electricite 1 234,5 kWh T3 2025",
];
const bare = `
  const { PGlite } = await import("@electric-sql/pglite");
  const db = await PGlite.create(process.argv[1]);
  console.log((await db.query("select 1 as one")).rows[0].one);
  await db.close();
`;

/** Milliseconds from the start of a Node process to the first byte of its answer, and to its end. */
async function timed(folder: string, words: readonly string[]): Promise<{ first: number; end: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, words, {
    env: cairnEnvironment({ CAIRN_DATA: folder }),
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  const first = performance.now() - begun;
  child.stdout.resume();
  await once(child, "close");
  return { first, end: performance.now() - begun };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

const folder = await mkdtemp(join(tmpdir(), "cairn-first-"));
try {
  await cairn({ CAIRN_DATA: folder }, ...line);
  const answers: number[] = [];
  const answersEnd: number[] = [];
  const opens: number[] = [];
  const opensEnd: number[] = [];
  for (let run = 0; run < runs; run++) {
    const open = await timed(folder, ["--input-type=module", "-e", bare, join(folder, "db")]);
    const answer = await timed(folder, [script, ...line]);
    opens.push(open.first);
    opensEnd.push(open.end);
    answers.push(answer.first);
    answersEnd.push(answer.end);
  }
  const show = (name: string, answer: number[], open: number[]) => {
    const [cairnMs, bareMs] = [median(answer), median(open)];
    console.log(
      `${name}: cairn exec ${cairnMs.toFixed(0)} ms, bare PGlite ${bareMs.toFixed(0)} ms, ratio ${(cairnMs / bareMs).toFixed(2)}`,
    );
    return cairnMs / bareMs;
  };
  const ratio = show("first answer", answers, opens);
  show("whole process", answersEnd, opensEnd);
  if (ratio > 2) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
