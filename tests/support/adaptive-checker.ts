import { createRequire } from "node:module";
import { z } from "zod";
import { cardSchema } from "./adaptive-schema.ts";

/** Microsoft's own renderer, without a page to render in: its package's entry does not load in Node, its bundle does. */
const official: typeof import("adaptivecards") = createRequire(import.meta.url)(
  "adaptivecards/dist/adaptivecards.js",
);

/** Teams' own elements, which the renderer does not know and replaces by their fallback. */
const teamsOwn = /^Unknown element type "Chart\.(?:Line|VerticalBar(?:\.Grouped)?)"/u;
/** A slip of adaptivecards 3.0.6: it tests `lang` with a global expression, so that every second card's is "invalid". */
const slip = /^Invalid value "(?:fr|en)" for property "lang"\.$/u;

/** Whether Microsoft's parser says it of a card that is right: see above. */
export function slipsOfRenderer(message: string): boolean {
  return teamsOwn.test(message) || slip.test(message);
}

/** What Microsoft's parser finds wrong in a card. */
function parsed(card: object): string[] {
  const context = new official.SerializationContext();
  const adaptive = new official.AdaptiveCard();
  adaptive.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const found = adaptive.validateProperties().validationEvents.map(({ message }) => message);
  return [...events, ...found].filter((message) => !slipsOfRenderer(message));
}

/** Whether two inputs of a card have one id. */
function sameIds(json: string): string[] {
  const ids = [...json.matchAll(/"id":"([^"]+)"/gu)].map(([, id]) => id);
  return new Set(ids).size === ids.length ? [] : ["two inputs with one id"];
}

/**
 * What is wrong with a card, from the documentation and without the code that draws: its shape, what Microsoft's
 * own parser says, and its size, 28 KB in UTF-8 and twice that in UTF-16.
 */
export function checkCard(card: object): string[] {
  const json = JSON.stringify(card);
  const read = cardSchema.safeParse(card);
  const sizes = [
    ...(Buffer.byteLength(json) > 28_000 ? [`${Buffer.byteLength(json)} bytes in UTF-8`] : []),
    ...(json.length > 28_000 ? [`${json.length * 2} bytes in UTF-16`] : []),
  ];
  const shape = read.success ? [] : [z.prettifyError(read.error)];
  return [...shape, ...parsed(card), ...sameIds(json), ...sizes];
}
