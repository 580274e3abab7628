import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handle } from "../../src/commands/handle.ts";
import { homeOf } from "../../src/commands/home.ts";
import { drawCard } from "../../src/platforms/terminal/draw.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";

const at = "2026-11-24T09:00:00Z";
const now = Temporal.Instant.from(at);
const asked = "Où est le compteur de gaz ?";

let test: TestCairn;
const say = async (line: string, as = "membre") => JSON.parse(JSON.stringify(await test.say(line, { as })));
const events = async () => {
  const { rows } = await sql<{ line: string }>`
    select number || ' ' || position || ' ' || kind || ' ' || coalesce(text, '–') as line
    from human_question_event order by number, position`.execute(test.store.db);
  return rows.map(({ line }) => line);
};

describe.each(engines)("a question to the referents on %s", (engine) => {
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  it("is offered where the figures have no answer", async () => {
    const { text, data } = await say(`/question ${asked}`);
    expect(data).toMatchObject({ query: { intent: "unknown" }, answer: null });
    expect(text).toContain(`→ Transmettre aux référents · /cairn transmettre ${asked}`);
    const understood = await say("/question dépenses 2025");
    expect(understood.data.query.intent).toBe("value");
    expect(understood.text).toContain("· /cairn transmettre dépenses 2025");
    await say("/saisir electricite 1000 kWh T3 2026", "technique");
    const known = await say("/question électricité T3 2026");
    expect(known.data.answer.value).toBe(1000);
    expect(known.text).not.toContain("transmettre");
  });

  it("is opened with a number, and sending it again opens no other", async () => {
    const first = await say(`/cairn transmettre ${asked}`);
    expect(first).toMatchObject({
      command: "transmettre",
      data: {
        question: {
          number: 1,
          state: "open",
          text: asked,
          by: "Membre de l'équipe",
          at: "2026-11-24T09:00:00.000Z",
        },
        duplicate: false,
      },
    });
    expect((await say(`/cairn forward ${asked}`)).data).toMatchObject({
      question: { number: 1 },
      duplicate: true,
    });
    expect((await say(`/cairn transmettre ${asked}`, "energie")).data.question.number).toBe(2);
    expect((await say("/cairn transmettre")).data.questions).toMatchObject([{ number: 1 }]);
    expect(await events()).toEqual([`1 1 asked ${asked}`, `2 1 asked ${asked}`]);
  });

  it("is seen by the referents, in their list and their Home, and by nobody else", async () => {
    const list = await say("/cairn repondre", "technique");
    expect(list.data.questions).toMatchObject([{ number: 1 }, { number: 2 }]);
    const home = async (as: string) => {
      const shown = await homeOf(test.cairn, { email: `${as}@cluster.example`, now, platform: "slack" });
      return shown.ok ? shown.home.cards.map(drawCard).join("\n\n") : "refused";
    };
    for (const as of ["technique", "politique"]) {
      expect(await home(as)).toContain(`Question 1 : ${asked}`);
      expect(await home(as)).toContain("→ Lire et répondre · /cairn repondre 1");
    }
    for (const as of ["membre", "energie", "admin"]) expect(await home(as)).not.toContain(asked);
  });

  it.each(["membre", "energie", "admin"])("is not for %s to answer", async (as) => {
    expect((await say("/cairn repondre 1 Au garage.", as)).error.code).toBe("not_allowed");
    expect((await say("/cairn repondre", as)).error.code).toBe("not_allowed");
  });

  it("is answered, then corrected, and nothing that was said is lost", async () => {
    const answered = await say("/cairn repondre 1 Au sous-sol.", "technique");
    expect(answered.data).toMatchObject({
      question: { state: "answered", answer: { text: "Au sous-sol.", by: "Référent technique" } },
      duplicate: false,
    });
    const again = await say("/cairn repondre 1 Au sous-sol.", "technique");
    expect(again.data.duplicate).toBe(true);
    const corrected = await say("/cairn answer n° 1 : Au garage.", "politique");
    expect(corrected.text).toMatch(/^Réponse à la question 1 corrigée/u);
    expect(corrected.data.question).toMatchObject({
      answer: { text: "Au garage.", by: "Référente politique" },
      history: [
        { kind: "asked", text: asked, by: "Membre de l'équipe" },
        { kind: "answered", text: "Au sous-sol.", by: "Référent technique" },
        { kind: "corrected", text: "Au garage.", by: "Référente politique" },
      ],
    });
    expect((await say("/cairn repondre 1", "technique")).data.question.history).toHaveLength(3);
  });

  it("is found again by anybody, without who asked or answered", async () => {
    const found = await say("/cairn faq compteur gaz", "energie");
    expect(found.data).toEqual({
      questions: [{ number: 1, text: asked, answer: "Au garage.", at: "2026-11-24T09:00:00.000Z" }],
    });
    expect(found.text).not.toMatch(/Membre|Référent/u);
    expect((await say("/cairn faq piscine")).data.questions).toEqual([]);
  });

  it("is offered with its answer before the next one like it, which goes on when its asker insists", async () => {
    const offered = await say("/cairn transmettre Où se trouve le compteur du gaz ?", "mobilite");
    expect(offered.data).toEqual({
      question: null,
      similar: [{ number: 1, text: asked, answer: "Au garage." }],
    });
    const line = "/cairn transmettre Où se trouve le compteur du gaz ? confirmer";
    expect(offered.text).toContain(`→ Transmettre quand même · ${line}`);
    expect((await say(line, "mobilite")).data.question).toMatchObject({
      number: 3,
      text: "Où se trouve le compteur du gaz ?",
    });
  });

  it("is withdrawn by its asker alone, as long as it is not answered", async () => {
    expect((await say("/cairn retirer 3", "energie")).error.code).toBe("not_found");
    expect((await say("/cairn retirer 3", "technique")).error.code).toBe("not_found");
    expect((await say("/cairn retirer 1")).error.code).toBe("not_found");
    expect((await say("/cairn withdraw 3", "mobilite")).data).toMatchObject({
      question: { number: 3, state: "withdrawn", answer: null },
      duplicate: false,
    });
    expect((await say("/cairn retirer 3", "mobilite")).data.duplicate).toBe(true);
    expect((await say("/cairn repondre 3 Au garage.", "technique")).error.code).toBe("not_found");
    expect((await say("/cairn repondre", "technique")).data.questions).toMatchObject([{ number: 2 }]);
  });

  it("leaves the word to figures: « retirer » with an indicator is « annuler »", async () => {
    await say("/saisir papier 5 kg T3 2026", "technique");
    expect((await say("/cairn retirer papier T3 2026 doublon", "technique")).data.entry.value).toBeNull();
    expect((await say("/cairn retirer papier T3 2026 doublon")).error.code).toBe("not_allowed");
  });

  it.each([
    ["too long a question", `/cairn transmettre ${"x".repeat(1001)}`, "technique", "too_long"],
    ["too long an answer", `/cairn repondre 2 ${"x".repeat(1501)}`, "technique", "too_long"],
    ["no such number", "/cairn repondre 99 oui", "technique", "not_found"],
    ["no number", "/cairn repondre oui", "technique", "not_found"],
    ["nothing to withdraw", "/cairn retirer", "membre", "missing_argument"],
    ["a stranger", `/cairn transmettre ${asked}`, "x@ailleurs.example", "unknown_person"],
  ])("%s is refused, and leaves nothing", async (_, line, as, code) => {
    const before = await events();
    expect((await say(line, as)).error.code).toBe(code);
    expect(await events()).toEqual(before);
  });
});

