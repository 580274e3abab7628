import type { Messages } from "../messages/messages.ts";
import { MigrationFailed, StoreUnavailable } from "../store/errors.ts";
import { BrokenInstallation } from "./open.ts";

/** What is broken in the installation and how to mend it; null for any other error. */
export function brokenText(error: unknown, { install }: Messages): string | null {
  if (error instanceof StoreUnavailable) {
    const say = error.kind === "folder" ? install.folder : install.unavailable;
    return say(error.target, error.code);
  }
  if (error instanceof MigrationFailed) return install.migration(error.migration ?? "?");
  return error instanceof BrokenInstallation ? error.message : null;
}
