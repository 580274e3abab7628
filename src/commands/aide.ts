import { helpCard } from "../cards/help-card.ts";
import { ok, refuse } from "../domain/refusal.ts";
import { findVerb } from "./find-verb.ts";
import type { Context, Outcome, Verb } from "./request.ts";

/** `/cairn aide`: what can be asked, of the verbs given. */
export function aideFor(list: () => readonly Verb[]): Verb {
  const run = async (context: Context, words: string): Promise<Outcome> => {
    const verbs = list();
    const found = words === "" ? null : findVerb(verbs, words.replace(/^\//u, ""));
    if (found !== null && !found.ok) return refuse("not_found", { what: "verb", typed: words });
    const one = found === null ? null : found.value.name;
    const shown = verbs.filter(({ name }) => one === null || name === one);
    const data = {
      verbs: shown.map(({ name }) => ({
        verb: name,
        usage: context.messages.verbs[name].usage,
        example: context.messages.verbs[name].example,
      })),
    };
    const aliases = verbs.map(({ name, aliases: [alias] }) => ({ name, alias }));
    return ok({ data, card: helpCard(aliases, one, context.messages) });
  };
  return { name: "aide", aliases: ["help"], run };
}
