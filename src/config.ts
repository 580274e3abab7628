import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Language, languages } from "./messages/messages.ts";
import type { ModelSettings } from "./model/chat-endpoint.ts";
import type { SlackSettings } from "./platforms/slack/settings.ts";
import type { TeamsSettings } from "./platforms/teams/settings.ts";

const shippedPlan = fileURLToPath(new URL("../plan/cluster-montagne.yaml", import.meta.url));

/** A variable set to nothing is a variable left out, as in a copied .env file. */
function optional<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
}

/** Whether tokens may be sent there: encrypted, or without leaving the machine. */
function isApiUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const isLocal = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(hostname);
  return protocol === "https:" || (protocol === "http:" && isLocal);
}

const schema = z.object({
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/, error: "databaseUrl" })),
  CAIRN_DATA: optional(z.string()),
  CAIRN_PLAN: optional(z.string()),
  PORT: optional(z.coerce.number({ error: "port" }).int().min(0).max(65535)),
  HOST: optional(z.string()),
  LOG_LEVEL: optional(
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "logLevel",
    }),
  ),
  CAIRN_LANG: optional(z.enum(languages, { error: "language" })),
  SLACK_BOT_TOKEN: optional(z.string().regex(/^xoxb-\S+$/u, "slackBotToken")),
  SLACK_SIGNING_SECRET: optional(z.string().regex(/^\S{16,}$/u, "slackSigningSecret")),
  SLACK_APP_TOKEN: optional(z.string().regex(/^xapp-\S+$/u, "slackAppToken")),
  SLACK_CHANNEL_ID: optional(z.string().regex(/^[CG][A-Z0-9]+$/u, "slackChannelId")),
  SLACK_TEAM_ID: optional(z.string().regex(/^[TE][A-Z0-9]+$/u, "slackTeamId")),
  SLACK_API_URL: optional(z.string().refine(isApiUrl, "slackApiUrl")),
  MICROSOFT_APP_ID: optional(z.guid("microsoftId")),
  MICROSOFT_APP_PASSWORD: optional(z.string().regex(/^\S{8,}$/u, "microsoftPassword")),
  MICROSOFT_APP_TENANT_ID: optional(z.guid("microsoftId")),
  MICROSOFT_APP_TYPE: optional(z.literal("SingleTenant", "microsoftType")),
  TEAMS_CHANNEL_ID: optional(z.string().regex(/^19:[^\s;/]+$/u, "teamsChannelId")),
  TEAMS_SERVICE_URL_ALLOW: optional(z.string().regex(/^[\w.:[\]-]+(?:,[\w.:[\]-]+)*$/u, "teamsHosts")),
  CAIRN_TEAMS_LOCAL: optional(z.enum(["0", "1"], { error: "teamsLocal" })),
  CAIRN_MODEL_URL: optional(z.string().refine(isApiUrl, "modelUrl")),
  CAIRN_MODEL_NAME: optional(z.string().trim().min(1, "modelValue")),
  CAIRN_MODEL_KEY: optional(z.string().regex(/^[\x21-\x7e]+$/u, "modelKey")),
  /** Set by npm around the scripts it runs. */
  npm_lifecycle_event: optional(z.string()),
});

/** What the environment sets, with its defaults. */
export type Config = {
  /** PostgreSQL's address; undefined for the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Folder of the embedded database. */
  readonly dataFolder: string;
  readonly planPath: string;
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
  readonly language: Language;
  /** Null when no variable of Slack is set. */
  readonly slack: SlackSettings | null;
  /** Null when no variable of Teams is set. */
  readonly teams: TeamsSettings | null;
  /** The language model that may propose what a question means; null where none is set, which is the rule. */
  readonly model: ModelSettings | null;
  /** npm started this process, and may die without telling it. */
  readonly underNpm: boolean;
};

/** A variable that is wrong; `expected` names what it should be (messages/, install.expected). */
export type ConfigProblem = { readonly variable: string; readonly expected: string };

/** The configuration, or every variable that is wrong with what it should be. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[]; readonly language: Language };

type Env = Readonly<Record<string, string | undefined>>;

/** The language to speak even where other variables are wrong. */
export function languageOf(env: Env): Language {
  return languages.find((language) => language === env["CAIRN_LANG"]) ?? "fr";
}

/** The variables of which any one says that Slack is wanted. */
const slackVariables = [
  "SLACK_BOT_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_APP_TOKEN",
  "SLACK_TEAM_ID",
  "SLACK_CHANNEL_ID",
  "SLACK_API_URL",
] as const;

/** What Slack lacks: a way in is HTTP, with its secret, or Socket Mode, with the app's token. */
function missingOfSlack(env: Env): ConfigProblem[] {
  const isSet = (name: string) => (env[name] ?? "") !== "";
  if (!slackVariables.some(isSet)) return [];
  const wayIn = isSet("SLACK_APP_TOKEN") ? [] : ["SLACK_SIGNING_SECRET"];
  const needed = ["SLACK_BOT_TOKEN", ...wayIn, "SLACK_TEAM_ID"];
  return needed.filter((name) => !isSet(name)).map((variable) => ({ variable, expected: "slackValue" }));
}

