import type { VerbName } from "../domain/rights.ts";
import type { Messages } from "../messages/messages.ts";
import { type Card, fields, note, text } from "./card.ts";

/** Every verb with its summary, or one verb in full. */
export function helpCard(
  verbs: readonly { readonly name: VerbName; readonly alias: string }[],
  one: VerbName | null,
  messages: Messages,
): Card {
  const { help } = messages;
  const chosen = verbs.find(({ name }) => name === one);
  if (chosen === undefined) {
    return {
      title: help.title,
      blocks: [
        text(help.intro),
        fields(
          ...verbs.map(({ name }) => ({
            label: messages.verbs[name].usage,
            value: messages.verbs[name].summary,
          })),
        ),
        note(help.rules),
      ],
    };
  }
  const { summary, usage, example } = messages.verbs[chosen.name];
  return {
    title: messages.labelValue(`/cairn ${chosen.name}`, summary),
    blocks: [
      fields(
        { label: help.usage, value: usage },
        { label: help.example, value: example },
        { label: help.english, value: `/cairn ${chosen.alias}` },
      ),
      note(help.rules),
    ],
  };
}
