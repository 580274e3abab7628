import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Temporal } from "temporal-polyfill";
import { nextQuarter, openQuarter } from "../../src/domain/quarter.ts";
import { cairnEnvironment, type Where } from "./command.ts";
import { freshPostgresDatabase } from "./databases.ts";
import { suiteFolder } from "./folders.ts";
import { type Sending, sendingTo } from "./slack-sending.ts";
import { type StrictSlack, strictSlack } from "./strict-slack.ts";
import { botToken, type Member, type Profile, strictTeamId } from "./strict-slack-peer.ts";

export const strictSecret = "8f742231b10e8888abcd99yyyzzz85a5";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const planFolder = new URL("../../plan/", import.meta.url);

/** A full member whose profile is French, unless changed. */
export function rosterMember(name: string, profile: Profile = {}): Member {
  const full = { deleted: false, is_restricted: false, is_ultra_restricted: false, is_stranger: false };
  const french = { is_email_confirmed: true, tz: "Europe/Paris", locale: "fr-FR" };
  return { name, email: `${name}@cluster.example`, profile: { ...full, ...french, ...profile } };
}

/** Cairn as its own process, with a strict Slack on the other side. */
export type Workspace = {
  readonly slack: StrictSlack;
  readonly sending: Sending;
  /** The database and plan that it runs on, for `cairn …` beside it. */
  readonly where: Where & { readonly DATABASE_URL: string };
  /** Stops it, and starts it at another moment of its calendar. */
  readonly restart: (at: Temporal.Instant) => Promise<void>;
  /** What it is told of Slack by its environment. */
  readonly variables: Readonly<Record<string, string>>;
  readonly channel: string;
  /** Stops it as an orchestrator does; gives its exit status. */
  readonly stop: () => Promise<number | null>;
  readonly close: () => Promise<void>;
};

/** Whether the last quarter ended is owed, or nothing yet: then the bot itself reminds nobody while a test runs. */
export type Owed = "last quarter" | "nothing";

/** The shipped plan, owed from the quarter whose collection is open, or from the one after it. */
async function planOwing(owed: Owed, at: Temporal.Instant, folder: string): Promise<string> {
  const plan = await readFile(new URL("cluster-montagne.yaml", planFolder), "utf8");
  const open = openQuarter(at, "Europe/Paris");
  const first = owed === "nothing" ? nextQuarter(open) : open;
  const path = `${folder}/plan.yaml`;
  await writeFile(path, plan.replace(/^collect_from: .*$/mu, `collect_from: ${first}`));
  const factors = "emission-factors.csv";
  await writeFile(`${folder}/${factors}`, await readFile(new URL(factors, planFolder)));
  return path;
}

/** A process of the bot, once it listens; `door` is where Slack's requests come in. */
async function startedBot(where: Where, variables: Readonly<Record<string, string>>) {
  const env = { ...cairnEnvironment(where), PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "warn", ...variables };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "inherit", "pipe"] });
  const ended = once(child, "close");
  const said: string[] = [];
  const door = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      said.push(line);
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/slack\/events/u.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(said.join("\n"))));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const [status] = await ended;
    return typeof status === "number" ? status : null;
  };
  return { door, stop, kill: () => child.kill("SIGKILL") };
}

const shiftedClock = new URL("./shifted-clock.ts", import.meta.url).href;

/** What puts the calendar of a process, and of `cairn …` beside it, that far from ours; nothing for ours. */
function calendar(shiftMs: number) {
  if (shiftMs === 0) return {};
  return { NODE_OPTIONS: `--import=${shiftedClock}`, CLOCK_SHIFT_MS: String(shiftMs) };
}

/**
 * Starts both, on a new PostgreSQL database, with these members and one channel that the bot is in; at that moment
 * of its calendar, or at ours.
 */
export async function slackWorkspace(
  members: readonly Member[],
  owed: Owed,
  at: Temporal.Instant | null = null,
): Promise<Workspace> {
  const [slack, database, folder] = await Promise.all([
    strictSlack(members, ["cluster"]),
    freshPostgresDatabase("migrated"),
    suiteFolder(),
  ]);
  const shiftTo = (to: Temporal.Instant | null) => (to === null ? 0 : to.epochMilliseconds - Date.now());
  const plan = await planOwing(owed, at ?? Temporal.Now.instant(), folder.path);
  let shiftMs = shiftTo(at);
  const where = () => ({ DATABASE_URL: database.url, CAIRN_PLAN: plan, ...calendar(shiftMs) });
  const channel = slack.peer.channelIds.get("cluster") ?? "";
  const variables = {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: strictSecret,
    SLACK_TEAM_ID: strictTeamId,
    SLACK_CHANNEL_ID: channel,
    SLACK_API_URL: slack.apiUrl,
  };
  let bot = await startedBot(where(), variables);
  const restart = async (to: Temporal.Instant) => {
    await bot.stop();
    shiftMs = shiftTo(to);
    bot = await startedBot(where(), variables);
  };
  const close = async () => {
    bot.kill();
    await slack.close();
    await database.drop();
    await folder.remove();
  };
  const nowMs = () => Date.now() + shiftMs;
  const sending = sendingTo({ door: () => bot.door, secret: strictSecret, nowMs });
  return {
    ...{ slack, sending, variables, channel, restart, close },
    stop: () => bot.stop(),
    get where() {
      return where();
    },
  };
}
