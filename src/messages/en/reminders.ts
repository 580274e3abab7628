import type { DaySpan } from "../../domain/absence.ts";
import type { Stage } from "../../domain/calendar.ts";
import type { DueStatus } from "../../domain/due.ts";
import type { PlatformName } from "../../domain/preference.ts";
import type { Days, RefusalData } from "../../domain/refusal.ts";
import { formatFor } from "../format.ts";
import type * as french from "../fr/reminders.ts";
import type { Sentence } from "../refusal-sentences.ts";
import { periodName } from "./words.ts";

const { day, list, number } = formatFor("en-GB");

function figures(count: number): string {
  return `${number(count)} ${count === 1 ? "figure" : "figures"}`;
}

/** "on 24 December 2026", or "from 24 December 2026 to 2 January 2027". */
function days({ from, to }: Days): string {
  return from === to ? `on ${day(from)}` : `from ${day(from)} to ${day(to)}`;
}

function daysOf({ from, to }: DaySpan): string {
  return days({ from: from.toString(), to: to.toString() });
}

const statuses: Readonly<Record<DueStatus, string>> = {
  late: "late",
  open: "to give",
  absent: "away",
  done: "given",
};

const stageNames: Readonly<Record<Stage, string>> = {
  opening: "opening",
  reminder: "reminder",
  eve: "eve",
  overdue: "overdue",
  escalation: "escalation",
};

const titles: Readonly<Record<Stage, string>> = {
  opening: "Collection is open",
  reminder: "Reminder: the due day is coming",
  eve: "The due day is very near",
  overdue: "The due day has passed",
  escalation: "Figures are still missing",
};

const platformNames: Readonly<Record<PlatformName, string>> = {
  slack: "Slack",
  teams: "Microsoft Teams",
  terminal: "the terminal",
};

/** `/cairn echeances`. */
export const due: typeof french.due = {
  title: "Figures expected",
  ownTitle: "Figures expected from you",
  status: (status) => statuses[status],
  columns: { period: "Quarter", due: "Due", status: "State", figures: "Figures" },
  counts: (late, open, absent, done) =>
    [
      late === 0 ? null : `${figures(late)} late`,
      open === 0 ? null : `${figures(open)} to give`,
      absent === 0 ? null : `${figures(absent)} waiting for somebody who is away`,
      done === 0 ? null : `${figures(done)} given`,
    ]
      .filter((part) => part !== null)
      .join(", "),
  allDone: "Nothing is waiting: everything expected is there, thank you!",
  nothing: "Nothing is expected from you for now.",
  names: (names, others) =>
    others === 0 ? names.join(", ") : `${names.join(", ")} and ${number(others)} more`,
  older: (first, last) =>
    first === last ? periodName(first) : `${periodName(first)} to ${periodName(last)}`,
  passed: "passed",
  figures,
  partial: (count) =>
    `${figures(count)} ${count === 1 ? "was" : "were"} given before the quarter ended: to confirm or correct.`,
  next: (period, on) => `The quarter under way, ${periodName(period)}, will be due on ${day(on)}.`,
  give: (label, period) => `${label}, ${periodName(period)}`,
};

/** `/cairn absence`. */
export const absence: typeof french.absence = {
  recorded: "Absence noted",
  duplicate: "This absence was noted already, nothing changes.",
  withdrawn: "Absence withdrawn",
  line: (name, span) => `${name}: ${daysOf(span)}.`,
  delegate: (name) => `Meanwhile, ${name} gets the reminders and may give the figures.`,
  noDelegate:
    "Nobody gets the reminders instead: only the referents will see what is missing. To name somebody, withdraw it and start again with their address at the end.",
  cancel: "Withdraw this absence",
  oneDay: "That day only",
  cancelOne: (span) => `Withdraw the absence ${daysOf(span)}`,
};

