import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines } from "../support/databases.ts";
import { buttons, cell, header, paragraph, plain, smallPrint } from "../support/slack-blocks.ts";
import { member, type SlackBot, slackBot } from "../support/slack-bot.ts";
import { teamId } from "../support/slack-double.ts";
import { fields, list } from "../support/slack-texts.ts";

/** The event, as docs.slack.dev/reference/events/app_home_opened shows it. */
function opened(user: string, changes: object = {}) {
  return {
    type: "app_home_opened",
    user,
    channel: "D0HOME",
    event_ts: "1515449522000016",
    tab: "home",
    ...changes,
  };
}

/** What a control of the Home sends: docs.slack.dev/reference/interaction-payloads/block_actions-payload. */
function inHome(user: string, action: object, changes: object = {}) {
  return {
    user: { id: user, username: "someone", team_id: teamId },
    container: { type: "view", view_id: "V0HOME" },
    view: { id: "V0HOME", type: "home" },
    channel: undefined,
    response_url: undefined,
    actions: [{ block_id: "b1", action_ts: "1515449522.1", ...action }],
    ...changes,
  };
}

type Owed = readonly [label: string, slug: string, period: string, day: string];

/** A figure owed, in French, with the button that gives it. */
function owed([label, slug, period, day]: Owed, place: number) {
  const [quarter, year] = period.split(" ");
  return {
    ...paragraph(`${label}, ${period} : en retard, attendu pour le ${day}.`),
    accessory: {
      type: "button",
      action_id: `run:${place}`,
      text: plain("Saisir"),
      value: `/saisir ${slug} ${year}-${quarter}`,
      accessibility_label: `Saisir ${label}, ${period}`,
    },
  };
}

function beside(text: string, place: number, label: string, line: string, name?: string) {
  const named = name === undefined ? {} : { accessibility_label: name };
  const button = { type: "button", action_id: `run:${place}`, text: plain(label), value: line, ...named };
  return { ...paragraph(text), accessory: button };
}

function giveRow(label: string) {
  const button = {
    type: "button",
    action_id: "form:give",
    text: plain(label),
    value: "give",
    style: "primary",
  };
  return { type: "actions", elements: [button] };
}

const give = giveRow("Donner un chiffre");

/** Buttons in a row, each with the name that is read aloud. */
function spoken(
  labels: readonly (readonly [label: string, value: string])[],
  from: number,
  named: (label: string) => string,
) {
  const { type, elements } = buttons(labels, from);
  return {
    type,
    elements: elements.map((each) => ({ ...each, accessibility_label: named(each.text.text) })),
  };
}

function option(text: string, value: string) {
  return { text: plain(text), value };
}

/** The words of the controls, in one language. */
type Words = {
  readonly title: string;
  readonly language: readonly [label: string, options: readonly ReturnType<typeof option>[], chosen: number];
  readonly hour: readonly [label: string, option: (hour: number) => string];
  readonly snooze: readonly [label: string, placeholder: string];
  readonly absence: readonly [label: string, button: string];
  readonly timeZone: string;
};

/** The controls of somebody who chose nothing. */
function preferencesOf({ title, language, hour, snooze, absence, timeZone }: Words) {
  const hours = [9, 10, 11, 12, 13, 14, 15, 16].map((each) => option(hour[1](each), `${each}`));
  const menu = (id: string, label: string, options: readonly object[], chosen: number) => ({
    ...paragraph(label),
    accessory: {
      type: "static_select",
      action_id: id,
      placeholder: plain(label),
      options,
      initial_option: options[chosen],
    },
  });
  return [
    header(title),
    menu("home:language", ...language),
    menu("home:hour", hour[0], hours, 0),
    {
      ...paragraph(snooze[0]),
      accessory: { type: "datepicker", action_id: "home:snooze", placeholder: plain(snooze[1]) },
    },
    {
      ...paragraph(absence[0]),
      accessory: {
        type: "button",
        action_id: "home:absence",
        text: plain(absence[1]),
        value: "absence",
        accessibility_label: absence[1],
      },
    },
    smallPrint(timeZone),
  ];
}

const preferences = preferencesOf({
  title: "Vos préférences",
  language: ["Langue", [option("français", "fr"), option("anglais", "en")], 0],
  hour: ["Heure des rappels", (hour) => `À partir de ${hour} h`],
  snooze: ["Mettre les rappels en pause jusqu’au…", "Choisir un jour"],
  absence: ["Absences à venir : aucune", "Noter une absence"],
  timeZone: "Fuseau horaire : Europe/Paris",
});

