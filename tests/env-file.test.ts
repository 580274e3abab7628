import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freshFolder } from "./support/folders.ts";

const envFile = new URL("../src/env-file.ts", import.meta.url).href;

/** What a program that says CAIRN_LANG says in a folder, and what is said beside it. */
function saidIn(folder: string, env: NodeJS.ProcessEnv = {}): string {
  const words = ["--import", envFile, "--eval", "console.log(process.env.CAIRN_LANG)"];
  const { CAIRN_LANG, ...others } = process.env;
  const ran = spawnSync(process.execPath, words, {
    ...{ cwd: folder, encoding: "utf8", env: { ...others, ...env } },
  });
  return `${ran.stdout}${ran.stderr}`;
}

describe("the variables of the file .env", () => {
  it("are those of the working folder, and give way to those already set", async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, ".env"), "CAIRN_LANG=en\n");
    expect(saidIn(folder)).toBe("en\n");
    expect(saidIn(folder, { CAIRN_LANG: "fr" })).toBe("fr\n");
  });

  it("are none where there is no file, and nothing is said of it", async () => {
    expect(saidIn(await freshFolder())).toBe("undefined\n");
  });
});
