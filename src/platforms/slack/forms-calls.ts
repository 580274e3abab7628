import type { webApi } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { PlatformError } from "../platform.ts";
import { calling } from "./web.ts";

type Client = webApi.WebClient;

/** A view that Slack shows; `hash` is the state of it that was seen. */
export type OpenView = { readonly id: string; readonly hash: string | null };

/** Opens a view in answer to what somebody just did. Throws PlatformError, `expired_trigger_id` after three seconds. */
export async function openView(client: Client, triggerId: string, view: ModalView): Promise<OpenView> {
  const { view: opened } = await calling(() => client.views.open({ trigger_id: triggerId, view }));
  if (opened?.id === undefined) throw new PlatformError("unreachable", "no_view");
  return { id: opened.id, hash: opened.hash ?? null };
}

/** Whether the view was replaced; not when it is closed, or was replaced since it was seen. Throws PlatformError. */
export async function replaceView(client: Client, { id, hash }: OpenView, view: ModalView): Promise<boolean> {
  const seen = hash === null ? {} : { hash };
  try {
    await calling(() => client.views.update({ view_id: id, ...seen, view }));
    return true;
  } catch (error) {
    const { code } = error instanceof PlatformError ? error : { code: "" };
    if (code === "hash_conflict" || code === "not_found" || code === "view_not_found") return false;
    throw error;
  }
}
