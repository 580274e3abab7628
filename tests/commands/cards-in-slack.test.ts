import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Card } from "../../src/cards/card.ts";
import { loadExample } from "../../src/cli/example.ts";
import { cairnOn } from "../../src/commands/cairn.ts";
import { handle } from "../../src/commands/handle.ts";
import { languages } from "../../src/messages/messages.ts";
import { drawFallback, drawMessage, drawView } from "../../src/platforms/slack/draw.ts";
import { freshCairn, type TestCairn } from "../support/cairn.ts";

let test: TestCairn;
beforeAll(async () => {
  test = await freshCairn("pglite");
  await loadExample(test.cairn);
});
afterAll(() => test.store.close());
it("x", async () => {
  for (const line of ["/saisir electricite 1 234,5 kWh T3 2026", "/saisir electricite 1.234 T4 2026","/saisir electricite 99999999 T4 2026", "/cairn bilan T3 2026", "/cairn plan", "/cairn plan AI.1", "/cairn pourquoi ges T3 2026", "/cairn echeances", "/cairn historique electricite", "/cairn avancement ges", "/cairn aide"]) {
    const r = await test.reply(line);
    const m = drawMessage(r.card, {language:"fr"});
    console.log(line, JSON.stringify(m).length, JSON.stringify(m, null, 1));
  }
});
