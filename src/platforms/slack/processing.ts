import type { ReceiverEvent } from "@slack/bolt";
import type { Log } from "../../log.ts";

/** A request of Slack's, read. */
export type Body = ReceiverEvent["body"];

/** Hands a request of Slack over, and resolves when all that it begins is done. */
export type Process = (event: ReceiverEvent) => Promise<void>;

/** Tells Slack that its request was taken, with an answer to show where there is one. */
export type Acknowledge = (response?: unknown) => Promise<void>;

/** What became of a request: nobody listens to its kind, or it failed and Slack is to send it again. */
export type Processed = "acknowledged" | "unserved" | "failed";

/**
 * Processes a request, whichever way it came: a command or a press is acknowledged as soon as it is answered, an
 * event once all its work is done, or not at all.
 */
export async function processed(
  body: Body,
  { process, log, acknowledge }: { process: Process; log: Log; acknowledge: Acknowledge },
): Promise<Processed> {
  const isEvent = body["type"] === "event_callback";
  let isAcknowledged = false;
  const ack: Acknowledge = async (response) => {
    if (isEvent) return;
    isAcknowledged = true;
    await acknowledge(response);
  };
  try {
    await process({ body, ack });
    if (isEvent) await acknowledge();
  } catch (error) {
    log.error({ err: error }, "a request from Slack failed; events come again");
    return "failed";
  }
  return isEvent || isAcknowledged ? "acknowledged" : "unserved";
}
