import { createHash } from "node:crypto";
import type { Context } from "./request.ts";

/**
 * What is kept of a request to know it again: who asks, of what, and its key, as a digest that tells nothing. Null
 * where no request comes twice.
 */
export function requestDigest({ key, person }: Context, subject: string): string | null {
  if (key === null) return null;
  return createHash("sha256")
    .update(JSON.stringify([person.id, subject, key]))
    .digest("hex");
}
