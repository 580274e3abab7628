import type { Config } from "../config.ts";
import { openLog } from "../log.ts";
import { type Messages, messagesFor } from "../messages/messages.ts";
import { PlatformError } from "../platforms/platform.ts";
import { verifyEntries } from "../store/entries.ts";
import { brokenText } from "./broken.ts";
import { openCairn } from "./open.ts";
import { type CliResult, exitStatus } from "./output.ts";

/** One thing looked at: `missing` can wait, `broken` cannot. */
type Finding = {
  /** Stable, for scripts. */
  readonly key: "database" | "plan" | "roster" | "chain" | "slack" | "teams";
  readonly check: string;
  readonly state: "ok" | "missing" | "broken";
  readonly detail: string;
};

/** Where PostgreSQL is, without user or password. */
function databaseName(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
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
    ];
  } finally {
    await store.close();
  }
}

async function slackFinding({ slack, logLevel }: Config, messages: Messages): Promise<Finding> {
  const { notSet, connected, notLetIn, noAnswer } = messages.slack;
  const finding = { key: "slack", check: messages.doctor.slack } as const;
  if (slack === null) return { ...finding, state: "missing", detail: notSet };
  const { checkSlack } = await import("../platforms/slack/slack.ts");
  try {
    await checkSlack(slack, openLog(logLevel));
    return { ...finding, state: "ok", detail: connected(slack.teamId) };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const { fault, code } = error;
    return {
      ...finding,
      state: "broken",
      detail: fault === "unauthorised" ? notLetIn(code) : noAnswer(code),
    };
  }
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
    await slackFinding(config, messages),
    { key: "teams", check: said.teams, state: "missing", detail: said.notYet },
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
