import { freeText } from "../domain/line-token.ts";
import { fold } from "../domain/name-match.ts";
import { languages, messagesFor } from "../messages/messages.ts";

/** What stands in ready lines where the reason goes, in every language: "motif…", "reason…". */
const placeholders: ReadonlySet<string> = new Set(
  languages.map((language) => lettersOf(messagesFor(language).reasonWord)),
);

/** The reason written in `text`; null when there is none, or only what stands in its place in a ready line. */
export function givenReason(text: string | null): string | null {
  const reason = freeText(text ?? "");
  const letters = lettersOf(reason ?? "");
  return letters === "" || placeholders.has(letters) ? null : reason;
}

function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
}
