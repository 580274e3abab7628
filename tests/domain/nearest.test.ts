import { describe, expect, it } from "vitest";
import { nearest } from "../../src/domain/nearest.ts";

describe("the nearest known word is the one that was probably meant", () => {
  it.each<[string, string[], string | null]>([
    ["ownr", ["owner", "note"], "owner"],
    ["Électricite", ["gaz", "electricite"], "electricite"],
    ["owner", ["note", "owner"], "owner"],
    ["dechets_verre", ["dechets-bio", "dechets-verre"], "dechets-verre"],
    ["evidense", ["evidence"], "evidence"],
    ["amortisation", ["amortisation_years"], null],
    ["eaux", ["gaz", "eau"], "eau"],
    ["sol", ["eau"], null],
    ["nom", ["name"], null],
    ["", ["a", "bc"], null],
    ["ab", ["ax", "xb"], "ax"],
    ["anything", [], null],
  ])("%s among %j: %s", (typed, known, expected) => {
    expect(nearest(typed, known)).toBe(expected);
  });
});
