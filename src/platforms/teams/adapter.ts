import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  INVOKE_RESPONSE_KEY,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from "botbuilder";
import type { Connector } from "./connector.ts";
import type { Incoming } from "./incoming.ts";
import type { Authority, TeamsSettings } from "./settings.ts";

/** Microsoft's own authority for public clouds, as botbuilder names it. */
const microsoft = {
  ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/botframework.com",
  ToChannelFromBotOAuthScope: "https://api.botframework.com",
  ToBotFromEmulatorOpenIdMetadataUrl:
    "https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration",
  OAuthUrl: "https://api.botframework.com",
  ValidateAuthority: true,
  CallerId: "urn:botframework:azure",
};

/** Who signs what Teams sends: Microsoft ("Authentication with the Bot Connector API"), unless the settings say other. */
export function authorityFor({
  tenantId,
  authority,
}: Pick<Exclude<TeamsSettings, { local: true }>, "tenantId" | "authority">): Authority {
  return (
    authority ?? {
      issuer: "https://api.botframework.com",
      metadataUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
      tokenUrl: `https://login.microsoftonline.com/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`,
    }
  );
}

/** What checks the tokens of incoming requests; without credentials, nothing is checked. */
export function authenticationFor(settings: TeamsSettings): ConfigurationBotFrameworkAuthentication {
  if (settings.local) return new ConfigurationBotFrameworkAuthentication({});
  const { appId, appPassword, tenantId } = settings;
  const { issuer, metadataUrl } = authorityFor(settings);
  return new ConfigurationBotFrameworkAuthentication({
    ...microsoft,
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: "SingleTenant",
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
  });
}

/** What checks tokens. */
export type Authentication = ConfigurationBotFrameworkAuthentication;

/** What authenticating a request came to. */
export type Authenticated = Awaited<ReturnType<Authentication["authenticateRequest"]>>;

/** A request whose author was checked, in botbuilder's own type, which knows neither less nor more of it. */
export function activityOf(incoming: Incoming): Activity {
  return { ...incoming } as unknown as Activity;
}

/**
 * botbuilder's adapter, calling Teams through our connector: its own client tries again by itself, hides how long to
 * wait, and drops what its types do not know.
 */
export class CairnAdapter extends CloudAdapter {
  readonly #connector: Connector;

  constructor(authentication: Authentication, connector: Connector) {
    super(authentication);
    this.#connector = connector;
  }

  /** Runs `logic` on a request whose author was checked; gives what an invoke is answered. */
  async take(
    authenticated: Authenticated,
    incoming: Incoming,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return await this.processActivity(authenticated, activityOf(incoming), logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) {
      const { serviceUrl, conversation, ...message } = activity;
      if (activity.type === "invokeResponse") {
        context.turnState.set(INVOKE_RESPONSE_KEY, activity);
        sent.push({ id: "" });
      } else {
        const where = whereOf(context, { serviceUrl, conversation });
        const isLate = context.turnState.get<(() => boolean) | undefined>(lateness);
        sent.push({ id: await this.#connector.send(where, message, { isLate }) });
      }
    }
    return sent;
  }

  override async updateActivity(context: TurnContext, activity: Partial<Activity>): Promise<void> {
    const { serviceUrl, conversation, id = "", ...message } = activity;
    await this.#connector.update(whereOf(context, { serviceUrl, conversation }), id, message);
  }
}

/** Under what a turn holds how to know that nothing more may begin. */
export const lateness = Symbol("lateness");

function whereOf(
  { activity }: TurnContext,
  { serviceUrl, conversation }: { serviceUrl: string | undefined; conversation: { id: string } | undefined },
) {
  return {
    serviceUrl: serviceUrl ?? activity.serviceUrl,
    conversation: conversation?.id ?? activity.conversation.id,
  };
}

/** How botbuilder refers to a conversation. */
export function referenceTo(
  { serviceUrl, conversation }: { readonly serviceUrl: string; readonly conversation: string },
  botId: string,
): ConversationReference {
  return {
    channelId: "msteams",
    serviceUrl,
    bot: { id: botId, name: "" },
    conversation: { id: conversation, isGroup: false, conversationType: "", name: "" },
  };
}
