/** What a press is called: the verb of its Action.Execute, and `data.verb` of the Action.Submit that stands in for it. */
export const verbs = {
  /** Runs the line it carries. */
  run: "run",
  /** Renews a card by itself for those it was drawn for. */
  refresh: "refresh",
  entryOpen: "entry.open",
  entrySend: "entry.send",
  entrySkip: "entry.skip",
  entryConfirm: "entry.confirm",
  entryMend: "entry.mend",
  entryNext: "entry.next",
  preferencesOpen: "preferences.open",
  preferencesSave: "preferences.save",
} as const;
export type Verb = (typeof verbs)[keyof typeof verbs];

/** The message extension's commands, as the manifest names them. */
export const extensionCommands = { entry: "saisir", progress: "progression" } as const;

/** The fields of the entry form: the id of each input. */
export type EntryField = "indicator" | "period" | "value" | "reading" | "reason" | "note" | "link";

/** The fields of the preferences form: the id of each input. */
export type PreferenceField = "hour" | "platform" | "language" | "numbers" | "snoozedUntil";
