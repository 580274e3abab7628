import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sizeOf } from "../../../src/platforms/slack/escape.ts";
import { pieces, shortened } from "../../../src/platforms/slack/split.ts";

describe("a text too long for a place is cut where a reader would", () => {
  it.each([
    ["at a line's end", "première ligne\nseconde ligne", 20, ["première ligne", "seconde ligne"]],
    ["between words", "des mots de tous les jours", 12, ["des mots de", "tous les", "jours"]],
    ["between characters when there is no other way", "abcdefghij", 4, ["abcd", "efgh", "ij"]],
    ["not inside a figure", "total 1 234 567,89", 12, ["total", "1 234 567,89"]],
    ["not inside a figure with narrow spaces", "soit 1\u202F234,5", 8, ["soit", "1\u202F234,5"]],
    ["not inside a figure with an apostrophe", "soit 1'234.5", 8, ["soit", "1'234.5"]],
    ["not before a unit", "soit 12,5 kWh", 10, ["soit", "12,5 kWh"]],
    ["not before a percent sign", "soit 12,5\u00A0% de", 10, ["soit", "12,5\u00A0% de"]],
    ["not after a sign", "écart − 12,5", 9, ["écart", "− 12,5"]],
    ["not after a plus or minus", "écart ± 3", 8, ["écart", "± 3"]],
    ["not inside an emoji", "👩‍👩‍👧👩‍👩‍👧", 9, ["👩‍👩‍👧", "👩‍👩‍👧"]],
    ["not inside a flag", "🇫🇷🇫🇷", 6, ["🇫🇷", "🇫🇷"]],
    ["not between a letter and its accent", "ae\u0301e\u0301", 4, ["ae\u0301", "e\u0301"]],
    ["counting what escaping adds", "a & b & c", 8, ["a &", "b &", "c"]],
  ])("%s", (_, text, limit, expected) => {
    expect(pieces(text, limit)).toEqual(expected);
  });

  it("shows a figure that nothing can hold as missing, rather than a part of it", () => {
    expect(pieces("1234567890 kWh et la suite", 6)).toEqual(["…", "et la", "suite"]);
    expect(shortened("1234567890", 6)).toBe("…");
  });

  it.each([
    ["short enough as it is", "court", 10, "court"],
    ["ended by an ellipsis", "un texte bien trop long", 12, "un texte…"],
    ["ended before a figure", "Donner l’eau (1 234 m3)", 18, "Donner l’eau…"],
    ["ended before a figure and its unit", "abcdef:1234 kWh", 14, "abcdef:…"],
    ["shown as nothing but an ellipsis", "…………", 1, "…"],
  ])("or %s", (_, text, limit, expected) => {
    expect(shortened(text, limit)).toBe(expected);
  });

  const anyText = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc
      .array(fc.constantFrom("12", " ", "\u202F", ",5", "kWh", "−", "mot", "\n", "&", "👍🏽", "e\u0301"), {
        maxLength: 150,
      })
      .map((parts) => parts.join("")),
  );

  it("every piece fits and, but for the ellipses, nothing is lost but the blanks between pieces", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 6, max: 90 }), (text, limit) => {
        const found = pieces(text, limit);
        expect(found.filter((piece) => sizeOf(piece) > limit || piece === "")).toEqual([]);
        if (found.includes("…")) return;
        expect(found.join("").replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
      }),
    );
  });

  it("what is kept of a text is its beginning, and the next character continues no figure", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 90 }), (text, limit) => {
        const kept = shortened(text, limit);
        expect(sizeOf(kept)).toBeLessThanOrEqual(Math.max(limit, 1));
        if (kept === text) return;
        const beginning = kept.slice(0, -1);
        expect(text.startsWith(beginning)).toBe(true);
        expect(`${beginning}|${text.slice(beginning.length)}`).not.toMatch(
          /\d\|[ \u00A0\u202F]?[\d\p{L}%]|\d[.,]\|\d/u,
        );
      }),
    );
  });
});
