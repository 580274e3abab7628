import { createHmac, timingSafeEqual } from "node:crypto";

/** How far a request's clock may be from ours, before or after, in seconds (docs.slack.dev/authentication/verifying-requests-from-slack; the future is our own rule). */
const toleranceS = 300;

/** A request as it came: its two headers and the bytes of its body. */
export type SignedRequest = {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Buffer;
};

/** What Slack would sign this body with at that second: `v0=` and 64 hexadecimal digits. */
export function signatureFor(secret: string, timestamp: string, body: Buffer): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`;
}

/** Whether the request was signed by Slack, with that secret, within five minutes of `nowMs`. */
export function isSigned(
  { timestamp, signature, body }: SignedRequest,
  secret: string,
  nowMs: number,
): boolean {
  if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/u.test(timestamp)) return false;
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > toleranceS) return false;
  const expected = Buffer.from(signatureFor(secret, timestamp, body));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
