import { shareOut } from "../sharing.ts";
import type { Element } from "./adaptive.ts";
import { bytesOf } from "./weight.ts";

/** A part of a card, drawn in so many bytes: whole when it fits, else with a word on what is left out. */
export type Strip = (room: number) => Element[];

/** A part; those that come first (title, buttons, chart) are drawn before the others share what is left. */
export type Part = { readonly strip: Strip; readonly comesFirst: boolean };

type Needing = Part & { readonly need: number };

/** The least bytes of a part that says only how much it leaves out. */
const least = 200;

/** The bytes that elements take in a card's body, the comma after each included. */
export function taken(elements: readonly Element[]): number {
  return elements.reduce((sum, element) => sum + bytesOf(element) + 1, 0);
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
    first: (drawn: number) => Element[];
    others: (left: number) => Element[];
  },
  room: number,
): Element[] {
  const drawing = (drawn: number) =>
    drawn === count ? first(count) : [...first(drawn), ...others(count - drawn)];
  const fits = (drawn: number) => taken(drawing(drawn)) <= room;
  if (fits(atMost)) return drawing(atMost);
  let fewest = 0;
  let most = atMost - 1;
  while (fewest < most) {
    const middle = Math.ceil((fewest + most) / 2);
    if (fits(middle)) fewest = middle;
    else most = middle - 1;
  }
  return drawing(fewest);
}

/** Bytes for the parts that come first: up to half of the room, in their order. */
function firstRooms(parts: readonly Needing[], room: number): Map<Part, number> {
  const rooms = new Map<Part, number>();
  let left = Math.floor(room / 2);
  for (const part of parts.filter(({ comesFirst }) => comesFirst)) {
    const own = Math.min(part.need, left);
    if (own < Math.min(part.need, least)) continue;
    rooms.set(part, own);
    left -= own;
  }
  return rooms;
}

/** Bytes for the others: a fair share each, for as many of them as can say at least how much they leave out. */
function otherRooms(parts: readonly Needing[], room: number): Map<Part, number> {
  const sharing: Needing[] = [];
  let asked = 0;
  for (const part of parts.filter(({ comesFirst }) => !comesFirst)) {
    const more = asked + Math.min(part.need, least);
    if (more > room) continue;
    sharing.push(part);
    asked = more;
  }
  const shares = shareOut(
    sharing.map(({ need }) => need),
    room,
  );
  return new Map(sharing.map((part, index) => [part, shares[index] ?? 0]));
}

function total(rooms: Iterable<number>): number {
  return [...rooms].reduce((sum, room) => sum + room, 0);
}

/** The parts in their order, in so many bytes; `cut` ends them when some could not be drawn at all. */
export function partsInRoom(parts: readonly Part[], room: number, cut: readonly Element[]): Element[] {
  const whole = parts.map(({ strip }) => strip(Number.POSITIVE_INFINITY));
  const needing = parts.map((part, index) => ({ ...part, need: taken(whole[index] ?? []) }));
  if (total(needing.map(({ need }) => need)) <= room) return whole.flat();
  const open = room - taken(cut);
  const first = firstRooms(needing, open);
  const others = otherRooms(needing, open - total(first.values()));
  const drawn = needing.flatMap((part) => {
    const own = first.get(part) ?? others.get(part);
    return own === undefined ? [] : part.strip(own);
  });
  return first.size + others.size === parts.length ? drawn : [...drawn, ...cut];
}
