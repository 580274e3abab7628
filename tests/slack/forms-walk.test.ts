import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allEntries } from "../../src/store/entries.ts";
import { header, paragraph, plain, smallPrint } from "../support/slack-blocks.ts";
import { type SlackBot, slackBot } from "../support/slack-bot.ts";
import { type FormWindow, opened } from "../support/slack-forms.ts";

let bot: SlackBot;
beforeAll(async () => {
  bot = await slackBot("pglite");
});
afterAll(() => bot.close());

const walk = () => opened(bot, "UENERGIE", () => bot.command("/saisir", ""));
const at = (window: FormWindow) => [window.held("indicator"), window.held("period")];

describe("a walk through the figures that wait", () => {
  it("goes on in one window, and keeps nothing of one figure for the next", async () => {
    const window = await walk();
    expect(at(window)).toEqual(["electricite", "2026-T3"]);
    expect(window.view()["submit"]).toEqual(plain("Suivant"));
    window.type("value", "100");
    window.type("note", "bureaux");
    const answer = await window.submit();
    expect(answer).toMatchObject({ response_action: "update", view: { callback_id: "saisir:entry" } });
    expect(window.words()).toMatch(
      /^C’est noté, merci ! Électricité des bureaux, T3 2026 : 100\u00A0kWh\nChiffre 2 sur \d+\n/u,
    );
    expect(at(window)).toEqual(["gaz", "2026-T3"]);
    expect([window.held("value"), window.held("note")]).toEqual([null, null]);
  });

  it("passes a figure without writing anything, once however often it is pressed", async () => {
    const before = await allEntries(bot.test.store.db);
    const window = await walk();
    expect(at(window)).toEqual(["gaz", "2026-T3"]);
    window.type("value", "12");
    await Promise.all([window.act("form:skip"), window.act("form:skip")]);
    await bot.platform.stop();
    expect(at(window)).toEqual(["eau", "2026-T3"]);
    expect(window.held("value")).toBeNull();
    expect(await allEntries(bot.test.store.db)).toEqual(before);
  });

  it("stops at a mistake and at a surprise, and goes on from where it was", async () => {
    for (const quarter of ["T1", "T2"]) await bot.command("/saisir", `gaz 10 ${quarter} 2026`);
    const window = await walk();
    window.type("value", "beaucoup");
    expect(await window.submit()).toMatchObject({ response_action: "errors" });
    window.type("value", "900");
    expect(await window.submit()).toMatchObject({ response_action: "push" });
    const answer = await window.submit();
    expect(answer).toEqual({});
    expect(window.ids()).toHaveLength(1);
    expect(window.words()).toContain("C’est noté, merci !");
    expect(at(window)).toEqual(["eau", "2026-T3"]);
    expect(window.held("value")).toBeNull();
  });

  it("ends with what was given and what was passed", async () => {
    const test = await slackBot("pglite");
    try {
      const quarters = [2021, 2022, 2023, 2024, 2025, 2026].flatMap((year) =>
        [1, 2, 3, 4].map((number) => `${year}-T${number}`),
      );
      for (const indicator of ["electricite", "gaz", "eau", "papier"])
        for (const quarter of quarters.filter((each) => each < "2026-T3"))
          await test.test.say(`saisir ${indicator} 0 ${quarter}`);
      const window = await opened(test, "UENERGIE", () => test.command("/saisir", ""));
      expect(window.words()).toContain("Chiffre 1 sur 4");
      window.type("value", "0");
      await window.submit();
      await window.act("form:skip");
      await test.platform.stop();
      window.type("value", "0");
      await window.submit();
      expect(window.words()).toContain("Chiffre 4 sur 4");
      expect(window.view()["submit"]).toEqual(plain("Enregistrer"));
      await window.act("form:skip");
      await test.platform.stop();
      expect(window.view()).toEqual({
        type: "modal",
        title: plain("Donner un chiffre"),
        close: plain("Fermer"),
        blocks: [
          header("C’est tout, merci !"),
          paragraph("Donnés"),
          paragraph("• Électricité des bureaux, T3 2026 : 0\u00A0kWh\n• Eau du robinet, T3 2026 : 0\u00A0m3"),
          paragraph("Passés"),
          paragraph("• Gaz naturel (kWh PCS de la facture), T3 2026\n• Papier acheté, T3 2026"),
          smallPrint("Ce qui est passé reste à donner : un rappel viendra."),
          { type: "actions", elements: [expect.objectContaining({ value: "/cairn echeances" })] },
        ],
      });
    } finally {
      await test.close();
    }
  });
});

it("a receipt leads on to what still waits", async () => {
  const window = await opened(bot, "UENERGIE", () => bot.command("/saisir", "papier T3 2026"));
  window.type("value", "7");
  await window.submit();
  await window.submit();
  expect(window.words()).toMatch(/^Chiffre 1 sur \d+\n/u);
  expect(at(window)).toEqual(["eau", "2026-T3"]);
  expect(window.held("value")).toBeNull();
});
