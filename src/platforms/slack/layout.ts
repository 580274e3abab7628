import type { KnownBlock } from "@slack/types";
import { endless, holds, lesser, minus, none, type Room, shared, sum, takenBy } from "./room.ts";
import type { Strip } from "./strips.ts";

/** A part of a card; those that come first (title, buttons) are drawn before the others share what is left. */
export type Part = { readonly strip: Strip; readonly comesFirst: boolean };

/** A part with the room it needs to be drawn whole. */
type Needing = Part & { readonly need: Room };

/** The least room of a part that says only how much it leaves out. */
const least: Room = { blocks: 1, size: 300 };

function half({ blocks, size }: Room): Room {
  return { blocks: Math.floor(blocks / 2), size: Math.floor(size / 2) };
}

/** Rooms for the parts that come first: up to half of the room, in their order. */
function firstRooms(parts: readonly Needing[], room: Room): Map<Part, Room> {
  const rooms = new Map<Part, Room>();
  let left = half(room);
  for (const part of parts.filter(({ comesFirst }) => comesFirst)) {
    const own = lesser(part.need, left);
    if (!holds(own, lesser(part.need, least))) continue;
    rooms.set(part, own);
    left = minus(left, own);
  }
  return rooms;
}

/** Rooms for the others: a fair share each, for as many of them as can say at least how much they leave out. */
function otherRooms(parts: readonly Needing[], room: Room): Map<Part, Room> {
  const sharing: Needing[] = [];
  let asked = none;
  for (const part of parts.filter(({ comesFirst }) => !comesFirst)) {
    const more = sum([asked, lesser(part.need, least)]);
    if (!holds(room, more)) continue;
    sharing.push(part);
    asked = more;
  }
  const shares = shared(
    sharing.map(({ need }) => need),
    room,
  );
  return new Map(sharing.map((part, index) => [part, shares[index] ?? none]));
}

/** The parts in their order, in that room; `cut` ends them when some could not be drawn at all. */
export function partsInRoom(parts: readonly Part[], room: Room, cut: KnownBlock): KnownBlock[] {
  const whole = parts.map(({ strip }) => strip(endless));
  const needing = parts.map((part, index) => ({ ...part, need: takenBy(whole[index] ?? []) }));
  if (holds(room, sum(needing.map(({ need }) => need)))) return whole.flat();
  const open = minus(room, takenBy([cut]));
  const first = firstRooms(needing, open);
  const others = otherRooms(needing, minus(open, sum([...first.values()])));
  const drawn = needing.flatMap((part) => {
    const own = first.get(part) ?? others.get(part);
    return own === undefined ? [] : part.strip(own);
  });
  return first.size + others.size === parts.length ? drawn : [...drawn, cut];
}
