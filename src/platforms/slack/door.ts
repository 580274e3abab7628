import type { Receiver } from "@slack/bolt";
import type { Door, DoorAnswer, DoorRequest } from "../../doors.ts";
import type { Log } from "../../log.ts";
import { type Body, type Process, type Processed, processed } from "./processing.ts";
import { isSigned } from "./signature.ts";

const refused: DoorAnswer = { status: 401, body: '{"error":"not signed"}' };
const unreadable: DoorAnswer = { status: 400, body: '{"error":"unreadable"}' };
const unserved: DoorAnswer = { status: 404, body: '{"error":"not served"}' };
const failed: DoorAnswer = { status: 500, body: '{"error":"internal"}' };
const acknowledged: DoorAnswer = { status: 200, body: "" };

function header({ headers }: DoorRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : undefined;
}

function objectIn(json: string): Body | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** The payload of a request: JSON, a form's fields, or JSON in the form's field `payload`. */
function bodyOf(request: DoorRequest): Body | null {
  const text = request.body.toString("utf8");
  if (!header(request, "content-type")?.startsWith("application/x-www-form-urlencoded"))
    return objectIn(text);
  const form = new URLSearchParams(text);
  const payload = form.get("payload");
  return payload === null ? Object.fromEntries(form) : objectIn(payload);
}

function acknowledgement(response: unknown): DoorAnswer {
  if (response === undefined || response === "") return acknowledged;
  return { status: 200, body: JSON.stringify(response) };
}

/** What is answered to a request that was not acknowledged. */
const unacknowledged: Readonly<Record<Exclude<Processed, "acknowledged">, DoorAnswer>> = { unserved, failed };

/** The answer, as soon as the request is acknowledged: what goes on after it is not waited for. */
function answerOf(body: Body, process: Process, log: Log): Promise<DoorAnswer> {
  return new Promise((resolve, reject) => {
    const acknowledge = async (response?: unknown) => resolve(acknowledgement(response));
    processed(body, { process, log, acknowledge }).then((state) => {
      if (state !== "acknowledged") resolve(unacknowledged[state]);
    }, reject);
  });
}

/** The door of Slack's requests: those that Slack did not sign, now and with our secret, go no further. */
export function slackDoor(
  {
    signingSecret,
    nowMs,
    log,
  }: { readonly signingSecret: string; readonly nowMs: () => number; readonly log: Log },
  process: Process,
): Door {
  return async (request) => {
    const timestamp = header(request, "x-slack-request-timestamp");
    const signature = header(request, "x-slack-signature");
    if (!isSigned({ timestamp, signature, body: request.body }, signingSecret, nowMs())) return refused;
    const body = bodyOf(request);
    if (body === null) return unreadable;
    if (body["ssl_check"] === "1") return acknowledged;
    if (body["type"] === "url_verification") return acknowledgement({ challenge: body["challenge"] });
    return await answerOf(body, process, log);
  };
}

/** The door in Socket Mode: nothing comes through it. */
export const closedDoor: Door = async () => unserved;

/** Bolt's seam for a server of one's own: requests come through the door. */
export const ownServer: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
};
