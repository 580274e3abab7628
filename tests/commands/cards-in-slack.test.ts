import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Card } from "../../src/cards/card.ts";
import { reminderCard } from "../../src/cards/reminder-card.ts";
import { loadExample } from "../../src/cli/example.ts";
import { cairnOn } from "../../src/commands/cairn.ts";
import { handle } from "../../src/commands/handle.ts";
import { verbNames } from "../../src/domain/rights.ts";
import { makeDigest } from "../../src/jobs/digest.ts";
import { dueReminders } from "../../src/jobs/remind.ts";
import { type Language, languages, messagesFor } from "../../src/messages/messages.ts";
import { drawFallback, drawMessage, drawView } from "../../src/platforms/slack/draw.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";
import { chatLines } from "../support/chat-lines.ts";
import { bold, buttons, header, paragraph, plain, smallPrint, table } from "../support/slack-blocks.ts";
import { checkBlocks, checkMessage } from "../support/slack-limits.ts";

const at = "2026-11-24T09:00:00Z";

describe("a real card is drawn in Slack as", () => {
  let test: TestCairn;
  beforeAll(async () => {
    test = await freshCairn("pglite");
  });
  afterAll(() => test.store.close());

  async function drawn(line: string) {
    return drawMessage((await test.reply(line, { at })).card, { language: "fr" });
  }

  it("a receipt, with what the person typed inert", async () => {
    expect(await drawn("/saisir electricite 1 234,5 kWh T3 relevé <!channel> R&D")).toEqual({
      text: "C’est noté, merci !\nÉlectricité des bureaux, T3 2026 : 1\u202F234,5\u00A0kWh",
      blocks: [
        header("C’est noté, merci !"),
        paragraph("Électricité des bureaux, T3 2026 : 1\u202F234,5\u00A0kWh"),
        smallPrint("Tapé : « 1 234,5 kWh ».\nNote : relevé &lt;!channel&gt; R&amp;D"),
        buttons([
          ["D’où vient ce chiffre", "/cairn pourquoi electricite 2026-T3"],
          ["Historique", "/cairn historique electricite 2026-T3"],
        ]),
      ],
    });
  });

  it("a refusal, with a button for each way on", async () => {
    expect(await drawn("/saisir eau 1.234 T3 R&D")).toEqual({
      text: "« 1.234 » peut vouloir dire 1\u202F234 ou 1,234.\nChoisissez l’un des deux : je préfère demander plutôt que deviner.",
      blocks: [
        header("« 1.234 » peut vouloir dire 1\u202F234 ou 1,234."),
        paragraph("Choisissez l’un des deux : je préfère demander plutôt que deviner."),
        buttons([
          ["C’est 1234", "/saisir eau 1234 T3 R&amp;D"],
          ["C’est 1,234", "/saisir eau 1,234 T3 R&amp;D"],
        ]),
      ],
    });
  });

  it("a balance, its first table Slack's own and its second in lines", async () => {
    const posts = table(
      [
        [" ", "left"],
        ["Poste", "left"],
        ["Émissions", "right"],
        ["Part", "right"],
      ],
      [
        [
          "2.1",
          "Émissions indirectes liées à la consommation d’électricité",
          "36,963\u00A0kgCO2e",
          "65\u00A0%",
        ],
        ["4.1", "Achats de biens", "19,947\u00A0kgCO2e", "35\u00A0%"],
      ],
    );
    const { text, blocks } = await drawn("/cairn bilan T3 2026");
    expect(text).toBe(
      "Bilan des gaz à effet de serre T3 2026 (BEGES-R v5)\nTotal des émissions brutes : 56,91\u00A0kgCO2e",
    );
    expect(blocks).toEqual([
      header("Bilan des gaz à effet de serre T3 2026 (BEGES-R v5)"),
      paragraph("Total des émissions brutes : 56,91\u00A0kgCO2e"),
      smallPrint("Incertitude à 95 % : ± 11,2\u00A0%."),
      posts,
      paragraph(
        "• Électricité des bureaux · Activité : 1\u202F234,5\u00A0kWh · Facteur : 0,0461 · Émissions : 56,91\u00A0kgCO2e",
      ),
      smallPrint(
        "Provisoire : le facteur de l’année n’est pas encore publié pour Électricité des bureaux, le dernier paru est utilisé.",
      ),
      smallPrint(
        "Répartition entre postes estimée d’après l’année la plus proche pour Électricité des bureaux.",
      ),
      smallPrint("Il manque 19 chiffres dans ce total."),
      paragraph(
        "• T3 2026 : 19 (Gaz naturel (kWh PCS de la facture), Eau du robinet, Papier acheté, Déplacements professionnels en voiture thermique, Déplacements professionnels en voiture électrique, et 14 autres)",
      ),
      buttons([["Ouvrir le calcul", "/cairn pourquoi ges 2026-T3 beges"]]),
    ]);
  });

  it("an action of the plan, in the plan's own words", async () => {
    const { blocks } = await drawn("/cairn plan AI.4");
    const { actions } = await test.cairn.plan();
    const action = actions.find(({ code }) => code === "AI.4");
    expect(blocks.slice(0, 2)).toEqual([
      // Too long for a header.
      { type: "section", text: bold(`AI.4 ${action?.title}`) },
      {
        type: "section",
        fields: [
          bold("Moyens financiers"),
          plain(action?.budget ?? ""),
          bold("Moyens humains"),
          plain(action?.effort ?? ""),
          bold("Délais"),
          plain(action?.schedule ?? ""),
          bold("Critère d’évaluation"),
          plain(action?.criterion ?? ""),
          bold("Où en est la collecte"),
          plain("0 sur 1 chiffre reçu pour T3 2026"),
        ],
      },
    ]);
  });

  it("a figure opened down to its source, one item for each entry", async () => {
    expect(await drawn("/cairn pourquoi electricite T3 2026")).toEqual({
      text: "D’où vient ce chiffre : Électricité des bureaux, T3 2026\nRésultat : 56,91\u00A0kgCO2e",
      blocks: [
        header("D’où vient ce chiffre : Électricité des bureaux, T3 2026"),
        paragraph("Résultat : 56,91\u00A0kgCO2e"),
        paragraph(
          [
            "• Électricité des bureaux, T3 2026 : 1\u202F234,5\u00A0kWh × 0,0461\u00A0kgCO2e/kWh = 56,91\u00A0kgCO2e",
            "  donné par Référent technique le 24 novembre 2026 à 10:00 (au terminal), tapé « 1 234,5 kWh »",
            "  facteur : Électricité mix moyen France 2025 (lissé 2022-2025) ; source : Base Empreinte Electricité/2025 - mix moyen/consommation",
          ].join("\n"),
        ),
        smallPrint("Tous les chiffres attendus sont là."),
        smallPrint(
          "Provisoire : le facteur de l’année n’est pas encore publié pour Électricité des bureaux, le dernier paru est utilisé.",
        ),
      ],
    });
  });
});

