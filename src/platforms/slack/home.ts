import type { App, BlockAction } from "@slack/bolt";
import type { Card } from "../../cards/card.ts";
import { inTime } from "./accepted.ts";
import { type Answering, type Asker, askerIn, failedAnswer, runLine } from "./answer.ts";
import { listenToAbsence, openAbsence } from "./home-absence.ts";
import { controlLine } from "./home-lines.ts";
import type { Homes, Publishing } from "./homes.ts";
import { homeControls, homePrefix } from "./views/home-names.ts";

/** Makes the change; gives what to say of it in the Home: nothing when it is made. */
async function change(answering: Answering, asker: Asker, line: string): Promise<Card | null> {
  try {
    const reply = await runLine(answering, asker, line);
    return reply === null || reply.ok ? null : reply.card;
  } catch (error) {
    return failedAnswer(answering, error).card;
  }
}

/** A control of the Home: the change is made, acknowledged, and the Home drawn again. */
function listenToControls(app: App, publishing: Publishing, homes: Homes): void {
  const constraints = { type: "block_actions", action_id: new RegExp(`^${homePrefix}`, "u") } as const;
  app.action<BlockAction>(constraints, async ({ body, action, ack }) => {
    const asker = askerIn(body);
    if (action.action_id === homeControls.absence) {
      await ack();
      return publishing.later(openAbsence(publishing, asker, body.trigger_id));
    }
    const line = controlLine(action);
    const work = line === null ? Promise.resolve(null) : change(publishing, asker, line);
    await inTime(work);
    await ack();
    publishing.later(work.then((refusal) => homes.show(asker, refusal)));
  });
}

/** Draws the App Home when it is opened, and makes the changes that are asked there. */
export function listenToHome(app: App, publishing: Publishing, homes: Homes): void {
  app.event("app_home_opened", async ({ event, body }) => {
    if (event.tab === "messages") return;
    await homes.open({ account: event.user, teamId: body.team_id });
  });
  listenToControls(app, publishing, homes);
  listenToAbsence(app, publishing, homes);
}
