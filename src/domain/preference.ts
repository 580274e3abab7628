import type { ReaderSettings } from "./reminder.ts";

/** Where a person may want their messages. */
export const platforms = ["slack", "teams", "terminal"] as const;
export type PlatformName = (typeof platforms)[number];

/** What a person chose about their messages; null where they chose nothing. */
export type Preferences = ReaderSettings & { readonly platform: PlatformName | null };

/** Someone who chose nothing. */
export const noPreferences: Preferences = { timeZone: null, hour: null, snoozedUntil: null, platform: null };
