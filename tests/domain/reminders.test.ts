import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { listedReminders } from "../../src/domain/reminders.ts";
import { entry } from "../support/build.ts";
import { away, collection, remembering, summary } from "../support/collection.ts";

/** 9:30 in Paris, winter and summer alike near enough: business hours at both. */
const morning = (day: string) => `${day}T08:30:00Z`;
const given = (slug: string, at: string) => entry(slug, "2026-T3", "1", { at });
const eauDone = given("eau", "2026-10-02T08:00:00Z");
const gazDone = given("gaz", "2026-10-02T08:00:00Z");
const trainDone = given("train", "2026-10-02T08:00:00Z");

// 2026-T3: opening 1 October, reminder 8, eve 14, due 15, overdue 16, escalation 22.
describe("the stages of a quarter", () => {
  it("are each sent on their day, with copies to the referents, and nothing in between or after", () => {
    const remind = remembering();
    const days = Array.from({ length: 92 }, (_, index) =>
      Temporal.PlainDate.from("2026-10-01").add({ days: index }),
    );
    const sent = days.map((day) => [
      day.toString(),
      summary(remind(morning(day.toString()), { entries: [gazDone] })),
    ]);
    expect(Object.fromEntries(sent.filter(([, messages]) => messages?.length))).toEqual({
      "2026-10-01": ["energie: eau 2026-T3 opening", "mobilite: train 2026-T3 opening"],
      "2026-10-08": ["energie: eau 2026-T3 reminder", "mobilite: train 2026-T3 reminder"],
      "2026-10-14": ["energie: eau 2026-T3 eve", "mobilite: train 2026-T3 eve"],
      "2026-10-16": [
        "technique:; copies eau 2026-T3 overdue + train 2026-T3 overdue",
        "energie: eau 2026-T3 overdue; cc technique",
        "mobilite: train 2026-T3 overdue; cc technique",
      ],
      "2026-10-22": [
        "technique:; copies eau 2026-T3 escalation + train 2026-T3 escalation",
        "politique:; copies eau 2026-T3 escalation + train 2026-T3 escalation",
        "energie: eau 2026-T3 escalation; cc technique politique",
        "mobilite: train 2026-T3 escalation; cc technique politique",
      ],
    });
  });

  it("are one message a person a day, with every figure due and its due day", () => {
    expect(remembering()(morning("2026-10-01"))).toEqual([
      {
        to: "energie@x",
        day: Temporal.PlainDate.from("2026-10-01"),
        stage: "opening",
        cc: [],
        items: [
          { indicator: "eau", period: "2026-T3", due: "2026-10-15", stage: "opening", partial: false },
          { indicator: "gaz", period: "2026-T3", due: "2026-10-15", stage: "opening", partial: false },
        ],
        copies: [],
      },
      {
        to: "mobilite@x",
        day: Temporal.PlainDate.from("2026-10-01"),
        stage: "opening",
        cc: [],
        items: [
          { indicator: "train", period: "2026-T3", due: "2026-10-15", stage: "opening", partial: false },
        ],
        copies: [],
      },
    ]);
  });

  it("are sent once a day, however often it is asked", () => {
    const remind = remembering();
    expect(remind(morning("2026-10-01"))).toHaveLength(2);
    expect(remind(morning("2026-10-01"))).toEqual([]);
    expect(remind("2026-10-01T14:59:00Z")).toEqual([]);
  });

  it.each([
    { missed: "opening", on: "2026-10-02", stage: "opening", next: "2026-10-05" },
    { missed: "opening", on: "2026-10-06", stage: "opening", next: "2026-10-07" },
    { missed: "two stages", on: "2026-10-12", stage: "reminder", next: "2026-10-13" },
    { missed: "every stage", on: "2026-11-24", stage: "escalation", next: "2026-11-25" },
  ])("missed ($missed) are sent late once, as the stage that is current on $on", ({ on, stage, next }) => {
    const remind = remembering();
    const [first] = remind(morning(on), { entries: [gazDone, trainDone] }).filter(
      ({ to }) => to === "energie@x",
    );
    expect(first).toMatchObject({ stage, items: [{ indicator: "eau", stage }] });
    expect(remind(morning(next), { entries: [gazDone, trainDone] })).toEqual([]);
  });

  it("stop once the figure is in, and begin again when it is withdrawn", () => {
    const remind = remembering();
    remind(morning("2026-10-01"));
    expect(summary(remind(morning("2026-10-08"), { entries: [eauDone, gazDone, trainDone] }))).toEqual([]);
    expect(summary(remind(morning("2026-10-14"), { entries: [gazDone, trainDone] }))).toEqual([
      "energie: eau 2026-T3 eve",
    ]);
  });

  it("are one message a day even when a figure is withdrawn after it: that one waits for the next day", () => {
    const remind = remembering();
    expect(summary(remind(morning("2026-10-01"), { entries: [eauDone, trainDone] }))).toEqual([
      "energie: gaz 2026-T3 opening",
    ]);
    expect(remind("2026-10-01T13:00:00Z", { entries: [trainDone] })).toEqual([]);
    expect(summary(remind(morning("2026-10-02"), { entries: [trainDone] }))).toEqual([
      "energie: eau 2026-T3 opening",
    ]);
  });

  it("come for a partial figure, and say so; not once it is confirmed after the quarter", () => {
    const partial = given("eau", "2026-09-20T08:00:00Z");
    const confirmed = { ...given("eau", "2026-10-02T08:00:00Z"), revision: 2 };
    const [first] = remembering()(morning("2026-10-08"), { entries: [partial, gazDone, trainDone] });
    expect(first).toMatchObject({
      to: "energie@x",
      items: [{ indicator: "eau", stage: "reminder", partial: true }],
    });
    expect(remembering()(morning("2026-10-08"), { entries: [confirmed, gazDone, trainDone] })).toEqual([]);
  });

  it("count a figure of the whole year as given", () => {
    const whole = entry("eau", "2026", "4", { at: "2026-10-02T08:00:00Z" });
    expect(remembering()(morning("2026-10-08"), { entries: [whole, gazDone, trainDone] })).toEqual([]);
  });
});

