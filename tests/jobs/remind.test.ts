import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reminder } from "../../src/domain/reminder.ts";
import { listedReminders } from "../../src/domain/reminders.ts";
import { remind } from "../../src/jobs/remind.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";

/** Each stage of the quarters collected in 2026, as tests/fixtures/calendar.json gives them; run at 9:30 in Paris. */
const stagesOf2026 = {
  "2025-T4": ["2026-01-02", "2026-01-08", "2026-01-14", "2026-01-16", "2026-01-22"],
  "2026-T1": ["2026-04-01", "2026-04-08", "2026-04-14", "2026-04-16", "2026-04-22"],
  "2026-T2": ["2026-07-01", "2026-07-07", "2026-07-13", "2026-07-16", "2026-07-22"],
  "2026-T3": ["2026-10-01", "2026-10-08", "2026-10-14", "2026-10-16", "2026-10-22"],
} as const;

/** Nobody does the jobs: what counts here is what is planned. */
const noQueue = async () => undefined;

/** The figures of each owner of the example roster. */
const owned = {
  technique: 1,
  energie: 4,
  mobilite: 7,
  achats: 3,
  dechets: 6,
  ressources: 2,
  formations: 2,
  collectif: 2,
} as const;

/** "energie 4 opening" for each message, with its copies. */
function summary(reminders: readonly Reminder[]): string[] {
  const bare = (email: string) => email.replace("@cluster.example", "");
  return listedReminders(reminders).map(({ to, stage, cc, items }) =>
    [`${bare(to)} ${items.length} ${stage}`, ...cc.map((email) => `cc ${bare(email)}`)].join(", "),
  );
}

describe.each(engines)("a year replayed on %s", (engine) => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  const morning = (day: string) =>
    Temporal.Instant.from(`${day}T${day > "2026-03-29" && day < "2026-10-25" ? "07" : "08"}:30:00Z`);
  const run = async (day: string) => summary(await remind(test.cairn, morning(day), noQueue));
  const say = async (as: string, line: string, day: string) => {
    const reply = await test.say(line, { as, at: `${day}T06:00:00Z` });
    expect(reply).toMatchObject({ ok: true });
  };
  const everyone = (stage: string) =>
    Object.entries(owned).map(([name, count]) => `${name} ${count} ${stage}`);

  it("nothing comes in: each stage goes to every owner, with copies from overdue on", async () => {
    const [opening, reminder, eve, overdue, escalation] = stagesOf2026["2025-T4"];
    expect(await run(opening)).toEqual(everyone("opening"));
    expect(await run(opening)).toEqual([]);
    expect(await run(reminder)).toEqual(everyone("reminder"));
    expect(await run("2026-01-12")).toEqual([]);
    expect(await run(eve)).toEqual(everyone("eve"));
    expect(await run("2026-01-15")).toEqual([]);
    const copied = (stage: string, ...to: string[]) =>
      everyone(stage).map((line) =>
        [line, ...to.filter((name) => !line.startsWith(name)).map((name) => `cc ${name}`)].join(", "),
      );
    expect(await run(overdue)).toEqual(copied("overdue", "technique"));
    expect(await run(escalation)).toEqual(copied("escalation", "technique", "politique"));
    expect(await run("2026-01-23")).toEqual([]);
    expect(await run("2026-02-27")).toEqual([]);
  });

  it("figures come in: only who still owes is asked, and a figure of the quarter under way does not count yet", async () => {
    const [opening, reminder, eve, overdue, escalation] = stagesOf2026["2026-T1"];
    await say("energie", "/saisir eau 12 m3 T1 2026", "2026-03-20");
    expect(await run(opening)).toEqual(everyone("opening"));
    for (const slug of ["gaz", "papier", "electricite"])
      await say("energie", `/saisir ${slug} 12 T1 2026`, "2026-04-02");
    for (const slug of ["formations", "stagiaires"])
      await say("formations", `/saisir ${slug} 3 T1 2026`, "2026-04-02");
    const after = await run(reminder);
    expect(after).toContain("energie 1 reminder");
    expect(after.filter((line) => line.startsWith("formations"))).toEqual([]);
    await say("energie", "/saisir eau 12 m3 T1 2026", "2026-04-13");
    expect((await run(eve)).filter((line) => line.startsWith("energie"))).toEqual([]);
    expect(await run(overdue)).toContain("achats 3 overdue, cc technique");
    await say("formations", "/cairn annuler stagiaires T1 2026 mauvais trimestre", "2026-04-20");
    expect(await run(escalation)).toContain("formations 1 escalation, cc technique, cc politique");
  });

  it("people are away, or pause, or are asked at another hour", async () => {
    const [opening, reminder, eve, overdue, escalation] = stagesOf2026["2026-T2"];
    await say("energie", "/cairn absence 01/07 09/07 membre", "2026-06-30");
    await say("mobilite", "/cairn absence 01/07 17/07", "2026-06-30");
    await say("achats", "/cairn rappels 13/07", "2026-06-30");
    const names = async (day: string) => (await run(day)).map((line) => line.split(" ", 1)[0]);
    expect(await run(opening)).toEqual([
      "technique 1 opening",
      "dechets 6 opening",
      "ressources 2 opening",
      "formations 2 opening",
      "collectif 2 opening",
      "membre 4 opening",
    ]);
    await say("membre", "/saisir eau 14 m3 T2 2026", "2026-07-02");
    expect(await run(reminder)).toContain("membre 3 reminder");
    expect(await names("2026-07-10")).toEqual([]);
    expect(await run(eve)).toEqual([
      "technique 1 eve",
      "energie 3 eve",
      "achats 3 eve",
      "dechets 6 eve",
      "ressources 2 eve",
      "formations 2 eve",
      "collectif 2 eve",
    ]);
    // technique's own figure, and the seven that nobody is asked for while mobilite is away.
    expect(await run(overdue)).toContain("technique 8 overdue");
    expect(await run("2026-07-20")).toEqual(["mobilite 7 overdue, cc technique"]);
    expect(await names(escalation)).toEqual(Object.keys(owned));
  });

  it("Cairn is off at times: a missed stage goes late once, and the quarter before it is escalated once", async () => {
    const [, , , overdue] = stagesOf2026["2026-T3"];
    await say("formations", "/cairn annuler formations T1 2026 facture d’une autre structure", "2026-10-01");
    const late = await remind(test.cairn, morning("2026-10-05"), noQueue);
    const forFormations = late.find(({ to }) => to === "formations@cluster.example");
    expect(forFormations).toMatchObject({
      stage: "escalation",
      cc: ["technique@cluster.example", "politique@cluster.example"],
    });
    expect(
      forFormations?.items.map(({ indicator, period, stage }) => `${indicator} ${period} ${stage}`),
    ).toEqual(["formations 2026-T1 escalation", "formations 2026-T3 opening", "stagiaires 2026-T3 opening"]);
    expect(summary(late)).toContain("energie 4 opening");
    expect(await run("2026-10-06")).toEqual([]);
    expect(await run(overdue)).toContain("energie 4 overdue, cc technique");
  });
});

