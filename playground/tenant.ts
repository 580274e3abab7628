import { createHash } from "node:crypto";
import { stringify } from "yaml";
import type { Plan, RosterPerson } from "../src/domain/plan.ts";

/** The conversations of the tenant that the playground plays. */
export const conversations = {
  personal: "personal-chat",
  group: "group-chat",
  team: "team-cluster",
  channel: "channel-cluster",
} as const;

/** The tenant, and the bot in it. */
export const tenantId = "00000000-0000-0000-0000-0000000000c1";
export const bot = { id: "28:cairn", name: "Cairn" } as const;

/** The playground shows one person and takes five others, neither more nor fewer. */
const others = 5;

/** An Entra object id for an address: the same each time. */
function objectId(email: string): string {
  const hex = createHash("sha256").update(email).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}

/** Somebody of the tenant, as Microsoft's playground describes people. */
export type TenantPerson = {
  readonly id: string;
  readonly name: string;
  readonly userPrincipleName: string;
  readonly aadObjectId: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
};

/** Somebody of the roster in the tenant: the same ids each time. */
export function tenantPerson({ email, name }: Pick<RosterPerson, "email" | "name">): TenantPerson {
  const [givenName = name, ...rest] = name.split(" ");
  return {
    id: `29:${email}`,
    name,
    userPrincipleName: email,
    aadObjectId: objectId(email),
    givenName,
    surname: rest.join(" ") || name,
    email,
  };
}

/** Whom one is, and the others: the referents first, then owners in the order of the plan. */
export type Tenant = { readonly me: TenantPerson; readonly others: readonly TenantPerson[] };

/** The people of a plan as a tenant. Throws, in words, when `as` is nobody's address or they are too few. */
export function tenantOf({ people }: Plan, as: string): Tenant {
  const me = people.find(({ email }) => email.toLowerCase() === as);
  if (me === undefined)
    throw new Error(`Nobody has the address ${as}. One of: ${people.map(({ email }) => email).join(", ")}.`);
  const rest = people.filter((person) => person !== me).slice(0, others);
  if (rest.length < others)
    throw new Error(`The playground takes ${others + 1} people, and the plan has fewer.`);
  return { me: tenantPerson(me), others: rest.map(tenantPerson) };
}

/** The file that tells Microsoft's playground who is there, and where. */
export function playgroundFile({ me, others }: Tenant): string {
  return stringify({
    version: "0.1.1",
    tenantId,
    bot,
    currentUser: me,
    users: others,
    personalChat: { id: conversations.personal },
    groupChat: { id: conversations.group, name: "Groupe de travail" },
    team: {
      id: conversations.team,
      name: "Cluster Montagne",
      aadGroupId: objectId(conversations.team),
      channels: [{ id: conversations.channel, name: "Plan d’actions" }],
    },
  });
}
