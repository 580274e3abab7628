import type { SuspicionData, WarningData } from "../domain/factor-notice.ts";

/** One sentence for each thing that makes a factor suspect, or worth a word. */
export type FactorNoticeSentences = {
  readonly [Code in keyof SuspicionData]: (data: SuspicionData[Code]) => string;
} & { readonly [Code in keyof WarningData]: (data: WarningData[Code]) => string };

type Notice<Data> = { [Code in keyof Data]: { readonly code: Code; readonly data: Data[Code] } }[keyof Data];

/** The sentence of a suspicion or of a warning. */
export function noticeSentence<Data, Code extends keyof Data>(
  sentences: { readonly [Each in keyof Data]: (data: Data[Each]) => string },
  notice: Notice<Data> & { readonly code: Code; readonly data: Data[Code] },
): string {
  return sentences[notice.code](notice.data);
}
