import type { KnownBlock } from "@slack/types";
import { endless, holds, minus, type Room, shared, sum, takenBy } from "./room.ts";
import type { Strip } from "./strips.ts";

/** A part of a card; those that come first (title, buttons) are drawn whole before the others share what is left. */
export type Part = { readonly strip: Strip; readonly comesFirst: boolean };

/** The least room of a part that says only how much it leaves out. */
const least: Room = { blocks: 1, size: 300 };

const none: Room = { blocks: 0, size: 0 };

function lesser(one: Room, other: Room): Room {
  return { blocks: Math.min(one.blocks, other.blocks), size: Math.min(one.size, other.size) };
}

function half({ blocks, size }: Room): Room {
  return { blocks: Math.floor(blocks / 2), size: Math.floor(size / 2) };
}

/** The room of each part by its index: those that come first take up to half of it, in order. */
function roomsOf(needs: readonly Room[], parts: readonly Part[], room: Room): Map<number, Room> {
  const rooms = new Map<number, Room>();
  let first = half(room);
  for (const [index, need] of needs.entries()) {
    const own = lesser(need, first);
    if (!parts[index]?.comesFirst || !(holds(own, need) || holds(own, least))) continue;
    rooms.set(index, own);
    first = minus(first, own);
  }
  const left = minus(room, sum([...rooms.values()]));
  const most = Math.floor(Math.min(left.blocks / least.blocks, left.size / least.size));
  const sharing = [...needs.keys()].filter((index) => !parts[index]?.comesFirst).slice(0, most);
  const shares = shared(
    sharing.map((index) => needs[index] ?? none),
    left,
  );
  for (const [place, index] of sharing.entries()) rooms.set(index, shares[place] ?? none);
  return rooms;
}

/** The parts in their order, in that room; `cut` ends them when some could not be drawn at all. */
export function partsInRoom(parts: readonly Part[], room: Room, cut: KnownBlock): KnownBlock[] {
  const whole = parts.map(({ strip }) => strip(endless));
  const needs = whole.map(takenBy);
  if (holds(room, sum(needs))) return whole.flat();
  const rooms = roomsOf(needs, parts, minus(room, takenBy([cut])));
  const drawn = parts.flatMap(({ strip }, index) => {
    const own = rooms.get(index);
    return own === undefined ? [] : strip(own);
  });
  return rooms.size === parts.length ? drawn : [...drawn, cut];
}
