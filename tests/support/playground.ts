import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { openWindow } from "./browser.ts";

const script = fileURLToPath(new URL("../../playground/start.ts", import.meta.url));

/** `npm run playground`, and a browser that looks at it. */
export type Playground = {
  readonly page: Page;
  /** Cairn's door and Microsoft's page, for activities that are played. */
  readonly door: { readonly cairnUrl: string; readonly pageUrl: string };
  /** The cards in the conversation that is open, or those of them with that text. The log beside it has none. */
  readonly cards: (text?: string | RegExp) => Locator;
  /** Types a message in the personal conversation. */
  readonly say: (text: string) => Promise<void>;
  /** Opens a conversation: "Personal Chat", or a channel by its name. */
  readonly open: (conversation: string | RegExp) => Promise<void>;
  readonly close: () => Promise<void>;
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Runs the script until it says which page to open. */
async function started(words: readonly string[]) {
  const child = spawn(process.execPath, [script, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close").then(([status]): number | null => status);
  const said: string[] = [];
  const pageUrl = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on("line", (line) => said.push(line));
    createInterface({ input: child.stdout }).on("line", (line) => {
      said.push(line);
      const [found] = /http:\/\/localhost:\d+/u.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    ended.then(() => reject(new Error(`The playground ended: ${said.join("\n")}`)));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    return await ended;
  };
  return { pageUrl: await pageUrl, stop };
}

/** Starts the playground at that moment and opens its page, which is what makes Cairn send what is due. */
export async function startPlayground(browser: Browser, at: string): Promise<Playground> {
  const [port, pagePort] = [await freePort(), await freePort()];
  const { pageUrl, stop } = await started([
    ...["--at", at, "--port", String(port), "--page-port", String(pagePort)],
  ]);
  const window = await openWindow(browser, { width: 1440, height: 1000 });
  const page = await window.newPage();
  await page.goto(pageUrl);
  const cards: Playground["cards"] = (text) => {
    const all = page.locator(".ac-adaptiveCard");
    return text === undefined ? all : all.filter({ hasText: text });
  };
  const say = async (text: string) => {
    await page.getByRole("textbox").last().fill(text);
    await page.getByRole("button", { name: "Send Message" }).click();
  };
  const open = async (conversation: string | RegExp) => {
    await page.getByRole("treeitem", { name: conversation }).click();
  };
  const close = async () => {
    await window.close();
    const status = await stop();
    if (status !== 0) throw new Error(`The playground ended with status ${status}.`);
  };
  return { page, door: { cairnUrl: `http://127.0.0.1:${port}`, pageUrl }, cards, say, open, close };
}
