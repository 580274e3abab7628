import type { Kysely } from "kysely";
import type { Config } from "../config.ts";
import { openLog } from "../log.ts";
import { type Messages, messagesFor } from "../messages/messages.ts";
import { PlatformError } from "../platforms/platform.ts";
import type { SlackSettings } from "../platforms/slack/settings.ts";
import { deliveryCounts } from "../store/delivery-stories.ts";
import { verifyEntries } from "../store/entries.ts";
import type { Schema } from "../store/schema.ts";
import { brokenText } from "./broken.ts";
import { openCairn } from "./open.ts";
import { type CliResult, exitStatus } from "./output.ts";

/** One thing looked at: `missing` can wait, `broken` cannot. */
type Finding = {
  /** Stable, for scripts. */
  readonly key:
    | "database"
    | "plan"
    | "roster"
    | "chain"
    | "deliveries"
    | "slack"
    | "slack_scopes"
    | "slack_channel"
    | "teams"
    | "teams_channel"
    | "model";
  readonly check: string;
  readonly state: "ok" | "missing" | "broken";
  readonly detail: string;
};

/** Where PostgreSQL is, without user or password. */
function databaseName(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** How old the last tick may be before somebody should look, in seconds. */
const lateTickS = 180;

/** What waits or went wrong on its way, and whether the clock ticks. */
async function deliveriesFinding(db: Kysely<Schema>, { deliveries }: Messages): Promise<Finding> {
  const { doctor } = deliveries;
  const { counts, dead, tickAgeS } = await deliveryCounts(db);
  const waiting = counts
    .filter(({ state }) => state === "planned" || state === "sending" || state === "unknown")
    .reduce((sum, { count }) => sum + count, 0);
  const finding = { key: "deliveries", check: doctor.check } as const;
  if (dead > 0) return { ...finding, state: "missing", detail: doctor.dead(dead) };
  if (waiting === 0) return { ...finding, state: "ok", detail: doctor.ok(waiting) };
  if (tickAgeS === null) return { ...finding, state: "missing", detail: doctor.neverTicked(waiting) };
  if (tickAgeS > lateTickS)
    return { ...finding, state: "missing", detail: doctor.lateTick(Math.floor(tickAgeS / 60)) };
  return { ...finding, state: "ok", detail: doctor.ok(waiting) };
}

async function databaseFindings(config: Config, messages: Messages): Promise<Finding[]> {
  const { doctor } = messages;
  const opened = await openCairn(config);
  if (!opened.ok) {
    const { message, hint } = messages.refusals.busy(opened.refusal.data);
    return [{ key: "database", check: doctor.database, state: "broken", detail: `${message} ${hint}` }];
  }
  const { store, cairn } = opened.value;
  const { databaseUrl, dataFolder } = config;
  try {
    const plan = await cairn.plan();
    const chain = await verifyEntries(store.db);
    const where =
      databaseUrl === undefined ? doctor.embedded(dataFolder) : doctor.postgres(databaseName(databaseUrl));
    const example = plan.people.some(({ email }) => email.endsWith("@cluster.example"));
    return [
      { key: "database", check: doctor.database, state: "ok", detail: where },
      {
        key: "plan",
        check: doctor.plan,
        state: "ok",
        detail: doctor.planFound(plan.name, plan.indicators.length, plan.people.length),
      },
      ...(example
        ? [{ key: "roster", check: doctor.plan, state: "missing", detail: doctor.exampleRoster } as const]
        : []),
      chain.broken === null
        ? { key: "chain", check: doctor.chain, state: "ok", detail: messages.verify.sound(chain.entries) }
        : {
            key: "chain",
            check: doctor.chain,
            state: "broken",
            detail: messages.verify.broken(chain.broken),
          },
      await deliveriesFinding(store.db, messages),
    ];
  } finally {
    await store.close();
  }
}

/** What Slack's bot lacks: scopes, each with a page where they are added, and the cluster's channel. */
async function lackingInSlack(
  { channel }: SlackSettings,
  given: readonly string[] | null,
  { slack, doctor }: Messages,
): Promise<Finding[]> {
  const { missingScopes } = await import("../platforms/slack/scopes.ts");
  const missing = given === null ? [] : missingScopes(given);
  const finding = { check: doctor.slack } as const;
  return [
    ...(missing.length === 0
      ? []
      : [
          {
            ...finding,
            key: "slack_scopes",
            state: "broken",
            detail: slack.scopesMissing(missing.join(", ")),
          } as const,
        ]),
    ...(channel !== null
      ? []
      : [{ ...finding, key: "slack_channel", state: "missing", detail: slack.channelNotSet } as const]),
  ];
}

async function slackFindings({ slack, logLevel }: Config, messages: Messages): Promise<Finding[]> {
  const { notSet, connected, notLetIn, noAnswer } = messages.slack;
  const finding = { key: "slack", check: messages.doctor.slack } as const;
  if (slack === null) return [{ ...finding, state: "missing", detail: notSet }];
  const { checkSlack } = await import("../platforms/slack/slack.ts");
  try {
    const given = await checkSlack(slack, openLog(logLevel));
    const detail = connected(slack.teamId, slack.appToken === null ? "http" : "socket");
    return [{ ...finding, state: "ok", detail }, ...(await lackingInSlack(slack, given, messages))];
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const { fault, code } = error;
    const detail = fault === "unauthorised" ? notLetIn(code) : noAnswer(code);
    return [{ ...finding, state: "broken", detail }];
  }
}

async function teamsFindings({ teams }: Config, messages: Messages): Promise<Finding[]> {
  const { notSet, localOnly, connected, notLetIn, noAnswer, channelNotSet } = messages.teams;
  const finding = { key: "teams", check: messages.doctor.teams } as const;
  if (teams === null) return [{ ...finding, state: "missing", detail: notSet }];
  const channel: Finding[] =
    teams.channel === null
      ? [{ key: "teams_channel", check: messages.doctor.teams, state: "missing", detail: channelNotSet }]
      : [];
  if (teams.local) return [{ ...finding, state: "ok", detail: localOnly }, ...channel];
  const { checkTeams } = await import("../platforms/teams/teams.ts");
  try {
    await checkTeams(teams);
    return [{ ...finding, state: "ok", detail: connected(teams.tenantId) }, ...channel];
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const { fault, code } = error;
    const detail = fault === "unauthorised" ? notLetIn(code) : noAnswer(code);
    return [{ ...finding, state: "broken", detail }];
  }
}

/** Whether the language model answers, where one is set; that it does not can wait. */
async function modelFindings({ model }: Config, { doctor }: Messages): Promise<Finding[]> {
  if (model === null) return [];
  const { askModel, sampleQuestion } = await import("../model/chat-endpoint.ts");
  const finding = { key: "model", check: doctor.model } as const;
  const heard = await askModel(model, sampleQuestion);
  if (heard.kind === "said") return [{ ...finding, state: "ok", detail: doctor.modelSaid(model.name) }];
  const { modelWhy } = doctor;
  const why = heard.kind === "refused" ? modelWhy.refused(heard.status) : modelWhy[heard.kind];
  return [{ ...finding, state: "missing", detail: doctor.modelSilent(model.name, why) }];
}

/** What is configured, reachable and missing, each with how to mend it. Broken when anything is. */
export async function doctor(config: Config): Promise<CliResult> {
  const messages = messagesFor(config.language);
  const said = messages.doctor;
  const found = await databaseFindings(config, messages).catch((error: unknown): Finding[] => {
    const detail = brokenText(error, messages);
    if (detail === null) throw error;
    return [{ key: "database", check: said.database, state: "broken", detail }];
  });
  const findings: Finding[] = [
    ...found,
    ...(await slackFindings(config, messages)),
    ...(await teamsFindings(config, messages)),
    ...(await modelFindings(config, messages)),
  ];
  const lines = findings.map(
    ({ check, state, detail }) => `${said[state]} | ${messages.labelValue(check, detail)}`,
  );
  const status = findings.some(({ state }) => state === "broken") ? exitStatus.broken : exitStatus.done;
  return {
    status,
    json: { ok: status === exitStatus.done, findings },
    text: [said.title, ...lines].join("\n"),
  };
}
