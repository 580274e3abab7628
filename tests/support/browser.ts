import { access, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";

/** Where Chromium is: CHROMIUM_PATH, else where Debian's package puts it. */
const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

/** Pictures of a run, kept for people to look at; beside the packages, where nothing is tracked. */
const pictures = fileURLToPath(new URL("../../node_modules/.browser-results/", import.meta.url));

/** Nothing of Chromium's own asks the network for anything. */
const quiet = [
  ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];

/** Headless Chromium. Throws, in words, where there is none: these tests are never skipped. */
export async function openBrowser(): Promise<Browser> {
  try {
    await access(executablePath);
  } catch (cause) {
    const help = 'Install it ("apt-get install chromium"), or name another by CHROMIUM_PATH.';
    throw new Error(`The browser tests need Chromium, and ${executablePath} is not there. ${help}`, {
      cause,
    });
  }
  return await chromium.launch({ executablePath, args: quiet });
}

/** A window that reaches this machine alone: what asks for anything else, fonts for one, gets nothing. */
export async function openWindow(
  browser: Browser,
  size: { readonly width: number; readonly height: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: size, locale: "fr-FR", timezoneId: "Europe/Paris" });
  await context.route(/^https?:\/\/(?!localhost[:/]|127\.0\.0\.1[:/])/u, (route) => route.abort());
  return context;
}

/** Keeps a picture of what is shown under that name. */
export async function keepPicture(shown: Page | Locator, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  await shown.screenshot({ path: `${pictures}${name}.png`, animations: "disabled" });
}