describe.each(engines)("a request about a question, delivered again on %s", (engine) => {
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  const deliver = (key: string, line: string, as = "membre") =>
    handle(test.cairn, { email: `${as}@cluster.example`, line, now, platform: "slack", key });

  it.each([
    ["transmettre", "/cairn transmettre Qui relève le gaz ?", "membre", "1 1 asked Qui relève le gaz ?"],
    ["repondre", "/cairn repondre 1 Énergie.", "technique", "1 2 answered Énergie."],
    ["repondre, to correct", "/cairn repondre 1 L’accueil.", "technique", "1 3 corrected L’accueil."],
  ])("%s is written once, and answered alike", async (verb, line, as, written) => {
    const before = await events();
    const first = await deliver(verb, line, as);
    expect(first.ok).toBe(true);
    expect(await events()).toEqual([...before, written]);
    expect(await deliver(verb, line, as)).toEqual(first);
    expect(await events()).toEqual([...before, written]);
  });

  it("a late copy of an answer does not undo its correction", async () => {
    await deliver("repondre", "/cairn repondre 1 Énergie.", "technique");
    expect((await events()).at(-1)).toBe("1 3 corrected L’accueil.");
  });

  it("ten at once get ten numbers, and one at once ten times gets one", async () => {
    const lines = Array.from({ length: 10 }, (_, index) => `/cairn transmettre question numéro ${index}`);
    const replies = await Promise.all(lines.map((line, index) => deliver(`n${index}`, line)));
    const numbers = replies.map((reply) => JSON.parse(JSON.stringify(reply)).data.question.number);
    expect(numbers.toSorted((one, other) => one - other)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const same = lines.map(() => deliver("same", "/cairn transmettre une seule fois"));
    expect(new Set((await Promise.all(same)).map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect((await events()).filter((line) => line.startsWith("12 "))).toEqual(["12 1 asked une seule fois"]);
  });
});

describe.each(engines)("erasing a person on %s", (engine) => {
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  it("leaves what was asked and answered, without whose it was nor where", async () => {
    const conversation = "slack:C0CLUSTER:1790000000.000100";
    const line = `/cairn transmettre ${asked}`;
    await handle(test.cairn, { email: "membre@cluster.example", line, now, platform: "slack", conversation });
    const { db } = test.store;
    const places = () => db.selectFrom("human_question_place").select(["number", "place"]).execute();
    expect(await places()).toEqual([{ number: 1, place: conversation }]);
    await db.deleteFrom("person").where("email", "=", "membre@cluster.example").execute();
    expect(await places()).toEqual([]);
    const answered = await say("/cairn repondre 1 Au garage.", "technique");
    expect(answered.data.question).toMatchObject({ by: null, text: asked });
    expect(answered.text).toContain("n’est plus là");
    expect((await say("/cairn faq compteur", "energie")).data.questions).toHaveLength(1);
  });
});