/** `/cairn rappels`. */
export const preferences: typeof french.preferences = {
  title: "Your reminders",
  saved: "Noted. Your reminders:",
  language: "Language",
  languages: { fr: "French", en: "English" },
  numbers: "Numbers",
  numberProfiles: { fr: "1 234,5", en: "1,234.5" },
  hour: "Hour",
  fromHour: (hour) => `from ${hour}:00, on business days`,
  timeZone: "Time zone",
  platform: "Where",
  platforms: (platform) => (platform === null ? "where you talk to Cairn" : platformNames[platform]),
  snoozed: "Paused",
  snoozedUntil: (on) => `until ${day(on)}`,
  notSnoozed: "no",
  absences: "Absences",
  absenceWith: (span, delegate) =>
    delegate === null ? daysOf(span) : `${daysOf(span)}, ${delegate} standing in`,
  resume: "Resume reminders",
};

/** The reminders themselves, and their list on the command line. */
export const reminder: typeof french.reminder = {
  title: (stage) => titles[stage],
  asked: (count) =>
    count === 1 ? "One figure is expected from you:" : `${figures(count)} are expected from you:`,
  columns: { indicator: "Indicator", period: "Quarter", due: "Due" },
  standsIn: (labels, owner) => `Standing in for ${owner}, who is away: ${list(labels)}.`,
  partial: (labels) =>
    `Given before the quarter ended, so partial: ${list(labels)}. Give the same figure again to confirm it, or correct it.`,
  copies: "For your information, these figures are still missing:",
  copied: (owner, labels, period) => `${owner}, ${periodName(period)}: ${list(labels)}`,
  later: "Remind me tomorrow",
  dueList: "See everything due",
  none: "No reminder to send.",
  sent: (count) => (count === 1 ? "1 reminder recorded:" : `${number(count)} reminders recorded:`),
  wouldSend: (count) =>
    `Dry run, nothing written: ${number(count)} ${count === 1 ? "reminder" : "reminders"} would leave.`,
  listed: (to, stage, cc) =>
    cc.length === 0 ? `${to} (${stageNames[stage]})` : `${to} (${stageNames[stage]}, copy to ${list(cc)})`,
  item: (indicator, period, on, stage) =>
    `${indicator}, ${periodName(period)}, due on ${day(on)}: ${stageNames[stage]}`,
};

const dayHint = "Write a day: 24/12/2026, 24/12, 24 December, tomorrow or 2026-12-24.";

/** What is wrong with a day or an hour. */
export function timeSentence({ typed, problem, hours }: RefusalData["invalid_period"]): Sentence {
  switch (problem) {
    case "ends_before_it_begins":
      return { message: `“${typed}” ends before it begins.`, hint: "Give the first day, then the last." };
    case "past":
      return {
        message: `“${typed}” has already passed.`,
        hint: "Give a day to come, with its year if need be.",
      };
    case "over_a_year":
      return {
        message: `“${typed}” lasts more than a year.`,
        hint: "Check the year, or ask a referent to change the owner.",
      };
    case "too_far":
      return {
        message: `“${typed}” is more than a year away.`,
        hint: "Check the year, or say it again later.",
      };
    case "outside_hours":
      return {
        message: `“${typed}” is not an hour when reminders leave.`,
        hint: `Choose a whole hour, from ${hours?.from ?? 0}:00 to ${hours?.to ?? 23}:00.`,
      };
    case "after_note":
      return {
        message: `“${typed}” comes after a note: I cannot tell whether it is the period. Nothing is recorded.`,
        hint: "If it is the period, write it right after the value and its unit; if not, write the period and then the note.",
      };
    case "not_a_preference":
      return {
        message: `I cannot set “${typed}”.`,
        hint: "Give a day (pause until then), an hour (9h), slack, teams or terminal, fr or en, a time zone (Europe/Paris), or resume.",
      };
    default:
      return { message: `“${typed}” is not a day I can read.`, hint: dayHint };
  }
}

/** An absence that shares days with others. */
export function absenceConflict(absent: Days, other: readonly Days[]): Sentence {
  return {
    message: `This absence ${days(absent)} overlaps another, ${list(other.map(days))}.`,
    hint: "Withdraw the other first with /cairn absence cancel.",
  };
}
