import { deliver } from "../../src/jobs/deliver.ts";
import { defaultTiming } from "../../src/jobs/delivering.ts";
import { planQuestionMessages } from "../../src/jobs/questions.ts";
import { openLog } from "../../src/log.ts";
import type { Platform } from "../../src/platforms/platform.ts";
import type { TestCairn } from "./cairn.ts";
import { now } from "./slack-bot.ts";

/** Plans what is to be told of questions and delivers it through the bot's own platform. */
export async function tellOfQuestions({
  test: { cairn, store },
  platform,
}: {
  readonly test: TestCairn;
  readonly platform: Platform;
}): Promise<void> {
  const delivering = {
    ...{ cairn, platforms: [platform], enqueue: async () => {}, now: () => now, random: () => 0 },
    ...{ log: openLog("silent"), timing: defaultTiming, pace: { channelMs: 0, platformMs: 0 } },
    onStep: () => {},
  };
  await planQuestionMessages(delivering);
  const rows = await store.db.selectFrom("delivery").where("state", "=", "planned").select("id").execute();
  await deliver(
    delivering,
    rows.map(({ id }) => id),
  );
}
