import type { Screen } from "./slack-modal.ts";
import type { DoorAnswer, Sending } from "./slack-sending.ts";
import type { Json } from "./slack-texts.ts";
import type { StrictSlack } from "./strict-slack.ts";

/** One app's door, and the Slack on its other side. */
export type Surroundings = { readonly slack: StrictSlack; readonly sending: Sending };

/** Who is at the keyboard, and what they have in front of them. */
export type Self = Surroundings & {
  readonly name: string;
  readonly id: string;
  /** Their direct messages with the bot. */
  readonly direct: string;
  /** The channel in which they type commands. */
  readonly room: string;
  readonly screen: Screen;
  /** What every interaction of theirs says of them. */
  readonly who: Json;
};

/** The body of what the bot answered. Throws when it did not serve it. */
export function served({ status, body }: DoorAnswer): string {
  if (status !== 200) throw new Error(`answered ${status} ${body}`);
  return body;
}
