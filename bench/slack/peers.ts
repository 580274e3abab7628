import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { cairnEnvironment } from "../../tests/support/command.ts";
import { teamId, token } from "../../tests/support/slack-double.ts";
import type { Stage } from "./stage.ts";

/** A process of the run, and the line by which it said that it is ready. */
export type Peer = { readonly child: ChildProcess; readonly said: string };

/** The secret that every request of the run is signed with. */
export const signingSecret = "8f742231b10e8888abcd99yyyzzz85a5";

/** Starts a script of the project with Cairn's own Node; resolves at the first line that matches. */
async function startPeer(
  script: string,
  { args = [], env, ready }: { args?: readonly string[]; env: NodeJS.ProcessEnv; ready: RegExp },
): Promise<Peer> {
  const path = fileURLToPath(new URL(`../../${script}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { env, stdio: ["pipe", "pipe", "pipe"] });
  const lines: string[] = [];
  const said = await new Promise<string>((resolve, reject) => {
    const read = (line: string) => {
      lines.push(line);
      if (ready.test(line)) resolve(line);
    };
    createInterface({ input: child.stdout }).on("line", read);
    createInterface({ input: child.stderr }).on("line", read);
    child.on("exit", () => reject(new Error(`${script} ended: ${lines.join("\n")}`)));
  });
  return { child, said };
}

/** Ends a process and waits for its end. */
export async function end({ child }: Peer, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

/** A PostgreSQL server that waits for the disk as it does by itself; `said` is its address, without a database. */
export function startPostgres(): Promise<Peer> {
  const env = process.env;
  return startPeer("tests/support/postgres-keeper.ts", { args: ["durable"], env, ready: /^postgres:/u });
}

/** A bare Bolt app; `said` is its address. */
export function startBare(): Promise<Peer> {
  const env = { ...process.env, SLACK_SIGNING_SECRET: signingSecret };
  return startPeer("bench/slack/bare.ts", { env, ready: /^http:/u });
}

/** Cairn as an operator runs it, on that database, plan and Slack; `url` is where it listens. */
export async function startCairn({
  databaseUrl,
  planPath,
  slack,
}: Pick<Stage, "databaseUrl" | "planPath" | "slack">): Promise<Peer & { readonly url: string }> {
  const env = {
    ...cairnEnvironment({ DATABASE_URL: databaseUrl, CAIRN_PLAN: planPath }),
    SLACK_BOT_TOKEN: token,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_TEAM_ID: teamId,
    SLACK_API_URL: slack.apiUrl,
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "error",
  };
  const peer = await startPeer("src/main.ts", { env, ready: /http:\/\/127\.0\.0\.1:\d+/u });
  const [url = ""] = /http:\/\/127\.0\.0\.1:\d+/u.exec(peer.said) ?? [];
  return { ...peer, url };
}
