import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type GivenFigure, submitFigure } from "../../src/commands/given-figure.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";

const given: GivenFigure = {
  ...{ indicator: "electricite", period: "2026-T3", value: "1234,5", reading: null },
  ...{ note: null, reason: null, confirmed: true },
};

describe.each(engines)("a figure given field by field, on %s", (engine) => {
  let test: TestCairn;
  beforeEach(async () => {
    test = await freshCairn(engine);
    await test.cairn.plan();
  });
  afterEach(() => test.store.close());

  const submit = async (changes: Partial<GivenFigure>) => {
    const asking = {
      email: "energie@cluster.example",
      now: Temporal.Instant.from("2026-10-05T08:30:00Z"),
      platform: "teams",
    };
    const outcome = await submitFigure(test.cairn, asking, { ...given, ...changes });
    return outcome.kind === "refused" ? outcome.refusal.code : outcome.kind;
  };

  it.each([
    ["a word of no indicator", "inconnu"],
    ["nothing", ""],
    ["what no database keeps", "a\u0000b"],
    ["what looks like a question to the database", "' or true --"],
    ["half a character", "\uD83D"],
    ["a megabyte", "a".repeat(1_000_000)],
  ])("with %s for an indicator is refused, and nothing is written", async (_, indicator) => {
    expect(await submit({ indicator })).toBe("unknown_indicator");
    expect(await test.store.db.selectFrom("entry").select("hash").execute()).toEqual([]);
  });

  it("of an indicator of theirs is recorded", async () => {
    expect(await submit({})).toBe("recorded");
  });
});