function slackOf(read: z.infer<typeof schema>): SlackSettings | null {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_TEAM_ID, SLACK_API_URL } = read;
  if (SLACK_BOT_TOKEN === undefined || SLACK_TEAM_ID === undefined) return null;
  return {
    botToken: SLACK_BOT_TOKEN,
    signingSecret: SLACK_APP_TOKEN === undefined ? (read.SLACK_SIGNING_SECRET ?? null) : null,
    appToken: SLACK_APP_TOKEN ?? null,
    teamId: SLACK_TEAM_ID,
    channel: read.SLACK_CHANNEL_ID ?? null,
    apiUrl: SLACK_API_URL?.replace(/\/*$/u, "/") ?? null,
  };
}

/** The variables of which any one says that Teams is wanted. */
const teamsVariables = [
  "MICROSOFT_APP_ID",
  "MICROSOFT_APP_PASSWORD",
  "MICROSOFT_APP_TENANT_ID",
  "MICROSOFT_APP_TYPE",
  "TEAMS_CHANNEL_ID",
  "TEAMS_SERVICE_URL_ALLOW",
] as const;

const teamsNeeds = ["MICROSOFT_APP_ID", "MICROSOFT_APP_PASSWORD", "MICROSOFT_APP_TENANT_ID"] as const;

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "localhost"]);

/** What Teams lacks; in local mode, where nobody is identified, a secret or an address that others can reach is too much. */
function missingOfTeams(env: Env): ConfigProblem[] {
  const isSet = (name: string) => (env[name] ?? "") !== "";
  if (env["CAIRN_TEAMS_LOCAL"] === "1") {
    const secrets = teamsNeeds.filter(isSet).map((variable) => ({ variable, expected: "teamsLocalAlone" }));
    const isOpen = isSet("HOST") && !loopback.has(env["HOST"] ?? "");
    return isOpen ? [...secrets, { variable: "HOST", expected: "teamsLocalHost" }] : secrets;
  }
  if (!teamsVariables.some(isSet)) return [];
  return teamsNeeds.filter((name) => !isSet(name)).map((variable) => ({ variable, expected: "teamsValue" }));
}

function teamsOf(read: z.infer<typeof schema>): TeamsSettings | null {
  const { MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD, MICROSOFT_APP_TENANT_ID, TEAMS_CHANNEL_ID } = read;
  const channel = TEAMS_CHANNEL_ID ?? null;
  if (read.CAIRN_TEAMS_LOCAL === "1") return { local: true, channel };
  const [appId, appPassword, tenantId] = [MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD, MICROSOFT_APP_TENANT_ID];
  if (appId === undefined || appPassword === undefined || tenantId === undefined) return null;
  const allowedHosts = read.TEAMS_SERVICE_URL_ALLOW?.split(",") ?? [];
  return { local: false, appId, appPassword, tenantId, channel, allowedHosts, authority: null };
}

/** What the language model lacks: its address and its name go together, and a key opens nothing alone. */
function missingOfModel(env: Env): ConfigProblem[] {
  const isSet = (name: string) => (env[name] ?? "") !== "";
  const needed = ["CAIRN_MODEL_URL", "CAIRN_MODEL_NAME"] as const;
  if (![...needed, "CAIRN_MODEL_KEY"].some(isSet)) return [];
  return needed.filter((name) => !isSet(name)).map((variable) => ({ variable, expected: "modelValue" }));
}

function modelOf({ CAIRN_MODEL_URL, CAIRN_MODEL_NAME, CAIRN_MODEL_KEY }: z.infer<typeof schema>) {
  if (CAIRN_MODEL_URL === undefined || CAIRN_MODEL_NAME === undefined) return null;
  return { url: CAIRN_MODEL_URL, name: CAIRN_MODEL_NAME, key: CAIRN_MODEL_KEY ?? null };
}

/** Whether anything but this machine has to reach the doors: platforms that call us do. */
function defaultHost(slack: SlackSettings | null, teams: TeamsSettings | null): string {
  if (teams?.local === true) return "127.0.0.1";
  return slack === null && teams === null ? "127.0.0.1" : "0.0.0.0";
}

/** Reads the environment; the only place that does. Values are never repeated in a problem: they may be secret. */
export function readConfig(env: Env): ConfigResult {
  const read = schema.safeParse(env);
  const wrong = read.success
    ? []
    : read.error.issues.map(({ path, message }) => ({ variable: path.join("."), expected: message }));
  const problems = [...wrong, ...missingOfSlack(env), ...missingOfTeams(env), ...missingOfModel(env)];
  if (!read.success || problems.length > 0) return { ok: false, problems, language: languageOf(env) };
  const { DATABASE_URL, CAIRN_DATA, CAIRN_PLAN, PORT, HOST, LOG_LEVEL, CAIRN_LANG, npm_lifecycle_event } =
    read.data;
  const slack = slackOf(read.data);
  const teams = teamsOf(read.data);
  return {
    ok: true,
    config: {
      databaseUrl: DATABASE_URL,
      dataFolder: CAIRN_DATA ?? "./.cairn",
      planPath: CAIRN_PLAN ?? shippedPlan,
      port: PORT ?? 3978,
      host: HOST ?? defaultHost(slack, teams),
      logLevel: LOG_LEVEL ?? "info",
      language: CAIRN_LANG ?? "fr",
      slack,
      teams,
      model: modelOf(read.data),
      underNpm: npm_lifecycle_event !== undefined,
    },
  };
}
