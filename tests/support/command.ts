import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));

/** What a run of the `cairn` command came to. */
export type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Where a run keeps its data: a folder, or a PostgreSQL address. */
export type Where = {
  readonly CAIRN_DATA?: string;
  readonly DATABASE_URL?: string;
  readonly CAIRN_PLAN?: string;
  /** Another calendar than ours: `shifted-clock.ts`. */
  readonly NODE_OPTIONS?: string;
  readonly CLOCK_SHIFT_MS?: string;
};

/** The environment of a run: this process's, without what would lead it to another database. */
export function cairnEnvironment(where: Where): NodeJS.ProcessEnv {
  const { DATABASE_URL, CAIRN_DATA, CAIRN_PLAN, npm_lifecycle_event, ...others } = process.env;
  return { ...others, ...where };
}

/** Runs `cairn …` as a person would, in its own process. */
export async function cairn(where: Where, ...words: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [script, ...words], {
    env: cairnEnvironment(where),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { status, stdout, stderr };
}

/** Runs `cairn … | reader` in a shell: `reader` is what takes its output, such as "head -n 1". */
export async function cairnInto(
  reader: string,
  where: Where,
  ...words: string[]
): Promise<Omit<Ran, "status">> {
  const child = spawn("sh", ["-c", `"$@" | ${reader}`, "sh", process.execPath, script, ...words], {
    env: cairnEnvironment(where),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { stdout, stderr };
}
