import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  figureIn,
  figureText,
  freshSession,
  itemsAt,
  markOf,
  passed,
  type Session,
  sessionIn,
  sessionText,
  walkThrough,
} from "../../../src/platforms/slack/forms-session.ts";
import type { EntryTyped } from "../../../src/platforms/slack/views/entry-typed.ts";
import { longest } from "../../../src/platforms/slack/views/names.ts";

const wanted = (...slugs: string[]) => slugs.map((indicator) => ({ indicator, period: "2026-T3" as const }));
const typed: EntryTyped = {
  indicator: "eau",
  period: "2026-T3",
  value: "12 m3",
  reading: null,
  reason: null,
  note: "relevé",
  link: "https://a.example",
};

describe("where somebody is in a form", () => {
  it("comes back from Slack as it was", () => {
    const walk = passed({ items: wanted("eau", "gaz", "papier"), at: 0, given: [], skipped: [] }, null);
    const session: Session = { round: 3, shown: "eau", proposed: "2026-T3", sure: markOf(typed), walk };
    expect(sessionIn(sessionText(session))).toEqual(session);
    expect(sessionIn(figureText(session, typed))).toEqual(session);
  });

  it("is a fresh start when it is anything else", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(sessionIn(text)).toEqual(freshSession);
      }),
    );
  });

  it.each([
    ["past its end", '{"r":0,"u":null,"p":null,"c":null,"w":{"i":["eau 2026-T3"],"a":1,"g":[],"s":[]}}'],
  ])("is out of a walk %s", (_, text) => {
    expect(sessionIn(text).walk).toBeNull();
  });
});

describe("a walk", () => {
  it("is through two figures at least", () => {
    expect([walkThrough([]), walkThrough(wanted("eau"))]).toEqual([null, null]);
    expect(walkThrough(wanted("eau", "gaz"))?.items).toEqual(wanted("eau", "gaz"));
  });

  it("leaves out a figure that was given in the place of another", () => {
    const start = { items: wanted("eau", "gaz", "papier"), at: 0, given: [], skipped: [] };
    const [gaz = { indicator: "", period: "2026-T3" as const }] = wanted("gaz");
    const next = passed(start, gaz);
    expect(next).toEqual({ items: wanted("gaz", "gaz", "papier"), at: 2, given: [0], skipped: [] });
    const end = passed(next, null);
    expect([end.at, itemsAt(end, end.given), itemsAt(end, end.skipped)]).toEqual([
      3,
      wanted("gaz"),
      wanted("papier"),
    ]);
  });
});

describe("a figure that waits for its confirmation", () => {
  it("comes back as it was typed, on one line", () => {
    expect(figureIn(figureText(freshSession, { ...typed, note: "a\nb\r\nc" }))).toEqual({
      ...typed,
      note: "a b c",
    });
  });

  it("fits in what Slack carries, with the longest walk and the longest texts", () => {
    const text = (most: number) =>
      fc.string({ maxLength: most, unit: "binary" }).map((each) => each.slice(0, most));
    const anyTyped = fc.record({
      indicator: fc.constant("i".repeat(75)),
      period: fc.constant("2026-T3"),
      value: text(longest.value),
      reading: fc.constant("9".repeat(75)),
      reason: text(longest.reason),
      note: fc.oneof(text(longest.note), fc.constant('"'.repeat(longest.note))),
      link: text(longest.link),
    });
    const slugs = fc.array(fc.stringMatching(/^[a-z-]{1,75}$/u), { maxLength: 40 });
    fc.assert(
      fc.property(anyTyped, slugs, (figure, names) => {
        const walk = walkThrough(wanted(...names));
        const session = {
          round: 999,
          shown: "s".repeat(75),
          proposed: "2026-T3",
          sure: markOf(figure),
          walk,
        };
        expect(figureText(session, figure).length).toBeLessThanOrEqual(3000);
      }),
    );
  });
});
