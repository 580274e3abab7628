import type { Trouble } from "../../tests/support/recording-slack.ts";

/** What a post may meet, and how often, out of a hundred; nothing otherwise. */
const onPost: readonly (readonly [number, Trouble])[] = [
  [6, { kind: "lost" }],
  [4, { kind: "cut" }],
  [2, { kind: "status", status: 500 }],
  [2, { kind: "too_fast", retryAfterS: 1 }],
  [2, { kind: "late", ms: 800 }],
  [1, { kind: "late", ms: 6_000 }],
  [1, { kind: "silent_done" }],
  [1, { kind: "silent" }],
];

/** The same for the other calls: where people are, and what a conversation holds. */
const onOthers: readonly (readonly [number, Trouble])[] = [
  [3, { kind: "cut" }],
  [2, { kind: "status", status: 500 }],
  [1, { kind: "too_fast", retryAfterS: 1 }],
  [2, { kind: "late", ms: 500 }],
];

function drawn(odds: readonly (readonly [number, Trouble])[], chance: () => number): Trouble | null {
  let at = chance() * 100;
  for (const [weight, trouble] of odds) {
    at -= weight;
    if (at < 0) return trouble;
  }
  return null;
}

/** Slack on a bad day, the same for the same chance and the same calls; each trouble is counted by its kind. */
export function badWeather(chance: () => number, met: Map<string, number>) {
  return (method: string): Trouble | null => {
    const trouble = drawn(method === "chat.postMessage" ? onPost : onOthers, chance);
    if (trouble !== null) met.set(trouble.kind, (met.get(trouble.kind) ?? 0) + 1);
    return trouble;
  };
}
