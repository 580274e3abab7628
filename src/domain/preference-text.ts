import { Temporal } from "temporal-polyfill";
import { readDate } from "./date-text.ts";
import { fold } from "./name-match.ts";
import type { CalendarSettings } from "./plan.ts";
import type { PlatformName } from "./preference.ts";
import { ok, type Result, refuse } from "./refusal.ts";

/** One thing a person changes about their messages. */
export type PreferenceChange =
  | { readonly kind: "hour"; readonly hour: number }
  | { readonly kind: "platform"; readonly platform: PlatformName }
  | { readonly kind: "language"; readonly language: "fr" | "en" }
  | { readonly kind: "numbers"; readonly profile: "fr" | "en" }
  | { readonly kind: "time_zone"; readonly timeZone: string }
  /** The first day messages come again; null to resume at once. */
  | { readonly kind: "snooze"; readonly until: Temporal.PlainDate | null };

const platformWords: ReadonlyMap<string, PlatformName> = new Map([
  ["slack", "slack"],
  ["teams", "teams"],
  ["microsoft teams", "teams"],
  ["ms teams", "teams"],
  ["terminal", "terminal"],
]);
const languageWords: ReadonlyMap<string, "fr" | "en"> = new Map([
  ["fr", "fr"],
  ["francais", "fr"],
  ["french", "fr"],
  ["en", "en"],
  ["anglais", "en"],
  ["english", "en"],
]);
const resumeWords: ReadonlySet<string> = new Set("reprendre reprise maintenant resume now on".split(" "));

/** "9", "9 h", "à 9h", "9h00", "09:00", "2pm"; the minutes are kept, to be refused. */
const hourPattern =
  /^(?:(?:a|at|des|from) )?(\d{1,2})(?: ?(?:h|heures?|hours?|o clock)|(?: ?h ?|:)(\d{2})| ?(am|pm))?$/u;

/** The change written in `text`. A day before `today` or over a year away, and an hour when no message leaves, are refused. */
export function readPreference(
  text: string,
  today: Temporal.PlainDate,
  { hours }: Pick<CalendarSettings, "hours">,
): Result<PreferenceChange, "invalid_period"> {
  const typed = text.trim();
  const folded = fold(typed);
  const platform = platformWords.get(folded);
  if (platform !== undefined) return ok({ kind: "platform", platform });
  const language = languageWords.get(folded);
  if (language !== undefined) return ok({ kind: "language", language });
  const profile = languageWords.get(/^(?:nombres?|numbers?) (.+)$/u.exec(folded)?.[1] ?? "");
  if (profile !== undefined) return ok({ kind: "numbers", profile });
  if (resumeWords.has(folded)) return ok({ kind: "snooze", until: null });
  const hour = hourPattern.exec(folded);
  if (hour !== null) return readHour(hour, typed, hours);
  const day = readDate(typed, { today, begins: null });
  if (day !== null) return readSnooze(day, typed, today);
  const timeZone = timeZoneNamed(typed);
  if (timeZone !== null) return ok({ kind: "time_zone", timeZone });
  return refuse("invalid_period", { typed, problem: "not_a_preference" });
}

function readHour(
  [, number, minutes = "00", half]: readonly (string | undefined)[],
  typed: string,
  { from, to }: CalendarSettings["hours"],
): Result<PreferenceChange, "invalid_period"> {
  const hour = half === undefined ? Number(number) : (Number(number) % 12) + (half === "pm" ? 12 : 0);
  if (minutes === "00" && hour >= from && hour < to) return ok({ kind: "hour", hour });
  return refuse("invalid_period", { typed, problem: "outside_hours", hours: { from, to: to - 1 } });
}

function readSnooze(
  until: Temporal.PlainDate,
  typed: string,
  today: Temporal.PlainDate,
): Result<PreferenceChange, "invalid_period"> {
  const days = Temporal.PlainDate.compare(until, today);
  if (days < 0) return refuse("invalid_period", { typed, problem: "past" });
  if (days === 0) return ok({ kind: "snooze", until: null });
  if (Temporal.PlainDate.compare(until, today.add({ years: 1 })) > 0)
    return refuse("invalid_period", { typed, problem: "too_far" });
  return ok({ kind: "snooze", until });
}

/** The IANA zone of that name, as it is spelt; null when there is none. */
function timeZoneNamed(typed: string): string | null {
  if (!/^(?:[A-Za-z]+(?:\/[\w+-]+){1,2}|utc)$/iu.test(typed)) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: typed }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
