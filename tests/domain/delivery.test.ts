import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DeliveryState,
  deliveryCauses,
  deliveryStates,
  isDeadLetter,
  mayBecome,
  nextStates,
} from "../../src/domain/delivery.ts";

/** The whole table a second time, as the arrows of a drawing. */
const arrows = [
  "planned>planned planned>sending planned>abandoned planned>refused",
  "sending>sent sending>planned sending>unknown sending>refused",
  "unknown>unknown unknown>reconciled unknown>planned",
  "abandoned>planned refused>planned",
].flatMap((line) => line.split(" "));

describe("what a delivery may become", () => {
  const pairs = deliveryStates.flatMap((from) => deliveryStates.map((to) => [from, to] as const));

  it.each(pairs)("%s to %s", (from, to) => {
    expect(mayBecome(from, to)).toBe(arrows.includes(`${from}>${to}`));
  });

  it("what arrived is never sent again, whatever happens", () => {
    const walk = fc.array(fc.nat(), { maxLength: 40 });
    fc.assert(
      fc.property(walk, (choices) => {
        let state: DeliveryState = "planned";
        for (const choice of choices) {
          const next: readonly DeliveryState[] = nextStates[state];
          const to = next[choice % Math.max(1, next.length)];
          if (state === "sent" || state === "reconciled") expect(to).toBeUndefined();
          if (to === "sending") expect(state).toBe("planned");
          state = to ?? state;
        }
      }),
    );
  });
});

describe("what somebody must look at", () => {
  it("is what was refused, what came too late, and what may have arrived for good", () => {
    const all = deliveryStates.flatMap((state) => deliveryCauses.map((cause) => ({ state, cause })));
    const dead = all.filter(isDeadLetter).map(({ state, cause }) => `${state} ${cause}`);
    const refused = deliveryCauses.map((cause) => `refused ${cause}`);
    expect(new Set(dead)).toEqual(new Set([...refused, "abandoned too_late", "unknown may_have_arrived"]));
  });
});
