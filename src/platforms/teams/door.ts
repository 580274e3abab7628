import type { TurnContext } from "botbuilder";
import type { Door, DoorAnswer, DoorRequest } from "../../doors.ts";
import type { Log } from "../../log.ts";
import type { CairnAdapter } from "./adapter.ts";
import type { Admit } from "./admission.ts";
import { incomingOf } from "./incoming.ts";

/** Where Teams' requests come in. */
export const teamsPath = "/api/messages";

/** What the door is given. */
export type DoorParts = {
  /** Whether a request is let in. */
  readonly admit: Admit;
  readonly adapter: CairnAdapter;
  /** Does what a request asks. */
  readonly run: (context: TurnContext) => Promise<unknown>;
  readonly log: Log;
};

function refused(status: number, error: string): DoorAnswer {
  return { status, body: JSON.stringify({ error }) };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}

/** A page in a browser can post to this machine, but not as JSON without asking first. */
function isJson({ headers }: DoorRequest): boolean {
  return (headers["content-type"] ?? "").toLowerCase().startsWith("application/json");
}

/** Takes Teams' requests: who sends them is checked before anything is done. */
export function teamsDoor({ admit, adapter, run, log }: DoorParts): Door {
  return async (request) => {
    if (!isJson(request)) return refused(415, "not JSON");
    const incoming = incomingOf(parsed(request.body));
    if (incoming === null) return refused(400, "not an activity");
    const admission = await admit(incoming, request.headers.authorization ?? "");
    if (!admission.ok) return refused(admission.status, "refused");
    try {
      const said = await adapter.take(admission.authenticated, incoming, async (context) => {
        await run(context);
      });
      if (said === undefined) return { status: 200, body: "" };
      return { status: said.status, body: said.body === undefined ? "" : JSON.stringify(said.body) };
    } catch (error) {
      log.error({ err: error, type: incoming.type }, "a request from Teams failed");
      return refused(500, "internal");
    }
  };
}
