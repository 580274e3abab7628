import { describe, expect, it } from "vitest";
import { roles } from "../../src/domain/plan.ts";
import { mayDo, mayStandIn, type Operation, operations, type Right } from "../../src/domain/rights.ts";

// The whole table, written a second time: reader, owner, referent, admin.
const expected: Record<Operation, [Right, Right, Right, Right]> = {
  saisir: ["none", "own", "all", "none"],
  corriger: ["none", "own", "all", "none"],
  annuler: ["none", "own", "all", "none"],
  historique: ["all", "all", "all", "all"],
  bilan: ["all", "all", "all", "all"],
  avancement: ["all", "all", "all", "all"],
  objectif: ["none", "none", "all", "none"],
  projet: ["none", "none", "all", "none"],
  plan: ["all", "all", "all", "all"],
  pourquoi: ["all", "all", "all", "all"],
  question: ["all", "all", "all", "all"],
  transmettre: ["all", "all", "all", "all"],
  retirer: ["own", "own", "own", "own"],
  repondre: ["none", "none", "all", "none"],
  faq: ["all", "all", "all", "all"],
  echeances: ["all", "own", "all", "all"],
  absence: ["own", "own", "all", "own"],
  rappels: ["own", "own", "own", "own"],
  envois: ["none", "none", "all", "all"],
  aide: ["all", "all", "all", "all"],
  import: ["none", "none", "none", "all"],
};

describe("who may do what", () => {
  it("is decided for every operation", () => {
    expect(Object.keys(expected).sort()).toEqual([...operations].sort());
  });

  const cases = operations.flatMap((operation) =>
    roles.map((role, index) => ({ operation, role, right: expected[operation][index] ?? "none" })),
  );

  it.each(cases)("$operation, $role: $right", ({ operation, role, right }) => {
    expect(mayDo(operation, role, true)).toBe(right !== "none");
    expect(mayDo(operation, role, false)).toBe(right === "all");
  });

  it("whoever stands in for an absent owner may write their figures, and what every owner may do", () => {
    expect(operations.filter((operation) => !mayStandIn(operation))).toEqual(
      operations.filter((operation) => expected[operation][1] === "none"),
    );
    expect(mayStandIn("saisir")).toBe(true);
    expect(mayStandIn("import")).toBe(false);
  });
});
