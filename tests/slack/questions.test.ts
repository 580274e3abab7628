import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines } from "../support/databases.ts";
import { eventually } from "../support/eventually.ts";
import { tellOfQuestions } from "../support/question-courier.ts";
import { form, member, type SlackBot, slackBot } from "../support/slack-bot.ts";
import { botUserId, teamId } from "../support/slack-double.ts";

const asked = "Où est le compteur de gaz dans la cave ?";
const forward = `/cairn transmettre ${asked}`;

let bot: SlackBot;

const told = () =>
  bot.slack.posted.flatMap(({ text, channel, thread }) =>
    text.startsWith("Les référents ont répondu")
      ? [`${channel} ${thread ?? "–"} ${text.split("\n", 1)[0]}`]
      : [],
  );
const responded = () =>
  bot.slack.responded.map(({ response_type, text }) => `${response_type} ${text.split("\n", 1)[0]}`);
const as = (user: string) => ({ user: { id: user, username: user, team_id: teamId } });

describe.each(engines)("a question that goes to the referents, in Slack on %s", (engine) => {
  beforeEach(async () => {
    bot = await slackBot(engine);
    bot.slack.users.set("UMEMBRE", member("UMEMBRE", "membre"));
    bot.slack.users.set("UTECHNIQUE", member("UTECHNIQUE", "technique"));
  });
  afterEach(() => bot.close());

  const answer = () =>
    bot.command("/cairn", "repondre 1 Au sous-sol.", { user_id: "UTECHNIQUE", trigger_id: "1.2.answer" });

  it("from the unknown question to the answer, told once where it was asked, and offered next time", async () => {
    const unknown = await bot.command("/question", asked, { user_id: "UMEMBRE" });
    expect(JSON.parse(unknown.body)).toMatchObject({ response_type: "ephemeral" });
    expect(unknown.body).toContain(JSON.stringify(forward).slice(1, -1));
    // The same press comes twice: it is one question.
    await bot.press(forward, { ...as("UMEMBRE"), trigger_id: "1.2.forward" });
    await bot.press(forward, { ...as("UMEMBRE"), trigger_id: "1.2.forward" });
    await eventually(responded).toEqual(Array(2).fill("ephemeral Question 1 transmise aux référents"));

    await bot.event({ type: "app_home_opened", user: "UTECHNIQUE", channel: "D1", tab: "home" });
    const home = JSON.stringify(bot.slack.viewed.at(-1)?.view);
    expect(home).toContain(`Question 1 : ${asked}`);
    expect(home).toContain("/cairn repondre 1");
    await bot.event(
      { type: "app_home_opened", user: "UMEMBRE", channel: "D2", tab: "home" },
      { event_id: "Ev2" },
    );
    expect(JSON.stringify(bot.slack.viewed.at(-1)?.view)).not.toContain(asked);

    expect((await answer()).body).toContain("Réponse à la question 1 enregistrée");
    // Slack sends the command again: nothing is written, nor told, twice.
    expect((await answer()).body).toContain("Réponse à la question 1 enregistrée");
    await tellOfQuestions(bot);
    await tellOfQuestions(bot);
    expect(told()).toEqual(["C0CLUSTER – Les référents ont répondu à la question 1"]);

    await bot.press("/cairn transmettre Où se trouve le compteur de gaz ?", as("UENERGIE"));
    await eventually(() => responded().at(-1)).toBe("ephemeral Les référents ont déjà répondu à cela");
    expect(JSON.stringify(bot.slack.responded.at(-1)?.blocks)).toContain("Au sous-sol.");
    const faq = await bot.command("/cairn", "faq compteur");
    expect(faq.body).toContain("Au sous-sol.");
    expect(faq.body).not.toContain("Membre de l'équipe");
  });

  it("asked in a thread, is answered in that thread", async () => {
    const ts = "1790000000.000200";
    const mention = {
      type: "app_mention",
      user: "UMEMBRE",
      channel: "C0CLUSTER",
      ts,
      text: `<@${botUserId}> question ${asked}`,
    };
    await bot.event(mention);
    await eventually(() => bot.slack.posted.map(({ thread }) => thread)).toEqual([ts]);
    await bot.press(forward, { ...as("UMEMBRE"), message: { ts: "1790000000.000300", thread_ts: ts } });
    await eventually(() => responded().length).toBe(1);
    await answer();
    await tellOfQuestions(bot);
    expect(told()).toEqual([`C0CLUSTER ${ts} Les référents ont répondu à la question 1`]);
  });

  it("typed as a command, is answered in the channel where it was typed", async () => {
    await bot.command("/cairn", `transmettre ${asked}`, { user_id: "UMEMBRE" });
    await answer();
    await tellOfQuestions(bot);
    expect(told()).toEqual(["C0CLUSTER – Les référents ont répondu à la question 1"]);
  });

  it("asked in direct messages, is answered there", async () => {
    const text = `transmettre ${asked}`;
    const message = {
      type: "message",
      channel_type: "im",
      user: "UMEMBRE",
      channel: "D0MEMBRE",
      ts: "1790000000.000200",
      text,
    };
    await bot.event(message);
    await eventually(() => bot.slack.posted.length).toBe(1);
    await answer();
    await tellOfQuestions(bot);
    expect(told()).toEqual(["D0MEMBRE – Les référents ont répondu à la question 1"]);
  });

  it("follows from the last one of the same thread, and from no other", async () => {
    const say = async (text: string, ts: string, thread: string) => {
      const before = bot.slack.posted.length;
      await bot.event(
        {
          type: "app_mention",
          user: "UMEMBRE",
          channel: "C0CLUSTER",
          ts,
          thread_ts: thread,
          text: `<@${botUserId}> ${text}`,
        },
        { event_id: `Ev${ts}` },
      );
      await eventually(() => bot.slack.posted.length).toBe(before + 1);
      return bot.slack.posted.at(-1)?.text ?? "";
    };
    const [one, other] = ["1790000000.000100", "1790000000.000200"];
    await say("question combien d’électricité en 2025 ?", "1790000001.000100", one);
    expect(await say("question et en 2024 ?", "1790000001.000200", one)).toMatch(/^Réponse\n.*2024/su);
    expect(await say("question et en 2024 ?", "1790000001.000300", other)).toMatch(/^Je n’ai pas compris/u);
  });
});

