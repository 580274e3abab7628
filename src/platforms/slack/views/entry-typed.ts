import { z } from "zod";
import type { EntryField } from "./names.ts";

/** What one field of a submitted view holds; Slack sends null where nothing was given. */
const answer = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

/** `view.state.values`: by block_id, then by action_id. */
const answers = z.record(z.string(), z.record(z.string(), answer));

/** What somebody typed in the entry form; null where nothing was given. */
export type EntryTyped = Readonly<Record<EntryField, string | null>>;

/** Reads `view.state.values` of the entry form, from a person and not to be trusted; null when it is not one. */
export function entryTyped(values: unknown): EntryTyped | null {
  const read = answers.safeParse(values);
  if (!read.success) return null;
  const of = (field: EntryField) => {
    const given = read.data[field]?.[field];
    const text = (given?.value ?? given?.selected_option?.value ?? "").trim();
    return text === "" ? null : text;
  };
  return {
    indicator: of("indicator"),
    period: of("period"),
    value: of("value"),
    reading: of("reading"),
    note: of("note"),
    link: of("link"),
  };
}
