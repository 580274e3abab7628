import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { type AllocatedPart, allocate } from "../../src/domain/allocation.ts";
import { decimal } from "../../src/domain/decimal.ts";
import type { Nomenclature } from "../../src/domain/nomenclature.ts";
import { activityKinds, type Control } from "../../src/domain/plan.ts";
import { factorUncertaintyPct } from "../../src/domain/uncertainty.ts";
import { factor } from "../support/build.ts";

const methode = await readFile(new URL("../../docs/methode.md", import.meta.url), "utf8");

/** The rows of the table that follows a heading, without its head: cells as plain text, by first cell. */
function tableUnder(heading: string): Map<string, string[]> {
  const [, after = ""] = methode.split(`\n${heading}\n`);
  const [section = ""] = after.split(/\n#{2,3} /u);
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));
  return new Map(
    rows.map((row) => {
      const [name = "", ...cells] = row
        .split("|")
        .map((cell) => cell.replaceAll("`", "").trim())
        .slice(1, -1);
      return [name, cells];
    }),
  );
}

/** Where a part goes, in the words of the document. */
function placeOf(
  nomenclature: Nomenclature,
  activity: string,
  control: Control,
  part: AllocatedPart,
): string {
  const kind = activityKinds.find((each) => each === activity);
  if (kind === undefined) return "?";
  const place = allocate(nomenclature, { activity: kind, control, part, nonKyoto: false });
  return "post" in place ? place.post : "hors total";
}

/** One row of the allocation as the code has it, in the order of the columns. */
function allocationRow(nomenclature: Nomenclature, activity: string): string[] {
  return [
    placeOf(nomenclature, activity, "operated", "combustion"),
    placeOf(nomenclature, activity, "operated", "upstream"),
    placeOf(nomenclature, activity, "operated", "manufacture"),
    placeOf(nomenclature, activity, "paid", "whole"),
    placeOf(nomenclature, activity, "not-operated", "whole"),
  ];
}

describe("docs/methode.md says what the code does", () => {
  it.each([
    { nomenclature: "beges", heading: "### BEGES-R v5" },
    { nomenclature: "ghgp", heading: "### GHG Protocol" },
  ] as const)("the allocation of $nomenclature", ({ nomenclature, heading }) => {
    const coded = activityKinds.map((kind) => [kind, allocationRow(nomenclature, kind)] as const);
    expect([...tableUnder(heading)]).toEqual(coded);
  });

  it("the allocation of bc, the same whoever operates", () => {
    const coded = activityKinds.map((kind) => [kind, [placeOf("bc", kind, "operated", "whole")]] as const);
    expect([...tableUnder("### Bilan Carbone")]).toEqual(coded);
    const elsewhere = activityKinds.map((kind) => placeOf("bc", kind, "not-operated", "upstream"));
    expect(elsewhere).toEqual(coded.map(([, [post]]) => post));
  });

  it.each(["beges", "ghgp"] as const)(
    "in %s, losses go with upstream, use and the whole factor with the first column, and others keep their parts together",
    (nomenclature) => {
      for (const kind of activityKinds) {
        const place = (control: Control, part: AllocatedPart) => placeOf(nomenclature, kind, control, part);
        expect(place("operated", "losses")).toBe(place("operated", "upstream"));
        expect(place("operated", "use")).toBe(place("operated", "combustion"));
        expect(place("operated", "whole")).toBe(place("operated", "combustion"));
        for (const part of ["combustion", "upstream", "losses", "manufacture", "use"] as const) {
          expect(place("paid", part)).toBe(place("paid", "whole"));
          expect(place("not-operated", part)).toBe(place("not-operated", "whole"));
        }
      }
    },
  );

  it("the usual uncertainties", () => {
    const silent = factor("silent", "1");
    const usual = activityKinds.map(
      (kind) => [kind, [factorUncertaintyPct(silent, kind).toFixed()]] as const,
    );
    expect([...tableUnder("## 5. L'incertitude")]).toEqual(usual);
    expect(factorUncertaintyPct({ ...silent, unit: "kEUR" }, "goods")).toEqual(decimal(80));
  });
});
