import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { member } from "../../tests/support/slack-bot.ts";
import { type SlackDouble, slackDouble } from "../../tests/support/slack-double.ts";
import { end, startPostgres } from "./peers.ts";
import { emailOf, generatedPlan, people } from "./plan.ts";
import { accountOf } from "./requests.ts";

/** What the runs share: a database, a Slack where the 500 people are members, and the plan's file. */
export type Stage = {
  readonly databaseUrl: string;
  readonly planPath: string;
  readonly slack: SlackDouble;
  readonly close: () => Promise<void>;
};

async function peopledSlack(): Promise<SlackDouble> {
  const slack = await slackDouble();
  for (let person = 0; person < people; person++) {
    const name = emailOf(person).split("@")[0] ?? "";
    slack.users.set(accountOf(person), member(accountOf(person), name));
  }
  return slack;
}

/** Sets it up on a new PostgreSQL server that waits for the disk. */
export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "cairn-slack-"));
  const planPath = join(folder, "plan.yaml");
  await writeFile(planPath, generatedPlan());
  const factors = fileURLToPath(new URL("../../plan/emission-factors.csv", import.meta.url));
  await cp(factors, join(folder, "emission-factors.csv"));
  const [slack, postgres] = await Promise.all([peopledSlack(), startPostgres()]);
  const close = async () => {
    await end(postgres);
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { databaseUrl: `${postgres.said}postgres`, planPath, slack, close };
}
