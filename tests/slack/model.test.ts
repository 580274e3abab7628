import { afterEach, describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { member, type SlackBot, slackBot } from "../support/slack-bot.ts";

const strange = "que racontent les bouteilles du container en 2025 ?";
const proposed = {
  ...{ intent: "value", measure: "dechets-verre", against: null },
  period: { from: "2025-T1", to: "2025-T4" },
};
const button = "/question dechets-verre 2025";

let bot: SlackBot;
afterEach(() => bot.close());

/** A bot whose model answers when the promise does. */
async function botWith(reading: Promise<unknown>): Promise<void> {
  bot = await slackBot("pglite", { secondReader: async () => await reading });
  bot.slack.users.set("UMEMBRE", member("UMEMBRE", "membre"));
}

describe("a question that only the language model reads, in Slack", () => {
  it("is answered in the acknowledgement by the button of its reading, while there is time", async () => {
    await botWith(Promise.resolve(proposed));
    const answered = await bot.command("/question", strange, { user_id: "UMEMBRE" });
    expect(JSON.parse(answered.body)).toMatchObject({ response_type: "ephemeral" });
    expect(answered.body).toContain(button);
  });

  it("is acknowledged before a slow model answers, and gets the button after", async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    await botWith(promise);
    const answered = await bot.command("/question", strange, { user_id: "UMEMBRE" });
    expect(JSON.parse(answered.body).text).toBe("Je m’en occupe. La réponse arrive ici dans un instant.");
    resolve(proposed);
    await eventually(() => bot.slack.responded.map((each) => JSON.stringify(each))).toEqual([
      expect.stringContaining(button),
    ]);
  });

  it("is refused, with what can be asked, where the model says nothing", async () => {
    await botWith(Promise.resolve(null));
    const answered = await bot.command("/question", strange, { user_id: "UMEMBRE" });
    expect(answered.body).not.toContain(button);
    expect(answered.body).toContain("/cairn transmettre que racontent les bouteilles");
  });
});
