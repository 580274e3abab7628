import { expect, it } from "vitest";
import { read } from "../../support/documents.ts";

/** The manifest without its addresses: in Socket Mode nothing calls Cairn (docs.slack.dev/apis/events-api/using-socket-mode). */
function withoutAddresses(manifest: string): unknown {
  const addresses = new Set(["url", "request_url", "message_menu_options_url"]);
  return JSON.parse(manifest, (name, value: unknown) => {
    if (name === "socket_mode_enabled") return true;
    return addresses.has(name) ? undefined : value;
  });
}

it("the manifest for Socket Mode is the other one without its addresses", async () => {
  const written: unknown = JSON.parse(await read("manifests/slack-socket-mode.json"));
  expect(written).toEqual(withoutAddresses(await read("manifests/slack.json")));
});
