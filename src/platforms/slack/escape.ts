export { sound, visible, visibleCard } from "../visible.ts";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const characters: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** Nothing to see: an invisible character that keeps Slack from reading two others as one sign. */
const joiner = "\u2060";

/**
 * Text for a text object of any kind: the three characters with which Slack writes mentions and links become
 * entities, which it shows as they were (docs.slack.dev/messaging/formatting-message-text).
 */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>]/gu, (sign) => entities[sign] ?? sign);
}

/** What was escaped, as it was. */
export function unescaped(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt);/gu, (entity) => characters[entity] ?? entity);
}

/** The length of one UTF-16 unit of the text once escaped. */
export function unitSize(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === 38) return 5;
  return unit === 60 || unit === 62 ? 4 : 1;
}

/** The length of the text once escaped, in UTF-16 units. */
export function sizeOf(text: string): number {
  let size = 0;
  for (let at = 0; at < text.length; at++) size += unitSize(text, at);
  return size;
}

/** Top-level text, where Slack also looks for bare `@here` and `#channel`: escaped, and neither is read as such. */
export function inertSummary(text: string): string {
  return escaped(text).replaceAll(/(?<![\p{L}\p{N}.@_-])([@#])(?=[\p{L}\p{N}])/gu, `$1${joiner}`);
}

/** A table's cell, which is not a text object and shows entities as they are: mentions and links are broken up. */
export function inertCell(text: string): string {
  return text.replaceAll(/<(?=[!@#]|[a-z][a-z+.-]*:)/giu, `<${joiner}`);
}
