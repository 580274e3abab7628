import { z } from "zod";

const account = z.looseObject({
  id: z.string().min(1),
  name: z.string().optional(),
  aadObjectId: z.string().optional(),
  role: z.string().optional(),
});

/** What of an activity Cairn reads; everything else of it is left aside. */
const schema = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  from: account,
  // What botbuilder's types do not know: a message to the bot alone, in front of others.
  recipient: account.extend({ isTargeted: z.boolean().optional() }),
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  text: z.string().optional(),
  locale: z.string().optional(),
  value: z.unknown().optional(),
  replyToId: z.string().optional(),
  entities: z.array(z.looseObject({ type: z.string().optional() })).optional(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).optional(),
  membersRemoved: z.array(z.looseObject({ id: z.string() })).optional(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string().optional() }).nullish(),
      team: z.looseObject({ id: z.string().optional() }).nullish(),
    })
    .nullish(),
});

/** What comes in at Teams' door. */
export type Incoming = z.infer<typeof schema>;

/** The activity in a body; null when it is none. */
export function incomingOf(body: unknown): Incoming | null {
  return schema.safeParse(body).data ?? null;
}

/** Every tenant that an activity says it comes from. */
export function tenantsOf({ conversation, channelData }: Incoming): string[] {
  return [conversation.tenantId, channelData?.tenant?.id].filter(
    (id) => id !== undefined && id !== "",
  ) as string[];
}

/** Where people talk. */
export type ConversationKind = "personal" | "group" | "channel";

/** What kind of conversation an activity is of; one that does not say is a person's own. */
export function kindOf({ conversation }: Incoming): ConversationKind {
  if (conversation.conversationType === "channel") return "channel";
  return conversation.conversationType === "groupChat" ? "group" : "personal";
}
