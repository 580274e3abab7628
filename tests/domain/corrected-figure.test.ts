import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { correctedFigures, recordedBetween, recordedBy } from "../../src/domain/corrected-figure.ts";
import { type decimal, decimalText } from "../../src/domain/decimal.ts";
import type { Entry } from "../../src/domain/entry.ts";
import { entry } from "../support/build.ts";

/** One revision of eau T1; a null value withdraws it. */
function revision(number: number, value: string | null, day: string): Entry {
  const at = `${day}T08:00:00.000Z`;
  const standing = entry("eau", "2026-T1", value ?? "0", { revision: number, at, reason: `r${number}` });
  return value === null ? { ...standing, value: null, kind: "cancel" } : standing;
}

const from = Temporal.Instant.from("2026-05-04T07:00:00Z");
const to = Temporal.Instant.from("2026-06-01T07:00:00Z");

describe("figures that stand otherwise than before", () => {
  it.each<[title: string, revisions: Entry[], expected: [string | null, string | null, string | null][]]>([
    ["nothing recorded", [], []],
    ["a first figure is no correction", [revision(1, "10", "2026-05-20")], []],
    ["a correction before", [revision(1, "10", "2026-04-10"), revision(2, "11", "2026-05-01")], []],
    [
      "a correction since",
      [revision(1, "10", "2026-04-10"), revision(2, "11", "2026-05-20")],
      [["10", "11", "r2"]],
    ],
    [
      "two corrections are told as one",
      [revision(1, "10", "2026-04-10"), revision(2, "11", "2026-05-20"), revision(3, "12", "2026-05-21")],
      [["10", "12", "r3"]],
    ],
    [
      "corrected and corrected back",
      [revision(1, "10", "2026-04-10"), revision(2, "11", "2026-05-20"), revision(3, "10.0", "2026-05-21")],
      [],
    ],
    ["withdrawn", [revision(1, "10", "2026-04-10"), revision(2, null, "2026-05-20")], [["10", null, "r2"]]],
    [
      "withdrawn before and given again",
      [revision(1, "10", "2026-04-10"), revision(2, null, "2026-04-20"), revision(3, "12", "2026-05-20")],
      [[null, "12", "r3"]],
    ],
    ["a correction to come", [revision(1, "10", "2026-04-10"), revision(2, "11", "2026-06-02")], []],
  ])("%s", (_, revisions, expected) => {
    const text = (value: ReturnType<typeof decimal> | null) => (value === null ? null : decimalText(value));
    expect(
      correctedFigures(revisions, { from, to }).map((each) => [text(each.was), text(each.now), each.reason]),
    ).toEqual(expected);
  });
});

it("what was recorded at the very instant is in, and is not told again", () => {
  const at = (iso: string) => ({ at: iso });
  const records = ["07:00:00.000Z", "07:00:00.001Z"].map((time) => at(`2026-05-04T${time}`));
  expect(recordedBy(records, from)).toEqual([records[0]]);
  expect(recordedBetween(records, { from, to })).toEqual([records[1]]);
});
