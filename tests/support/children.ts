import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A Node process under test. It is killed when its test ends, if it still runs. */
export type Child = {
  readonly pid: number;
  /** What it has written so far; complete once `ended` resolves. */
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  /** Resolves at the first line that is `text` or, with a pattern, matches; rejects if it ends before. */
  readonly line: (text: string | RegExp) => Promise<string>;
  readonly endInput: () => void;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its exit status, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
};

/** Runs a script of tests/support (`name` without its extension) with Cairn's own Node. */
export function runScript(name: string, ...args: string[]): Child {
  const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  return follow(spawn(process.execPath, [script, ...args], { stdio: ["pipe", "pipe", "pipe"] }));
}

function follow(child: ChildProcessByStdio<Writable, Readable, Readable>): Child {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => stdout.push(line));
  createInterface({ input: child.stderr }).on("line", (line) => stderr.push(line));
  const ended = once(child, "close").then(([status]): number | null => status);
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return {
    pid: child.pid ?? 0,
    stdout,
    stderr,
    line: (text) => firstLine({ stdout, stderr, lines, ended }, text),
    endInput: () => child.stdin.end(),
    kill: (signal) => child.kill(signal),
    ended,
  };
}

type Output = Pick<Child, "stdout" | "stderr" | "ended"> & {
  readonly lines: NodeJS.EventEmitter;
};

function firstLine({ stdout, stderr, lines, ended }: Output, text: string | RegExp): Promise<string> {
  const matches = (line: string) => (typeof text === "string" ? line === text : text.test(line));
  return new Promise((resolve, reject) => {
    const said = stdout.find(matches);
    if (said !== undefined) resolve(said);
    lines.on("line", (line: string) => {
      if (matches(line)) resolve(line);
    });
    ended.then(() => reject(new Error(`ended without saying ${text}: ${[...stdout, ...stderr].join("\n")}`)));
  });
}
