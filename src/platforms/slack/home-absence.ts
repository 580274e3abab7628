import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { Card } from "../../cards/card.ts";
import { refusalCard } from "../../cards/refusal-card.ts";
import { homePreferencesOf } from "../../commands/home.ts";
import type { Reply } from "../../commands/request.ts";
import { messagesFor } from "../../messages/messages.ts";
import { PlatformError } from "../platform.ts";
import { inTime } from "./accepted.ts";
import { type Asker, askerIn, failedAnswer, identify, runLine, unwelcomeAnswer } from "./answer.ts";
import { inertCell, visible } from "./escape.ts";
import { openLight } from "./forms-calls.ts";
import type { Homes, Publishing } from "./homes.ts";
import { postAnswer } from "./surely.ts";
import { absenceLine, absenceView } from "./views/absence-view.ts";
import { cardModal, waitingView } from "./views/card-views.ts";
import { type AbsenceField, homeControls } from "./views/home-names.ts";

/** The form, or why there is none. */
async function viewFor(publishing: Publishing, asker: Asker): Promise<ModalView> {
  const { cairn, now } = publishing;
  const { language } = cairn;
  const said = (card: Card) => cardModal(card, { language, title: messagesFor(language).home.absenceTitle });
  try {
    const identity = await identify(publishing, asker);
    if (identity.kind === "unwelcome") return said(unwelcomeAnswer(identity.reason, language).card);
    const set = await homePreferencesOf(cairn, { email: identity.email, now: now(), platform: "slack" });
    return set.ok ? absenceView(set.preferences, set) : said(set.card);
  } catch (error) {
    return said(failedAnswer(publishing, error).card);
  }
}

/** What to type where no form can be opened. */
async function tellInstead(publishing: Publishing, { account }: Asker): Promise<void> {
  const { language } = publishing.cairn;
  const { forms, verbs } = messagesFor(language);
  const card = refusalCard({ message: forms.notOpened, hint: verbs.absence.usage }, []);
  await postAnswer(publishing, { channel: account, ts: null }, { card, language });
}

/** Opens the form of an absence; where Slack shows none, the person is told what to type. */
export async function openAbsence(publishing: Publishing, asker: Asker, triggerId: string): Promise<void> {
  const { client, cairn, log } = publishing;
  const { language } = cairn;
  const light = waitingView({ language, title: messagesFor(language).home.absenceTitle });
  try {
    await openLight(client, triggerId, { light, view: viewFor(publishing, asker) });
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const { fault, code } = error;
    log.warn({ fault, code }, "Slack opened no form");
    await tellInstead(publishing, asker);
  }
}

/** The field under which a refusal is read. */
function fieldOf({ code, data }: Extract<Reply, { ok: false }>["error"]): AbsenceField {
  if (code === "not_found") return "delegate";
  const isEnd = code === "invalid_period" && data["problem"] !== "too_far";
  return isEnd ? "to" : "from";
}

/** Why an absence is not noted: on top of the Home, and under a field where the form is still there. */
type Refused = { readonly card: Card; readonly errors: Record<string, string> | null };

function refusedIn(reply: Reply | null): Refused | null {
  if (reply === null || reply.ok) return null;
  const { message, hint } = reply.error;
  const errors = { [fieldOf(reply.error)]: inertCell(visible(`${message} ${hint}`)) };
  return { card: reply.card, errors };
}

/** The form of an absence, sent: the absence is noted, or what is wrong is said under its field. */
export function listenToAbsence(app: App, publishing: Publishing, homes: Homes): void {
  app.view(homeControls.absence, async ({ body, view, ack }) => {
    const asker = askerIn(body);
    const line = absenceLine(view.state.values);
    if (line === null) return await ack();
    const work = runLine(publishing, asker, line).then(refusedIn, (error: unknown): Refused => {
      return { card: failedAnswer(publishing, error).card, errors: null };
    });
    const errors = (await inTime(work))?.errors ?? null;
    if (errors !== null) return await ack({ response_action: "errors", errors });
    await ack();
    publishing.later(work.then((refused) => homes.show(asker, refused?.card ?? null)));
  });
}
