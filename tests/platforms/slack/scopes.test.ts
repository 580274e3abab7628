import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { missingScopes, scopes } from "../../../src/platforms/slack/scopes.ts";

it("the scopes that doctor looks for are those of the manifest", async () => {
  const manifest = await readFile(new URL("../../../manifests/slack.json", import.meta.url), "utf8");
  expect(JSON.parse(manifest).oauth_config.scopes.bot).toEqual(scopes);
});

it.each<[string[], string[]]>([
  [[...scopes], []],
  [[...scopes, "files:write"], []],
  [scopes.filter((scope) => scope !== "im:history"), ["im:history"]],
  [[], [...scopes]],
])("a token with %j lacks %j", (given, missing) => {
  expect(missingScopes(given)).toEqual(missing);
});
