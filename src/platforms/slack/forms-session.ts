import type { Wanted } from "../../commands/figure-form.ts";
import { type Walk, walkThrough as walkWithin } from "../figure-session.ts";

export {
  figureIn,
  figureText,
  freshSession,
  itemsAt,
  markOf,
  passed,
  type Session,
  sessionIn,
  sessionText,
  type Walk,
} from "../figure-session.ts";

/** Room for a walk in what Slack carries, in UTF-16 units. */
const walkRoom = 700;

/** A walk through those figures, as many as Slack carries; null for fewer than two. */
export function walkThrough(all: readonly Wanted[]): Walk | null {
  return walkWithin(all, walkRoom);
}
