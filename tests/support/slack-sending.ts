import { readFile } from "node:fs/promises";
import { signatureFor } from "../../src/platforms/slack/signature.ts";
import { fields, isJson, type Json } from "./slack-texts.ts";

/** What the bot answered at its door. */
export type DoorAnswer = { readonly status: number; readonly body: string; readonly tookMs: number };

/** How Slack sends to one app; `changes` replaces headers, or leaves out those that are null. */
export type Sending = {
  /** A slash command: a form. */
  readonly form: (asked: Json, changes?: Headers) => Promise<DoorAnswer>;
  /** An interaction: JSON in the form's field `payload`. */
  readonly payload: (payload: Json, changes?: Headers) => Promise<DoorAnswer>;
  /** An event: JSON. */
  readonly event: (event: Json, changes?: Headers) => Promise<DoorAnswer>;
  /** A body as it is, under the signature of another if told. */
  readonly raw: (body: string, changes?: Headers) => Promise<DoorAnswer>;
};

type Headers = Readonly<Record<string, string | null>>;

/** What Slack signs that body with at that second, the present one unless said. */
export function signed(body: string, secret: string, second = Math.floor(Date.now() / 1000)): Headers {
  const timestamp = String(second);
  return {
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": signatureFor(secret, timestamp, Buffer.from(body)),
  };
}

/** The app that is sent to: where its door is now, its secret, and what its clock says. */
export type Receiving = {
  readonly door: () => string;
  readonly secret: string;
  readonly nowMs: () => number;
};

/** Sends to that app as Slack, signed now. */
export function sendingTo({ door, secret, nowMs }: Receiving): Sending {
  const raw: Sending["raw"] = async (body, changes = {}) => {
    const second = Math.floor(nowMs() / 1000);
    const all = { "content-type": "application/json", ...signed(body, secret, second), ...changes };
    const headers = Object.entries(all).flatMap(([name, value]) =>
      value === null ? [] : [[name, value] satisfies [string, string]],
    );
    const sentMs = performance.now();
    const response = await fetch(door(), { method: "POST", headers, body });
    const said = await response.text();
    return { status: response.status, body: said, tookMs: performance.now() - sentMs };
  };
  const form: Sending["form"] = (asked, changes) => {
    const body = new URLSearchParams(
      Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)])),
    );
    return raw(body.toString(), { "content-type": "application/x-www-form-urlencoded", ...changes });
  };
  const payload: Sending["payload"] = (sent, changes) => form({ payload: JSON.stringify(sent) }, changes);
  const event: Sending["event"] = (sent, changes) => raw(JSON.stringify(sent), changes);
  return { form, payload, event, raw };
}

/** One of the payloads under tests/fixtures/slack. */
export type FixtureName =
  | "slash-command"
  | "block-actions-message"
  | "block-actions-view"
  | "view-submission"
  | "view-closed"
  | "block-suggestion"
  | "shortcut"
  | "event-app-mention"
  | "event-message-im"
  | "event-app-home-opened"
  | "event-user-change";

function filled(documented: Json, changes: Json): Json {
  const merged = Object.entries(changes).map(([name, value]) => {
    const known = documented[name];
    return [name, isJson(known) && isJson(value) ? filled(known, value) : value];
  });
  return { ...documented, ...Object.fromEntries(merged) };
}

/** A payload as Slack documents it, with these fields instead of its own; objects are merged, lists replaced. */
export async function payloadOf(name: FixtureName, changes: Json): Promise<Json> {
  const file = await readFile(new URL(`../fixtures/slack/${name}.json`, import.meta.url), "utf8");
  return filled(fields(JSON.parse(file)), changes);
}
