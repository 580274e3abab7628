import { formatFor } from "../format.ts";
import type { installation as french } from "../fr/installation.ts";
import { periodName, several } from "./words.ts";

const { number } = formatFor("en-GB");

/** What environment variables should be. */
const expectedVariables: Readonly<Record<string, string>> = {
  databaseUrl: "an address postgresql://user:password@host/database",
  port: "a port from 0 to 65535",
  logLevel: "fatal, error, warn, info, debug, trace or silent",
  language: "fr or en",
  slackValue: "a value, once any variable of Slack is set",
  slackBotToken: "a bot token, which begins with xoxb-",
  slackSigningSecret: "the signing secret of the app",
  slackAppToken: "an app-level token, which begins with xapp-",
  slackChannelId: "the id of a channel, which begins with C or G",
  slackTeamId: "the id of the workspace, which begins with T",
  slackApiUrl: "an address https://, or http:// on this machine",
  modelUrl: "an address https://, or http:// on this machine",
  modelValue: "a value, as soon as a variable of the model is set",
  modelKey: "the model's key, without spaces",
  teamsValue: "a value, once any variable of Teams is set",
  microsoftId: "an id of the form 00000000-0000-0000-0000-000000000000",
  microsoftPassword: "the secret of the app, without spaces",
  microsoftType: "SingleTenant: Cairn serves one organisation only",
  teamsChannelId: "the id of a channel, which begins with 19:",
  teamsHosts: "hosts separated by commas, without https://",
  teamsLocal: "1 for the local mode, or nothing",
  teamsLocalAlone: "nothing in local mode: CAIRN_TEAMS_LOCAL identifies nobody",
  teamsLocalHost: "127.0.0.1 in local mode, where nobody is identified",
};

/** What the command line says of the installation and of files, in English. */
export const installation: typeof french = {
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
    model: "language model",
    modelSaid: (name) => `${name} answers; it only proposes how to read a question`,
    modelSilent: (name, why) =>
      `${name} is of no use as it is (${why}): questions are still read without it. Check CAIRN_MODEL_URL, CAIRN_MODEL_NAME and CAIRN_MODEL_KEY.`,
    modelWhy: {
      refused: (status) => `HTTP answer ${status}`,
      unreadable: "its answer is no JSON",
      no_answer: "no answer within three seconds",
    },
    exampleRoster: "the addresses are the example’s: replace them in the plan, then cairn plan apply",
  },
};