describe("older quarters", () => {
  it("of a new installation are not escalated: only the last quarter ended is asked for", () => {
    const periods = (now: string) =>
      new Set(remembering()(now).flatMap(({ items }) => items.map(({ period }) => period)));
    expect(periods(morning("2026-10-01"))).toEqual(new Set(["2026-T3"]));
    expect(periods(morning("2026-11-24"))).toEqual(new Set(["2026-T3"]));
  });

  it("already escalated are not repeated", () => {
    const remind = remembering();
    remind(morning("2026-07-22"));
    expect(summary(remind(morning("2026-10-01")))).toEqual([
      "energie: eau 2026-T3 opening + gaz 2026-T3 opening",
      "mobilite: train 2026-T3 opening",
    ]);
  });

  it("whose stages had begun are escalated late, and the message's stage is its most urgent item's", () => {
    const remind = remembering();
    remind(morning("2026-07-01"));
    const messages = remind(morning("2026-10-01"), { entries: [trainDone] });
    expect(summary(messages)).toEqual([
      "technique:; copies eau 2026-T2 escalation + gaz 2026-T2 escalation + train 2026-T2 escalation",
      "politique:; copies eau 2026-T2 escalation + gaz 2026-T2 escalation + train 2026-T2 escalation",
      "energie: eau 2026-T2 escalation + gaz 2026-T2 escalation + eau 2026-T3 opening + gaz 2026-T3 opening; cc technique politique",
      "mobilite: train 2026-T2 escalation; cc technique politique",
    ]);
    expect(messages.map(({ stage }) => stage)).toEqual(Array(4).fill("escalation"));
    expect(remind(morning("2026-10-02"), { entries: [trainDone] })).toEqual([]);
  });

  it("before collect_from are never asked for", () => {
    expect(remembering()(morning("2026-10-01"), { plan: { ...collection, collectFrom: "2026-T4" } })).toEqual(
      [],
    );
  });
});

