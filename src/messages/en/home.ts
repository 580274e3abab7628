import { formatFor } from "../format.ts";
import type { home as french } from "../fr/home.ts";
import { periodName, several } from "./words.ts";

const { day } = formatFor("en-GB");

/** What a person's own page says, in English. Titles and buttons of its form: 24 characters at most. */
export const home: typeof french = {
  owedTitle: "What is expected of you",
  owed: (label, period, state, due) => `${label}, ${periodName(period)}: ${state}, expected by ${day(due)}`,
  partial: "given before the quarter ended, to confirm or to correct",
  standIn: (owner) => `in place of ${owner}`,
  give: "Give",
  giveThis: (label, period) => `Give ${label}, ${periodName(period)}`,
  moreOwed: (count) => `And ${several(count, "other figure", "other figures")}.`,
  allDue: "See everything due",
  missingTitle: "What the plan lacks",
  givenTitle: "What you gave",
  noneGiven: "You have not given any figure yet.",
  given: (line, when) => `${line} (${when})`,
  about: (button, label, period) => `${button}: ${label}, ${period}`,
  answers: "The answers of these buttons arrive in your messages with Cairn.",
  progressTitle: (subject) => `How far the plan is: ${subject}`,
  details: "See the detail",
  detailsOf: (subject) => `See the detail: ${subject}`,
  preferencesTitle: "Your preferences",
  language: "Language",
  hour: "Hour of reminders",
  hourOption: (hour) => `From ${hour}:00`,
  snooze: (until) => (until === null ? "Pause the reminders until…" : `Reminders paused until ${day(until)}`),
  pickDay: "Choose a day",
  resume: "Resume",
  absences: "Absences to come",
  noAbsence: "none",
  absence: "Plan an absence",
  cancel: "Cancel",
  moreAbsences: (count) => `And ${several(count, "other absence", "other absences")}.`,
  absenceTitle: "Plan an absence",
  save: "Save",
  close: "Close",
  from: "First day",
  to: "Last day",
  delegate: "Who gives your figures meanwhile",
  nobody: "Nobody",
  group: (first, last) => `${first} to ${last}`,
};
