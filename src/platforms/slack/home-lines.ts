import { z } from "zod";
import { homeControls } from "./views/home-names.ts";

/** What a control of the App Home gives back, whichever it is; Slack sends null where nothing was picked. */
const pressed = z.object({
  action_id: z.string(),
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_date: z.string().nullish(),
});

const day = /^\d{4}-\d{2}-\d{2}$/u;

/** The words that each control may put after its verb; anything else was not drawn by Cairn. */
const language = /^(?:fr|en)$/u;
const hour = /^\d{1,2}$/u;

function worded(value: string | null | undefined, allowed: RegExp, line: (value: string) => string) {
  return typeof value === "string" && allowed.test(value) ? line(value) : null;
}

/** The line that a control of the App Home stands for, out of a block action; null when it is none of them. */
export function controlLine(action: unknown): string | null {
  const read = pressed.safeParse(action);
  if (!read.success) return null;
  const { action_id: id, value, selected_option: option, selected_date: date } = read.data;
  if (id === homeControls.language)
    return worded(option?.value, language, (each) => `/cairn rappels ${each}`);
  if (id === homeControls.hour) return worded(option?.value, hour, (each) => `/cairn rappels ${each}h`);
  if (id === homeControls.snooze) return worded(date, day, (each) => `/cairn rappels ${each}`);
  if (id === homeControls.resume) return "/cairn rappels reprendre";
  const isCancel = id.startsWith(homeControls.cancel);
  return isCancel ? worded(value, day, (each) => `/cairn absence annuler ${each}`) : null;
}