describe("during an absence", () => {
  const absent = [away("energie", "2026-10-12", "2026-10-19", "membre")];

  it("the delegate is asked instead, and the owner again once back", () => {
    const remind = remembering();
    const setting = { entries: [trainDone], absences: absent };
    expect(summary(remind(morning("2026-10-08"), setting))).toEqual([
      "energie: eau 2026-T3 reminder + gaz 2026-T3 reminder",
    ]);
    expect(summary(remind(morning("2026-10-14"), setting))).toEqual([
      "membre: eau 2026-T3 eve + gaz 2026-T3 eve",
    ]);
    expect(summary(remind(morning("2026-10-16"), setting))).toEqual([
      "technique:; copies eau 2026-T3 overdue + gaz 2026-T3 overdue",
      "membre: eau 2026-T3 overdue + gaz 2026-T3 overdue; cc technique",
    ]);
    expect(remind(morning("2026-10-20"), setting)).toEqual([]);
    expect(summary(remind(morning("2026-10-22"), setting)).at(-1)).toBe(
      "energie: eau 2026-T3 escalation + gaz 2026-T3 escalation; cc technique politique",
    );
  });

  it("a delegate who owes figures gets one message for all", () => {
    const absences = [away("energie", "2026-10-12", "2026-10-19", "mobilite")];
    expect(summary(remembering()(morning("2026-10-14"), { absences }))).toEqual([
      "mobilite: eau 2026-T3 eve + gaz 2026-T3 eve + train 2026-T3 eve",
    ]);
  });

  it("without a delegate nobody is asked, the referents are told at their stages, and the owner is asked once back", () => {
    const remind = remembering();
    const setting = { entries: [trainDone], absences: [away("energie", "2026-10-12", "2026-10-19")] };
    expect(remind(morning("2026-10-14"), setting)).toEqual([]);
    expect(summary(remind(morning("2026-10-16"), setting))).toEqual([
      "technique:; copies eau 2026-T3 overdue + gaz 2026-T3 overdue",
    ]);
    expect(summary(remind(morning("2026-10-20"), setting))).toEqual([
      "energie: eau 2026-T3 overdue + gaz 2026-T3 overdue; cc technique",
    ]);
  });

  it.each([
    {
      case: "with a delegate, that one is told",
      absences: [away("technique", "2026-10-12", "2026-10-19", "membre")],
      told: "membre",
    },
    {
      case: "without one, the other referent is",
      absences: [away("technique", "2026-10-12", "2026-10-19")],
      told: "politique",
    },
  ])("of the technical referent $case", ({ absences, told }) => {
    const messages = remembering()(morning("2026-10-16"), { entries: [gazDone, trainDone], absences });
    expect(summary(messages).toSorted()).toEqual(
      [`${told}:; copies eau 2026-T3 overdue`, `energie: eau 2026-T3 overdue; cc ${told}`].toSorted(),
    );
  });

  it("a delegate who has left the plan stands in for nobody", () => {
    const left = (name: string) => [away(name, "2026-10-12", "2026-10-19", "partie")];
    const entries = [gazDone, trainDone];
    expect(remembering()(morning("2026-10-14"), { entries, absences: left("energie") })).toEqual([]);
    expect(summary(remembering()(morning("2026-10-16"), { entries, absences: left("technique") }))).toEqual([
      "politique:; copies eau 2026-T3 overdue",
      "energie: eau 2026-T3 overdue; cc politique",
    ]);
  });

  it("a referent who stands in is asked, and not told besides", () => {
    const absences = [away("energie", "2026-10-12", "2026-10-23", "technique")];
    const messages = remembering()(morning("2026-10-22"), { entries: [gazDone, trainDone], absences });
    expect(summary(messages)).toEqual([
      "technique: eau 2026-T3 escalation; cc politique",
      "politique:; copies eau 2026-T3 escalation",
    ]);
  });
});

