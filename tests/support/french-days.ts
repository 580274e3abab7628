import Holidays from "date-holidays";

/** A second reckoning of French business days, from date-holidays and the dates of JavaScript alone. */
const listed = new Map<number, Set<string>>();
const source = new Holidays("FR");

function holidays(year: number): Set<string> {
  const known = listed.get(year);
  if (known !== undefined) return known;
  const days = source.getHolidays(year).filter(({ type }) => type === "public");
  const made = new Set(days.map(({ date }) => date.slice(0, 10)));
  listed.set(year, made);
  return made;
}

/** The day after `day` (ISO 8601), or `count` days after. */
export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Whether that day (ISO 8601) is worked in France. */
export function isWorked(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays(Number(day.slice(0, 4))).has(day);
}

/** The `count`th worked day after `day`, before it when negative. */
export function workedDay(day: string, count: number): string {
  const step = count < 0 ? -1 : 1;
  let [found, left] = [day, Math.abs(count)];
  while (left > 0) {
    found = plusDays(found, step);
    if (isWorked(found)) left -= 1;
  }
  return found;
}
