import { z } from "zod";
import { PlatformError } from "../platform.ts";
import { platformErrorOf, refusalError } from "./errors.ts";

/** What a call is signed with; null where nobody asks. */
export type Token = () => Promise<string | null>;

/** Slower than this, the authority is not there, in ms. */
const timeoutMs = 5_000;

/** A token that ends sooner is asked for again, in ms. */
const marginMs = 5 * 60_000;

const answer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

type Granted = { readonly token: string; readonly untilMs: number };

/** Asks for a token with the app's own secret (RFC 6749, 4.4). Throws PlatformError. */
async function granted(
  { tokenUrl, appId, appPassword }: { tokenUrl: string; appId: string; appPassword: string },
  nowMs: () => number,
): Promise<Granted> {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: appId,
    client_secret: appPassword,
    scope: "https://api.botframework.com/.default",
  });
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(tokenUrl, { method: "POST", body, signal, redirect: "error" });
    if (response.status >= 400 && response.status < 500 && response.status !== 429) {
      await response.body?.cancel();
      throw new PlatformError("unauthorised", `token_${response.status}`);
    }
    const text = await response.text();
    const retryAfter = response.headers.get("retry-after");
    if (!response.ok) throw refusalError({ status: response.status, retryAfter, body: "" }, nowMs());
    const read = answer.safeParse(JSON.parse(text));
    if (!read.success) throw new PlatformError("unreachable", "no_token");
    return { token: read.data.access_token, untilMs: nowMs() + read.data.expires_in * 1_000 };
  } catch (error) {
    throw platformErrorOf(error);
  }
}

/** The app's own token for outgoing calls, asked for once as long as it holds. `nowMs` is the clock. */
export function tokenSource(
  app: { readonly tokenUrl: string; readonly appId: string; readonly appPassword: string },
  nowMs: () => number,
): Token {
  let known: Promise<Granted> | null = null;
  let untilMs = 0;
  return async () => {
    if (known === null || untilMs - marginMs <= nowMs()) {
      const asked = granted(app, nowMs);
      known = asked;
      untilMs = Number.POSITIVE_INFINITY;
      asked.then(
        (fresh) => {
          untilMs = fresh.untilMs;
        },
        () => {
          if (known === asked) known = null;
        },
      );
    }
    return (await known).token;
  };
}
