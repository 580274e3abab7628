import { checkBlocks, checkView } from "./slack-limits.ts";
import { fields, isJson, type Json, list } from "./slack-texts.ts";

/** Why Slack does not do what it is asked: its word, and what it adds for whoever reads the answer. */
export type Refusal = { readonly error: string; readonly messages: readonly string[] };

/** What of the workspace decides whether a call is done. */
export type Place = { readonly joined: ReadonlySet<string> };

function refusal(error: string, messages: readonly string[] = []): Refusal {
  return { error, messages };
}

/** A structured field, which a form carries as JSON; undefined when it is no JSON. */
export function structured(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** docs.slack.dev/reference/methods/chat.postMessage, "Errors"; chat.update takes 4,000 characters of text, and so do all here. */
const longestText = 4_000;

/** What Slack refuses of a message's text and blocks; null when it takes them. */
export function messageRefusal({ text, blocks: given }: Json): Refusal | null {
  if (typeof text === "string" && text.length > longestText) return refusal("msg_too_long");
  if (given === undefined) return typeof text === "string" && text !== "" ? null : refusal("no_text");
  const blocks = structured(given);
  if (!Array.isArray(blocks) || !blocks.every(isJson)) return refusal("invalid_blocks_format");
  // Without it, nothing reads the message aloud; Slack itself only warns.
  if (typeof text !== "string" || text.trim() === "") return refusal("no_text");
  const problems = checkBlocks(blocks, "message");
  if (problems.length === 0) return null;
  const isTooLong = problems.every((problem) => /characters in all$/u.test(problem));
  return refusal(isTooLong ? "msg_blocks_too_long" : "invalid_blocks", problems);
}

/** docs.slack.dev/messaging/message-metadata: a type, and an object of payload. */
function metadataRefusal({ metadata }: Json): Refusal | null {
  if (metadata === undefined) return null;
  const { event_type: type, event_payload: payload } = fields(structured(metadata));
  const isSound = typeof type === "string" && /^\S{1,255}$/u.test(type) && isJson(payload);
  return isSound ? null : refusal("invalid_metadata_format");
}

function viewRefusal({ view: given }: Json): Refusal | null {
  const view = structured(given);
  if (!isJson(view)) return refusal("invalid_arguments", ["view: not an object"]);
  if (Buffer.byteLength(JSON.stringify(view)) > 250_000) return refusal("view_too_large");
  const problems = checkView(view);
  return problems.length === 0 ? null : refusal("invalid_arguments", problems);
}

/** A bot writes in the channels it was invited to, and in direct messages; `chat:write.public` is not asked for. */
function placeRefusal({ channel }: Json, { joined }: Place): Refusal | null {
  const isChannel = typeof channel === "string" && /^[CG]/u.test(channel);
  return isChannel && !joined.has(channel) ? refusal("not_in_channel") : null;
}

/** What the documentation refuses and the emulator takes; null when the call may go on to it. */
export function callRefusal(method: string, asked: Json, place: Place): Refusal | null {
  switch (method) {
    case "chat.postMessage":
    case "chat.postEphemeral":
    case "chat.update":
      return placeRefusal(asked, place) ?? messageRefusal(asked) ?? metadataRefusal(asked);
    case "views.open":
    case "views.push":
    case "views.publish":
    case "views.update":
      return viewRefusal(asked);
    default:
      return null;
  }
}

/** Options of a menu, as the answer of a block_suggestion: docs.slack.dev/reference/interaction-payloads/block_suggestion-payload. */
export function optionsRefusal(answer: unknown): readonly string[] {
  const { options, option_groups: groups } = fields(answer);
  const sets =
    groups === undefined ? [list(options)] : list(groups).map((each) => list(fields(each)["options"]));
  const problems: string[] = [];
  if ((options === undefined) === (groups === undefined)) problems.push("options or option_groups");
  if (groups !== undefined && sets.some((set) => set.length === 0)) problems.push("an empty group");
  if (sets.flat().length > 100) problems.push(`${sets.flat().length} options of 100`);
  for (const { text, value } of sets.flat().map(fields)) {
    const label = fields(text)["text"];
    if (typeof label !== "string" || label === "" || label.length > 75)
      problems.push(`label ${String(label)}`);
    if (typeof value !== "string" || value === "" || value.length > 150)
      problems.push(`value ${String(value)}`);
  }
  return problems;
}
