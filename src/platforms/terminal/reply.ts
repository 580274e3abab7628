import type { JsonObject } from "../../commands/json.ts";
import type { Reply } from "../../commands/request.ts";
import { drawCard } from "./draw.ts";

/** A reply as the contract's JSON: `text` is the card as the terminal draws it. */
export function replyJson(reply: Reply): JsonObject {
  const { ok, command } = reply;
  if (reply.ok) return { ok, command, text: drawCard(reply.card), data: reply.data };
  return { ok, command, error: reply.error };
}
