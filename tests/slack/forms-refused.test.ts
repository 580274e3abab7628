import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allEntries } from "../../src/store/entries.ts";
import { member, type SlackBot, slackBot } from "../support/slack-bot.ts";
import { figures, formOf } from "../support/slack-forms.ts";

describe("a form sent", () => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await slackBot("pglite");
    bot.slack.users.set("UGUEST", member("UGUEST", "energie", { is_restricted: true }));
    bot.slack.users.set("UREADER", member("UREADER", "membre"));
    bot.slack.users.set("UNOBODY", member("UNOBODY", "inconnu"));
  });
  afterAll(() => bot.close());

  it.each([
    ["douze", "value", "« douze » n’est pas un nombre que je sais lire."],
    ["-3", "value", "« -3 » est négatif"],
    ["12 kg", "value", "« kg » n’est pas une unité de cet indicateur"],
    ["12 kWh relevé", "value", "n’est pas une unité de cet indicateur"],
  ])("with the value %s is refused under its field, in the person’s language", async (value, block, said) => {
    const window = await formOf(bot, "electricite T2 2026");
    window.type("value", value);
    const answer = await window.submit();
    expect(answer).toEqual({
      response_action: "errors",
      errors: { [block]: expect.stringContaining(said) },
    });
    expect(await figures(bot, "electricite")).toEqual([]);
  });

  it("with an ambiguous number comes back with both readings, and takes the one chosen", async () => {
    const window = await formOf(bot, "gaz T2 2026");
    window.type("value", "1.234 MWh");
    window.type("note", "facture");
    await window.submit();
    expect(await figures(bot, "gaz")).toEqual([]);
    expect([window.held("value"), window.held("note")]).toEqual(["1.234 MWh", "facture"]);
    window.choose("reading", "1,234 MWh");
    await window.submit();
    expect(await figures(bot, "gaz")).toMatchObject([{ value: "1234", note: "facture" }]);
  });

  it("does not take a reading of another number than the one typed", async () => {
    const window = await formOf(bot, "gaz T1 2026");
    window.type("value", "1.234");
    await window.submit();
    window.choose("reading", "1234");
    window.type("value", "77");
    await window.submit();
    expect((await figures(bot, "gaz")).at(-1)).toMatchObject({ period: "2026-T1", value: "77" });
  });

  it("for an indicator of somebody else is refused, however it came there, and records nothing", async () => {
    const window = await formOf(bot, "eau T2 2026");
    window.choose("indicator", "train");
    window.type("value", "12");
    const forged = { private_metadata: "{}" };
    const answer = await window.submit({ view: forged });
    expect(answer).toEqual({
      response_action: "errors",
      errors: { indicator: expect.stringContaining("n’est pas le vôtre") },
    });
    expect(await figures(bot, "train")).toEqual([]);
  });

  it.each([
    ["broken JSON", "{"],
    ["a list", "[]"],
    ["another shape", '{"r":-1,"u":12,"w":{"i":["train 2026-T3"]}}'],
    ["too much", "x".repeat(20_000)],
    ["nothing", ""],
  ])("with private_metadata that is %s is taken as it stands", async (_, metadata) => {
    const before = await figures(bot, "papier");
    const period = `202${1 + (before.length % 5)}-T1`;
    const window = await formOf(bot, `papier ${period}`);
    window.type("value", "5 kg");
    const answer = await window.submit({ view: { private_metadata: metadata } });
    expect(answer).toMatchObject({ response_action: "update", view: { callback_id: "saisir:receipt" } });
    expect(await figures(bot, "papier")).toHaveLength(before.length + 1);
  });

  it("as a confirmation forged for somebody else’s indicator records nothing", async () => {
    const window = await formOf(bot, "eau T2 2026");
    const metadata = ["{}", "train", "2026-T2", "99", "", "", "", ""].join("\n");
    const answer = await window.submit({
      view: { callback_id: "saisir:confirm", private_metadata: metadata, state: { values: {} } },
    });
    expect(JSON.stringify(answer)).toContain("n’est pas le vôtre");
    expect(await figures(bot, "train")).toEqual([]);
  });

  const elsewhere = { team: { id: "T0AUTRE", domain: "autre" } };
  it.each([
    ["a guest", { user: { id: "UGUEST" } }, "Votre compte est celui d’un invité"],
    ["another workspace", elsewhere, "un seul espace Slack"],
    ["somebody Slack hides", { user: { id: "UHIDDEN" } }, "Votre compte vient d’une autre organisation"],
    [
      "somebody who is not of the plan",
      { user: { id: "UNOBODY" } },
      "Je ne connais pas inconnu@cluster.example",
    ],
    ["a reader", { user: { id: "UREADER" } }, "n’est pas le vôtre"],
    ["another owner", { user: { id: "UMOBILITE" } }, "n’est pas le vôtre"],
  ])("by %s is refused politely, and leaves nothing", async (_, changes, said) => {
    const before = await allEntries(bot.test.store.db);
    const window = await formOf(bot, "eau T1 2026");
    window.type("value", "12");
    const answer = await window.submit(changes);
    expect(JSON.stringify(answer)).toContain(said);
    expect(await allEntries(bot.test.store.db)).toEqual(before);
  });

  it("whose indicator changed after its unit was shown is read again before anything is recorded", async () => {
    const window = await formOf(bot, "eau T4 2025");
    window.choose("indicator", "electricite");
    window.type("value", "31");
    await window.submit();
    expect(window.words()).toContain("se donne en kWh");
    expect(await figures(bot, "electricite")).toEqual([]);
    await window.submit();
    expect(await figures(bot, "electricite")).toMatchObject([{ period: "2025-T4", value: "31" }]);
  });
});
