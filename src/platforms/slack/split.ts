import { sizeOf } from "./escape.ts";

const graphemes = new Intl.Segmenter("fr", { granularity: "grapheme" });

/** Where a cut, written "|" here, would part a figure in two, or from its sign or its unit: "1 2|34 kWh". */
const insideFigure = new RegExp(
  [
    String.raw`\d[ \u00A0\u202F.,'’]?\|[ \u00A0\u202F.,'’]?\d`,
    String.raw`\d[ \u00A0\u202F]?\|[ \u00A0\u202F]?[\p{L}%‰€°]`,
    String.raw`[-+±−×÷=≈~≤≥][ \u00A0\u202F]?\|[ \u00A0\u202F]?\d`,
  ].join("|"),
  "u",
);

/** Whether the text may be cut before that index: between two characters as people see them, outside figures. */
function mayCut(text: string, at: number): boolean {
  if (insideFigure.test(`${text.slice(Math.max(0, at - 2), at)}|${text.slice(at, at + 2)}`)) return false;
  return graphemes.segment(text).containing(at)?.index === at;
}

/** The longest beginning, in UTF-16 units, that takes at most `limit` once escaped. */
function longest(text: string, limit: number): number {
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    size += sizeOf(text.charAt(at));
    if (size > limit) return at;
  }
  return text.length;
}

function lastCut(text: string, most: number, allowed: (at: number) => boolean): number {
  for (let at = most; at > 0; at--) if (allowed(at)) return at;
  return 0;
}

/**
 * Where to end a beginning of at most `limit`: at a line's end when it is not too early, else between words,
 * else between characters; never inside a figure. 0 when nothing of that size can stand alone.
 */
function endOfHead(text: string, limit: number): number {
  const most = longest(text, limit);
  if (most === text.length) return most;
  const line = text.lastIndexOf("\n", most);
  if (line > most / 2) return line;
  const word = lastCut(text, most, (at) => text[at] === " " && mayCut(text, at) && mayCut(text, at + 1));
  if (word > 0) return word;
  return line > 0 ? line : lastCut(text, most, (at) => mayCut(text, at));
}

/** The text in pieces of at most `limit` once escaped; a figure that is longer by itself is shown as "…". */
export function pieces(text: string, limit: number): string[] {
  const found: string[] = [];
  let rest = text.trim();
  while (rest !== "") {
    const end = endOfHead(rest, limit);
    if (end === 0) {
      let after = longest(rest, limit);
      while (after < rest.length && !mayCut(rest, after)) after++;
      rest = rest.slice(after).trimStart();
      found.push("…");
    } else {
      found.push(rest.slice(0, end).trimEnd());
      rest = rest.slice(end).trimStart();
    }
  }
  return found;
}

/** The text, or as much of its beginning as `limit` allows once escaped, and "…". */
export function shortened(text: string, limit: number): string {
  if (sizeOf(text) <= limit) return text;
  return `${text.slice(0, endOfHead(text, limit - 1)).trimEnd()}…`;
}