describe.each(languages)("every card the program makes in %s fits in Slack", (language: Language) => {
  let test: TestCairn;
  const cards: { readonly line: string; readonly command: string; readonly card: Card }[] = [];
  beforeAll(async () => {
    test = await freshCairn("pglite");
    await loadExample(test.cairn);
    const cairn = cairnOn(test.store.db, language);
    const now = Temporal.Instant.from(at);
    for (const [line, as = "technique"] of chatLines) {
      const email = as.includes("@") ? as : `${as}@cluster.example`;
      const { command, card } = await handle(cairn, { email, line, now, platform: "slack" });
      cards.push({ line, command, card });
    }
    const plan = await cairn.plan();
    for (const day of ["2026-10-01", "2026-10-08", "2026-10-14", "2026-10-16", "2026-10-22"]) {
      const reminders = await dueReminders(cairn.db, plan, Temporal.Instant.from(`${day}T09:00:00Z`));
      const said = reminders.map((reminder) => reminderCard(plan, reminder, messagesFor(language)));
      cards.push(...said.map((card) => ({ line: `reminder of ${day}`, command: "remind", card })));
    }
    const { card } = await makeDigest(cairn, "2026-10", now);
    cards.push({ line: "digest", command: "digest", card });
  });
  afterAll(() => test.store.close());

  it("and each verb has made some, and so have reminders and the digest", () => {
    const made = new Set(cards.map(({ command }) => command));
    expect([...verbNames, "remind", "digest"].filter((command) => !made.has(command))).toEqual([]);
  });

  it("as a message, with Slack's own tables and without, and in views", () => {
    const problems = cards.flatMap(({ line, card }) => {
      const found = [
        ...checkMessage(drawMessage(card, { language })),
        ...checkMessage(drawFallback(card, { language })),
        ...checkBlocks(drawView(card, { language, type: "home" }), "home"),
        ...checkBlocks(drawView(card, { language, type: "modal" }), "modal"),
      ];
      return found.map((problem) => `${line.slice(0, 60)}: ${problem}`);
    });
    expect(problems).toEqual([]);
  });

  it("whole, but for the longest lists of the year", () => {
    const cut = cards.filter(({ card }) =>
      /… (?:et|and) \d+ (?:de plus|more)|La suite ne|The rest does/u.test(
        JSON.stringify(drawMessage(card, { language }).blocks),
      ),
    );
    expect(cut.map(({ line }) => line)).toEqual(["/cairn pourquoi ges 2026"]);
  });
});
