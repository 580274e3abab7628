import { en } from "./en.ts";
import { fr } from "./fr.ts";

/** The languages Cairn speaks; French is the source. */
export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

/** Every sentence of one language: French is the source, so its shape is the type. */
export type Messages = typeof fr;

const catalogues: Readonly<Record<Language, Messages>> = { fr, en };

/** The sentences of a language. */
export function messagesFor(language: Language): Messages {
  return catalogues[language];
}
