import { wordsForForm } from "../../commands/form-line.ts";
import type { Asker } from "./answer.ts";
import { type Opening, openForm } from "./forms-open.ts";
import type { Listening } from "./requests.ts";
import { responsePlace } from "./response-url.ts";
import { sendLater } from "./sending.ts";

/** Where somebody did something, and where it can be answered. */
export type Where = {
  readonly asker: Asker;
  readonly channel: string | null;
  readonly responseUrl: string | undefined;
};

/** Says something where somebody is: to them alone. */
export function teller(listening: Listening, { asker, channel, responseUrl }: Where): Opening["tell"] {
  const place = responsePlace(responseUrl, listening.apiUrl, listening.now());
  const response = { responseUrl: place?.url ?? null, responseUntil: place?.until ?? null };
  const destination = { account: asker.account, channel, ...response };
  return (card, language) => sendLater(listening, destination, { card, language, shared: false });
}

/** Opens the form that a line asks for, and says whether it asks for one. */
export function opensForm(
  listening: Listening,
  line: string,
  { triggerId, ...where }: Where & { readonly triggerId: string | undefined },
): boolean {
  const { asker } = where;
  const words = wordsForForm(line, listening.now());
  if (words === null || triggerId === undefined || asker.teamId !== listening.teamId) return false;
  listening.later(openForm(listening, { asker, triggerId, words, tell: teller(listening, where) }));
  return true;
}
