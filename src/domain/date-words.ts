/** Names in French and English, by place: January and Monday first. Folded: lower case, without accents. */
const monthNames: readonly (readonly string[])[] = [
  ["janvier", "january"],
  ["fevrier", "february"],
  ["mars", "march"],
  ["avril", "april"],
  ["mai", "may"],
  ["juin", "june"],
  ["juillet", "july"],
  ["aout", "august"],
  ["septembre", "september"],
  ["octobre", "october"],
  ["novembre", "november"],
  ["decembre", "december"],
];
const weekdayNames: readonly (readonly string[])[] = [
  ["lundi", "monday"],
  ["mardi", "tuesday"],
  ["mercredi", "wednesday"],
  ["jeudi", "thursday"],
  ["vendredi", "friday"],
  ["samedi", "saturday"],
  ["dimanche", "sunday"],
];

const relativeDays: ReadonlyMap<string, number> = new Map([
  ["aujourd hui", 0],
  ["today", 0],
  ["demain", 1],
  ["tomorrow", 1],
  ["apres demain", 2],
  ["day after tomorrow", 2],
  ["hier", -1],
  ["yesterday", -1],
]);

const spanUnits: ReadonlyMap<string, "days" | "weeks" | "months"> = new Map([
  ["jour", "days"],
  ["jours", "days"],
  ["day", "days"],
  ["days", "days"],
  ["semaine", "weeks"],
  ["semaines", "weeks"],
  ["week", "weeks"],
  ["weeks", "weeks"],
  ["mois", "months"],
  ["month", "months"],
  ["months", "months"],
]);

const shortestName = 3;

/** The place (from 1) of the only list with a name that begins with `written`, three letters at least. */
function placeNamed(written: string, names: readonly (readonly string[])[]): number | null {
  if (written.length < shortestName) return null;
  const places = names.flatMap((each, index) =>
    each.some((name) => name.startsWith(written)) ? [index + 1] : [],
  );
  return places.length === 1 ? (places[0] ?? null) : null;
}

/** 1 to 12, for a month's name or its beginning ("déc", "sept"); null for "jui", which begins two. */
export function monthNamed(written: string): number | null {
  return placeNamed(written, monthNames);
}

/** 1 (Monday) to 7, for a day of the week or its beginning. */
export function weekdayNamed(written: string): number | null {
  return placeNamed(written, weekdayNames);
}

/** Days from today of "demain", "hier" and the like; null for anything else. */
export function relativeDay(folded: string): number | null {
  return relativeDays.get(folded) ?? null;
}

/** What "jours", "weeks" and the like count. */
export function spanUnit(noun: string): "days" | "weeks" | "months" | null {
  return spanUnits.get(noun) ?? null;
}
