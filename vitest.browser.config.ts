import { defineConfig } from "vitest/config";

/** What is seen in a browser: needs Chromium, and is not part of `npm test`. */
export default defineConfig({
  test: {
    include: ["tests/browser/**/*.test.ts"],
    globalSetup: ["tests/support/global-setup.ts"],
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.vitest-browser-results.json" },
    pool: "forks",
    // A browser and a bot at a time: two of each would only slow each other.
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
});
