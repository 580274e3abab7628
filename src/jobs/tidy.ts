import { performance } from "node:perf_hooks";
import { settledCard } from "../cards/delivery-card.ts";
import { figureStates } from "../domain/given.ts";
import { messagesFor } from "../messages/messages.ts";
import { type Address, PlatformError } from "../platforms/platform.ts";
import { markShown } from "../store/deliveries.ts";
import { figuresOf } from "../store/item-figures.ts";
import { reserve } from "../store/pace.ts";
import { type ShownReminder, shownReminders } from "../store/shown-deliveries.ts";
import type { Delivering } from "./delivering.ts";
import { platformNamed } from "./route.ts";

/** Reminders looked at in one tick. */
const mostAtOnce = 100;

/** How long tidying may hold a tick, in ms: the reminders left are looked at in the next ones. */
const tidyWithinMs = 20_000;

function isAddress(text: string): text is Address {
  return /^(?:slack|teams|terminal):/u.test(text);
}

async function show(delivering: Delivering, shown: ShownReminder, how: "done" | "replaced"): Promise<void> {
  const { cairn, platforms, pace, timing } = delivering;
  const platform = platformNamed(platforms, shown.platform);
  if (platform === null || !isAddress(shown.posted)) return;
  const paces = [{ subject: platform.name, intervalMs: pace.platformMs }];
  if ((await reserve(cairn.db, paces, timing.mostPaceMs)) === null) return;
  const language = shown.language ?? cairn.language;
  const card = settledCard(how, shown.day, messagesFor(language));
  try {
    await platform.update(shown.posted, card, { language });
    await markShown(cairn.db, shown.id, how, how === "done" ? "shown_done" : "shown_replaced");
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    // What passes is tried again at another tick; a message that is gone is left as it is.
    if (error.fault !== "gone" && error.fault !== "rejected") return;
    await markShown(cairn.db, shown.id, "lost", "not_updated", { code: error.code });
  }
}

/**
 * Puts "done" in the place of the reminders whose figures have all come in, and "replaced" in that of those which a
 * later one follows: best effort, beside the deliveries and never in their way.
 */
export async function tidyReminders(delivering: Delivering): Promise<void> {
  const { cairn } = delivering;
  const shown = await shownReminders(cairn.db, mostAtOnce);
  if (shown.length === 0) return;
  const { timeZone } = await cairn.plan();
  const entries = await figuresOf(
    cairn.db,
    shown.flatMap(({ items, copies }) => [...items, ...copies]),
  );
  const stateOf = figureStates(entries, timeZone);
  const startedMs = performance.now();
  for (const each of shown) {
    if (performance.now() - startedMs > tidyWithinMs) return;
    const isDone = [...each.items, ...each.copies].every(
      ({ indicator, period }) => stateOf(indicator, period) === "given",
    );
    if (isDone) await show(delivering, each, "done");
    else if (each.isReplaced) await show(delivering, each, "replaced");
  }
}
