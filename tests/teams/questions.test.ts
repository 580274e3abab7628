import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines } from "../support/databases.ts";
import { tellOfQuestions } from "../support/question-courier.ts";
import { shownIn, type TeamsBot, teamsBot } from "../support/teams-bot.ts";

let bot: TeamsBot;
const group = { conversation: { id: "19:group@thread.v2", conversationType: "groupChat", isGroup: true } };

describe.each(engines)("a question that goes to the referents, in Teams on %s", (engine) => {
  beforeEach(async () => {
    bot = await teamsBot(engine);
  });
  afterEach(() => bot.close());

  it("is answered in the conversation where it was asked, once", async () => {
    await bot.say("cairn transmettre Où est le compteur de gaz dans la cave ?", group, "energie");
    await bot.say("cairn repondre 1 Au sous-sol, à gauche.", {}, "technique");
    bot.teams.sent.length = 0;
    await tellOfQuestions(bot);
    await tellOfQuestions(bot);
    expect(bot.teams.sent).toMatchObject([{ conversation: "19:group@thread.v2", targeted: false }]);
    expect(bot.teams.sent.map(shownIn)).toEqual([expect.stringContaining("Au sous-sol, à gauche.")]);
  });

  it("is followed up in its own conversation, and in no other", async () => {
    await bot.say("question quelle quantité de papier en 2025 ?", group, "energie");
    await bot.say("question et en 2024 ?", group, "energie");
    await bot.say("question et en 2024 ?", {}, "energie");
    const [, followed, elsewhere] = bot.teams.sent.map(shownIn);
    expect(followed).toContain("Papier acheté");
    expect(elsewhere).not.toContain("Papier acheté");
  });
});
