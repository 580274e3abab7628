import type { Messages } from "../messages/messages.ts";
import { actions, type Card, fields, note, text } from "./card.ts";

/** What one person reads where Cairn arrives beside them: what it is, three lines to try, and where reminders come. */
export function personalWelcomeCard({ welcome, verbs }: Messages): Card {
  return {
    title: welcome.title,
    blocks: [
      text(welcome.intro),
      text(welcome.tryThis),
      fields(
        { label: welcome.give, value: verbs.saisir.example },
        { label: welcome.ask, value: verbs.question.example },
        { label: welcome.help, value: verbs.aide.usage },
      ),
      actions(
        { label: welcome.give, line: "/saisir" },
        { label: welcome.ask, line: verbs.question.example },
        { label: welcome.help, line: "/cairn aide" },
        { label: welcome.settings, line: "/cairn rappels" },
      ),
      note(welcome.reminders),
    ],
  };
}

/** What everybody reads where Cairn arrives among several people: how to talk to it there. */
export function sharedWelcomeCard({ welcome, verbs }: Messages): Card {
  const line = verbs.bilan.example.replace(/^\/cairn /u, "");
  return { title: welcome.title, blocks: [text(welcome.mention(line)), note(welcome.inPrivate)] };
}
