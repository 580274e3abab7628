import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines } from "../support/databases.ts";
import { header, paragraph, plain, smallPrint } from "../support/slack-blocks.ts";
import { form, type SlackBot, slackBot } from "../support/slack-bot.ts";
import { figures, formOf } from "../support/slack-forms.ts";

describe.each(engines)("a form sent on %s", (engine) => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await slackBot(engine);
  });
  afterAll(() => bot.close());

  it("is acknowledged with the receipt of a figure that is committed, its note word for word and its link", async () => {
    const window = await formOf(bot, "electricite T3 2026");
    window.type("value", "1 234,5 MWh");
    window.type("note", "T2 2025 relevé à la main, confirmer");
    window.type("link", "https://factures.example/12?a=1&b=2");
    const answer = await window.submit();
    expect(answer).toEqual({
      response_action: "update",
      view: {
        type: "modal",
        callback_id: "saisir:receipt",
        private_metadata: expect.any(String),
        clear_on_close: true,
        title: plain("Donner un chiffre"),
        close: plain("Fermer"),
        submit: plain("Suivant"),
        blocks: [
          header("C’est noté, merci !"),
          paragraph("Électricité des bureaux, T3 2026 : 1\u202F234\u202F500\u00A0kWh"),
          smallPrint(
            "Tapé : « 1 234,5 MWh ».\nNote : T2 2025 relevé à la main, confirmer https://factures.example/12?a=1&amp;b=2",
          ),
          {
            type: "actions",
            elements: [
              expect.objectContaining({ value: "/cairn pourquoi electricite 2026-T3" }),
              expect.objectContaining({ value: "/cairn historique electricite 2026-T3" }),
            ],
          },
        ],
      },
    });
    expect(await figures(bot, "electricite")).toEqual([
      {
        period: "2026-T3",
        value: "1234500",
        typed: "1 234,5 MWh",
        note: "T2 2025 relevé à la main, confirmer https://factures.example/12?a=1&b=2",
        reason: null,
        revision: 1,
      },
    ]);
  });

  it("sent again, even captured and replayed after a correction, is answered with the same receipt and writes nothing", async () => {
    const window = await formOf(bot, "gaz T3 2026");
    window.type("value", "500 kWh");
    const body = window.submission();
    const first = await bot.deliver(body, form);
    const again = await Promise.all([bot.deliver(body, form), bot.deliver(body, form)]);
    await bot.command("/cairn", "corriger gaz T3 2026 600 kWh relevé faux");
    const late = await bot.deliver(body, form);
    for (const answer of [...again, late]) expect(answer).toEqual(first);
    expect((await figures(bot, "gaz")).map(({ value }) => value)).toEqual(["500", "600"]);
  });

  it("whose figure differs from the one that stands comes back asking why, and corrects it with its reason", async () => {
    await bot.command("/saisir", "eau 40 m3 T3 2026");
    const window = await formOf(bot, "eau T3 2026");
    window.type("value", "45");
    await window.submit();
    expect(window.words()).toContain(
      "Un chiffre existe déjà pour T3 2026 : 40\u00A0m3. Pour le remplacer, dites pourquoi ci-dessous",
    );
    expect(window.held("value")).toBe("45");
    window.type("reason", "compteur mal lu, confirmer");
    const body = window.submission();
    const answer = await window.submit();
    expect(JSON.stringify(answer)).toContain("C’est corrigé, merci !");
    await bot.command("/cairn", "corriger eau T3 2026 47 m3 second relevé");
    await bot.deliver(body, form);
    expect(await figures(bot, "eau")).toMatchObject([
      { value: "40", reason: null, revision: 1 },
      { value: "45", reason: "compteur mal lu, confirmer", revision: 2 },
      { value: "47", revision: 3 },
    ]);
  });

  it("with a surprising figure asks over the form, which keeps what was typed, and records it once confirmed", async () => {
    for (const [quarter, value] of [
      ["T1 2026", 3],
      ["T2 2026", 4],
    ])
      await bot.command("/saisir", `papier ${value} t ${quarter}`);
    const window = await formOf(bot, "papier T3 2026");
    window.type("value", "90 t");
    window.type("note", "déménagement\net archives");
    const question = await window.submit();
    expect(question).toMatchObject({
      response_action: "push",
      view: { callback_id: "saisir:confirm", submit: plain("Confirmer"), close: plain("Corriger") },
    });
    expect(window.words()).toContain("Est-ce bien ce chiffre ?");
    expect(window.words()).toContain("Chiffres connus : T2 2026 : 4");
    window.close();
    expect([window.held("value"), window.held("note")]).toEqual(["90 t", "déménagement\net archives"]);
    await window.submit();
    const body = window.submission();
    const receipt = await window.submit();
    expect(receipt).toMatchObject({ response_action: "update", view: { clear_on_close: true } });
    await bot.deliver(body, form);
    expect((await figures(bot, "papier")).at(-1)).toMatchObject({
      typed: "90 t",
      note: "déménagement et archives",
    });
    expect(await figures(bot, "papier")).toHaveLength(3);
  });
});
