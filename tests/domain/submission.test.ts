import { describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import type { Entry } from "../../src/domain/entry.ts";
import type { Period } from "../../src/domain/period.ts";
import { decideCorrection, decideSubmission } from "../../src/domain/submission.ts";
import { entry, indicator } from "../support/build.ts";

const water = indicator("eau", { unit: "m3" });

function propose(period: Period, value: string, confirmed = false) {
  return { indicator: water, period, value: decimal(value), confirmed };
}

const first = entry("eau", "2026-T3", "45");
const corrected = entry("eau", "2026-T3", "46", { revision: 2, kind: "correct" });
const withdrawn: Entry = { ...corrected, revision: 3, kind: "cancel", value: null };

describe("a first figure", () => {
  it("is recorded when the indicator holds nothing for its period", () => {
    expect(decideSubmission(propose("2026-T3", "45"), [])).toEqual({ kind: "append" });
  });

  it("is recorded again once the figure was withdrawn", () => {
    expect(decideSubmission(propose("2026-T3", "45"), [first, corrected, withdrawn])).toEqual({
      kind: "append",
    });
  });
});

describe("the same figure again", () => {
  it.each(["45", "45.0", "45.00"])("%s changes nothing and gives the entry that stands", (value) => {
    expect(decideSubmission(propose("2026-T3", value), [first])).toEqual({ kind: "duplicate", entry: first });
  });

  it("is judged against the latest revision, whatever their order", () => {
    expect(decideSubmission(propose("2026-T3", "46"), [corrected, first])).toMatchObject({
      kind: "duplicate",
      entry: corrected,
    });
    expect(decideSubmission(propose("2026-T3", "45"), [corrected, first])).toMatchObject({
      kind: "already",
      entry: corrected,
    });
  });
});

it("another figure for the same period is refused with the one that stands, even when confirmed", () => {
  expect(decideSubmission(propose("2026-T3", "50", true), [first])).toEqual({
    kind: "already",
    entry: first,
  });
});

describe("a year and its own quarters exclude each other", () => {
  const annual = entry("eau", "2026", "180");

  it.each([
    {
      case: "a quarter beside its year",
      proposal: propose("2026-T1", "1"),
      entries: [annual],
      other: ["2026"],
    },
    {
      case: "a year beside two of its quarters",
      proposal: propose("2026", "180"),
      entries: [entry("eau", "2026-T2", "40"), entry("eau", "2026-T1", "40")],
      other: ["2026-T1", "2026-T2"],
    },
  ])("$case is a conflict", ({ proposal, entries, other }) => {
    expect(decideSubmission(proposal, entries)).toEqual({ kind: "conflict", other });
  });

  it.each([
    { case: "another year", entries: [entry("eau", "2025", "180")] },
    { case: "a withdrawn year", entries: [annual, { ...annual, revision: 2, value: null }] },
  ])("$case is none", ({ entries }) => {
    expect(decideSubmission(propose("2026-T1", "1"), entries)).toEqual({ kind: "append" });
  });
});

describe("a surprising figure", () => {
  const history = [entry("eau", "2024-T3", "40"), entry("eau", "2025-T3", "50")];
  const surprise = {
    kind: "implausible",
    implausibility: {
      reason: "median",
      median: "45",
      history: [
        { period: "2025-T3", value: "50" },
        { period: "2024-T3", value: "40" },
      ],
    },
  };

  it("waits for a confirmation, with what is usual", () => {
    expect(decideSubmission(propose("2026-T3", "400"), history)).toEqual(surprise);
    expect(decideSubmission(propose("2026-T3", "400", true), history)).toEqual({ kind: "append" });
  });

  it("waits in a correction as well", () => {
    expect(decideCorrection(propose("2026-T3", "400"), [...history, first])).toEqual(surprise);
    expect(decideCorrection(propose("2026-T3", "400", true), [...history, first])).toEqual({
      kind: "append",
    });
  });
});

describe("a correction", () => {
  it("replaces a figure that stands", () => {
    expect(decideCorrection(propose("2026-T3", "50"), [first])).toEqual({ kind: "append" });
  });

  it("to the same value changes nothing", () => {
    expect(decideCorrection(propose("2026-T3", "45"), [first])).toEqual({ kind: "duplicate", entry: first });
  });

  it.each([
    { case: "was never given", entries: [] },
    { case: "was withdrawn", entries: [first, withdrawn] },
  ])("of a figure that $case has nothing to replace", ({ entries }) => {
    expect(decideCorrection(propose("2026-T3", "50"), entries)).toBeNull();
  });
});
