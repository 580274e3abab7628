/**
 * Faults made for real: 200 rounds of kill -9 among the writes of the embedded database. Prints what was
 * acknowledged, lost, doubled, and whether the chain holds; fails when a promise is broken.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cairn } from "../tests/support/command.ts";
import { distinctLines, killRounds } from "../tests/support/kill-rounds.ts";

type Exported = { readonly indicator: string; readonly period: string; readonly value: number };

const folder = await mkdtemp(join(tmpdir(), "cairn-kill-"));
const where = { CAIRN_DATA: folder };
try {
  await cairn(where, "verify");
  const { acknowledged, rounds } = await killRounds(folder, distinctLines(3780), 200);
  const { entries }: { entries: Exported[] } = JSON.parse(
    (await cairn(where, "export", "--format", "json")).stdout,
  );
  const recorded = entries.map(({ indicator, period, value }) => `${indicator} ${period} ${value}`);
  const known = new Set(recorded);
  const lost = acknowledged.filter((figure) => !known.has(figure)).length;
  const doubled = recorded.length - known.size;
  const verified = await cairn(where, "verify", "--json");
  console.log(`rounds ${rounds}, acknowledged ${acknowledged.length}, lost ${lost}, doubled ${doubled}`);
  console.log(`verify ${verified.stdout.trim()}`);
  if (rounds !== 200 || lost > 0 || doubled > 0 || verified.status !== 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
