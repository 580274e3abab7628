import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { wordsForForm } from "../../src/commands/form-line.ts";

const now = Temporal.Instant.from("2026-11-24T09:00:00Z");

describe("a line that gives a figure without its value asks for a form", () => {
  it.each([
    ["/saisir", ""],
    ["saisir", ""],
    ["/SAISIR eau", "eau"],
    ["/submit eau", "eau"],
    ["/cairn saisir déchets papier", "déchets papier"],
    ["/saisir eau T3", "eau T3"],
    ["/saisir eau T3 2026", "eau T3 2026"],
    ["/saisir eau 2026-T3", "eau 2026-T3"],
    ["/saisir eau 1er trimestre 2026", "eau 1er trimestre 2026"],
    ["/saisir eau troisième trimestre de 2026", "eau troisième trimestre de 2026"],
    ["/saisir pommes", "pommes"],
  ])("%s", (line, words) => {
    expect(wordsForForm(line, now)).toBe(words);
  });

  it.each([
    "/saisir eau 12",
    "/saisir eau 12 m3 T3 2026",
    "/saisir eau T3 12",
    "/saisir eau T3 2026 12 m3",
    "/saisir eau 2025",
    "/saisir eau -3",
    "/saisir eau ,5",
    "/saisir eau T3 2031",
    "/cairn corriger eau T3",
    "/cairn",
    "/cairn plan",
    "",
  ])("but not %s", (line) => {
    expect(wordsForForm(line, now)).toBeNull();
  });
});

describe("a quarter that has just begun", () => {
  it.each([
    ["in Paris, not yet in UTC", "2026-12-31T23:30:00Z"],
    ["on Réunion, not yet in Paris", "2026-12-31T20:30:00Z"],
  ])("%s, is a quarter to give a figure of", (_, at) => {
    expect(wordsForForm("/saisir eau T1 2027", Temporal.Instant.from(at))).toBe("eau T1 2027");
  });

  it("and one that has begun nowhere is none", () => {
    const at = Temporal.Instant.from("2026-12-31T09:59:00Z");
    expect(wordsForForm("/saisir eau T1 2027", at)).toBeNull();
  });
});
