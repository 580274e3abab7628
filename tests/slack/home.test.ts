import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines } from "../support/databases.ts";
import { buttons, cell, header, paragraph, smallPrint } from "../support/slack-blocks.ts";
import type { SlackBot } from "../support/slack-bot.ts";
import { homeBot, openHome } from "../support/slack-home.ts";
import {
  beside,
  details,
  give,
  given,
  giveRow,
  next,
  type Owed,
  option,
  owed,
  preferences,
  preferencesOf,
  spoken,
  toSet,
} from "../support/slack-home-blocks.ts";

describe.each(engines)("the App Home on %s", (engine) => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await homeBot(engine);
  });
  afterAll(() => bot.close());

  const open = (user: string) => openHome(bot, user);

  it("of an owner shows what they owe, what they gave, how far the plan is, and what they can set", async () => {
    await bot.test.reply("saisir electricite 1200 kWh T3 2021", {
      as: "energie",
      at: "2026-11-23T15:30:00Z",
    });
    await bot.test.reply("saisir electricite 1 234,5 kWh T3", { as: "energie" });
    const rows: Owed[] = [
      ["Gaz naturel (kWh PCS de la facture)", "gaz", "T3 2026", "15 octobre 2026"],
      ["Eau du robinet", "eau", "T3 2026", "15 octobre 2026"],
      ["Papier acheté", "papier", "T3 2026", "15 octobre 2026"],
      ["Électricité des bureaux", "electricite", "T2 2026", "15 juillet 2026"],
      ["Gaz naturel (kWh PCS de la facture)", "gaz", "T2 2026", "15 juillet 2026"],
      ["Eau du robinet", "eau", "T2 2026", "15 juillet 2026"],
      ["Papier acheté", "papier", "T2 2026", "15 juillet 2026"],
      ["Électricité des bureaux", "electricite", "T1 2026", "15 avril 2026"],
      ["Gaz naturel (kWh PCS de la facture)", "gaz", "T1 2026", "15 avril 2026"],
      ["Eau du robinet", "eau", "T1 2026", "15 avril 2026"],
    ];
    expect(await open("UENERGIE")).toEqual({
      type: "home",
      blocks: [
        give,
        header("Ce qui est attendu de vous"),
        ...rows.map(owed),
        beside("Et 80 autres chiffres.", 10, "Voir toutes les échéances", "/cairn echeances"),
        next,
        header("Ce que vous avez donné"),
        ...given("T3 2026", "1\u202F234,5\u00A0kWh", "24 novembre 2026 à 10:00", 11),
        ...given("T3 2021", "1\u202F200\u00A0kWh", "23 novembre 2026 à 16:30", 13),
        smallPrint("Les réponses aux boutons arrivent dans vos messages avec Cairn."),
        header("Où en est le plan : gaz à effet de serre"),
        paragraph(
          "À périmètre comparable : 56,91\u00A0kgCO2e pour T3 2026, contre 68,28\u00A0kgCO2e pour T3 2021, soit -16,7\u00A0%.",
        ),
        paragraph(
          "D’où vient l’écart : +1,777\u00A0kgCO2e par l’activité, -13,146\u00A0kgCO2e par les facteurs d’émission.",
        ),
        smallPrint("Incertitude de l’écart à 95 % : ± 9,938\u00A0kgCO2e."),
        paragraph(toSet("ges")),
        smallPrint("Il manque 79 chiffres dans ce total."),
        details("gaz à effet de serre", "ges", 15),
        header("Où en est le plan : déchets"),
        paragraph("Aucun chiffre n’est encore enregistré pour l’année 2026."),
        paragraph(toSet("dechets")),
        smallPrint("Il manque 24 chiffres dans ce total."),
        details("déchets", "dechets", 16),
        header("Où en est le plan : ressources"),
        paragraph("Indice des ressources : 102,9 pour T3 2026, pour 100 sur T3 2021, soit +2,9\u00A0%."),
        paragraph(toSet("ressources")),
        smallPrint("Il manque 15 chiffres dans ce total."),
        details("ressources", "ressources", 17),
        ...preferences,
      ],
    });
  });

  it("of a referent also shows what the whole plan lacks; in their language and their time zone", async () => {
    await bot.test.reply("saisir temps-referent 3 T3", { as: "technique", at: "2026-11-24T02:30:00Z" });
    const quarters = [
      ["Q2 2026", "15 July 2026", "2026-T2"],
      ["Q1 2026", "15 April 2026", "2026-T1"],
      ["Q4 2025", "15 January 2026", "2025-T4"],
      ["Q3 2025", "15 October 2025", "2025-T3"],
      ["Q2 2025", "15 July 2025", "2025-T2"],
      ["Q1 2025", "15 April 2025", "2025-T1"],
      ["Q4 2024", "15 January 2025", "2024-T4"],
      ["Q3 2024", "15 October 2024", "2024-T3"],
      ["Q2 2024", "15 July 2024", "2024-T2"],
      ["Q1 2024", "15 April 2024", "2024-T1"],
    ] as const;
    const time = "Technical referent's time";
    const soon = smallPrint("The quarter under way, Q4 2026, will be due on 15 January 2027.");
    const target = (subject: string) =>
      paragraph(
        `Target: to be set. It is for the pair of referents to say (Référent technique, Référente politique): /cairn objectif ${subject} 2026 X %`,
      );
    expect(await open("UTECHNIQUE")).toEqual({
      type: "home",
      blocks: [
        giveRow("Give a figure"),
        header("What is expected of you"),
        ...quarters.map(([quarter, due, period], place) =>
          beside(
            `${time}, ${quarter}: late, expected by ${due}.`,
            place,
            "Give",
            `/saisir temps-referent ${period}`,
            `Give ${time}, ${quarter}`,
          ),
        ),
        beside("And 12 other figures.", 10, "See everything due", "/cairn echeances"),
        header("What the plan lacks"),
        paragraph("618 figures late, 3 figures given"),
        {
          type: "data_table",
          caption: "What the plan lacks",
          page_size: 100,
          row_header_column_index: 0,
          rows: [
            ["Quarter", "Due", "State", "Figures"],
            ["Q1 2021 to Q4 2025", "passed", "late", "539 figures"],
            ["Q1 2026", "15 April 2026", "late", "electricite, gaz, eau, papier and 23 more"],
            ["Q2 2026", "15 July 2026", "late", "electricite, gaz, eau, papier and 23 more"],
            ["Q3 2026", "15 October 2026", "late", "gaz, eau, papier, voiture-thermique and 21 more"],
          ].map((row) => row.map(cell)),
        },
        soon,
        buttons(
          [
            ["Natural gas (kWh HHV as billed), Q3 2026", "/saisir gaz 2026-T3"],
            ["Tap water, Q3 2026", "/saisir eau 2026-T3"],
            ["Paper bought, Q3 2026", "/saisir papier 2026-T3"],
            ["Business travel by combustion car, Q3 2026", "/saisir voiture-thermique 2026-T3"],
            ["Business travel by electric car, Q3 2026", "/saisir voiture-electrique 2026-T3"],
            ["Business travel by high-speed train, Q3 2026", "/saisir train 2026-T3"],
          ],
          11,
        ),
        buttons([["See everything due", "/cairn echeances"]], 17),
        header("What you gave"),
        paragraph(`${time}, Q3 2026: 3\u00A0days (23 November 2026 at 21:30)`),
        spoken(
          [
            ["Where this figure comes from", "/cairn pourquoi temps-referent 2026-T3"],
            ["History", "/cairn historique temps-referent"],
          ],
          18,
          (label) => `${label}: ${time}, Q3 2026`,
        ),
        smallPrint("The answers of these buttons arrive in your messages with Cairn."),
        header("How far the plan is: greenhouse gases"),
        paragraph(
          "Like for like: 56.91\u00A0kgCO2e for Q3 2026, against 68.28\u00A0kgCO2e for Q3 2021, that is -16.7%.",
        ),
        paragraph(
          "Where the change comes from: +1.777\u00A0kgCO2e by activity, -13.146\u00A0kgCO2e by emission factors.",
        ),
        smallPrint("95% uncertainty of the change: ± 9.938\u00A0kgCO2e."),
        target("ges"),
        smallPrint("This total lacks 79 figures."),
        spoken([["See the detail", "/cairn avancement ges"]], 20, (label) => `${label}: greenhouse gases`),
        header("How far the plan is: waste"),
        paragraph("No figure is recorded for the year 2026 yet."),
        target("dechets"),
        smallPrint("This total lacks 24 figures."),
        spoken([["See the detail", "/cairn avancement dechets"]], 21, (label) => `${label}: waste`),
        header("How far the plan is: resources"),
        paragraph("Resource index: 102.9 for Q3 2026, where Q3 2021 is 100, that is +2.9%."),
        target("ressources"),
        smallPrint("This total lacks 15 figures."),
        spoken([["See the detail", "/cairn avancement ressources"]], 22, (label) => `${label}: resources`),
        ...preferencesOf({
          title: "Your preferences",
          language: ["Language", [option("French", "fr"), option("English", "en")], 1],
          hour: ["Hour of reminders", (hour) => `From ${hour}:00`],
          snooze: ["Pause the reminders until…", "Choose a day"],
          absence: ["Absences to come: none", "Plan an absence"],
          timeZone: "Time zone: America/New_York",
        }),
      ],
    });
  });
});
