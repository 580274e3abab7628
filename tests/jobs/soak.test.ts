import { describe, expect, it, onTestFinished } from "vitest";
import { season } from "../../bench/soak/season.ts";
import { freshPostgresDatabase } from "../support/databases.ts";

/** The whole season, with 300 kills on each engine, is `npm run soak`. */
const seed = 7;
const nothingWrong = { missing: [], twice: [], unexpected: [], wrong: [], late: [], disagreements: [] };

describe("kill -9 at random moments, while Slack answers late, badly or never", () => {
  it("three processes on one PostgreSQL, ten minutes apart: every message arrives, and once", async () => {
    const database = await freshPostgresDatabase("empty");
    onTestFinished(database.drop);
    const { verdict, rounds, crashes } = await season({
      databaseUrl: database.url,
      ...{ rounds: 8, days: 1, seed },
    });
    expect({ ...verdict, rounds, crashes }).toEqual({
      ...{ ...nothingWrong, rounds: 8, crashes: 0 },
      ...{ due: expect.any(Number), arrived: expect.any(Number) },
    });
    // Forty owners less one that is away without a stand-in, and the channel.
    expect(verdict.due).toBe(40);
  }, 120_000);

  it("one process on the embedded database: every message arrives, and once", async () => {
    const { verdict, rounds, crashes } = await season({ rounds: 4, days: 1, seed });
    expect({ ...verdict, rounds, crashes }).toEqual({
      ...{ ...nothingWrong, rounds: 4, crashes: 0 },
      ...{ due: 40, arrived: 40 },
    });
  }, 120_000);
});