const next = smallPrint("Le trimestre en cours, T4 2026, sera attendu pour le 15 janvier 2027.");

function toSet(subject: string) {
  return `Objectif : à fixer. C’est au binôme référent de le dire (Référent technique, Référente politique) : /cairn objectif ${subject} 2026 X %`;
}

function details(label: string, subject: string, place: number) {
  const row = [["Voir le détail", `/cairn avancement ${subject}`]] as const;
  return spoken(row, place, (button) => `${button} : ${label}`);
}

/** A figure of electricity given, in French, with the buttons that open it. */
function given(period: string, amount: string, when: string, place: number) {
  const [quarter, year] = period.split(" ");
  const row = [
    ["D’où vient ce chiffre", `/cairn pourquoi electricite ${year}-${quarter}`],
    ["Historique", "/cairn historique electricite"],
  ] as const;
  return [
    paragraph(`Électricité des bureaux, ${period} : ${amount} (le ${when})`),
    spoken(row, place, (button) => `${button} : Électricité des bureaux, ${period}`),
  ];
}

describe.each(engines)("the App Home on %s", (engine) => {
  let bot: SlackBot;
  beforeAll(async () => {
    bot = await slackBot(engine);
    const { users } = bot.slack;
    users.set("UTECHNIQUE", member("UTECHNIQUE", "technique", { locale: "en-GB", tz: "America/New_York" }));
    users.set("UINVITE", member("UINVITE", "energie", { is_restricted: true }));
    users.set("UETRANGER", member("UETRANGER", "energie", { is_stranger: true }));
    users.set("UROBOT", member("UROBOT", "energie", { is_bot: true }));
    users.set("UAUTRE", member("UAUTRE", "inconnue"));
    users.set("UMEMBRE", member("UMEMBRE", "membre"));
  });
  afterAll(() => bot.close());

  /** The last Home published for somebody. */
  const homeOf = (user: string) => bot.slack.viewed.findLast((each) => each.user === user)?.view;
  const homesOf = (user: string) => bot.slack.viewed.filter((each) => each.user === user).length;
  const open = async (user: string) => {
    expect(await bot.event(opened(user))).toEqual({ status: 200, body: "" });
    return homeOf(user);
  };
  const words = (view: unknown) => JSON.stringify(view);
  const hourIn = (view: unknown) =>
    /"home:hour".*?"initial_option":.*?"value":"(\d+)"/u.exec(words(view))?.[1];
  /** Everything that a stranger could leave behind. */
  const traces = async () => {
    const { db } = bot.test.store;
    const people = await db.selectFrom("person").select("email").orderBy("email").execute();
    const chosen = await db.selectFrom("preference").selectAll().orderBy("person_id").execute();
    const events = await db.selectFrom("slack_event").select("key").orderBy("key").execute();
    return { people, chosen, events };
  };

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
        soon,
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

  it("opened eleven times at once is the same Home, and leaves nothing to clean", async () => {
    const before = await traces();
    const home = await open("UENERGIE");
    const answers = await Promise.all(
      Array.from({ length: 11 }, (_, at) => bot.event(opened("UENERGIE"), { event_id: `Ev${at}` })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(homeOf("UENERGIE")).toEqual(home);
    expect(await traces()).toEqual(before);
  });

  it("is not drawn when it is the messages that are opened", async () => {
    const before = homesOf("UENERGIE");
    await bot.event(opened("UENERGIE", { tab: "messages" }));
    expect(homesOf("UENERGIE")).toBe(before);
  });

  it("that Slack did not take is drawn at the next delivery", async () => {
    bot.slack.mishaps.set("views.publish", [{ kind: "too_fast", retryAfterS: 1 }]);
    const before = homesOf("UENERGIE");
    expect((await bot.event(opened("UENERGIE"))).status).toBe(500);
    expect(homesOf("UENERGIE")).toBe(before);
    expect((await bot.event(opened("UENERGIE"))).status).toBe(200);
    expect(homesOf("UENERGIE")).toBe(before + 1);
  });

  it("is plainer where Slack refuses a table of its own", async () => {
    bot.slack.mishaps.set("views.publish", [{ kind: "error", error: "invalid_arguments" }]);
    const home = await open("UTECHNIQUE");
    expect(words(home)).toContain("What the plan lacks");
    expect(words(home)).not.toMatch(/"type":"(?:data_)?table"/u);
  });

  it.each<[who: string, user: string, says: string]>([
    ["a guest", "UINVITE", "Votre compte est celui d’un invité."],
    ["a stranger", "UETRANGER", "Votre compte vient d’une autre organisation."],
    ["a bot", "UROBOT", "Désolé, je ne réponds qu’à des personnes."],
    ["a member who is not of the plan", "UAUTRE", "Je ne connais pas inconnue@cluster.example."],
  ])("of %s says politely why there is nothing, and leaves no data", async (_, user, says) => {
    const before = await traces();
    const home = await open(user);
    expect(words(home)).toContain(says);
    expect(words(home)).not.toMatch(/attendu|Préférences|action_id/u);
    expect(await traces()).toEqual(before);
  });

  it("through another workspace says so, and asks nothing of Slack about who opens it", async () => {
    const calls = bot.slack.calls.filter((call) => call.startsWith("users.info")).length;
    expect((await bot.event(opened("UMEMBRE"), { team_id: "T0AUTRE" })).status).toBe(200);
    expect(words(homeOf("UMEMBRE"))).toContain("un seul espace Slack");
    expect(bot.slack.calls.filter((call) => call.startsWith("users.info"))).toHaveLength(calls);
  });

  it("that cannot be written to somebody who is not served is left as it is", async () => {
    bot.slack.mishaps.set("views.publish", [{ kind: "error", error: "user_not_found" }]);
    expect((await bot.event(opened("UINVITE"))).status).toBe(200);
  });

  it("of a reader has no button to give a figure", async () => {
    const home = await open("UMEMBRE");
    expect(words(home)).toContain("Rien n’est attendu de vous pour le moment.");
    expect(words(home)).not.toContain("form:give");
  });

  it("has buttons whose answers come as direct messages", async () => {
    bot.slack.posted.length = 0;
    const press = { type: "button", action_id: "run:11", value: "/cairn pourquoi electricite 2026-T3" };
    expect(await bot.press("", inHome("UENERGIE", press))).toEqual({ status: 200, body: "" });
    await expect
      .poll(() => bot.slack.posted)
      .toMatchObject([{ channel: "DENERGIE", text: expect.stringContaining("D’où vient ce chiffre") }]);
  });

  describe("refreshes", () => {
    it("after a figure of that person, however it is given in Slack", async () => {
      await open("UENERGIE");
      await bot.command("/saisir", "eau 4 m3 T3");
      await expect.poll(() => words(homeOf("UENERGIE"))).toContain("Eau du robinet, T3 2026 : 4\u00A0m3");
      await bot.press("/saisir papier 12 kg T3");
      await expect.poll(() => words(homeOf("UENERGIE"))).toContain("Papier acheté, T3 2026 : 12\u00A0kg");
      const message = { type: "message", channel: "D0ENERGIE", channel_type: "im", user: "UENERGIE" };
      bot.slack.channels.add("D0ENERGIE");
      await bot.event({ ...message, text: "annuler papier T3 erreur", ts: "1790000500.000200" });
      await expect.poll(() => words(homeOf("UENERGIE"))).not.toContain("Papier acheté, T3 2026 : 12");
    });

    it("after a preference of theirs, set by a line", async () => {
      await bot.command("/cairn", "rappels 14h");
      await expect.poll(() => hourIn(homeOf("UENERGIE"))).toBe("14");
    });

    it("without keeping the answer of the figure waiting", async () => {
      const release = bot.slack.hold("views.publish");
      const before = homesOf("UENERGIE");
      const answer = await bot.command("/saisir", "eau 5 m3 T2");
      const heldAt = homesOf("UENERGIE");
      release();
      expect(answer.body).toContain("5\u00A0m3");
      expect(heldAt).toBe(before);
      await expect.poll(() => words(homeOf("UENERGIE"))).toContain("Eau du robinet, T2 2026 : 5\u00A0m3");
    });

    it("of nobody who never opened it", async () => {
      await bot.command("/saisir", "train 500 km T3", { user_id: "UMOBILITE" });
      await bot.platform.stop();
      expect(homesOf("UMOBILITE")).toBe(0);
    });

    it("not after a line that changes nothing, or that is refused", async () => {
      const before = homesOf("UENERGIE");
      await bot.command("/cairn", "bilan 2025");
      await bot.command("/cairn", "rappels 3h");
      await bot.platform.stop();
      expect(homesOf("UENERGIE")).toBe(before);
    });
  });

  describe("has controls that", () => {
    const set = async (user: string, action: object) => {
      const before = homesOf(user);
      expect(await bot.press("", inHome(user, action))).toEqual({ status: 200, body: "" });
      await expect.poll(() => homesOf(user)).toBe(before + 1);
      return homeOf(user);
    };
    const prefer = async () => {
      const { preferences } = fields((await bot.test.say("rappels", { as: "energie" }))["data"]);
      return fields(preferences);
    };
    const pick = (value: string) => ({ type: "static_select", selected_option: { text: plain("x"), value } });
    const day = (value: string | null) => ({
      type: "datepicker",
      action_id: "home:snooze",
      selected_date: value,
    });

    it("set the hour of reminders", async () => {
      const home = await set("UENERGIE", { action_id: "home:hour", ...pick("10") });
      expect(hourIn(home)).toBe("10");
      expect(await prefer()).toMatchObject({ hour: 10 });
    });

    it("pause the reminders, and resume them", async () => {
      const home = await set("UENERGIE", day("2026-12-24"));
      expect(words(home)).toContain("Rappels en pause jusqu’au 24 décembre 2026");
      expect(words(home)).toContain('"initial_date":"2026-12-24"');
      expect(await prefer()).toMatchObject({ snoozedUntil: "2026-12-24" });
      const again = await set("UENERGIE", { type: "button", action_id: "home:resume", value: "resume" });
      expect(words(again)).toContain("Mettre les rappels en pause");
      expect(await prefer()).toMatchObject({ snoozedUntil: null });
    });

    it("say on top of the Home why a change is refused, and only once", async () => {
      const before = await prefer();
      const home = await set("UENERGIE", day("2026-11-01"));
      expect(list(home?.["blocks"]).slice(0, 3)).toEqual([
        give,
        header("« 2026-11-01 » est déjà passé."),
        paragraph("Donnez un jour à venir, avec son année si besoin."),
      ]);
      expect(await prefer()).toEqual(before);
      expect(words(await open("UENERGIE"))).not.toContain("déjà passé");
    });

    it.each<[string, object]>([
      ["words that no menu of Cairn’s offers", { action_id: "home:hour", ...pick("slack") }],
      ["a language that no menu offers", { action_id: "home:language", ...pick("Europe/Paris") }],
      ["nothing picked", day(null)],
      ["another control", { type: "button", action_id: "home:other", value: "2026-12-24" }],
    ])("change nothing for %s", async (_, action) => {
      const before = await prefer();
      const home = await set("UENERGIE", action);
      expect(words(home)).not.toContain("Je ne sais pas régler");
      expect(await prefer()).toEqual(before);
    });

    it("are for members: a guest’s press changes nothing", async () => {
      const home = await set("UINVITE", { action_id: "home:hour", ...pick("11") });
      expect(words(home)).toContain("Votre compte est celui d’un invité.");
      expect(await prefer()).toMatchObject({ hour: 10 });
    });

    it("set the language, in which the Home is drawn at once", async () => {
      const home = await set("UENERGIE", { action_id: "home:language", ...pick("en") });
      expect(words(home)).toContain("What is expected of you");
      expect(await prefer()).toMatchObject({ language: "en" });
      await set("UENERGIE", { action_id: "home:language", ...pick("fr") });
      expect(await prefer()).toMatchObject({ language: "fr" });
    });
  });

  describe("has a form of absences that", () => {
    const absences = async () => {
      const { preferences } = fields((await bot.test.say("rappels", { as: "energie" }))["data"]);
      return list(fields(preferences)["absences"]);
    };
    const send = (from: string, to: string, delegate: string | null) => {
      const chosen = delegate === null ? null : { text: plain("x"), value: delegate };
      const values = {
        from: { from: { type: "datepicker", selected_date: from } },
        to: { to: { type: "datepicker", selected_date: to } },
        delegate: { delegate: { type: "static_select", selected_option: chosen } },
      };
      const view = { id: "V0ABSENCE", type: "modal", callback_id: "home:absence", state: { values } };
      return bot.press("", inHome("UENERGIE", {}, { type: "view_submission", actions: undefined, view }));
    };

    it("opens with the days and the people of the plan", async () => {
      const press = { type: "button", action_id: "home:absence", value: "absence" };
      await bot.press("", inHome("UENERGIE", press));
      await expect.poll(() => bot.slack.viewed.at(-1)?.method).toBe("views.open");
      expect(bot.slack.viewed.at(-1)?.view).toEqual({
        type: "modal",
        callback_id: "home:absence",
        title: plain("Noter une absence"),
        submit: plain("Enregistrer"),
        close: plain("Fermer"),
        blocks: [
          {
            type: "input",
            block_id: "from",
            label: plain("Premier jour"),
            element: { type: "datepicker", action_id: "from", initial_date: "2026-11-24" },
          },
          {
            type: "input",
            block_id: "to",
            label: plain("Dernier jour"),
            element: { type: "datepicker", action_id: "to", initial_date: "2026-11-24" },
          },
          {
            type: "input",
            block_id: "delegate",
            label: plain("Qui donne vos chiffres pendant ce temps"),
            optional: true,
            element: {
              type: "static_select",
              action_id: "delegate",
              placeholder: plain("Personne"),
              options: [
                option("Référent technique", "technique@cluster.example"),
                option("Référente politique", "politique@cluster.example"),
                option("Responsable mobilité", "mobilite@cluster.example"),
                option("Responsable achats", "achats@cluster.example"),
                option("Responsable déchets", "dechets@cluster.example"),
                option("Responsable du centre de ressources", "ressources@cluster.example"),
                option("Responsable des formations", "formations@cluster.example"),
                option("Responsable des actions collectives", "collectif@cluster.example"),
                option("Membre de l'équipe", "membre@cluster.example"),
                option("Administrateur", "admin@cluster.example"),
              ],
            },
          },
        ],
      });
    });

    it("notes an absence once, however often it is sent, and the Home shows it", async () => {
      await open("UENERGIE");
      for (let again = 0; again < 3; again++)
        expect(await send("2026-12-21", "2027-01-02", "mobilite@cluster.example")).toEqual({
          status: 200,
          body: "",
        });
      expect(await absences()).toMatchObject([
        { from: "2026-12-21", to: "2027-01-02", delegate: "mobilite@cluster.example" },
      ]);
      await expect.poll(() => words(homeOf("UENERGIE"))).toContain("Absences à venir : 1");
      expect(words(homeOf("UENERGIE"))).toContain(
        "du 21 décembre 2026 au 2 janvier 2027, mobilite@cluster.example à votre place",
      );
    });

    it.each<[string, string, string, string | null, object]>([
      [
        "days in the wrong order, under the last day",
        "2027-03-10",
        "2027-03-01",
        null,
        {
          to: "« 2027-03-10 2027-03-01 » finit avant de commencer. Donnez le premier jour, puis le dernier.",
        },
      ],
      [
        "days that another absence holds, under the first day",
        "2026-12-24",
        "2026-12-25",
        null,
        { from: expect.stringContaining("en recouvre une autre") },
      ],
      [
        "oneself as the delegate, under the delegate",
        "2027-03-01",
        "2027-03-02",
        "energie@cluster.example",
        { delegate: expect.any(String) },
      ],
      [
        "somebody who is not of the plan, under the delegate",
        "2027-03-01",
        "2027-03-02",
        "nobody@elsewhere.example",
        { delegate: expect.stringContaining("nobody@elsewhere.example") },
      ],
    ])("refuses %s, and notes nothing", async (_, from, to, delegate, errors) => {
      const before = await absences();
      const { status, body } = await send(from, to, delegate);
      expect({ status, ...JSON.parse(body) }).toEqual({ status: 200, response_action: "errors", errors });
      expect(await absences()).toEqual(before);
    });

    it("takes no line in the place of a day or of an address", async () => {
      const before = await absences();
      expect(await send("2027-03-01 pour membre", "2027-03-02", null)).toEqual({ status: 200, body: "" });
      expect(await send("2027-03-01", "2027-03-02", "x@y.z pour membre@cluster.example")).toEqual({
        status: 200,
        body: "",
      });
      expect(await absences()).toEqual(before);
    });

    it("is undone by the button beside the absence", async () => {
      const cancel = { type: "button", action_id: "home:cancel:0", value: "2026-12-21" };
      await bot.press("", inHome("UENERGIE", cancel));
      await expect.poll(() => words(homeOf("UENERGIE"))).toContain("Absences à venir : aucune");
      expect(await absences()).toEqual([]);
    });
  });
});
