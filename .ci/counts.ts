import { readFile } from "node:fs/promises";

/** The counts of a test run, as Vitest's JSON reporter writes them. */
type Counts = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
};

/** Every run of the call, one file each; one that wrote no file is an error. */
const runs = await Promise.all(
  process.argv.slice(2).map(async (path): Promise<Counts> => JSON.parse(await readFile(path, "utf8"))),
);
const sum = (of: keyof Counts) => runs.reduce((total, counts) => total + counts[of], 0);
const skipped = sum("numPendingTests") === 0 ? "" : `, ${sum("numPendingTests")} skipped`;
console.log(`${sum("numPassedTests")} passed, ${sum("numFailedTests")} failed${skipped}`);
if (runs.length === 0 || runs.some(({ numPassedTests }) => numPassedTests === 0)) process.exitCode = 1;
