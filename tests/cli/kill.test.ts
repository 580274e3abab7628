import { expect, it } from "vitest";
import { cairn } from "../support/command.ts";
import { freshFolder } from "../support/folders.ts";
import { distinctLines, killRounds } from "../support/kill-rounds.ts";

// The whole of it, 200 rounds, is `npm run faults`; here enough of them to notice a break.
it("kill -9 among writes loses no acknowledged figure and makes none twice", async () => {
  const folder = await freshFolder();
  await cairn({ CAIRN_DATA: folder }, "verify");
  const { acknowledged, rounds } = await killRounds(folder, distinctLines(3780), 15);
  expect(rounds).toBe(15);

  const where = { CAIRN_DATA: folder };
  const exported = JSON.parse((await cairn(where, "export", "--format", "json")).stdout);
  const recorded: string[] = exported.entries.map(
    (entry: { indicator: string; period: string; value: number }) =>
      `${entry.indicator} ${entry.period} ${entry.value}`,
  );
  const missing = acknowledged.filter((figure) => !recorded.includes(figure));
  expect(missing).toEqual([]);
  expect(new Set(recorded).size).toBe(recorded.length);
  expect(exported.entries.every(({ revision }: { revision: number }) => revision === 1)).toBe(true);
  // At most one figure was committed and not acknowledged: the one under way at the last kill.
  expect(recorded.length - acknowledged.length).toBeLessThanOrEqual(1);
  expect(JSON.parse((await cairn(where, "verify", "--json")).stdout)).toMatchObject({
    ok: true,
    broken: null,
  });
}, 120_000);
