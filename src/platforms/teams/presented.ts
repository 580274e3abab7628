import { z } from "zod";

/** How tokens of Teams are signed ("Authentication with the Bot Connector API"). */
const algorithms = ["RS256", "RS384", "RS512"] as const;

const header = z.object({ alg: z.enum(algorithms), kid: z.string().min(1) });
const claims = z.object({ iss: z.string(), aud: z.string(), serviceurl: z.string() });

/** What a token says before anybody checked that it is true. */
export type Presented = z.infer<typeof header> & z.infer<typeof claims>;

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

/** What a header's bearer token says; null when it is none of Teams'. */
export function presentedIn(authorization: string): Presented | null {
  const [, first, second] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/u.exec(authorization) ?? [];
  const head = header.safeParse(decoded(first ?? ""));
  const body = claims.safeParse(decoded(second ?? ""));
  return head.success && body.success ? { ...head.data, ...body.data } : null;
}
