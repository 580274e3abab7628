import { z } from "zod";
import type { Language } from "../../messages/messages.ts";
import type { Identity, Unwelcome } from "../platform.ts";

/** What of a member of Teams' roster says who somebody is ("Get Teams context for your bot"). */
const member = z.looseObject({
  id: z.string().min(1),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userRole: z.string().nullish(),
  tenantId: z.string().nullish(),
});

export type TeamsMember = z.infer<typeof member>;

/** A member of a roster; null when it is none. */
export function memberOf(value: unknown): TeamsMember | null {
  return member.safeParse(value).data ?? null;
}

/** The Entra object id of a member; null when the roster does not say. */
export function accountOf({ aadObjectId, objectId }: TeamsMember): string | null {
  return aadObjectId ?? objectId ?? null;
}

function unwelcome(reason: Unwelcome): Identity {
  return { kind: "unwelcome", reason };
}

/** The address of a member: their mail, else the name they sign in with, which is one too. */
export function emailOf({ email, userPrincipalName }: TeamsMember): string | null {
  const found = [email, userPrincipalName].find((each) => each?.includes("@") === true);
  return found?.trim() ?? null;
}

/** Who that is, for the tenant served (null: any, in local mode): its own members, and nobody else. */
export function identityOf(known: TeamsMember, tenantId: string | null): Identity {
  const { id, tenantId: theirs, userRole, userPrincipalName } = known;
  if (id.startsWith("28:")) return unwelcome("bot");
  const isOther = tenantId !== null && theirs != null && theirs.toLowerCase() !== tenantId.toLowerCase();
  if (isOther) return unwelcome("other_workspace");
  const isGuest = /^(?:guest|anonymous)$/iu.test(userRole ?? "") || /#EXT#/iu.test(userPrincipalName ?? "");
  if (isGuest) return unwelcome("guest");
  const email = emailOf(known);
  if (email === null) return unwelcome("no_email");
  return { kind: "member", email, language: null, timeZone: null };
}

/** The language of a locale, where Cairn speaks it. */
export function languageOf(locale: string | undefined): Language | null {
  const [language] = locale?.toLowerCase().split("-") ?? [];
  return language === "fr" || language === "en" ? language : null;
}

/** The IANA name of a time zone; null for anything else. */
export function timeZoneOf(name: unknown): string | null {
  if (typeof name !== "string" || name === "") return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
