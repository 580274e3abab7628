import type { ModalView } from "@slack/types";
import type { Card } from "../../cards/card.ts";
import type { Asking } from "../../commands/asking.ts";
import type { Language } from "../../messages/messages.ts";
import type { Session } from "./forms-session.ts";
import type { EntryTyped } from "./views/entry-typed.ts";
import type { EntryField } from "./views/names.ts";

/** What sending a form comes to in Slack. `card` says the same where no view can. */
export type Reaction = {
  readonly card: Card;
  readonly language: Language;
  /** Whether the figure is there now. */
  readonly isRecorded: boolean;
} & (
  | { readonly kind: "view"; readonly view: ModalView }
  /** Something to mend in the form, which is where it was. */
  | {
      readonly kind: "error";
      readonly field: EntryField;
      readonly text: string;
      readonly again: () => Promise<ModalView>;
    }
  /** A question over the form, which stays below. */
  | { readonly kind: "question"; readonly view: ModalView; readonly again: () => Promise<ModalView> }
  /** The next form of a walk. */
  | { readonly kind: "next"; readonly view: ModalView }
);

/** A form that came back. */
export type Sent = {
  readonly asking: Asking;
  readonly session: Session;
  readonly typed: EntryTyped;
  readonly confirmed: boolean;
  /** What makes two sendings of it one. */
  readonly key: string;
};
