import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personByEmail } from "../../src/store/people.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";

describe.each(engines)("how a person writes numbers, on %s", (engine) => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn(engine);
  });
  afterAll(() => test.store.close());

  /** Makes the technical referent write numbers, and be spoken to, in those ways. */
  async function settle(profile: "fr" | "en" | null, language: "fr" | "en" | null = null): Promise<void> {
    const { db } = test.store;
    const person = await personByEmail(db, "technique@cluster.example");
    if (person === null) throw new Error("The referent is in the shipped plan.");
    await db.transaction().execute(async (trx) => {
      await trx
        .updateTable("person")
        .set({ language, number_profile: profile })
        .where("id", "=", person.id)
        .execute();
    });
  }

  it.each([
    { profile: null, language: null, typed: "1,234", value: 1.234 },
    { profile: "fr", language: "en", typed: "1,234", value: 1.234 },
    { profile: "en", language: null, typed: "1,234.5", value: 1234.5 },
    { profile: null, language: "en", typed: "1.5", value: 1.5 },
  ] as const)(
    "profile $profile, language $language: $typed is $value",
    async ({ profile, language, typed, value }) => {
      await settle(profile, language);
      const said = await test.say(`/saisir eau ${typed} m3 2022-T1 confirmer`);
      expect(said).toMatchObject({ ok: true, data: { entry: { value } } });
      await test.say("/cairn annuler eau 2022-T1 essai");
    },
  );

  it.each([
    { profile: "en", language: null },
    { profile: null, language: "en" },
  ] as const)("profile $profile, language $language: 1,234 is asked about", async ({ profile, language }) => {
    await settle(profile, language);
    expect(await test.say("/saisir eau 1,234 m3 2022-T2")).toMatchObject({
      error: { code: "ambiguous_number", data: { readings: [1234, 1.234] } },
    });
  });

  it.each([
    { profile: "fr", language: "fr", text: "1\u202F234,5\u00A0m3", typed: "1234,5" },
    { profile: "en", language: "fr", text: "1,234.5\u00A0m3", typed: "1234.5" },
    { profile: "fr", language: "en", text: "1\u202F234,5\u00A0m3", typed: "1234,5" },
    { profile: "en", language: "en", text: "1,234.5\u00A0m3", typed: "1234.5" },
  ] as const)(
    "a reply in $language is written with $profile numbers",
    async ({ profile, language, text, typed }) => {
      await settle(profile, language);
      const said = await test.say(`/saisir eau ${typed} m3 2022-T3 confirmer`);
      expect(said["text"]).toContain(text);
      const again = await test.say(`/saisir eau 7 m3 2022-T3`);
      expect(again).toMatchObject({
        error: { code: "already_submitted", message: expect.stringContaining(text) },
      });
      await test.say("/cairn annuler eau 2022-T3 essai");
    },
  );

  it.each([
    { profile: "fr", line: "/saisir eau 1.234 m3 2022-T4", offered: ["1234", "1,234"] },
    { profile: "en", line: "/saisir eau 1,234 m3 2022-T4", offered: ["1234", "1.234"] },
  ] as const)(
    "an ambiguous number is offered as the person writes: $offered",
    async ({ profile, line, offered }) => {
      await settle(profile);
      const reply = await test.reply(line);
      const offers = reply.card.blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));
      expect(offers.map((offer) => offer.line)).toEqual(
        offered.map((number) => `/saisir eau ${number} m3 2022-T4`),
      );
      const chosen = await test.say(`${offers[1]?.line} confirmer`);
      expect(chosen).toMatchObject({ ok: true, data: { entry: { value: 1.234 } } });
      await test.say("/cairn annuler eau 2022-T4 essai");
    },
  );

  it("corriger reads with the same profile, and a unit of the plan works in the chat", async () => {
    await settle("en");
    expect(await test.say("/saisir papier 1,200.5 ramettes 2022-T1 confirmer")).toMatchObject({
      data: { entry: { value: 3001.25, unit: "kg", typed: "1,200.5 ramettes" } },
    });
    expect(
      await test.say("/cairn corriger papier 2022-T1 2.5 ramettes inventaire refait confirmer"),
    ).toMatchObject({
      data: { entry: { value: 6.25, revision: 2 } },
    });
    expect(await test.say("/cairn corriger papier 2022-T1 1,234 motif")).toMatchObject({
      error: { code: "ambiguous_number" },
    });
  });
});
