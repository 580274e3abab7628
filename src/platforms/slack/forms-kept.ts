import { type Answering, type Asker, identify } from "./answer.ts";
import type { Reaction, Sent } from "./forms-reaction.ts";
import { figureIn, figureText, sessionIn } from "./forms-session.ts";
import { submitted } from "./forms-submit.ts";
import { saidView, unwelcomeCard } from "./forms-view.ts";

/** A form as it was sent, without who sent it. */
export type SentForm = Omit<Sent, "asking">;

/** What a form of the inbox begins with: no line of anybody's does, since a line is one line. */
const mark = "\nform";

/** A sent form as a line of the inbox, so that another process can take it. */
export function keptForm({ session, typed, confirmed }: SentForm): string {
  return `${mark} ${confirmed ? "confirmed" : "given"}\n${figureText(session, typed)}`;
}

/** The sent form that a line of the inbox holds, under that key; null when it holds a person's own line. */
export function formKept(line: string, key: string): SentForm | null {
  if (!line.startsWith(mark)) return null;
  const [, head = "", ...rest] = line.split("\n");
  const text = rest.join("\n");
  return { session: sessionIn(text), typed: figureIn(text), confirmed: head.endsWith("confirmed"), key };
}

/** Takes a sent form from whoever sends it. Throws when the installation is broken, or Slack gives no answer. */
export async function takeForm(answering: Answering, asker: Asker, sent: SentForm): Promise<Reaction> {
  const identity = await identify(answering, asker);
  const { cairn, now } = answering;
  if (identity.kind === "member") {
    const asking = { email: identity.email, now: now(), platform: "slack" };
    const reaction = await submitted(cairn, { ...sent, asking });
    if (reaction.isRecorded) answering.changed?.(identity.email);
    return reaction;
  }
  const { language } = cairn;
  const card = unwelcomeCard(identity.reason, language);
  return { kind: "view", view: saidView(card, language), card, language, isRecorded: false };
}
