import { describe, expect, it } from "vitest";
import { addressOf, teamsPlace } from "../../../src/platforms/teams/address.ts";

describe("an address of Teams", () => {
  it.each([
    ["a:1abcDEF_-", null],
    ["19:cluster@thread.tacv2", "1790000000001"],
    ["19:cluster@thread.tacv2;messageid=1790000000001", "f:1/2 3"],
    ["a/b c%20d", null],
  ])("%s and %s come back as they went", (conversation, activity) => {
    const address = addressOf({ conversation, activity });
    expect(address).toMatch(/^teams:\S+$/u);
    expect(teamsPlace(address)).toEqual({ conversation, activity });
  });

  it.each(["slack:C0CLUSTER", "teams:", "teams:a/", "teams:a/b/c", "teams:%", "teams:a/%E0%A4%A", "a:1"])(
    "%s is none",
    (text) => {
      expect(() => teamsPlace(text)).toThrow("not_an_address");
    },
  );
});
