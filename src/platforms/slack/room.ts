import type { KnownBlock } from "@slack/types";
import { shareOut } from "../sharing.ts";
import { limits } from "./limits.ts";

/** Room for blocks: how many, and of what size altogether. */
export type Room = { readonly blocks: number; readonly size: number };

/** Room for anything. */
export const endless: Room = { blocks: Number.POSITIVE_INFINITY, size: Number.POSITIVE_INFINITY };

/** No room at all. */
export const none: Room = { blocks: 0, size: 0 };

/** The length of a payload as JSON, but for the marks that JSON itself escapes. */
function lengthOf(payload: unknown): number {
  if (typeof payload === "string") return payload.length + 2;
  if (typeof payload !== "object" || payload === null) return String(payload).length;
  if (Array.isArray(payload)) return payload.reduce<number>((sum, value) => sum + lengthOf(value) + 1, 1);
  let length = 1;
  for (const [key, value] of Object.entries(payload)) length += key.length + lengthOf(value) + 4;
  return length;
}

/** The room that blocks take. */
export function takenBy(blocks: readonly unknown[]): Room {
  const size = blocks.reduce<number>((sum, block) => sum + lengthOf(block) + limits.blockOverhead, 0);
  return { blocks: blocks.length, size };
}

/** Whether what is asked fits in the room. */
export function holds(room: Room, asked: Room): boolean {
  return asked.blocks <= room.blocks && asked.size <= room.size;
}

/** The sum of rooms. */
export function sum(rooms: readonly Room[]): Room {
  return rooms.reduce(
    (total, { blocks, size }) => ({ blocks: total.blocks + blocks, size: total.size + size }),
    none,
  );
}

/** What two rooms have in common. */
export function lesser(one: Room, other: Room): Room {
  return { blocks: Math.min(one.blocks, other.blocks), size: Math.min(one.size, other.size) };
}

/** What is left of a room. */
export function minus(room: Room, taken: Room): Room {
  return { blocks: room.blocks - taken.blocks, size: room.size - taken.size };
}

/** A room shared out: who needs less than an equal share gets what it needs, and the others share what it leaves. */
export function shared(needs: readonly Room[], room: Room): Room[] {
  const sizes = shareOut(
    needs.map(({ size }) => size),
    room.size,
  );
  return shareOut(
    needs.map(({ blocks }) => blocks),
    room.blocks,
  ).map((blocks, index) => ({ blocks, size: sizes[index] ?? 0 }));
}

/**
 * As many of `count` things as fit: `first(n)` draws the n first ones, at most `atMost` of them, and `others`
 * says how many are left out. Takes more than the room only when that alone does not fit.
 */
export function asManyAsFit(
  {
    count,
    atMost = count,
    first,
    others,
  }: {
    count: number;
    atMost?: number;
    first: (drawn: number) => KnownBlock[];
    others: (left: number) => KnownBlock;
  },
  room: Room,
): KnownBlock[] {
  const drawing = (drawn: number) =>
    drawn === count ? first(count) : [...first(drawn), others(count - drawn)];
  const fits = (drawn: number) => holds(room, takenBy(drawing(drawn)));
  const all = drawing(atMost);
  if (room === endless || holds(room, takenBy(all))) return all;
  let least = 0;
  let most = atMost - 1;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  return drawing(least);
}
