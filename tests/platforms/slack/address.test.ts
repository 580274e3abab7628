import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, placeOf } from "../../../src/platforms/slack/address.ts";

const upper = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];
const id = fc
  .tuple(
    fc.constantFrom("C", "D", "G", "U", "W"),
    fc.array(fc.constantFrom(...upper), { minLength: 1, maxLength: 12 }),
  )
  .map(([kind, rest]) => kind + rest.join(""));
const ts = fc.tuple(fc.nat(), fc.nat(999_999)).map(([s, micro]) => `${s}.${String(micro).padStart(6, "0")}`);

it("a place comes back whole from its address", () => {
  fc.assert(
    fc.property(fc.record({ channel: id, ts: fc.option(ts) }), (place) => {
      expect(placeOf(addressOf(place))).toEqual(place);
    }),
  );
});

describe("what is not an address of Slack is none", () => {
  it.each([
    "",
    "slack:",
    "teams:C0CLUSTER",
    "slack:C0CLUSTER:",
    "slack:C0CLUSTER:1",
    "slack:C0CLUSTER:1.2:3",
    "slack:c0cluster",
    "slack:C0CLUSTER\n",
    " slack:C0CLUSTER",
  ])("%j", (address) => {
    expect(placeOf(address)).toBeNull();
  });
});
