import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Progress } from "./progress.ts";
import type { ReplicaOrders } from "./replica.ts";

const script = fileURLToPath(new URL("replica.ts", import.meta.url));

/** A process of the season. */
export type Replica = {
  /** Resolves once it works; never when it was killed before. */
  readonly opened: Promise<void>;
  readonly setTime: (at: string) => void;
  /** What it counts; null when it gave no answer within a second. */
  readonly progress: () => Promise<Progress | null>;
  /** SIGKILL, and waits for its end. */
  readonly kill: () => Promise<void>;
};

type Child = ChildProcessByStdio<Writable, Readable, null>;

function asking(child: Child, lines: NodeJS.EventEmitter): () => Promise<Progress | null> {
  return () =>
    new Promise((resolve) => {
      const patience = setTimeout(() => done(null), 1_000);
      const done = (progress: Progress | null) => {
        clearTimeout(patience);
        lines.off("line", read);
        resolve(progress);
      };
      const read = (line: string) => {
        if (line.startsWith("progress ")) done(JSON.parse(line.slice("progress ".length)));
      };
      lines.on("line", read);
      child.stdin.write("?\n");
    });
}

/** Starts one. A replica that ends by itself is a failure of the season: `onEnd` is told. */
export function startReplica(orders: ReplicaOrders, onEnd: (status: number | null) => void): Replica {
  const child = spawn(process.execPath, [script, JSON.stringify(orders)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  // Written to while it dies: that it is dead is told by its end.
  child.stdin.on("error", () => undefined);
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, "exit");
  let killed = false;
  child.on("exit", (status) => {
    if (!killed) onEnd(status);
  });
  const opened = new Promise<void>((resolve) => {
    lines.on("line", (line) => {
      if (line === "open") resolve();
    });
  });
  const kill = async () => {
    killed = true;
    child.kill("SIGKILL");
    await ended;
  };
  const setTime = (at: string) => void child.stdin.write(`${at}\n`);
  return { opened, setTime, progress: asking(child, lines), kill };
}
