/** A batch of 2,000 submissions in one process on the embedded database. Promise: at least 100 lines a second. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cairn } from "../tests/support/command.ts";
import { distinctLines } from "../tests/support/kill-rounds.ts";

const count = 2000;
const folder = await mkdtemp(join(tmpdir(), "cairn-batch-"));
const where = { CAIRN_DATA: folder };
try {
  await cairn(where, "verify");
  const batch = join(folder, "batch.jsonl");
  const spoken = distinctLines(count).map((line) => {
    return JSON.stringify({ as: "technique@cluster.example", at: "2026-11-24T09:00:00Z", line });
  });
  await writeFile(batch, spoken.join("\n"));
  const begun = performance.now();
  const ran = await cairn(where, "exec", "--batch", batch, "--json");
  const seconds = (performance.now() - begun) / 1000;
  const done = ran.stdout
    .trimEnd()
    .split("\n")
    .filter((line) => JSON.parse(line).ok).length;
  const rate = done / seconds;
  console.log(
    `${done} of ${count} lines recorded in ${seconds.toFixed(1)} s, start included: ${rate.toFixed(0)} lines/s`,
  );
  if (done !== count || rate < 100) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
