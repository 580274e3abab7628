import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";

const monday = { as: "energie", at: "2026-10-05T08:00:00Z" };

describe.each(engines)("/cairn rappels on %s", (engine) => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  const unset = {
    language: "fr",
    numberProfile: "fr",
    hour: 9,
    timeZone: "Europe/Paris",
    platform: null,
    snoozedUntil: null,
    absences: [],
  };

  it("alone shows what holds, by default as well", async () => {
    expect(await test.say("/cairn rappels", monday)).toEqual({
      ok: true,
      command: "rappels",
      text: [
        "Vos rappels",
        [
          "Langue          français",
          "Nombres         1 234,5",
          "Heure           à partir de 9 h, les jours ouvrés",
          "Fuseau horaire  Europe/Paris",
          "Où              là où vous parlez à Cairn",
          "En pause        non",
        ].join("\n"),
      ].join("\n\n"),
      data: { preferences: unset },
    });
  });

  it("each sets one thing and leaves the rest", async () => {
    const lines = ["14h", "teams", "America/New_York", "12/10", "nombres fr"];
    for (const line of lines)
      expect(await test.say(`/cairn rappels ${line}`, monday)).toMatchObject({ ok: true });
    expect(await test.say("/cairn rappels en", monday)).toMatchObject({
      ok: true,
      text: expect.stringMatching(/^Noted\. Your reminders:\n\nLanguage {3}English\nNumbers {4}1 234,5\n/u),
      data: {
        preferences: {
          language: "en",
          numberProfile: "fr",
          hour: 14,
          timeZone: "America/New_York",
          platform: "teams",
          snoozedUntil: "2026-10-12",
          absences: [],
        },
      },
    });
    expect(await test.say("/cairn plan AI.1", monday)).toMatchObject({
      text: expect.stringContaining("Evaluation criterion"),
    });
  });

  it("a pause ends on its day, or when one says so", async () => {
    const snoozed = async (line: string, at: string) =>
      JSON.parse(JSON.stringify(await test.say(line, { as: "energie", at }))).data.preferences.snoozedUntil;
    expect(await snoozed("/cairn rappels", "2026-10-12T03:00:00Z")).toBe("2026-10-12");
    expect(await snoozed("/cairn rappels", "2026-10-12T08:00:00Z")).toBeNull();
    expect(await snoozed("/cairn rappels demain", "2026-10-12T08:00:00Z")).toBe("2026-10-13");
    expect(await snoozed("/cairn rappels reprendre", "2026-10-12T08:00:00Z")).toBeNull();
  });

  it.each([
    { line: "8h", data: { problem: "outside_hours", hours: { from: 9, to: 16 } } },
    { line: "hier", data: { problem: "past" } },
    { line: "pigeon", data: { problem: "not_a_preference" } },
  ])("« $line » is refused and changes nothing", async ({ line, data }) => {
    const said = { as: "mobilite", at: monday.at };
    expect(await test.say(`/cairn rappels ${line}`, said)).toMatchObject({
      ok: false,
      error: { code: "invalid_period", data: { typed: line, ...data } },
    });
    expect(await test.say("/cairn rappels", said)).toMatchObject({ data: { preferences: unset } });
  });

  it("shows one's absences to come, with the line that withdraws each", async () => {
    await test.say("/cairn absence 20/10 21/10 mobilite", { as: "achats", at: monday.at });
    expect(await test.say("/cairn rappels", { as: "achats", at: monday.at })).toMatchObject({
      text: expect.stringContaining(
        "→ Annuler l’absence du 20 octobre 2026 au 21 octobre 2026 · /cairn absence annuler 2026-10-20",
      ),
      data: {
        preferences: {
          absences: [{ from: "2026-10-20", to: "2026-10-21", delegate: "mobilite@cluster.example" }],
        },
      },
    });
  });
});
