import type { Incoming } from "./incoming.ts";

/** A chat line, and whether its answer is for everybody in the conversation. */
export type Asked = { readonly line: string; readonly shared: boolean };

/** The marks of a message written with Teams' own editor; anything else between angle brackets was typed. */
const breaks = /<(?:br|\/p|\/div|\/li|\/h[1-6]|\/blockquote|\/tr)\b[^<>]*>/giu;
const marks =
  /<\/?(?:at|p|div|span|br|b|strong|i|em|u|s|strike|del|a|ul|ol|li|code|pre|blockquote|h[1-6]|font|table|tbody|tr|td|img|emoji)\b[^<>]*>/giu;

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function character(entity: string): string | null {
  const [, hexadecimal, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/iu.exec(entity) ?? [];
  if (hexadecimal === undefined && decimal === undefined) return named[entity.toLowerCase()] ?? null;
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** The text as it was typed: without the editor's marks, entities read, every kind of space a plain one. */
function typed(text: string): string {
  return text
    .replaceAll(breaks, "\n")
    .replaceAll(marks, "")
    .replaceAll(/&(#x?[0-9a-f]+|[a-z]+);/giu, (whole, entity: string) => character(entity) ?? whole)
    .replaceAll(/[\u00A0\u2007\u202F\uFEFF]/gu, " ")
    .trim();
}

/** The texts by which an activity names the bot: "<at>Cairn</at>". */
function ownMentions({ entities = [], recipient }: Incoming): string[] {
  return entities.flatMap((entity) => {
    const { type, text, mentioned } = entity;
    if (type !== "mention" || typeof text !== "string" || text === "") return [];
    const id = typeof mentioned === "object" && mentioned !== null ? Reflect.get(mentioned, "id") : null;
    return id === recipient.id ? [text] : [];
  });
}

/** Splits off `partager` (or `share`) as the last word. */
function asked(line: string): Asked {
  const [last] = /(?:^|\s+)(?:partager|share)$/iu.exec(line) ?? [];
  return last === undefined ? { line, shared: false } : { line: line.slice(0, -last.length), shared: true };
}

/** The line of a message to Cairn, which may name it; without any words, a call for help. */
export function messageLine(activity: Incoming): Asked {
  const named = ownMentions(activity).reduce(
    (text, mention) => text.replaceAll(mention, " "),
    activity.text ?? "",
  );
  const { line, shared } = asked(typed(named).replace(/^[\s,:]+/u, ""));
  return { line: line === "" ? "/cairn aide" : line, shared };
}
