import { type Command, Option } from "commander";
import type { Temporal } from "temporal-polyfill";
import { deliveryStates } from "../../domain/delivery.ts";
import type { Month } from "../../domain/month.ts";
import { instant, month } from "../arguments.ts";
import { type Common, onCairn } from "../run.ts";

type DigestOptions = Common & {
  readonly month: Month;
  readonly at?: Temporal.Instant;
  readonly post?: true;
  readonly recompute?: true;
  readonly chart?: string;
};

type DeliveriesOptions = Common & { readonly state?: string[] };

/** `remind`, `digest` and `deliveries`: what leaves at its time. */
export function addTime(program: Command): void {
  program
    .command("remind")
    .description("plan the reminders due at an instant, and record them for delivery")
    .option("--at <iso>", "the instant it is said to be", instant)
    .option("--dry-run", "show them, record nothing")
    .option("--json", "print JSON")
    .action(async ({ at, dryRun, ...options }: Common & { at?: Temporal.Instant; dryRun?: true }) => {
      await onCairn("remind", options, async (cairn, store) => {
        const { Temporal } = await import("temporal-polyfill");
        const { remindAt } = await import("../remind.ts");
        return await remindAt({ cairn, store }, at ?? Temporal.Now.instant(), dryRun ?? false);
      });
    });

  program
    .command("digest")
    .description("the summary of a month; as it was posted, once it was")
    .requiredOption("--month <month>", "2026-09", month)
    .option("--at <iso>", "only what was recorded by that instant counts", instant)
    .option("--post", "post it, once")
    .addOption(new Option("--recompute", "compute it again, even if it was posted").conflicts("post"))
    .option("--chart <file>", "also write the chart, as PNG")
    .option("--json", "print JSON")
    .action(async ({ month, at, chart, ...options }: DigestOptions) => {
      await onCairn("digest", options, async (cairn, store) => {
        const { Temporal } = await import("temporal-polyfill");
        const { digest } = await import("../digest.ts");
        const { post = false, recompute = false } = options;
        return await digest(
          { cairn, store },
          {
            ...{ month, post, recompute },
            at: at ?? Temporal.Now.instant(),
            chart: chart ?? null,
          },
        );
      });
    });

  program
    .command("deliveries")
    .description("what was sent, what waits and what went wrong; or the story of one message")
    .argument("[id]", "a delivery's number")
    .addOption(
      new Option("--state <states...>", "those in these states, or dead").choices([
        ...deliveryStates,
        "dead",
      ]),
    )
    .option("--json", "print JSON")
    .action(async (id: string | undefined, { state, ...options }: DeliveriesOptions) => {
      await onCairn("deliveries", options, async (cairn) => {
        const { deliveriesIn, oneDelivery } = await import("../deliveries.ts");
        if (id !== undefined) return await oneDelivery(cairn, id);
        const named = deliveryStates.filter((each) => state?.includes(each));
        return await deliveriesIn(
          cairn,
          state?.includes("dead") ? "dead" : named.length > 0 ? named : deliveryStates,
        );
      });
    });
}
