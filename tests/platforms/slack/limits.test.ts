import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "../../../src/messages/messages.ts";
import { drawFallback, drawMessage, drawView } from "../../../src/platforms/slack/draw.ts";
import { anyCard } from "../../support/arbitrary-card.ts";
import { checkBlocks, checkMessage } from "../../support/slack-limits.ts";

describe.each(languages)("any card at all, in %s, is drawn within Slack's limits", (language) => {
  it.each([
    ["as a message", drawMessage],
    ["as a message without Slack's own tables", drawFallback],
  ])("%s", (_, draw) => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(checkMessage(draw(card, { language }))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it.each(["home", "modal"] as const)("in a %s view", (type) => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const blocks = drawView(card, { language, type });
        expect(blocks.length === 0 ? [] : checkBlocks(blocks, type)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
