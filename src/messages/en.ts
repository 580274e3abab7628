import type { LeftOut } from "../domain/allocation.ts";
import type { EntryKind } from "../domain/entry.ts";
import type { FactorPart } from "../domain/factor.ts";
import type { Nomenclature, Post, Scope } from "../domain/nomenclature.ts";
import { bulk } from "./en/bulk.ts";
import { digest } from "./en/digest.ts";
import { drawing } from "./en/drawing.ts";
import * as fileProblems from "./en/file-problems.ts";
import { forms } from "./en/forms.ts";
import { localMode } from "./en/local-mode.ts";
import { bcPosts, begesPosts, ghgpPosts } from "./en/posts.ts";
import { progress } from "./en/progress.ts";
import { projects } from "./en/projects.ts";
import { refusalsIn } from "./en/refusals.ts";
import * as reminders from "./en/reminders.ts";
import { slack } from "./en/slack.ts";
import { targets } from "./en/targets.ts";
import { verbs } from "./en/verbs.ts";
import { periodName, periodTitle, shortPeriod, unitName } from "./en/words.ts";
import { formatFor } from "./format.ts";
import type { Messages } from "./messages.ts";

const format = formatFor("en-GB");
const { number } = format;

function several(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

const nomenclatures: Readonly<Record<Nomenclature, string>> = {
  beges: "BEGES-R v5",
  ghgp: "GHG Protocol",
  bc: "Bilan Carbone",
};

const postLabels: Readonly<Record<Nomenclature, Readonly<Partial<Record<Post, string>>>>> = {
  beges: begesPosts,
  ghgp: ghgpPosts,
  bc: bcPosts,
};

const leftOut: Readonly<Record<LeftOut, string>> = {
  contrails: "contrails",
  "non-kyoto": "gases outside the Kyoto Protocol",
  "own-manufacture": "manufacture of the vehicles and equipment we operate",
  visitors: "travel by visitors",
};

const scopes: Readonly<Record<Scope, string>> = {
  "1": "Direct (scope 1)",
  "2": "Purchased energy (scope 2)",
  "3": "Other indirect (scope 3)",
};

const parts: Readonly<Record<FactorPart, string>> = {
  combustion: "combustion",
  upstream: "upstream",
  losses: "grid losses",
  manufacture: "manufacture",
  contrails: "contrails",
  use: "use",
};

const kinds: Readonly<Record<EntryKind, string>> = {
  submit: "submitted",
  correct: "corrected",
  cancel: "withdrawn",
  import: "imported",
};

/** What environment variables should be. */
const expectedVariables: Readonly<Record<string, string>> = {
  databaseUrl: "an address postgresql://user:password@host/database",
  port: "a port from 0 to 65535",
  logLevel: "fatal, error, warn, info, debug, trace or silent",
  language: "fr or en",
  slackValue: "a value, once any variable of Slack is set",
  slackBotToken: "a bot token, which begins with xoxb-",
  slackSigningSecret: "the signing secret of the app",
  slackTeamId: "the id of the workspace, which begins with T",
  slackApiUrl: "an address https://, or http:// on this machine",
};

const platforms: Readonly<Record<string, string>> = {
  terminal: "at the terminal",
  import: "by import",
  example: "example data",
  slack: "in Slack",
  teams: "in Teams",
};

/** English, complete. */
export const en: Messages = {
  format,
  unitName,
  periodName,
  periodTitle,
  refusals: refusalsIn(format),
  verbs,
  localMode,
  progress,
  digest,
  projects,
  drawing,
  forms,
  slack,
  targets,
  fileProblems,
  bulk,
  reminders,
  pick: (text) => text.en,
  labelValue: (label, value) => `${label}: ${value}`,
  postLabel: (nomenclature, post) => postLabels[nomenclature][post] ?? post,
  nomenclature: (nomenclature) => nomenclatures[nomenclature],
  scope: (scope) => scopes[scope],
  part: (part) => parts[part],
  platform: (platform) => platforms[platform] ?? platform,
  leftOutReason: (reason) => leftOut[reason],
  confirm: "confirm",
  reasonWord: "reason…",
  entry: {
    recorded: "Noted, thank you!",
    corrected: "Corrected, thank you!",
    cancelled: "Withdrawn: the figure counts as missing again.",
    duplicate: "This figure was already there; nothing changes.",
    partial:
      "The quarter is under way: the figure is kept as partial, and the reminder will come at its end.",
    line: (label, period, amount) => `${label}, ${periodName(period)}: ${amount}`,
    typed: (typed) => `Typed: “${typed}”.`,
    note: (note) => `Note: ${note}`,
    reason: (reason) => `Reason: ${reason}`,
    revision: (revision) => `Revision ${number(revision)}.`,
    missing: "withdrawn, counts as missing",
    correct: "Correct",
    why: "Where this figure comes from",
    history: "History",
    confirmAnyway: "Confirm this figure",
    reading: (value) => `It is ${value}`,
  },
  history: {
    title: (label) => `History: ${label}`,
    columns: {
      period: "Period",
      revision: "Rev.",
      value: "Value",
      what: "What",
      who: "Who",
      when: "When",
      why: "Note or reason",
    },
    kind: (kind) => kinds[kind],
    empty: "No figure yet.",
    erasedPerson: "erased person",
    more: (count) => `${several(count, "older revision", "older revisions")}: give a period to see them.`,
  },
  balance: {
    title: (period, nomenclature) =>
      `Greenhouse-gas balance ${shortPeriod(period)} (${nomenclatures[nomenclature]})`,
    total: (amount) => `Total gross emissions: ${amount}`,
    uncertainty: (percent) => `95% uncertainty: ± ${percent}.`,
    nothing: "No figure is recorded for this period yet: there is no total.",
    post: "Category",
    indicator: "Indicator",
    activity: "Activity",
    factor: "Factor",
    emissions: "Emissions",
    share: "Share",
    source: "Category or source",
    provisional: (ids) =>
      `Provisional: the year’s own factor is not published yet for ${format.list(ids)}; the latest one is used.`,
    backcast: (ids) => `No factor is that old for ${format.list(ids)}: the first of the series is used.`,
    splitEstimated: (ids) =>
      `Split between categories estimated from the nearest year for ${format.list(ids)}.`,
    monetary: (percent) => `Share of the total that rests on monetary ratios: ${percent}.`,
    leftOut: (reason, amount) => `Apart, outside the total: ${leftOut[reason]}, ${amount}.`,
    biogenic: (amount) => `Apart, outside the total: biogenic CO2, ${amount}.`,
    complete: "Every expected figure is in.",
    allMissing: (count) => `${several(count, "figure is expected", "figures are expected")}.`,
    missing: (count) => `This total lacks ${several(count, "figure", "figures")}.`,
    missingIn: (period, count, labels) => `${periodName(period)}: ${number(count)} (${labels})`,
    others: (count) => `and ${several(count, "other", "others")}`,
    underWay: (period, count) =>
      `The quarter under way (${periodName(period)}) is not over: ${several(count, "figure is still expected", "figures are still expected")}.`,
    why: "Open the calculation",
  },
  why: {
    title: (subject, period) => `Where this figure comes from: ${subject}, ${shortPeriod(period)}`,
    result: (amount) => `Result: ${amount}`,
    nothing: "No figure is recorded for this subject and period.",
    given: (who, when, typed, platform) => `given by ${who} on ${when} (${platform}), typed “${typed}”`,
    partly: (whole) => `part of the factor (${whole} in all) stays outside the total in this nomenclature`,
    source: (name, source) => `factor: ${name}; source: ${source}`,
    amortised: (share) => `part amortised in this period: ${share}`,
    ghg: "greenhouse gases",
    waste: "waste",
    sorted: "sorted",
    residual: "residual",
  },
  plan: {
    title: (name) => `Action plan: ${name}`,
    budget: "Budget",
    effort: "People’s time",
    schedule: "Schedule",
    criterion: "Evaluation criterion",
    state: "Collection",
    upToDate: (period) => `the figures of ${periodName(period)} are in`,
    figuresMissing: (period, received, expected) =>
      `${number(received)} of ${several(expected, "figure", "figures")} received for ${periodName(period)}`,
    notMeasured: "no indicator",
    days: (count, year) => `${count} of referent time in ${year}`,
    indicators: "Indicators",
    owner: (name) => `owner: ${name}`,
    quote:
      "The plan quotes the year 2025, which is past: Cairn gives the gross reduction and the projects financed, without a verdict.",
    open: "Open",
  },
  planFile: {
    good: "The plan is good.",
    unchanged: "Nothing changes.",
    uncounted: (indicator, figures) =>
      `Careful: “${indicator}” leaves the plan with ${several(figures, "recorded figure, which counts", "recorded figures, which count")} no more. Nothing is deleted: put the indicator back to count them again.`,
    factors: (added, changed) =>
      `Emission factors: ${number(added)} new, ${several(changed, "new version", "new versions")}.`,
  },
  batch: {
    not_an_object: (line) => ({
      message: `Line ${number(line)}: this is not a JSON object with as and line.`,
      hint: 'Each line is written {"as":"ADDRESS","at":"2026-11-24T09:00:00Z","line":"/saisir …"}; at is optional.',
    }),
    bad_instant: (line) => ({
      message: `Line ${number(line)}: at is not an instant between 1990 and 2100.`,
      hint: "Write it like 2026-11-24T09:00:00Z, or leave it out for now.",
    }),
  },
  importFile: {
    imported: (count, skipped) =>
      `${several(count, "figure imported", "figures imported")}, ${number(skipped)} already there.`,
    wouldImport: (count, skipped) =>
      `Trial, nothing written: ${several(count, "figure", "figures")} would be imported, ${number(skipped)} already there.`,
    nothing: (errors) => `Nothing is imported: ${several(errors, "error", "errors")}.`,
    warnings: (count) => `${several(count, "surprising figure", "surprising figures")}, to check:`,
  },
  verify: {
    sound: (entries) => `The chain is whole: ${several(entries, "revision", "revisions")} verified.`,
    broken: ({ indicator, period, revision }) =>
      `The chain is broken: ${indicator}, ${periodName(period)}, revision ${number(revision)}. Restore a backup and compare.`,
  },
  install: {
    unavailable: (target, code) =>
      `The database ${target} does not answer (${code}). Check DATABASE_URL or CAIRN_DATA, and that the server is running.`,
    folder: (folder, code) =>
      `The database in the folder ${folder} does not open (${code}). Check CAIRN_DATA and the folder’s permissions; if the database is damaged, restore a backup.`,
    migration: (name) =>
      `The database cannot be brought up to date (${name}). Update Cairn, or restore a backup.`,
    port: (host, port, code) =>
      `The address ${host}:${port} cannot be opened (${code}). Choose another port with PORT, or stop the program that holds it.`,
    badVariables: "Some environment variables need mending:",
    expected: (name) => expectedVariables[name] ?? name,
    variable: (name, expected) => `  ${name}: expected ${expected}`,
  },
  doctor: {
    title: "State of the installation",
    configuration: "configuration",
    database: "database",
    plan: "plan",
    chain: "chain of revisions",
    slack: "Slack",
    teams: "Microsoft Teams",
    ok: "good",
    missing: "to do",
    broken: "to mend",
    postgres: (target) => `PostgreSQL, ${target}`,
    embedded: (folder) => `embedded, in ${folder}: safe against a killed process, not against a power cut`,
    planFound: (name, indicators, people) =>
      `${name}: ${several(indicators, "indicator", "indicators")}, ${several(people, "person", "people")}`,
    notYet: "not connected yet: this version talks in the terminal",
    exampleRoster: "the addresses are the example’s: replace them in the plan, then cairn plan apply",
  },
  help: {
    title: "What I can do",
    intro: "I keep the action plan alive: I take figures, remind of deadlines and compute.",
    usage: "Written",
    example: "Example",
    english: "Name in English",
    rules: "Case and accents do not matter; the start of a word is enough.",
  },
};
