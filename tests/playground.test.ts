import { Temporal } from "temporal-polyfill";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readOptions } from "../playground/options.ts";
import { playgroundFile, tenantOf } from "../playground/tenant.ts";
import type { Plan } from "../src/domain/plan.ts";
import { nothingKnown, readPlan } from "../src/store/apply-plan.ts";
import { shippedPlan } from "./support/cairn.ts";

describe("what the playground is asked", () => {
  it("takes a moment, a person, a folder and two ports", () => {
    const words = ["--at", "2027-01-04T09:30+01:00", "--as", "Technique@Cluster.example", "--data", "d"];
    expect(readOptions([...words, "--port", "4000", "--page-port", "4001"])).toEqual({
      at: Temporal.Instant.from("2027-01-04T08:30:00Z"),
      as: "technique@cluster.example",
      data: "d",
      port: 4000,
      pagePort: 4001,
    });
  });

  it("needs nothing: it is then the owner of energy, on Cairn's usual port", () => {
    expect(readOptions([])).toMatchObject({
      ...{ as: "energie@cluster.example", data: null, port: 3978, pagePort: 56150 },
    });
  });

  it.each([
    [["--at", "demain"], "--at takes a moment with its offset"],
    [["--at", "2027-01-04T09:30"], "--at takes a moment with its offset"],
    [["--port", "0"], "--port takes a port from 1 to 65535, not 0."],
    [["--page-port", "http"], "--page-port takes a port from 1 to 65535, not http."],
    [["--ta", "x"], "Unknown option '--ta'"],
  ])("%j is refused in words", (words, said) => {
    expect(() => readOptions(words)).toThrow(said);
  });
});

describe("the tenant that is played", () => {
  let plan: Plan;
  beforeAll(async () => {
    const reading = await readPlan(shippedPlan, nothingKnown);
    if (!reading.ok) throw new Error("The shipped plan is broken.");
    plan = reading.value.plan;
  });

  // Microsoft's playground takes five others, and starts up dead with any other number.
  it("has the person one is and five others of the roster, by their addresses", () => {
    const { currentUser, users } = parse(playgroundFile(tenantOf(plan, "energie@cluster.example")));
    expect(currentUser).toMatchObject({ email: "energie@cluster.example" });
    expect(users.map(({ email }: { email: string }) => email)).toEqual([
      ...["technique@cluster.example", "politique@cluster.example", "mobilite@cluster.example"],
      ...["achats@cluster.example", "dechets@cluster.example"],
    ]);
  });

  it("gives each person the same Entra object id each time, and no two the same", () => {
    const ids = (as: string) => {
      const { me, others } = tenantOf(plan, as);
      return new Map([me, ...others].map(({ email, aadObjectId }) => [email, aadObjectId]));
    };
    const [one, other] = [ids("energie@cluster.example"), ids("technique@cluster.example")];
    expect(new Set(one.values()).size).toBe(6);
    expect(one.get("technique@cluster.example")).toBe(other.get("technique@cluster.example"));
  });

  it("refuses in words an address that is nobody's", () => {
    expect(() => tenantOf(plan, "x@cluster.example")).toThrow("Nobody has the address x@cluster.example.");
  });
});
