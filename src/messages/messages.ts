import type { NumberProfile } from "../domain/number-text.ts";
import { refusalsIn as englishRefusals } from "./en/refusals.ts";
import { en } from "./en.ts";
import { type Format, formatFor } from "./format.ts";
import { refusalsIn as frenchRefusals } from "./fr/refusals.ts";
import { fr } from "./fr.ts";
import type { RefusalSentences } from "./refusal-sentences.ts";

/** The languages Cairn speaks; French is the source. */
export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

/** Every sentence of one language: French is the source, so its shape is the type. */
export type Messages = typeof fr;

const catalogues: Readonly<Record<Language, Messages>> = { fr, en };
const locales: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };
const refusalsOf: Readonly<Record<Language, (format: Format) => RefusalSentences>> = {
  fr: frenchRefusals,
  en: englishRefusals,
};

function withNumbers(language: Language, profile: NumberProfile): Messages {
  const format = formatFor(locales[language], locales[profile]);
  return { ...catalogues[language], format, refusals: refusalsOf[language](format) };
}

const crossed = { fr: withNumbers("fr", "en"), en: withNumbers("en", "fr") };

/** The sentences of a language; amounts are written in its way, or in that of another number profile. */
export function messagesFor(language: Language, profile: NumberProfile = language): Messages {
  return profile === language ? catalogues[language] : crossed[language];
}
