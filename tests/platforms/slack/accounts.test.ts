import { describe, expect, it } from "vitest";
import type { Identity } from "../../../src/platforms/platform.ts";
import { accountsFrom } from "../../../src/platforms/slack/accounts.ts";

const minutes = 60_000;

/** Accounts whose address tells how often each was asked for. */
function counted() {
  const clock = { nowMs: 0 };
  const asked = new Map<string, number>();
  const ask = async (account: string): Promise<Identity> => {
    const count = (asked.get(account) ?? 0) + 1;
    asked.set(account, count);
    if (account === "UFAILS" && count === 1) throw new Error("no answer");
    return { kind: "member", email: `${count}@cluster.example`, language: null, timeZone: null };
  };
  const accounts = accountsFrom(ask, () => clock.nowMs);
  const email = async (account: string) => {
    const identity = await accounts.whois(account);
    return identity.kind === "member" ? identity.email : null;
  };
  return { clock, accounts, email };
}

describe("an identity", () => {
  it.each([
    [9 * minutes, "1@cluster.example"],
    [10 * minutes, "2@cluster.example"],
  ])("%i ms later is %s", async (laterMs, expected) => {
    const { clock, email } = counted();
    expect(await email("U1")).toBe("1@cluster.example");
    clock.nowMs += laterMs;
    expect(await email("U1")).toBe(expected);
  });

  it("asked for twice at once is asked of Slack once", async () => {
    const { email } = counted();
    expect(await Promise.all([email("U1"), email("U1")])).toEqual(["1@cluster.example", "1@cluster.example"]);
  });

  it("is asked for again once its account changed", async () => {
    const { accounts, email } = counted();
    await Promise.all([email("U1"), email("U2")]);
    accounts.forget("U1");
    expect(await email("U1")).toBe("2@cluster.example");
    expect(await email("U2")).toBe("1@cluster.example");
  });

  it("that could not be had is not remembered", async () => {
    const { email } = counted();
    await expect(email("UFAILS")).rejects.toThrow("no answer");
    expect(await email("UFAILS")).toBe("2@cluster.example");
  });
});
