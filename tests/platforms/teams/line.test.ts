import { describe, expect, it } from "vitest";
import { incomingOf } from "../../../src/platforms/teams/incoming.ts";
import { messageLine } from "../../../src/platforms/teams/line.ts";

const self = { type: "mention", text: "<at>Cairn</at>", mentioned: { id: "28:bot", name: "Cairn" } };
const alice = { type: "mention", text: "<at>Alice</at>", mentioned: { id: "29:alice", name: "Alice" } };

/** What is read of a message that Teams delivers. */
function read(text: string, entities: readonly object[] = []) {
  const activity = incomingOf({
    ...{ type: "message", channelId: "msteams", serviceUrl: "https://smba.trafficmanager.net/emea/" },
    ...{ from: { id: "29:alice" }, recipient: { id: "28:bot" }, conversation: { id: "a:1" }, text, entities },
  });
  if (activity === null) throw new Error("not an activity");
  return messageLine(activity);
}

describe("the line of a message in Teams", () => {
  it.each([
    ["as typed", "saisir eau 12", [], "saisir eau 12"],
    ["after the mention", "<at>Cairn</at> saisir eau 12", [self], "saisir eau 12"],
    ["after the mention and a comma", "<at>Cairn</at>, bilan", [self], "bilan"],
    ["around a mention", "bilan <at>Cairn</at> 2025", [self], "bilan   2025"],
    ["with somebody else's name", "absence 2026-12-24 <at>Alice</at>", [alice], "absence 2026-12-24 Alice"],
    ["a mention that no entity tells", "<at>Cairn</at> bilan", [], "Cairn bilan"],
    ["non-breaking spaces", "saisir\u00A0eau 1\u202F234,5", [], "saisir eau 1 234,5"],
    ["entities", "saisir&nbsp;eau 12 note&#58; a &lt; b &amp; c", [], "saisir eau 12 note: a < b & c"],
    ["an entity that is none", "question R&D; &zzz;", [], "question R&D; &zzz;"],
    ["paragraphs", "<p>saisir eau 12</p><p>compteur</p>", [], "saisir eau 12\ncompteur"],
    ["marks of the editor", "<div><b>bilan</b> <i>2025</i><br/></div>", [], "bilan 2025"],
    ["angle brackets that were typed", "question 3 < 5 et <x>", [], "question 3 < 5 et <x>"],
    ["nothing", "", [], "/cairn aide"],
    ["the mention alone", "<at>Cairn</at> ", [self], "/cairn aide"],
  ])("%s", (_, text, entities, line) => {
    expect(read(text, entities)).toEqual({ line, shared: false });
  });

  it.each([
    ["bilan 2025 partager", "bilan 2025"],
    ["bilan 2025 share", "bilan 2025"],
    ["partager", "/cairn aide"],
  ])("%s is for everybody", (text, line) => {
    expect(read(text)).toEqual({ line, shared: true });
  });
});
