import type { CardAction } from "../../cards/card.ts";
import { sound, visible } from "../visible.ts";
import type { Action, Carried, ExecuteAction } from "./adaptive.ts";
import { limits } from "./limits.ts";
import { inert } from "./texts.ts";
import { type Verb, verbs } from "./verbs.ts";
import { shortened } from "./weight.ts";

/** Where a card is shown: a dialog (task module) takes Action.Submit alone. */
export type Within = "message" | "dialog";

export type Button = {
  readonly title: string;
  readonly spoken?: string;
  readonly verb: Verb;
  readonly data: Carried;
  readonly within?: Within;
  /** Whether fields must be filled in and are sent; yes when not said. */
  readonly checks?: boolean;
  readonly isMain?: boolean;
};

function oneLine(text: string): string {
  return inert(shortened(visible(text).replaceAll("\n", " ").trim(), limits.buttonText));
}

/** A button: an Action.Execute, and for who does not know it the Action.Submit that says the same. */
export function button({
  title,
  spoken,
  verb,
  data,
  within = "message",
  checks = true,
  isMain,
}: Button): Action {
  const shown = {
    title: oneLine(title),
    ...(spoken === undefined ? {} : { tooltip: oneLine(spoken) }),
    ...(isMain === true ? { style: "positive" as const } : {}),
    ...(checks ? {} : { associatedInputs: "none" as const }),
  };
  const submit = { type: "Action.Submit" as const, ...shown, data: { verb, ...data } };
  return within === "dialog" ? submit : { type: "Action.Execute", ...shown, verb, data, fallback: submit };
}

/** Whether a button can carry the line: it is never cut. */
export function canCarry({ line }: CardAction): boolean {
  return sound(line).length <= limits.line;
}

/** The button that runs a line: pressing it is typing the line. */
export function lineButton({ label, line, spoken }: CardAction): Action {
  const title = label.trim() === "" ? line : label;
  const said = spoken === undefined || spoken.trim() === "" ? {} : { spoken };
  return button({ title, ...said, verb: verbs.run, data: { line: sound(line) }, checks: false });
}

/**
 * What renews a card when it is seen, by the answer to that line. Without `userIds` Teams does so for everybody where
 * at most 60 people are (IRefreshDefinition, "@microsoft/teams.cards"): only for a person's own conversation.
 */
export function renewing(line: string): { readonly action: ExecuteAction } {
  return {
    action: { type: "Action.Execute", title: verbs.refresh, verb: verbs.refresh, data: { line } },
  };
}
