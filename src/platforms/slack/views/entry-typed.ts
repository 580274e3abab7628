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
  const blocks = Object.values(read.data);
  const of = (field: EntryField) => {
    const given = blocks.find((block) => block[field] !== undefined)?.[field];
    const text = (given?.value ?? given?.selected_option?.value ?? "").trim();
    return text === "" ? null : text;
  };
  return {
    indicator: of("indicator"),
    period: of("period"),
    value: of("value"),
    reading: of("reading"),
    reason: of("reason"),
    note: of("note"),
    link: of("link"),
  };
}

/** The block_id under which a field came back; null when it did not. */
export function blockIn(values: unknown, field: EntryField): string | null {
  const read = answers.safeParse(values);
  if (!read.success) return null;
  return Object.entries(read.data).find(([, block]) => block[field] !== undefined)?.[0] ?? null;
}
