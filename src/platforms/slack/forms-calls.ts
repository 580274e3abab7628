import { setTimeout as wait } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { PlatformError } from "../platform.ts";
import { calling } from "./web.ts";

type Client = webApi.WebClient;

/** A view that Slack shows; `hash` is the state of it that was seen. */
export type OpenView = { readonly id: string; readonly hash: string | null };

/** Opens a view in answer to what somebody just did. Throws PlatformError, `expired_trigger_id` after three seconds. */
async function openView(client: Client, triggerId: string, view: ModalView): Promise<OpenView> {
  const { view: opened } = await calling(() => client.views.open({ trigger_id: triggerId, view }));
  if (opened?.id === undefined) throw new PlatformError("unreachable", "no_view");
  return { id: opened.id, hash: opened.hash ?? null };
}

/** How long Slack is left alone after it gave no answer, before it is asked once more. */
const secondTryAfterMs = 300;

/** Asks again once where Slack gave no answer: the same view in the place of itself changes nothing. */
async function twice(ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof PlatformError) || error.fault !== "unreachable") throw error;
    await wait(secondTryAfterMs);
    await ask();
  }
}

/** Whether the view was replaced; not when it is closed, or was replaced since it was seen. Throws PlatformError. */
export async function replaceView(client: Client, { id, hash }: OpenView, view: ModalView): Promise<boolean> {
  const seen = hash === null ? {} : { hash };
  try {
    await twice(() => calling(() => client.views.update({ view_id: id, ...seen, view })));
    return true;
  } catch (error) {
    const { code } = error instanceof PlatformError ? error : { code: "" };
    if (code === "hash_conflict" || code === "not_found" || code === "view_not_found") return false;
    throw error;
  }
}

/**
 * Opens a light view at once, before anything is looked up, and shows `view` in its place once it is known: Slack
 * takes a view for three seconds only. Throws PlatformError where Slack shows none; and what `view` throws.
 */
export async function openLight(
  client: Client,
  triggerId: string,
  { light, view }: { readonly light: ModalView; readonly view: Promise<ModalView> },
): Promise<void> {
  const [opened, drawn] = await Promise.allSettled([openView(client, triggerId, light), view]);
  if (drawn.status === "rejected") throw drawn.reason;
  if (opened.status === "rejected") throw opened.reason;
  await replaceView(client, { ...opened.value, hash: null }, drawn.value);
}
