/** What the forms are called in what Slack sends back: the callback_id of each view and shortcut. */
export const callbacks = {
  /** The global shortcut of the manifest. */
  shortcut: "saisir",
  /** The message shortcut of the manifest. */
  question: "question",
  waiting: "saisir:waiting",
  entry: "saisir:entry",
  confirm: "saisir:confirm",
  receipt: "saisir:receipt",
} as const;

/** The fields of the entry form: each is the action_id of what holds it, and begins the block_id of its input. */
const entryFields = ["indicator", "period", "value", "reading", "reason", "note", "link"] as const;
export type EntryField = (typeof entryFields)[number];

/** The action_id of the buttons that run no line. */
export const buttons = { skip: "form:skip", give: "form:give" } as const;

/** Longest texts taken from the form, in UTF-16 units: a confirmation carries them all, with where one is. */
export const longest = { value: 100, note: 1000, reason: 400, link: 400 } as const;