describe("the message shortcut", () => {
  beforeEach(async () => {
    bot = await slackBot("pglite");
    bot.slack.users.set("UMEMBRE", member("UMEMBRE", "membre"));
  });
  afterEach(() => bot.close());

  // docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload, "message_action".
  const choose = (message: object) => {
    const payload = JSON.stringify({
      ...{ type: "message_action", callback_id: "question", token: "none", action_ts: "1790000009.000100" },
      ...{
        team: { id: teamId, domain: "cluster" },
        ...as("UMEMBRE"),
        channel: { id: "C0CLUSTER", name: "cluster" },
      },
      ...{ trigger_id: "1.2.shortcut", response_url: bot.slack.responseUrl("shortcut") },
      ...{
        message_ts: "1790000000.000400",
        message: { type: "message", user: "UENERGIE", ts: "1790000000.000400", ...message },
      },
    });
    return bot.deliver(new URLSearchParams({ payload }).toString(), form);
  };

  it.each([
    ["a question", { text: `<@UENERGIE> ${asked}` }, "Je n’ai pas compris", forward],
    ["one the figures answer", { text: "Quels chiffres manquent ?" }, "Réponse", ""],
    ["a message without words", { text: "" }, "Posez une question", ""],
    ["one that is far too long", { text: "mot ".repeat(9000) }, "C’est trop long", ""],
  ])("answers %s to whoever chose it alone", async (_, message, title, button) => {
    expect(await choose(message)).toEqual({ status: 200, body: "" });
    await eventually(() => bot.slack.responded.length).toBe(1);
    const [said] = bot.slack.responded;
    expect(said?.response_type).toBe("ephemeral");
    expect(said?.text).toMatch(new RegExp(`^${title}`, "u"));
    expect(JSON.stringify(said?.blocks)).toContain(button);
    expect(bot.slack.posted).toEqual([]);
  });
});
