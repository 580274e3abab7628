import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../src/store/database.ts";
import { verifyEntries } from "../../src/store/entries.ts";
import { ensurePerson, type NewPerson, people, personByEmail } from "../../src/store/people.ts";
import { currentPlan, type NewPlanVersion, planVersion, savePlan } from "../../src/store/plans.ts";
import { engines, freshStore } from "../support/databases.ts";
import { record } from "../support/entries.ts";

function newPerson(address: string, changes: Partial<NewPerson> = {}): NewPerson {
  return { email: `${address}@cluster.example`, name: "Nom", language: null, ...changes };
}

describe.each(engines)("people and plans on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  const ensure = (person: NewPerson) => store.db.transaction().execute((trx) => ensurePerson(trx, person));
  const save = (plan: NewPlanVersion) => store.db.transaction().execute((trx) => savePlan(trx, plan));

  it("a person is known by an opaque id that says nothing of them, and by their address in any case", async () => {
    const energy = newPerson("energie", { email: " Energie@Cluster.example " });
    const person = await ensure(energy);
    const email = "energie@cluster.example";
    expect(person).toEqual({
      ...energy,
      email,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      numberProfile: null,
    });
    expect(await personByEmail(store.db, "ENERGIE@CLUSTER.EXAMPLE")).toEqual(person);
    expect(await ensure({ ...energy, email })).toEqual(person);
    expect(await people(store.db)).toEqual([person]);
    expect(await personByEmail(store.db, "autre@cluster.example")).toBeNull();
  });

  it.each<[string, Partial<NewPerson>, Partial<NewPerson>]>([
    ["takes a new name", {}, { name: "Pôle" }],
    ["takes a language while none is chosen", {}, { language: "en" }],
    ["keeps the language chosen when none is given", { language: "en", name: "Pôle" }, {}],
  ])("a known person %s", async (title, before, after) => {
    const address = title.replaceAll(" ", "-");
    const person = await ensure(newPerson(address, before));
    const updated = { ...person, name: "Nom", ...after };
    expect(await ensure(newPerson(address, after))).toEqual(updated);
    expect(await personByEmail(store.db, person.email)).toEqual(updated);
  });

  it("a known person keeps the language chosen when another is given", async () => {
    const person = await ensure(newPerson("choix", { language: "en" }));
    expect(await ensure(newPerson("choix", { language: "fr" }))).toEqual(person);
    const renamed = newPerson("choix", { language: "fr", name: "Autre" });
    expect(await ensure(renamed)).toEqual({ ...person, name: "Autre" });
  });

  it("the database refuses a second person with the same address in another case", async () => {
    await ensure(newPerson("seul"));
    const second = sql`insert into person (id, email, name) values ('x', 'SEUL@cluster.example', 'x')`;
    await expect(second.execute(store.db)).rejects.toMatchObject({ code: "23505" });
  });

  it("erasing a person leaves their entries, and the chain whole", async () => {
    const { id, email } = await ensure(newPerson("oubli"));
    await record(store, { personId: id });
    await store.db.deleteFrom("person").where("id", "=", id).execute();
    expect(await personByEmail(store.db, email)).toBeNull();
    expect(await verifyEntries(store.db)).toEqual({ ok: true, entries: 1, broken: null });
  });

  it("the plan in force is the last one applied; the same again is not a new version", async () => {
    const plan = { content: { name: "plan", rate: "4.20", list: [1, null, "é"] }, digest: "one" };
    const applied = { by: "operator", at: "2026-10-01T00:00:00.000Z" };
    expect([await currentPlan(store.db), await planVersion(store.db)]).toEqual([null, null]);
    const first = await save({ ...plan, ...applied });
    expect(await save({ ...plan, by: "someone", at: "2026-11-01T00:00:00.000Z" })).toBe(first);
    expect(await currentPlan(store.db)).toEqual({ ...plan, id: first });
    const second = await save({ content: "just a text", digest: "two", ...applied });
    expect(await currentPlan(store.db)).toEqual({ content: "just a text", digest: "two", id: second });
    expect(second).toBeGreaterThan(first);
    const third = await save({ ...plan, ...applied });
    expect(await planVersion(store.db)).toBe(third);
    const { rows } =
      await sql`select id, digest, applied_by, applied_at from plan_version order by id`.execute(store.db);
    const [by, at] = [applied.by, new Date(applied.at)];
    expect(rows).toEqual([
      { id: first, digest: "one", applied_by: by, applied_at: at },
      { id: second, digest: "two", applied_by: by, applied_at: at },
      { id: third, digest: "one", applied_by: by, applied_at: at },
    ]);
  });
});
