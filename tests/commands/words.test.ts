import { describe, expect, it } from "vitest";
import { takeConfirmation } from "../../src/commands/words.ts";

describe("the word that ends a line confirms it, unless it ends a note", () => {
  it.each([
    ["eau 12 m3 confirmer", "eau 12 m3", true],
    ["eau 12 m3 T3 relevé  CONFIRME ", "eau 12 m3 T3 relevé", true],
    ["eau 12 m3 confirm", "eau 12 m3", true],
    ["confirmer", "", true],
    ["eau 12 m3 T3 reste à confirmer confirmer", "eau 12 m3 T3 reste à confirmer", true],
    ["eau 12 m3 à confirmer", "eau 12 m3 à confirmer", false],
    ["eau 12 m3 A CONFIRMER", "eau 12 m3 A CONFIRMER", false],
    ["eau 12 m3 T3 reste à confirmer", "eau 12 m3 T3 reste à confirmer", false],
    ["eau 12 m3 T3 encore à confirmer", "eau 12 m3 T3 encore à confirmer", false],
    ["eau 12 m3 Q3 still to confirm", "eau 12 m3 Q3 still to confirm", false],
    ["eau 12 m3 T3 relevé non confirmé", "eau 12 m3 T3 relevé non confirmé", false],
    ["eau 12 m3 T3 pour confirmer", "eau 12 m3 T3 pour confirmer", false],
    ["eau 12 m3", "eau 12 m3", false],
    ["", "", false],
  ])("%j", (text, words, confirmed) => {
    expect(takeConfirmation(text)).toEqual({ words, confirmed });
  });
});
