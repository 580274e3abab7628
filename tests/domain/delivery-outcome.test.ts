import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterFailure,
  afterNotReached,
  afterReading,
  afterUnread,
  backoffMs,
  type Failure,
  withoutReading,
} from "../../src/domain/delivery-outcome.ts";

const never = () => 0;
const always = () => 0.999_999;
const failure = (fault: Failure["fault"], code = "?", retryAfterS: number | null = null): Failure => ({
  ...{ fault, code, retryAfterS },
});

describe("the delay before another attempt", () => {
  it.each([
    [1, 1_000, 2_000],
    [2, 2_000, 4_000],
    [3, 4_000, 8_000],
    [9, 256_000, 512_000],
    [10, 450_000, 900_000],
    [500, 450_000, 900_000],
  ])("after attempt %i lies between %i and %i ms", (attempts, least, most) => {
    expect(backoffMs(attempts, never)).toBe(least);
    expect(Math.round(backoffMs(attempts, always))).toBe(most);
  });

  it("never shrinks as attempts go on, for the same chance", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempts, chance) => {
          expect(backoffMs(attempts + 1, () => chance)).toBeGreaterThanOrEqual(
            backoffMs(attempts, () => chance),
          );
        },
      ),
    );
  });
});

describe("what follows a failed post", () => {
  it.each([
    [
      "too fast: as long as the platform says",
      failure("rate_limited", "ratelimited", 30),
      "planned rate_limited 30000",
    ],
    ["too fast, without a number: a minute", failure("rate_limited"), "planned rate_limited 60000"],
    [
      "a token that is not let in waits for whoever mends it",
      failure("unauthorised"),
      "planned unauthorised 2000",
    ],
    ["a place that is gone", failure("gone"), "refused gone null"],
    ["a message that is not taken", failure("rejected"), "refused rejected null"],
    ["no connection: nothing left", failure("unreachable", "ECONNREFUSED"), "planned unreachable 2000"],
    [
      "a name that is not found: nothing left",
      failure("unreachable", "ENOTFOUND"),
      "planned unreachable 2000",
    ],
    [
      "a line that was cut: it may have arrived",
      failure("unreachable", "ECONNRESET"),
      "unknown no_answer 10000",
    ],
    ["no answer in time", failure("unreachable", "no_answer"), "unknown no_answer 10000"],
    ["HTTP 500", failure("unreachable", "http_500"), "unknown no_answer 10000"],
  ])("%s", (_, failed, expected) => {
    const { to, cause, afterMs } = afterFailure(failed, 2, never);
    expect(`${to} ${cause} ${afterMs}`).toBe(expected);
  });

  it.each([
    [
      "nobody could be asked where the reader is: nothing was sent",
      failure("unreachable", "http_500"),
      "planned unreachable 2000",
    ],
    ["the reader is not known there", failure("gone", "users_not_found"), "refused gone null"],
  ])("%s", (_, failed, expected) => {
    const { to, cause, afterMs } = afterNotReached(failed, 2, never);
    expect(`${to} ${cause} ${afterMs}`).toBe(expected);
  });
});

describe("what follows an outcome that is unknown", () => {
  it("read back and found: it is settled; not found: it is sent, later after each attempt", () => {
    expect(afterReading(true, 3, never)).toEqual({ to: "reconciled", cause: "read_back", afterMs: null });
    expect(afterReading(false, 3, never)).toEqual({ to: "planned", cause: "not_there", afterMs: 4_000 });
  });

  it("not read back: it stays unknown, and is read later", () => {
    expect(afterUnread(3, never)).toEqual({ to: "unknown", cause: "not_read_back", afterMs: 4_000 });
  });

  it.each([
    ["a person's message is repeated", { isPersonal: true, repeats: 0 }, "planned repeated 0"],
    ["but once", { isPersonal: true, repeats: 1 }, "unknown may_have_arrived null"],
    ["a channel's message never", { isPersonal: false, repeats: 0 }, "unknown may_have_arrived null"],
  ])("where the platform cannot be read back, %s", (_, asked, expected) => {
    const { to, cause, afterMs } = withoutReading(asked);
    expect(`${to} ${cause} ${afterMs}`).toBe(expected);
  });
});
