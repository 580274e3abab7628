import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cairn } from "../support/command.ts";
import { freshPostgresDatabase } from "../support/databases.ts";
import { freshFolder } from "../support/folders.ts";
import { decodePng } from "../support/png.ts";

describe("cairn digest", () => {
  it.each([
    [["digest"]],
    [["digest", "--month", "2026-13"]],
    [["digest", "--month", "septembre"]],
    [["digest", "--month", "2026-09", "--at", "hier"]],
    [["digest", "--month", "2026-09", "--post", "--recompute"]],
  ])("%j is wrong usage", async (words) => {
    expect(await cairn({ CAIRN_DATA: "/nowhere" }, ...words)).toMatchObject({ status: 2, stdout: "" });
  });

  it("posts a month once, writes its chart, and says on stderr what it did", async () => {
    const { url, drop } = await freshPostgresDatabase("migrated");
    const file = join(await freshFolder(), "septembre.png");
    const run = (...words: string[]) =>
      cairn({ DATABASE_URL: url }, "digest", "--month", "2026-09", "--at", "2026-10-01T07:00:00Z", ...words);
    const first = await run("--post", "--chart", file, "--json");
    expect(first).toMatchObject({ status: 0 });
    expect(first.stderr).toContain("Le point de septembre 2026 est posté (1 octobre 2026 à 09:00).\n");
    expect(first.stderr).toContain(`Graphique écrit dans ${file}.\n`);
    expect(Object.keys(JSON.parse(first.stdout)).sort()).toEqual(
      [
        ...["collection", "frozen", "ghg", "headline", "heads", "month", "movers", "postedOn", "projects"],
        ...["registers", "resources", "restatements", "text", "value", "waste"],
      ].sort(),
    );
    expect(decodePng(await readFile(file))).toMatchObject({ width: 1200, height: 675 });

    const second = await run("--post", "--json");
    expect([second.status, second.stdout]).toEqual([0, first.stdout]);
    expect(second.stderr).toContain("a déjà été posté, le 1 octobre 2026 à 09:00 : rien n’est renvoyé");

    const read = await run();
    expect(read.stdout).toBe(
      `${JSON.parse(first.stdout).text}\n\nTel que posté le 1 octobre 2026 à 09:00. Depuis, aucun de ses totaux n’a changé.\n`,
    );

    const nowhere = join(file, "nowhere.png");
    const unwritten = await run("--chart", nowhere);
    expect([unwritten.status, unwritten.stdout]).toEqual([1, read.stdout]);
    expect(unwritten.stderr).toContain(`${nowhere} ne peut pas être écrit (ENOTDIR).\n`);
    await drop();
  }, 60_000);
});
