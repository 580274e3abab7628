import { pieces as piecesOf, shortened as shortenedTo } from "../split.ts";
import { unitSize } from "./escape.ts";

/** The text in pieces of at most `limit` once escaped; a figure that is longer by itself is shown as "…". */
export function pieces(text: string, limit: number): string[] {
  return piecesOf(text, limit, unitSize);
}

/** The text, or as much of its beginning as `limit` allows once escaped, and "…". */
export function shortened(text: string, limit: number): string {
  return shortenedTo(text, limit, unitSize);
}
