import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { playgroundFile, type Tenant } from "./tenant.ts";

const program = createRequire(import.meta.url).resolve("@microsoft/m365agentsplayground/cli.js");
const loopback = fileURLToPath(new URL("loopback.cjs", import.meta.url));

/** Microsoft's playground while it runs. */
export type Page = {
  readonly url: string;
  /** Resolves once it has ended, by itself or not. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
};

/** What it says on both its outputs, until one line is the one; what it said instead when it ends before. */
async function saying(child: ChildProcess, wanted: RegExp): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: string) => {
      said += chunk;
      if (wanted.test(said)) resolve();
    };
    child.stdout?.setEncoding("utf8").on("data", listen);
    child.stderr?.setEncoding("utf8").on("data", listen);
    child.once("error", reject);
    child.once("close", () => reject(new Error(`Microsoft's playground did not start: ${said}`)));
  });
}

/** Starts Microsoft's playground on this machine alone, in a folder for its log, sending nothing to anybody. */
export async function startPage(
  tenant: Tenant,
  { folder, port, cairnUrl }: { readonly folder: string; readonly port: number; readonly cairnUrl: string },
): Promise<Page> {
  const config = join(folder, ".m365agentsplayground.yml");
  await writeFile(config, playgroundFile(tenant));
  const asked = [
    "-e",
    `${cairnUrl}/api/messages`,
    "-c",
    "msteams",
    "-p",
    String(port),
    "--disable-telemetry",
  ];
  const child = spawn(process.execPath, ["--require", loopback, program, "start", ...asked], {
    cwd: folder,
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: "none", M365_AGENTS_PLAYGROUND_CONFIG_PATH: config },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close").then(() => {});
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  await saying(child, /listening/iu);
  return { url: `http://localhost:${port}`, ended, stop };
}
