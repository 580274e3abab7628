import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isFollowed, responder, responsePlace } from "../../../src/platforms/slack/response-url.ts";

describe("an answer goes to Slack’s own host, or to the one that stands in for it, and nowhere else", () => {
  const standIn = "http://127.0.0.1:4003/api/";
  it.each<[string, string | null, boolean]>([
    ["https://hooks.slack.com/commands/T1/2/x", null, true],
    ["https://hooks.slack.com/actions/T1/2/x", standIn, true],
    ["http://127.0.0.1:4003/response/1", standIn, true],
    ["http://127.0.0.1:4003/response/1", null, false],
    ["http://127.0.0.1:4004/response/1", standIn, false],
    ["http://hooks.slack.com/commands/1", null, false],
    ["https://hooks.slack.com:8443/commands/1", null, false],
    ["https://hooks.slack.com.evil.example/1", null, false],
    ["https://evil.example/hooks.slack.com", null, false],
    ["https://user:pass@hooks.slack.com/1", null, false],
    ["https://hooks.slack.com@evil.example/1", null, false],
    ["http://169.254.169.254/latest/meta-data", standIn, false],
    ["file:///etc/passwd", standIn, false],
    ["hooks.slack.com/1", null, false],
    ["", null, false],
  ])("%s beside %s: %s", (url, apiUrl, followed) => {
    expect(isFollowed(url, apiUrl)).toBe(followed);
  });
});

describe("a response_url takes no answer after half an hour", () => {
  const came = Temporal.Instant.from("2026-11-24T09:00:00Z");
  it.each([30, 31])("%i minutes later", async (minutes) => {
    // Nothing listens there: an answer that is sent fails.
    const place = responsePlace("http://127.0.0.1:9/response", "http://127.0.0.1:9/api/", came);
    if (place === null) throw new Error("an answer may go there");
    const respond = responder(() => came.add({ minutes }));
    const message = { response_type: "ephemeral", replace_original: false, text: "?", blocks: [] } as const;
    expect(await respond(place, { ...message, blocks: [] })).toBe(false);
  });
});
