import type { TurnContext } from "botbuilder";
import { z } from "zod";
import { askForm } from "../../commands/figure-form.ts";
import { verbOf } from "../../commands/handle.ts";
import { freshSession } from "../figure-session.ts";
import type { AdaptiveCard } from "./adaptive.ts";
import {
  type Answering,
  answerLine,
  askingOf,
  conversationOf,
  failedCard,
  keyOf,
  unwelcomeCard,
} from "./answer.ts";
import { contentType, drawCard, summaryOf } from "./draw.ts";
import { beginningCard, deniedCard } from "./forms/shown.ts";
import { pressedOf } from "./forms/typed.ts";
import type { Incoming } from "./incoming.ts";
import { press, replaced } from "./presses.ts";
import { seen } from "./tracking.ts";
import { extensionCommands } from "./verbs.ts";

/** What an invoke is answered, as Teams wants it. */
type Body = object;

const action = z.object({ action: z.object({ verb: z.string().default(""), data: z.unknown().optional() }) });
const extension = z.object({
  commandId: z.string().optional(),
  data: z.unknown().optional(),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).optional(),
});

/** The longest search taken, in characters. */
const longestSearch = 200;

function inPlace(card: AdaptiveCard): Body {
  return { statusCode: 200, type: contentType, value: card };
}

function beside(text: string): Body {
  return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: text };
}

/** A dialog that shows a card. */
function dialog(card: AdaptiveCard): Body {
  const value = {
    title: card.fallbackText,
    height: "large",
    width: "medium",
    card: { contentType, content: card },
  };
  return { task: { type: "continue", value } };
}

/** What an Action.Execute is answered: the card that replaces its own, for good, or a few words. */
async function pressed(
  answering: Answering,
  context: TurnContext,
  incoming: Incoming,
  email: string,
): Promise<Body> {
  const read = action.safeParse(incoming.value);
  if (!read.success) return beside("");
  const { verb, data } = read.data.action;
  const said = await press(answering, context, { incoming, email, verb, data, within: "message" });
  if (said.kind === "words") return beside(said.text);
  if (verb !== "refresh") await replaced(answering, incoming, said.card);
  return inPlace(said.card);
}

/** The dialog that takes a figure, at its beginning. */
async function dialogOpened(answering: Answering, email: string): Promise<Body> {
  const { cairn } = answering;
  const filling = { cairn, asking: askingOf(answering, email), within: "dialog" as const };
  const form = await askForm(cairn, filling.asking, "");
  if (form.kind === "denied") return dialog(deniedCard(form, "dialog"));
  return dialog(await beginningCard(filling, form, freshSession));
}

/** What a button of the dialog comes to: the dialog again, with another card. */
async function dialogPressed(
  answering: Answering,
  context: TurnContext,
  incoming: Incoming,
  email: string,
): Promise<Body> {
  const data = extension.safeParse(incoming.value).data?.data;
  const verb = pressedOf(data)?.verb ?? "";
  const said = await press(answering, context, { incoming, email, verb, data, within: "dialog" });
  return said.kind === "card" ? dialog(said.card) : await dialogOpened(answering, email);
}

/** How far a subject is, as a card to put in a conversation; nothing for words that name none. */
async function searched(answering: Answering, incoming: Incoming, email: string): Promise<Body> {
  const read = extension.safeParse(incoming.value).data;
  const given = read?.parameters?.find(({ name }) => name === "sujet")?.value;
  const words = typeof given === "string" ? given.slice(0, longestSearch) : "";
  const line = `/cairn avancement ${words}`.trim();
  const none = { composeExtension: { type: "result", attachmentLayout: "list", attachments: [] } };
  if (read?.commandId !== extensionCommands.progress || verbOf(line) !== "avancement") return none;
  const where = { key: keyOf(incoming), conversation: conversationOf(incoming) };
  const { ok, card, language } = await answerLine(answering, email, line, where);
  if (!ok) return none;
  const preview = { title: card.title, text: summaryOf(card, language) };
  const attachment = {
    contentType,
    content: drawCard(card, { language }),
    preview: { contentType: "application/vnd.microsoft.card.thumbnail", content: preview },
  };
  return { composeExtension: { type: "result", attachmentLayout: "list", attachments: [attachment] } };
}

/** The refusal of an invoke, in the form that each kind of invoke shows. */
function refusal(name: string, card: AdaptiveCard): Body {
  if (name === "adaptiveCard/action") return beside(card.fallbackText);
  if (name === "composeExtension/query")
    return { composeExtension: { type: "message", text: card.fallbackText } };
  return dialog(card);
}

async function invoked(
  answering: Answering,
  context: TurnContext,
  incoming: Incoming,
  email: string,
): Promise<Body | null> {
  switch (incoming.name) {
    case "adaptiveCard/action":
      return await pressed(answering, context, incoming, email);
    case "composeExtension/fetchTask":
    case "task/fetch":
      return await dialogOpened(answering, email);
    case "composeExtension/submitAction":
    case "task/submit":
      return await dialogPressed(answering, context, incoming, email);
    case "composeExtension/query":
      return await searched(answering, incoming, email);
    default:
      return null;
  }
}

/** Answers what Teams waits for an answer to: a button, a dialog, a search. Null when it is nothing of ours. */
export async function answerInvoke(
  answering: Answering,
  context: TurnContext,
  incoming: Incoming,
): Promise<Body | null> {
  const { cairn, identify } = answering;
  const { language } = cairn;
  const name = incoming.name ?? "";
  try {
    const identity = await identify(incoming);
    if (identity.kind === "unwelcome")
      return refusal(name, drawCard(unwelcomeCard(identity.reason, language), { language }));
    if (name === "adaptiveCard/action") await seen(answering, incoming, identity.email);
    return await invoked(answering, context, incoming, identity.email);
  } catch (error) {
    return refusal(name, drawCard(failedCard(answering, error), { language }));
  }
}
