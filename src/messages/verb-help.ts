import type { VerbName } from "../domain/rights.ts";

/** How a verb is presented: what it does, how it is written, one line to copy. */
export type VerbHelp = { readonly summary: string; readonly usage: string; readonly example: string };

export type VerbHelps = Readonly<Record<VerbName, VerbHelp>>;
