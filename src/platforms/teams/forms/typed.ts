import { z } from "zod";
import type { EntryField, PreferenceField } from "../verbs.ts";

/** What was typed in a form, by field; null where nothing was given. */
export type Typed<Field extends string> = Readonly<Record<Field, string | null>>;

/** What somebody typed in the entry form. */
export type EntryTyped = Typed<EntryField>;

/** What somebody chose in the preferences form. */
export type PreferencesTyped = Typed<PreferenceField>;

/** One field: Teams leaves out what is empty, or sends "" for it. */
const field = z
  .string()
  .nullish()
  .transform((given) => {
    const text = (given ?? "").trim();
    return text === "" ? null : text;
  });

/** What comes back from a card holds what its button carries and what its fields hold, side by side. */
const entry = z.object({
  indicator: field,
  period: field,
  value: field,
  reading: field,
  reason: field,
  note: field,
  link: field,
});

const preferences = z.object({
  hour: field,
  platform: field,
  language: field,
  numbers: field,
  snoozedUntil: field,
});

/** Reads the entry form's `data`, from a person and not to be trusted; null when it is not one. */
export function entryTyped(data: unknown): EntryTyped | null {
  return entry.safeParse(data).data ?? null;
}

/** Reads the preferences form's `data`, from a person and not to be trusted; null when it is not one. */
export function preferencesTyped(data: unknown): PreferencesTyped | null {
  return preferences.safeParse(data).data ?? null;
}

const press = z.object({ verb: field, line: field, carried: field });

/** What a press carries: the verb of an Action.Submit, the line to run, what a form was to remember. */
export type Pressed = Typed<"verb" | "line" | "carried">;

/** Reads what a press carries, not to be trusted; null when it is nothing of ours. */
export function pressedOf(data: unknown): Pressed | null {
  return press.safeParse(data).data ?? null;
}
