import type { Log } from "../../log.ts";
import {
  type Authenticated,
  type Authentication,
  activityOf,
  authenticationFor,
  authorityFor,
} from "./adapter.ts";
import { isAllowedService } from "./hosts.ts";
import { type Incoming, tenantsOf } from "./incoming.ts";
import { endorsements, KeysAway } from "./keys.ts";
import { presentedIn } from "./presented.ts";
import type { TeamsSettings } from "./settings.ts";

/** Whether a request is let in, with what botbuilder made of its author; else the HTTP status that refuses it. */
export type Admission =
  | { readonly ok: true; readonly authenticated: Authenticated }
  | { readonly ok: false; readonly status: 401 | 403 | 503 };

/** Lets a request in, or not. */
export type Admit = (incoming: Incoming, authorization: string) => Promise<Admission>;

/** Whether the activity is of the only tenant served: nothing in it says another. */
function isOfTenant(incoming: Incoming, tenantId: string): boolean {
  const tenants = tenantsOf(incoming);
  const served = tenantId.toLowerCase();
  return tenants.length > 0 && tenants.every((tenant) => tenant.toLowerCase() === served);
}

/** What could not be asked, as against what was asked and is wrong. */
function isAuthorityAway(error: unknown): boolean {
  const name = error instanceof Error ? error.name : "";
  const status = typeof error === "object" && error !== null ? Reflect.get(error, "statusCode") : null;
  return error instanceof KeysAway || name === "FetchError" || status === 500;
}

/**
 * Whether the token claims to be for this bot, from Teams, about the service that the activity names, and is signed
 * with a key endorsed for Teams. Looked at first: botbuilder would ask other authorities for tokens of other issuers.
 */
function claimsToBeOurs(settings: Exclude<TeamsSettings, { local: true }>) {
  const { issuer, metadataUrl } = authorityFor(settings);
  const isEndorsed = endorsements(metadataUrl, Date.now);
  return async ({ serviceUrl }: Incoming, authorization: string): Promise<boolean> => {
    const said = presentedIn(authorization);
    if (said === null || said.iss !== issuer || said.aud !== settings.appId) return false;
    return said.serviceurl === serviceUrl && (await isEndorsed(said.kid));
  };
}

async function checked(
  authentication: Authentication,
  incoming: Incoming,
  authorization: string,
  log: Log,
): Promise<Admission> {
  try {
    const authenticated = await authentication.authenticateRequest(activityOf(incoming), authorization);
    return { ok: true, authenticated };
  } catch (error) {
    if (isAuthorityAway(error)) throw error;
    log.warn("a request without a valid token was refused");
    return { ok: false, status: 401 };
  }
}

/**
 * Lets a request in when its token is signed for this bot by a key endorsed for Teams, names the service that the
 * activity names, and is of our tenant. In local mode nothing is signed, and only this machine is answered.
 */
export function admitting(settings: TeamsSettings, log: Log): Admit {
  const authentication = authenticationFor(settings);
  const isOurs = settings.local ? async () => true : claimsToBeOurs(settings);
  return async (incoming, authorization) => {
    const { channelId, serviceUrl } = incoming;
    if (channelId !== "msteams" || !isAllowedService(serviceUrl, settings)) {
      log.warn({ channelId }, "a request for Teams names a channel or a service that is not Teams'");
      return { ok: false, status: 403 };
    }
    try {
      if (!(await isOurs(incoming, authorization))) return { ok: false, status: 401 };
      const admission = await checked(authentication, incoming, authorization, log);
      if (!admission.ok || settings.local || isOfTenant(incoming, settings.tenantId)) return admission;
      log.warn("a request from another tenant was refused");
      return { ok: false, status: 403 };
    } catch (error) {
      if (!isAuthorityAway(error)) throw error;
      log.error({ err: error }, "the keys that sign Teams' requests cannot be read");
      return { ok: false, status: 503 };
    }
  };
}
