import type { LeftOut } from "../domain/allocation.ts";
import type { EntryKind } from "../domain/entry.ts";
import type { FactorPart } from "../domain/factor.ts";
import type { Nomenclature, Post, Scope } from "../domain/nomenclature.ts";
import { bulk } from "./en/bulk.ts";
import { deliveries } from "./en/deliveries.ts";
import { digest } from "./en/digest.ts";
import { drawing } from "./en/drawing.ts";
import * as fileProblems from "./en/file-problems.ts";
import { forms } from "./en/forms.ts";
import { home } from "./en/home.ts";
import { humanQuestions } from "./en/human-questions.ts";
import { installation } from "./en/installation.ts";
import { localMode } from "./en/local-mode.ts";
import { bcPosts, begesPosts, ghgpPosts } from "./en/posts.ts";
import { progress } from "./en/progress.ts";
import { projects } from "./en/projects.ts";
import { questions } from "./en/questions.ts";
import { refusalsIn } from "./en/refusals.ts";
import * as reminders from "./en/reminders.ts";
import { slack } from "./en/slack.ts";
import { targets } from "./en/targets.ts";
import { teams } from "./en/teams.ts";
import { verbs } from "./en/verbs.ts";
import { welcome } from "./en/welcome.ts";
import { periodName, periodTitle, several, shortPeriod, unitName } from "./en/words.ts";
import { formatFor } from "./format.ts";
import type { Messages } from "./messages.ts";
import { nomenclatureNames } from "./nomenclature-names.ts";

const format = formatFor("en-GB");
const { number } = format;

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
  ...installation,
  progress,
  deliveries,
  digest,
  projects,
  questions,
  humanQuestions,
  drawing,
  forms,
  home,
  slack,
  teams,
  welcome,
  targets,
  fileProblems,
  bulk,
  reminders,
  pick: (text) => text.en,
  labelValue: (label, value) => `${label}: ${value}`,
  postLabel: (nomenclature, post) => postLabels[nomenclature][post] ?? post,
  nomenclature: (nomenclature) => nomenclatureNames[nomenclature],
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
      `Greenhouse-gas balance ${shortPeriod(period)} (${nomenclatureNames[nomenclature]})`,
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
  help: {
    title: "What I can do",
    intro: "I keep the action plan alive: I take figures, remind of deadlines and compute.",
    usage: "Written",
    example: "Example",
    english: "Name in English",
    rules: "Case and accents do not matter; the start of a word is enough.",
  },
};
