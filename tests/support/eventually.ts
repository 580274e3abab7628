import { expect } from "vitest";

/** An assertion on what becomes so, within ten seconds: `await eventually(() => posts()).toHaveLength(1)`. */
export function eventually<T>(read: () => T) {
  return expect.poll(read, { timeout: 10_000, interval: 20 });
}
