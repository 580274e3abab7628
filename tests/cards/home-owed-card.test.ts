import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { byUrgency, type OwedView, owedCard } from "../../src/cards/home-owed-card.ts";
import { type DueFigure, dueStatuses } from "../../src/domain/due.ts";
import { messagesFor } from "../../src/messages/messages.ts";
import { indicator, planOf } from "../support/build.ts";

const today = Temporal.PlainDate.from("2026-11-24");

function figure(slug: string, changes: Partial<DueFigure> = {}): DueFigure {
  return {
    indicator: indicator(slug, { owner: "a@cluster.example" }),
    period: "2026-T3",
    due: Temporal.PlainDate.from("2026-10-15"),
    status: "late",
    partial: false,
    ...changes,
  };
}

function view(figures: readonly DueFigure[]): OwedView {
  return { figures, email: "a@cluster.example", today, plan: planOf(), current: "2026-T4", saysNext: true };
}

const next = {
  type: "note",
  text: "Le trimestre en cours, T4 2026, sera attendu pour le 15 janvier 2027.",
};

describe("the order of what is owed", () => {
  it.each<
    [
      rule: string,
      figures: readonly [slug: string, status: DueFigure["status"], due: string][],
      order: string,
    ]
  >([
    [
      "late figures come first",
      [
        ["b", "open", "2026-11-25"],
        ["a", "late", "2026-10-15"],
      ],
      "a b",
    ],
    [
      "of late ones, the last due first",
      [
        ["a", "late", "2021-04-15"],
        ["b", "late", "2026-10-15"],
      ],
      "b a",
    ],
    [
      "of others, the next due first",
      [
        ["a", "open", "2027-01-15"],
        ["b", "open", "2026-12-01"],
      ],
      "b a",
    ],
    [
      "those of the absent come last",
      [
        ["a", "absent", "2026-10-15"],
        ["b", "open", "2027-01-15"],
      ],
      "b a",
    ],
    [
      "those of one day stay in the plan’s order",
      [
        ["b", "late", "2026-10-15"],
        ["a", "late", "2026-10-15"],
      ],
      "b a",
    ],
  ])("%s", (_, figures, order) => {
    const given = figures.map(([slug, status, due]) =>
      figure(slug, { status, due: Temporal.PlainDate.from(due) }),
    );
    expect(
      byUrgency(given, today)
        .map((each) => each.indicator.slug)
        .join(" "),
    ).toBe(order);
  });
});

describe("the card of what is owed", () => {
  const messages = messagesFor("fr");
  const blocks = (figures: readonly DueFigure[]) => owedCard(view(figures), messages).blocks;

  it("says kindly that nothing is", () => {
    expect(blocks([])).toEqual([{ type: "text", text: "Rien n’est attendu de vous pour le moment." }]);
    expect(blocks([figure("eau", { status: "done" })])).toEqual([
      { type: "text", text: "Rien n’est en attente : tout ce qui était attendu est là, merci !" },
      next,
    ]);
  });

  it("says of each figure what it lacks, for whom, for when, and has the button that gives it", () => {
    const other = { indicator: indicator("gaz", { owner: "b@cluster.example" }) };
    const given = blocks([figure("eau", { partial: true }), figure("gaz", { ...other, status: "absent" })]);
    expect(given).toEqual([
      {
        type: "text",
        text: "eau, T3 2026 : en retard, attendu pour le 15 octobre 2026 ; donné avant la fin du trimestre, à confirmer ou à corriger.",
      },
      {
        type: "actions",
        actions: [{ label: "Saisir", line: "/saisir eau 2026-T3", spoken: "Saisir eau, T3 2026" }],
      },
      {
        type: "text",
        text: "gaz, T3 2026 : absence, attendu pour le 15 octobre 2026 ; à la place de b@cluster.example.",
      },
      {
        type: "actions",
        actions: [{ label: "Saisir", line: "/saisir gaz 2026-T3", spoken: "Saisir gaz, T3 2026" }],
      },
      next,
    ]);
  });

  it.each([
    [10, 10, null],
    [11, 10, "Et 1 autre chiffre."],
    [200, 10, "Et 190 autres chiffres."],
  ])("of %i figures shows %i, counts the others and says where they are", (count, shown, others) => {
    const figures = Array.from({ length: count }, (_, at) => figure(`i${at}`));
    const drawn = blocks(figures);
    const lines = drawn.flatMap((block) => (block.type === "actions" ? block.actions : []));
    const all = { label: "Voir toutes les échéances", line: "/cairn echeances" };
    expect(lines.filter(({ label }) => label === "Saisir")).toHaveLength(shown);
    expect(lines.slice(shown)).toEqual(others === null ? [] : [all]);
    expect(drawn.at(-3)).toEqual(others === null ? expect.anything() : { type: "text", text: others });
  });

  it("never shows more than it counts, and drops nothing", () => {
    const anyFigure = fc.record({
      status: fc.constantFrom(...dueStatuses),
      due: fc.integer({ min: -2000, max: 200 }).map((days) => today.add({ days })),
    });
    fc.assert(
      fc.property(fc.array(anyFigure, { maxLength: 60 }), (changes) => {
        const figures = changes.map((change, at) => figure(`i${at}`, change));
        const said = JSON.stringify(blocks(figures));
        const waiting = figures.filter(({ status }) => status !== "done").length;
        const buttons = said.match(/"line":"\/saisir/gu)?.length ?? 0;
        const others = Number(/"Et (\d+) autre/u.exec(said)?.[1] ?? 0);
        expect(buttons + others).toBe(waiting);
      }),
    );
  });
});
