import { Application } from "@microsoft/teams-ai";
import type { TurnContext } from "botbuilder";
import type { Answering } from "./answer.ts";
import { type Incoming, incomingOf } from "./incoming.ts";
import { answerInvoke } from "./invokes.ts";
import { hear } from "./messages.ts";
import { moved } from "./tracking.ts";
import { welcoming } from "./welcome.ts";

/** The activity of a turn, as we read it: the door let in nothing else. */
function incomingIn({ activity }: TurnContext): Incoming {
  const incoming = incomingOf(activity);
  if (incoming === null) throw new Error("The turn has no activity of ours.");
  return incoming;
}

async function respondToInvoke(answering: Answering, context: TurnContext): Promise<void> {
  const body = await answerInvoke(answering, context, incomingIn(context));
  const value = body === null ? { status: 501 } : { status: 200, body };
  await context.sendActivity({ type: "invokeResponse", value });
}

/**
 * teams-ai's application, which routes what comes in. Its own typing, mentions and cards are left aside: they send
 * what we do not see, and answer a card for everybody once one card was renewed.
 */
export function applicationOver(answering: Answering): Application {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: false });
  const welcome = welcoming(answering);
  app.activity("message", (context) => hear(answering, context, incomingIn(context)));
  for (const type of ["conversationUpdate", "installationUpdate"])
    app.activity(type, async (context) => {
      const incoming = incomingIn(context);
      const identity = await moved(answering, incoming);
      if (identity !== null) await welcome(context, incoming, identity);
    });
  app.addRoute(
    async ({ activity }) => activity.type === "invoke",
    (context) => respondToInvoke(answering, context),
    true,
  );
  return app;
}
