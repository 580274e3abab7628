import { readFile } from "node:fs/promises";

/** The counts of a test run, as Vitest's JSON reporter writes them. */
type Counts = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
};

const [path = ""] = process.argv.slice(2);
const counts: Counts = JSON.parse(await readFile(path, "utf8"));
const skipped = counts.numPendingTests === 0 ? "" : `, ${counts.numPendingTests} skipped`;
console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed${skipped}`);
if (counts.numPassedTests === 0) process.exitCode = 1;
