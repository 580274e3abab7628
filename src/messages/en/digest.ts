import type { Status } from "../../domain/aim.ts";
import type { Period, Quarter } from "../../domain/period.ts";
import { formatFor } from "../format.ts";
import type { digest as french } from "../fr/digest.ts";
import { periodName } from "./words.ts";

const { number } = formatFor("en-GB");

function several(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** "September 2026" */
function monthName(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(date);
}

function notDue(count: number, awaited: number): string {
  if (awaited === 0) return "";
  return awaited === count ? ", not due yet" : `, ${number(awaited)} of them not due yet`;
}

const statuses: Readonly<Record<Exclude<Status, "no_target" | "insufficient_data">, string>> = {
  on_track: "met",
  at_risk: "to watch",
  off_track: "not met",
};

const fields: Readonly<Record<"total" | "actual" | "changePct", (subject: string) => string>> = {
  total: (subject) => `${subject}, total`,
  actual: (subject) => `${subject}, like for like`,
  changePct: (subject) => `${subject}, change from the reference`,
};

/** The month's summary, in English. */
export const digest: typeof french = {
  title: (month: string) => `The month in brief: ${monthName(month)}`,
  draft: (on: string) => `Draft: this summary will be posted on ${on}, and may still change.`,
  headline: {
    total: (year: number, amount: string, nomenclature: string) =>
      `Since the start of ${year}, known gross emissions are ${amount} (${nomenclature})`,
    noTotal: (year: number) => `No emission figure is recorded for ${year} yet`,
    lastYear: (year: number, amount: string, nomenclature: string) =>
      `the known gross emissions of the year ${year} are ${amount} (${nomenclature})`,
    change: (amount: string, falls: boolean, reference: number, activity: string, factor: string) =>
      `like for like, ${amount} ${falls ? "less" : "more"} than in the same quarters of ${reference} (${activity} from activity, ${factor} from emission factors)`,
    noChange: (reference: number) => `like for like, as much as in the same quarters of ${reference}`,
    notDemonstrated: (falls: boolean, uncertainty: string) =>
      `a ${falls ? "fall" : "rise"} that is not demonstrated, being smaller than its uncertainty of ± ${uncertainty}`,
    isReference: (year: number) => `${year} is the reference year, which later years will be compared with`,
    nothingToCompare: (reference: number) => `nothing compares with ${reference} yet`,
    complete: "this total lacks no figure",
    missing: (count: number, awaited: number) =>
      `this total lacks ${several(count, "figure", "figures")}${notDue(count, awaited)}`,
    expected: (count: number, awaited: number) =>
      `${several(count, "figure is expected", "figures are expected")}${notDue(count, awaited)}`,
    separator: "; ",
  },
  figures: {
    columns: {
      now: (year: number) => `Since January ${year}`,
      change: (reference: number) => `Like for like with ${reference}`,
      target: "Target",
    },
    ghg: "Greenhouse gases",
    waste: "Waste",
    wastePerPerson: "per full-time equivalent",
    sortingRate: "sorting rate",
    resources: "Resources (index)",
    none: "no figure",
    unknown: "unknown",
    isReference: "reference year",
    nothingToCompare: "nothing to compare",
    notDemonstrated: (change: string, falls: boolean) =>
      `${change}, ${falls ? "fall" : "rise"} not demonstrated`,
    rate: (now: string, was: string, year: number) => `${now}, against ${was} in ${year}`,
    toSet: "to be set",
    notYet: "set, nothing to compare",
    target: (amount: string, status: keyof typeof statuses) => `${amount}: ${statuses[status]}`,
    provisional: (labels: string) => `Provisional for ${labels}: this year's factor is not published yet.`,
    left: (labels: string) => `Left out of the comparison, for want of a counterpart: ${labels}.`,
  },
  movers: {
    title: "What moved most, and why",
    none: "Nothing moved, or nothing compares yet.",
    range: (from: string, to: string) => `${from} → ${to}`,
    byActivity: (label: string, change: string, activity: string) =>
      `${label}: ${change}, all from activity (${activity}).`,
    byFactor: (label: string, change: string, factor: string | null) =>
      `${label}: ${change}, all from the emission factor${factor === null ? "" : ` (${factor})`}, for the same activity.`,
    byBoth: (label: string, change: string, activity: string, factor: string) =>
      `${label}: ${change}, that is ${activity} from activity and ${factor} from the emission factor`,
    ranges: (activity: string, factor: string | null) =>
      factor === null ? ` (${activity}).` : ` (${activity}; ${factor}).`,
  },
  registers: {
    title: (year: number) => `External actions since January ${year}`,
    total: "Result",
    none: "no figure",
    missing: (count: number) => several(count, "figure is missing", "figures are missing"),
  },
  projects: {
    none: (year: number) => `Mountain projects financed in ${year}: none is recorded.`,
    totals: (year: number, count: number, tonnes: string, eur: string) =>
      `Contribution, apart from the balance: ${several(count, "mountain project", "mountain projects")} financed in ${year}, ${eur}, for ${tonnes} announced by their holders.`,
  },
  project: {
    noStandard: "no standard given",
    vintage: (year: number) => `${year} vintage`,
    proof: (proof: string) => `proof of retirement: ${proof}`,
    noProof: "proof of retirement to be given",
  },
  collection: {
    state: (period: Quarter, received: number, expected: number, due: string) =>
      `Collection of ${periodName(period)}, due on ${due}: ${number(received)} of ${several(expected, "figure", "figures")} received.`,
    nothing: (period: Quarter) => `Nothing is expected for ${periodName(period)}.`,
    late: (count: number) =>
      ` Earlier quarters included, ${several(count, "figure is", "figures are")} late.`,
    today: (period: Quarter) => `Next due day: ${periodName(period)}, today.`,
    next: (period: Quarter, due: string, days: number) =>
      `Next due day: ${periodName(period)}, on ${due}, in ${several(days, "day", "days")}.`,
  },
  restatements: {
    title: "Figures restated since the last summary",
    figure: (label: string, period: Period, was: string, now: string) =>
      `${label}, ${periodName(period)}: ${was} → ${now}`,
    withdrawn: "withdrawn",
    reason: (reason: string) => ` (${reason})`,
    more: (count: number) => `and ${several(count, "other", "others")}`,
  },
  value: (name: string, text: string) => `${name}, ${text}`,
  open: {
    due: "See what is due",
  },
  posted: {
    now: (month: string, when: string) => `The summary of ${monthName(month)} is posted (${when}).`,
    already: (month: string, when: string) =>
      `The summary of ${monthName(month)} was posted already, on ${when}: nothing is sent again, this is what it said.`,
    frozen: (when: string) => `As posted on ${when}.`,
    same: "None of its totals has changed since.",
    changed: "Its totals have changed since:",
    field: (subject: string, field: "total" | "actual" | "changePct") => fields[field](subject),
    none: "none",
    difference: (subject: string, was: string, now: string) => `${subject}: ${was} → ${now}`,
    notYet: (month: string, when: string) => ({
      message: `The summary of ${monthName(month)} cannot be posted yet.`,
      hint: `It leaves on ${when}. Without --post it can be read already.`,
    }),
    future: (month: string) => ({
      message: `${monthName(month)} has not begun yet.`,
      hint: "Ask for a month that has, such as the last one ended.",
    }),
    chart: (file: string) => `Chart written to ${file}.`,
  },
  chart: {
    title: (year: number, reference: number) => `Gross emissions by quarter, ${year} and ${reference}`,
    titleAlone: (year: number) => `Gross emissions by quarter, ${year}`,
    quarter: (number: number) => `Q${number}`,
    unit: (unit: string) => `${unit} a quarter`,
    referenceYear: (year: number) => `${year} (reference)`,
    target: (year: number) => `${year} target`,
    notYet: (year: number) => `${year}: to come`,
    noFigure: (year: number) => `${year}: no figure`,
    incomplete: (year: number, count: number) =>
      `${year}: ${several(count, "figure missing", "figures missing")}`,
    amount: (series: string, amount: string | null, unit: string) =>
      amount === null ? `${series} without figure` : `${series} ${amount}\u00A0${unit}`,
    source: (nomenclature: string, toSet: boolean) =>
      `Source: figures entered in Cairn, Base Carbone® factors (ADEME), ${nomenclature}.${toSet ? " Target to be set." : ""}`,
  },
};
