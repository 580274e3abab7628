/** The size of one UTF-16 unit of a text as a platform counts it. */
export type UnitSize = (text: string, at: number) => number;

const graphemes = new Intl.Segmenter("fr", { granularity: "grapheme" });

const gap = String.raw`[ \u00A0\u202F]?`;

/** Where a cut, written "|" here, would part a figure in two, or from its sign or its unit: "1 2|34 k|Wh". */
const insideFigure = new RegExp(
  [
    String.raw`\d[ \u00A0\u202F.,'’]?\|[ \u00A0\u202F.,'’]?\d`,
    String.raw`\d${gap}\|${gap}[\p{L}%‰€°]`,
    String.raw`\d${gap}\p{L}+\|\p{L}`,
    String.raw`[-+±−×÷=≈~≤≥]${gap}\|${gap}\d`,
  ].join("|"),
  "u",
);
/** What is looked at before a cut: longer than any unit. */
const before = 24;

/** Where a text may be cut: before an index that parts neither a figure nor a character as people see it. */
function cutsOf(text: string): (at: number) => boolean {
  const characters = graphemes.segment(text);
  return (at) =>
    !insideFigure.test(`${text.slice(Math.max(0, at - before), at)}|${text.slice(at, at + 2)}`) &&
    characters.containing(at)?.index === at;
}

/** The longest beginning, in UTF-16 units, of at most that size. */
function longest(text: string, limit: number, unitSize: UnitSize): number {
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    size += unitSize(text, at);
    if (size > limit) return at;
  }
  return text.length;
}

/** The last index, from `most` down, that suits; 0 when there is none. */
function lastWhere(most: number, suits: (at: number) => boolean): number {
  for (let at = most; at > 0; at--) if (suits(at)) return at;
  return 0;
}

/**
 * Where to end a beginning of at most `limit`: at a line's end when it is not too early, else between words,
 * else between characters; never inside a figure. 0 when nothing of that size can stand alone.
 */
function endOfHead(text: string, limit: number, unitSize: UnitSize): number {
  const most = longest(text, limit, unitSize);
  if (most === text.length) return most;
  const line = text.lastIndexOf("\n", most);
  if (line > most / 2) return line;
  const mayCut = cutsOf(text);
  const word = lastWhere(most, (at) => text[at] === " " && mayCut(at) && mayCut(at + 1));
  if (word > 0) return word;
  return line > 0 ? line : lastWhere(most, mayCut);
}

/** Where what cannot stand alone in `limit` ends. */
function endOfBlock(text: string, limit: number, unitSize: UnitSize): number {
  const mayCut = cutsOf(text);
  let end = longest(text, limit, unitSize);
  while (end < text.length && !mayCut(end)) end++;
  return end;
}

/** The text in pieces of at most that size; a figure that is longer by itself is shown as "…". */
export function pieces(text: string, limit: number, unitSize: UnitSize): string[] {
  const found: string[] = [];
  let rest = text.trim();
  while (rest !== "") {
    const end = endOfHead(rest, limit, unitSize);
    found.push(end === 0 ? "…" : rest.slice(0, end).trimEnd());
    rest = rest.slice(end === 0 ? endOfBlock(rest, limit, unitSize) : end).trimStart();
  }
  return found;
}

/** The text, or as much of its beginning as the size allows beside the size of "…". */
export function shortened(text: string, limit: number, unitSize: UnitSize): string {
  if (longest(text, limit, unitSize) === text.length) return text;
  const end = endOfHead(text, limit - unitSize("…", 0), unitSize);
  return `${text.slice(0, end).trimEnd()}…`;
}