describe.each(engines)("the ledger on %s", (engine) => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  const opening = Temporal.Instant.from("2026-10-01T07:30:00Z");

  it("asked ten times at once gives each person's message once", async () => {
    const calls = await Promise.all(Array.from({ length: 10 }, () => remind(test.cairn, opening, noQueue)));
    const given = calls.flat().map(({ to }) => to);
    expect(given.toSorted()).toEqual(
      Object.keys(owned)
        .map((name) => `${name}@cluster.example`)
        .toSorted(),
    );
    expect(new Set(calls.flat().map(({ id }) => id)).size).toBe(given.length);
  });

  it("keeps what was sent: to whom, when, of what, by opaque ids", async () => {
    const rows = await test.store.db
      .selectFrom("message")
      .innerJoin("person", "person.id", "message.person_id")
      .where("person.email", "=", "ressources@cluster.example")
      .select(["kind", "day", "stage", "cc", "items", "copies", "message.created_at"])
      .execute();
    const item = { period: "2026-T3", due: "2026-10-15", stage: "opening", partial: false };
    expect(rows).toEqual([
      {
        kind: "reminder",
        day: "2026-10-01",
        stage: "opening",
        cc: [],
        items: [
          { ...item, indicator: "publications" },
          { ...item, indicator: "consultations" },
        ],
        copies: [],
        created_at: new Date("2026-10-01T07:30:00Z"),
      },
    ]);
  });

  it("a referent's copies are one message, beside their own figures", async () => {
    const reminders = await remind(test.cairn, Temporal.Instant.from("2026-10-22T08:00:00Z"), noQueue);
    const copies = Object.fromEntries(
      reminders.map(({ to, items, copies: told }) => [to.split("@", 1)[0], [items.length, told.length]]),
    );
    expect(copies).toMatchObject({ technique: [1, 26], politique: [0, 27], energie: [4, 0] });
  });
});
