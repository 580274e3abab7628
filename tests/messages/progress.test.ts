import { describe, expect, it } from "vitest";
import type { Span } from "../../src/domain/span.ts";
import { languages, messagesFor } from "../../src/messages/messages.ts";

describe("a span is read as people say it", () => {
  it.each<[Span, french: string, english: string]>([
    [{ from: "2026-T1", to: "2026-T4" }, "l’année 2026", "the year 2026"],
    [{ from: "2026-T3", to: "2026-T3" }, "T3 2026", "Q3 2026"],
    [{ from: "2026-T1", to: "2026-T3" }, "T1 à T3 2026", "Q1 to Q3 2026"],
    [{ from: "2025-T4", to: "2026-T3" }, "T4 2025 à T3 2026", "Q4 2025 to Q3 2026"],
  ])("%j", (span, french, english) => {
    expect(languages.map((language) => messagesFor(language).progress.spanName(span))).toEqual([
      french,
      english,
    ]);
  });
});

describe.each(languages)("the status in words, in %s", (language) => {
  const { status } = messagesFor(language).progress;

  it("differs between falling and rising only away from the target", () => {
    expect(status("on_track", "up")).toBe(status("on_track", "down"));
    expect(status("at_risk", "up")).not.toBe(status("at_risk", "down"));
    expect(status("off_track", "up")).not.toBe(status("off_track", "down"));
  });
});
