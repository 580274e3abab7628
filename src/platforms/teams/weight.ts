import { pieces as piecesOf, shortened as shortenedTo } from "../split.ts";

/** The bytes that one UTF-16 unit takes in JSON and UTF-8; two halves of a pair take four. */
export function unitBytes(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit === 0x22 || unit === 0x5c || unit === 0x0a ? 2 : 1;
  if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) return 2;
  return 3;
}

/** The text in pieces of at most `bytes` each; a figure that is longer by itself is shown as "…". */
export function pieces(text: string, bytes: number): string[] {
  return piecesOf(text, bytes, unitBytes);
}

/** The text, or as much of its beginning as `bytes` allow, and "…". */
export function shortened(text: string, bytes: number): string {
  return shortenedTo(text, bytes, unitBytes);
}

/** The bytes that something takes as JSON in UTF-8. */
export function bytesOf(payload: unknown): number {
  return Buffer.byteLength(JSON.stringify(payload));
}
