import { bot, conversations, type TenantPerson, tenantId } from "./tenant.ts";

/** Where activities go: Cairn's door, and what they say of the service they come from. */
export type Door = { readonly cairnUrl: string; readonly pageUrl: string };

/** Where the playground takes what bots send. */
function serviceUrl({ pageUrl }: Door): string {
  return `${pageUrl}/_connector`;
}

let sent = 0;

function activity(door: Door, from: TenantPerson, place: "personal" | "channel", fields: object): object {
  sent += 1;
  const isChannel = place === "channel";
  const conversation = {
    id: isChannel ? conversations.channel : conversations.personal,
    conversationType: place,
    tenantId,
    ...(isChannel ? { isGroup: true } : {}),
  };
  const channel = { team: { id: conversations.team }, channel: { id: conversations.channel } };
  return {
    id: `played-${sent}`,
    channelId: "msteams",
    serviceUrl: serviceUrl(door),
    from: { id: from.id, name: from.name, aadObjectId: from.aadObjectId },
    recipient: bot,
    conversation,
    locale: "fr-FR",
    channelData: { tenant: { id: tenantId }, ...(isChannel ? channel : {}) },
    ...fields,
  };
}

/** Posts an activity at Cairn's door as Teams would, and gives the answer's status and body. */
export async function play(
  door: Door,
  from: TenantPerson,
  place: "personal" | "channel",
  fields: object,
): Promise<{ readonly status: number; readonly body: string }> {
  const response = await fetch(`${door.cairnUrl}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(activity(door, from, place, fields)),
  });
  return { status: response.status, body: await response.text() };
}

/** Installs Cairn for that person and in the cluster's channel, which the playground does not do by itself. */
export async function install(door: Door, me: TenantPerson): Promise<void> {
  for (const place of ["personal", "channel"] as const) {
    const added = { type: "conversationUpdate", membersAdded: [bot] };
    const { status, body } = await play(door, me, place, added);
    if (status >= 300) throw new Error(`Cairn did not take its installation (${status}): ${body}`);
  }
}
