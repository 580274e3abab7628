import { z } from "zod";

/** Slower than this, the authority is not there, in ms. */
const timeoutMs = 5_000;

/** How long published keys are believed, and how soon they may be asked for again for one that is not there, in ms. */
const believedMs = 24 * 60 * 60_000;
const againMs = 5 * 60_000;

const metadata = z.object({ jwks_uri: z.url() });
const published = z.object({
  keys: z.array(z.object({ kid: z.string().optional(), endorsements: z.array(z.string()).optional() })),
});

/** The authority's keys could not be read. */
export class KeysAway extends Error {
  override readonly name = "KeysAway";
}

async function json(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return await response.json();
}

/** The ids of the published keys that are endorsed for Teams. Throws KeysAway. */
async function endorsedKeys(metadataUrl: string): Promise<ReadonlySet<string>> {
  try {
    const { jwks_uri } = metadata.parse(await json(metadataUrl));
    const { keys } = published.parse(await json(jwks_uri));
    const ids = keys.flatMap(({ kid, endorsements = [] }) =>
      kid !== undefined && endorsements.includes("msteams") ? [kid] : [],
    );
    return new Set(ids);
  } catch (error) {
    throw new KeysAway("the keys cannot be read", { cause: error });
  }
}

/**
 * Whether a key is published and endorsed for Teams: botbuilder also takes keys that are endorsed for nothing. Throws
 * KeysAway. `nowMs` is the clock.
 */
export function endorsements(metadataUrl: string, nowMs: () => number): (kid: string) => Promise<boolean> {
  let known: { readonly ids: Promise<ReadonlySet<string>>; readonly atMs: number } | null = null;
  const read = () => {
    const ids = endorsedKeys(metadataUrl);
    const fresh = { ids, atMs: nowMs() };
    known = fresh;
    ids.catch(() => {
      if (known === fresh) known = null;
    });
    return fresh;
  };
  return async (kid) => {
    const at = known !== null && known.atMs > nowMs() - believedMs ? known : read();
    if ((await at.ids).has(kid)) return true;
    return at.atMs <= nowMs() - againMs && (await read().ids).has(kid);
  };
}
