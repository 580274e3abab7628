import { defineConfig } from "vitest/config";

/** Tests of what is pure start at once, without the databases that the others share. */
const pure = ["tests/{domain,messages,cards,platforms}/**/*.test.ts", "tests/*.test.ts"];

export default defineConfig({
  test: {
    // The counts of a run, for continuous integration; beside the packages, where nothing is tracked.
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.vitest-results.json" },
    pool: "forks",
    // Each embedded database takes about 0.4 GB and a core to start: more at once only slows them all.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    projects: [
      { extends: true, test: { name: "pure", include: pure } },
      {
        extends: true,
        test: {
          name: "stored",
          include: ["tests/**/*.test.ts"],
          exclude: [...pure, "tests/browser/**"],
          globalSetup: ["tests/support/global-setup.ts"],
        },
      },
    ],
  },
});
