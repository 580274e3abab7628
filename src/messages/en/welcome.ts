import type { welcome as french } from "../fr/welcome.ts";

/** What Cairn says when it arrives somewhere, in English. */
export const welcome: typeof french = {
  title: "Hello, I am Cairn",
  intro:
    "I keep the figures of the action plan: everyone gives their own, and everybody sees how far we are.",
  tryThis: "Three lines to try:",
  give: "Give a figure",
  ask: "Ask a question",
  help: "See the help",
  settings: "Set my reminders",
  reminders:
    "Your reminders come here, unless you decide otherwise. To pause them, or change their hour or place: /cairn reminders",
  mention: (line) => `To talk to me here, mention me before your line: @Cairn ${line}`,
  inPrivate: "To give your figures, you may also write to me in a private chat, without a mention.",
};
