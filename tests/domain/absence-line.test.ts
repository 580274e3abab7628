import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { readAbsenceLine } from "../../src/domain/absence-line.ts";

const today = Temporal.PlainDate.from("2026-11-24");

/** What is read, with days as texts. */
function read(text: string) {
  return JSON.parse(JSON.stringify(readAbsenceLine(text, today)));
}

describe("an absence as typed on 24 November 2026", () => {
  const christmas = { from: "2026-12-24", to: "2027-01-02" };
  it.each([
    { typed: "2026-12-24 2027-01-02", ...christmas, delegate: null, person: null },
    { typed: "24/12 02/01", ...christmas, delegate: null, person: null },
    {
      typed: "24/12/2026 2/1/2027 mobilite@cluster.example",
      ...christmas,
      delegate: "mobilite@cluster.example",
      person: null,
    },
    { typed: "du 24 décembre au 2 janvier", ...christmas, delegate: null, person: null },
    {
      typed: "du 24 décembre jusqu’au 2 janvier inclus mobilite",
      ...christmas,
      delegate: "mobilite",
      person: null,
    },
    {
      typed: "24/12 02/01 remplacé par Responsable mobilité",
      ...christmas,
      delegate: "Responsable mobilité",
      person: null,
    },
    { typed: "24/12 → 02/01, délégué : mobilite", ...christmas, delegate: "mobilite", person: null },
    {
      typed: "from 24 December to 2 January with mobilite",
      ...christmas,
      delegate: "mobilite",
      person: null,
    },
    {
      typed: "24/12 02/01 pour energie@cluster.example",
      ...christmas,
      delegate: null,
      person: "energie@cluster.example",
    },
    { typed: "24/12 02/01 mobilite for energie", ...christmas, delegate: "mobilite", person: "energie" },
    { typed: "demain demain", from: "2026-11-25", to: "2026-11-25", delegate: null, person: null },
    { typed: "lundi vendredi", from: "2026-11-30", to: "2026-12-04", delegate: null, person: null },
    { typed: "23/11 27/11", from: "2026-11-23", to: "2026-11-27", delegate: null, person: null },
    { typed: "26/10 20/10", from: "2026-10-26", to: "2026-10-20", delegate: null, person: null },
  ])("« $typed »", ({ typed, ...expected }) => {
    expect(read(typed)).toMatchObject({ kind: "record", ...expected });
  });

  it.each([
    { typed: "annuler", day: null, person: null },
    { typed: "ANNULER 24/12", day: "2026-12-24", person: null },
    { typed: "cancel on 24 December", day: "2026-12-24", person: null },
    { typed: "annuler pour energie", day: null, person: "energie" },
    { typed: "annuler le 24/12 pour energie", day: "2026-12-24", person: "energie" },
  ])("« $typed » withdraws", ({ typed, ...expected }) => {
    expect(read(typed)).toEqual({ kind: "withdraw", ...expected });
  });

  it.each([
    { typed: "", expected: { kind: "no_day" } },
    { typed: "du", expected: { kind: "no_day" } },
    { typed: "bientôt", expected: { kind: "not_a_day", typed: "bientôt" } },
    { typed: "32/12 02/01", expected: { kind: "not_a_day", typed: "32/12" } },
    { typed: "24/12 32/01", expected: { kind: "not_a_day", typed: "32/01" } },
    { typed: "annuler bientôt", expected: { kind: "not_a_day", typed: "bientôt" } },
    { typed: "24/12", expected: { kind: "one_day", from: "2026-12-24", rest: "", person: null } },
    {
      typed: "24/12 mobilite pour energie",
      expected: { kind: "one_day", from: "2026-12-24", rest: "mobilite", person: "energie" },
    },
  ])("« $typed » is not one", ({ typed, expected }) => {
    expect(read(typed)).toEqual(expected);
  });
});
