import { fields, type Json, list } from "./slack-texts.ts";
import type { Profile } from "./strict-slack-peer.ts";

function withProfile(answer: Json, asked: Json, profile: Profile | undefined): Json {
  if (profile === undefined || !("user" in answer)) return answer;
  const { locale, ...shown } = profile;
  const wantsLocale = /^(?:true|1)$/u.test(String(asked["include_locale"]));
  const user = { ...fields(answer["user"]), ...shown, ...(wantsLocale ? { locale } : {}) };
  return { ...answer, user };
}

/** docs.slack.dev/reference/methods/conversations.history: metadata come only to who asks for them. */
function withoutMetadata(answer: Json, asked: Json): Json {
  if (/^(?:true|1)$/u.test(String(asked["include_all_metadata"]))) return answer;
  const messages = list(answer["messages"]).map((message) => {
    const { metadata, ...rest } = fields(message);
    return rest;
  });
  return "messages" in answer ? { ...answer, messages } : answer;
}

/** The emulator's answer with what the documentation adds, and without what it withholds. */
export function documentedAnswer(
  method: string,
  asked: Json,
  answer: Json,
  profiles: ReadonlyMap<string, Profile>,
): Json {
  switch (method) {
    case "users.info":
      return withProfile(answer, asked, profiles.get(String(asked["user"])));
    case "conversations.history":
    case "conversations.replies":
      return withoutMetadata(answer, asked);
    default:
      return answer;
  }
}