describe("a reader's own hours", () => {
  const entries = [gazDone, trainDone];

  it("nothing leaves at night, on weekends or on holidays", () => {
    const closed = [
      "2026-10-01T06:59:00Z",
      "2026-10-01T15:00:00Z",
      "2026-10-03T09:00:00Z",
      "2026-11-11T09:00:00Z",
    ];
    expect(closed.map((now) => remembering()(now, { entries }))).toEqual([[], [], [], []]);
  });

  it("a chosen hour is waited for", () => {
    const remind = remembering();
    const settings = { energie: { hour: 14 } };
    expect(remind("2026-10-01T11:59:00Z", { entries, settings })).toEqual([]);
    expect(summary(remind("2026-10-01T12:00:00Z", { entries, settings }))).toEqual([
      "energie: eau 2026-T3 opening",
    ]);
  });

  it("another time zone has its own morning and its own day", () => {
    const remind = remembering();
    const settings = { energie: { timeZone: "America/New_York" } };
    expect(remind("2026-10-01T12:59:00Z", { entries, settings })).toEqual([]);
    const [first] = remind("2026-10-01T20:30:00Z", { entries, settings });
    expect(first).toMatchObject({ to: "energie@x", day: Temporal.PlainDate.from("2026-10-01") });
  });

  it("a copy keeps the referent's hour, in a message of its own", () => {
    const remind = remembering();
    const settings = { technique: { hour: 15 } };
    expect(summary(remind("2026-10-16T08:00:00Z", { entries, settings }))).toEqual([
      "energie: eau 2026-T3 overdue; cc technique",
    ]);
    expect(summary(remind("2026-10-16T13:00:00Z", { entries, settings }))).toEqual([
      "technique:; copies eau 2026-T3 overdue",
    ]);
  });
});

describe("a snooze", () => {
  const entries = [gazDone, trainDone];
  const until = (day: string) => ({ energie: { snoozedUntil: Temporal.PlainDate.from(day) } });

  it("is honoured to its day, and what was due meanwhile comes then", () => {
    const remind = remembering();
    const settings = until("2026-10-12");
    expect(remind(morning("2026-10-08"), { entries, settings })).toEqual([]);
    expect(remind(morning("2026-10-09"), { entries, settings })).toEqual([]);
    expect(summary(remind(morning("2026-10-12"), { entries, settings }))).toEqual([
      "energie: eau 2026-T3 reminder",
    ]);
    expect(remind(morning("2026-10-13"), { entries, settings })).toEqual([]);
  });

  it("after a message brings it back on that day, once", () => {
    const remind = remembering();
    const settings = until("2026-10-06");
    expect(summary(remind(morning("2026-10-01"), { entries }))).toEqual(["energie: eau 2026-T3 opening"]);
    expect(remind(morning("2026-10-05"), { entries, settings })).toEqual([]);
    expect(summary(remind(morning("2026-10-06"), { entries, settings }))).toEqual([
      "energie: eau 2026-T3 opening",
    ]);
    expect(remind(morning("2026-10-07"), { entries, settings })).toEqual([]);
  });

  it("long over brings back no older quarter", () => {
    const remind = remembering();
    remind(morning("2026-07-22"));
    expect(summary(remind(morning("2026-10-01"), { entries, settings: until("2026-09-01") }))).toEqual([
      "energie: eau 2026-T3 opening",
    ]);
  });

  it("of the owner does not keep the referents from being told", () => {
    const messages = remembering()(morning("2026-10-16"), { entries, settings: until("2026-10-30") });
    expect(summary(messages)).toEqual(["technique:; copies eau 2026-T3 overdue"]);
  });
});

describe("the list of the command line", () => {
  it("shows a copy as the cc of the message it copies", () => {
    const listed = listedReminders(remembering()(morning("2026-10-16"), { entries: [gazDone] }));
    expect(listed.map(({ to, stage, cc, items }) => [to, stage, cc, items.length])).toEqual([
      ["energie@x", "overdue", ["technique@x"], 1],
      ["mobilite@x", "overdue", ["technique@x"], 1],
    ]);
  });

  it("shows what nobody is asked for as the referent's own message", () => {
    const absences = [away("energie", "2026-10-12", "2026-10-19")];
    const listed = listedReminders(remembering()(morning("2026-10-16"), { absences }));
    expect(listed.map(({ to, cc, items }) => [to, cc, items.map((item) => item.indicator)])).toEqual([
      ["technique@x", [], ["eau", "gaz"]],
      ["mobilite@x", ["technique@x"], ["train"]],
    ]);
  });
});
