import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { completes, isPartial } from "../../src/domain/partial.ts";
import type { Period } from "../../src/domain/period.ts";

const at = (iso: string) => Temporal.Instant.from(iso);
const zone = "Europe/Paris";

describe("a figure is partial while its period is under way, on the plan's clock", () => {
  it.each<{ period: Period; on: string; partial: boolean }>([
    { period: "2026-T3", on: "2026-09-30T21:59:59Z", partial: true },
    { period: "2026-T3", on: "2026-09-30T22:00:00Z", partial: false },
    { period: "2026", on: "2026-12-31T22:59:59Z", partial: true },
    { period: "2026", on: "2026-12-31T23:00:00Z", partial: false },
    { period: "9999-T4", on: "9999-12-31T22:00:00Z", partial: true },
  ])("$period on $on: $partial", ({ period, on, partial }) => {
    expect(isPartial(period, at(on), zone)).toBe(partial);
  });
});

describe("the same figure again completes one", () => {
  it.each<{ recorded: string; now: string; done: boolean; case: string }>([
    {
      case: "recorded before the end, said after it",
      recorded: "2026-09-20T08:00:00Z",
      now: "2026-10-01T08:00:00Z",
      done: true,
    },
    {
      case: "recorded and said before the end",
      recorded: "2026-09-20T08:00:00Z",
      now: "2026-09-25T08:00:00Z",
      done: false,
    },
    {
      case: "recorded and said after the end",
      recorded: "2026-10-01T08:00:00Z",
      now: "2026-10-02T08:00:00Z",
      done: false,
    },
  ])("$case: $done", ({ recorded, now, done }) => {
    expect(completes({ period: "2026-T3", at: recorded }, at(now), zone)).toBe(done);
  });
});
