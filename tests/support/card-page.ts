import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { slipsOfRenderer } from "./adaptive-checker.ts";
import { openWindow } from "./browser.ts";

/** What a card looks like in a page: what Microsoft's renderer found wrong, what does not fit, what people's text became. */
export type Drawn = {
  readonly events: readonly string[];
  readonly overflows: readonly string[];
  /** Links, bold, lists, mentions, pictures: none of them is ever in a card of Cairn's. */
  readonly marks: readonly string[];
  readonly words: string;
};

/** Microsoft's renderer in a page. */
export type CardPage = {
  readonly page: Page;
  /** Draws one card alone, in a box of that width. */
  readonly draw: (card: object, widthPx: number) => Promise<Drawn>;
  /** What the page itself complained of so far. */
  readonly complaints: readonly string[];
};

const renderer = createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.js");
const style = createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.css");
const drawing = fileURLToPath(new URL("../browser/page/draw-card.js", import.meta.url));

/** Opens a page with `adaptivecards`, which Teams is drawn with too. */
export async function openCardPage(browser: Browser): Promise<CardPage> {
  const window = await openWindow(browser, { width: 640, height: 800 });
  const page = await window.newPage();
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  await page.setContent('<!doctype html><html lang="fr"><body></body></html>');
  await page.addStyleTag({ path: style });
  // The box is the host's to set: by itself, a field is wider than its column.
  await page.addStyleTag({ content: ".ac-input { box-sizing: border-box; }" });
  await page.addScriptTag({ path: renderer });
  await page.addScriptTag({ path: drawing });
  const draw = async (card: object, widthPx: number) => {
    const drawn: Drawn = await page.evaluate(`drawCard(${JSON.stringify(card)}, ${widthPx})`);
    return { ...drawn, events: drawn.events.filter((event) => !slipsOfRenderer(event)) };
  };
  return { page, draw, complaints };
}
