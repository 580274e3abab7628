import type { PlatformName } from "../domain/preference.ts";
import { type Address, type Platform, PlatformError } from "../platforms/platform.ts";
import type { OpenDelivery } from "../store/open-deliveries.ts";

/** Where a delivery goes. */
export type Route = { readonly platform: Platform; readonly place: Address };

function isAddress(text: string): text is Address {
  return /^(?:slack|teams|terminal):/u.test(text);
}

/** The platform of that name; null when it is not served now. */
export function platformNamed(platforms: readonly Platform[], name: PlatformName | null): Platform | null {
  return platforms.find((platform) => platform.name === name) ?? null;
}

/** The place a delivery was sent to; null before the first attempt, or where its platform is not served now. */
export function placeBefore(
  platforms: readonly Platform[],
  { platform: name, place }: Pick<OpenDelivery, "platform" | "place">,
): Route | null {
  const platform = platformNamed(platforms, name);
  return platform !== null && place !== null && isAddress(place) ? { platform, place } : null;
}

function byPreference(platforms: readonly Platform[], { reader }: Pick<OpenDelivery, "reader">): Platform[] {
  const rank = ({ name }: Platform) => (name === reader?.platform ? 0 : 1);
  return platforms.toSorted((one, other) => rank(one) - rank(other));
}

/** The platform that a delivery went to, or is tried on first; null when none is served for it. */
export function firstPlatform(platforms: readonly Platform[], delivery: OpenDelivery): Platform | null {
  const { platform: chosen } = delivery;
  if (chosen !== null) return platformNamed(platforms, chosen);
  return byPreference(platforms, delivery)[0] ?? null;
}

/** The person on the platform they chose, or on the first that knows them. Throws the last PlatformError. */
async function reach(platforms: readonly Platform[], email: string): Promise<Route | null> {
  let unknown: PlatformError | null = null;
  for (const platform of platforms) {
    try {
      return { platform, place: await platform.reach(email) };
    } catch (error) {
      if (!(error instanceof PlatformError) || error.fault !== "gone") throw error;
      unknown = error;
    }
  }
  if (unknown !== null) throw unknown;
  return null;
}

/**
 * Where a delivery goes: where it went before, else to its reader on the platform they chose, else on the others,
 * or to the channel of its platform. Null when no platform is served for it.
 */
export async function routeOf(platforms: readonly Platform[], delivery: OpenDelivery): Promise<Route | null> {
  const before = placeBefore(platforms, delivery);
  if (before !== null) return before;
  const { reader, platform: chosen } = delivery;
  const served = chosen === null ? platforms : platforms.filter(({ name }) => name === chosen);
  if (reader !== null) return await reach(byPreference(served, delivery), reader.email);
  for (const platform of served) if (platform.channel !== null) return { platform, place: platform.channel };
  return null;
}
