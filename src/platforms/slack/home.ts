import type { App, BlockAction } from "@slack/bolt";
import type { Card } from "../../cards/card.ts";
import { handle } from "../../commands/handle.ts";
import { homePreferencesOf } from "../../commands/home.ts";
import type { Reply } from "../../commands/request.ts";
import { inTime } from "./accepted.ts";
import { type Answering, type Asker, failedAnswer, identify } from "./answer.ts";
import { inertCell, visible } from "./escape.ts";
import { controlLine } from "./home-lines.ts";
import type { Homes, Publishing } from "./homes.ts";
import { absenceLine, absenceView } from "./views/absence-view.ts";
import { type AbsenceField, homeControls, homePrefix } from "./views/home-names.ts";
import { calling } from "./web.ts";

/** How long a change may take before it is acknowledged all the same: Slack gives three seconds. */
const answerWithinMs = 2_000;

function askerIn(body: {
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly team: { readonly id: string } | null;
}): Asker {
  return { account: body.user.id, teamId: body.team?.id ?? body.user.team_id };
}

/** What a line comes to; null for somebody who is not served, whose Home says why. */
async function run(answering: Answering, asker: Asker, line: string): Promise<Reply | null> {
  const identity = await identify(answering, asker);
  if (identity.kind === "unwelcome") return null;
  const { email } = identity;
  return await handle(answering.cairn, { email, line, now: answering.now(), platform: "slack" });
}

/** Makes the change; gives what to say of it in the Home: nothing when it is made. */
async function change(answering: Answering, asker: Asker, line: string): Promise<Card | null> {
  try {
    const reply = await run(answering, asker, line);
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
    await inTime(work, answerWithinMs);
    await ack();
    publishing.later(work.then((refusal) => homes.show(asker, refusal)));
  });
}

/** Opens the form of an absence, at once: Slack takes it for three seconds. */
async function openAbsence(publishing: Publishing, asker: Asker, triggerId: string): Promise<void> {
  const { cairn, client, now } = publishing;
  const identity = await identify(publishing, asker);
  if (identity.kind === "unwelcome") return;
  const set = await homePreferencesOf(cairn, { email: identity.email, now: now(), platform: "slack" });
  if (set === null) return;
  const view = absenceView(set.preferences, set);
  await calling(() => client.views.open({ trigger_id: triggerId, view }));
}

/** The field under which a refusal is read. */
function fieldOf({ code, data }: Extract<Reply, { ok: false }>["error"]): AbsenceField {
  if (code === "not_found") return "delegate";
  const isEnd = code === "invalid_period" && data["problem"] !== "too_far";
  return isEnd ? "to" : "from";
}

/** The form of an absence, sent: the absence is noted, or what is wrong is said under its field. */
function listenToAbsence(app: App, publishing: Publishing, homes: Homes): void {
  app.view(homeControls.absence, async ({ body, view, ack }) => {
    const asker = askerIn(body);
    const line = absenceLine(view.state.values);
    if (line === null) return await ack();
    const reply = await run(publishing, asker, line);
    if (reply === null || reply.ok) {
      await ack();
      return publishing.later(homes.show(asker, null));
    }
    const { message, hint } = reply.error;
    const errors = { [fieldOf(reply.error)]: inertCell(visible(`${message} ${hint}`)) };
    await ack({ response_action: "errors", errors });
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
