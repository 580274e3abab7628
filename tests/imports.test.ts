import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

const forbidden = [
  ["src/domain", "../store/entries.ts"],
  ["src/domain", "../messages/fr.ts"],
  ["src/domain", "../config.ts"],
  ["src/domain", "node:fs"],
  ["src/domain", "kysely"],
  ["src/domain", "zod"],
  ["src/messages", "../cards/card.ts"],
  ["src/messages/fr", "../../store/people.ts"],
  ["src/cards", "../commands/json.ts"],
  ["src/cards", "../store/people.ts"],
  ["src/store", "../messages/messages.ts"],
  ["src/store", "../commands/request.ts"],
  ["src/commands", "../platforms/terminal/draw.ts"],
  ["src/commands", "../cli/output.ts"],
  ["src/commands", "pg"],
  ["src/commands", "@slack/bolt"],
  ["src/platforms/terminal", "../../store/entries.ts"],
  ["src/platforms/terminal", "../slack/blocks.ts"],
  ["src/platforms/slack", "../../store/people.ts"],
  ["src/platforms/slack", "../../config.ts"],
  ["src/platforms/slack", "../terminal/draw.ts"],
  ["src/platforms/slack", "botbuilder"],
  ["src/platforms/teams", "../../store/teams-conversations.ts"],
  ["src/platforms/teams", "../../config.ts"],
  ["src/platforms/teams", "../slack/forms.ts"],
  ["src/platforms/teams", "@slack/bolt"],
  ["src/jobs", "../platforms/teams/teams.ts"],
  ["src/model", "../store/entries.ts"],
  ["src/model", "../config.ts"],
] as const;

const allowed = [
  ["src/domain", "./decimal.ts"],
  ["src/domain", "temporal-polyfill"],
  ["src/messages/fr", "../../domain/period.ts"],
  ["src/cards", "../messages/messages.ts"],
  ["src/commands", "../store/entries.ts"],
  ["src/commands", "../cards/card.ts"],
  ["src/store", "../domain/entry.ts"],
  ["src/store", "kysely"],
  ["src/platforms/terminal", "../../cards/card.ts"],
  ["src/platforms/slack", "../platform.ts"],
  ["src/platforms/slack", "../../commands/handle.ts"],
  ["src/platforms/slack", "@slack/bolt"],
  ["src/platforms/teams", "../figure-session.ts"],
  ["src/platforms/teams", "@microsoft/teams-ai"],
  ["src/platforms/teams", "botbuilder"],
  ["src/model", "../commands/second-reader.ts"],
] as const;

/** The file that tries one import, in a tree made for the purpose. */
function fileOf([folder, imported]: readonly [string, string]): string {
  return `${folder}/${imported.replaceAll(/[^a-z]+/gu, "_")}_test.ts`;
}

// The project's own rules, on a tree that breaks them: what counts is that they report it.
let folder: string;
let reported: Set<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cairn-imports-"));
  copyFileSync(join(root, "biome.json"), join(folder, "biome.json"));
  for (const attempt of [...forbidden, ...allowed]) {
    const path = join(folder, fileOf(attempt));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `import * as it from "${attempt[1]}";\nexport const used = it;\n`);
  }
  const words = ["lint", "--reporter=json", "--max-diagnostics=none", "--vcs-enabled=false", "."];
  const ran = spawnSync(join(root, "node_modules/.bin/biome"), words, { cwd: folder, encoding: "utf8" });
  const { diagnostics }: { diagnostics: { category: string; location: { path: string } }[] } = JSON.parse(
    ran.stdout,
  );
  const restricted = diagnostics.filter(({ category }) => category === "lint/style/noRestrictedImports");
  reported = new Set(restricted.map(({ location }) => location.path.replaceAll("\\", "/")));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an import that the house forbids is reported", () => {
  it.each(forbidden)("%s may not import %s", (...attempt) => {
    expect(reported).toContain(fileOf(attempt));
  });
});

describe("an import along the way of a figure is not", () => {
  it.each(allowed)("%s may import %s", (...attempt) => {
    expect(reported).not.toContain(fileOf(attempt));
  });
});
