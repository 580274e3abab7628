import type { Kysely } from "kysely";
import { Counter, Gauge, Registry } from "prom-client";
import { deliveryStates } from "./domain/delivery.ts";
import type { NextStep } from "./domain/delivery-outcome.ts";
import type { PlatformName } from "./domain/preference.ts";
import { deliveryCounts } from "./store/delivery-stories.ts";
import type { Schema } from "./store/schema.ts";

const registry = new Registry();
const registers = [registry];

const steps = new Counter({
  name: "cairn_delivery_steps_total",
  help: "Changes of deliveries made by this process, by platform, new state and cause",
  labelNames: ["platform", "state", "cause"],
  registers,
});
const restarts = new Counter({
  name: "cairn_clock_restarts_total",
  help: "Times the clock of this process was found dead and started again",
  registers,
});
const retries = new Counter({
  name: "cairn_delivery_retries_total",
  help: "Deliveries put back by this process after a failed attempt, by platform",
  labelNames: ["platform"],
  registers,
});
const deliveries = new Gauge({
  name: "cairn_deliveries",
  help: "Deliveries of the whole installation, by platform and state",
  labelNames: ["platform", "state"],
  registers,
});
const due = new Gauge({
  name: "cairn_deliveries_due",
  help: "Deliveries whose time has come and that are not sent yet, by platform",
  labelNames: ["platform"],
  registers,
});
const lag = new Gauge({
  name: "cairn_queue_lag_seconds",
  help: "How long the delivery that is due for longest has waited, by platform",
  labelNames: ["platform"],
  registers,
});
const dead = new Gauge({
  name: "cairn_deliveries_dead",
  help: "Deliveries that somebody must look at",
  registers,
});
const tickAge = new Gauge({
  name: "cairn_tick_age_seconds",
  help: "How long ago a tick last ended well, in this process",
  registers,
});
const anyTickAge = new Gauge({
  name: "cairn_installation_tick_age_seconds",
  help: "How long ago any process began a tick; absent before the first",
  registers,
});

/** The label of deliveries for which no platform is chosen yet. */
const noPlatform = "none";

const failures: ReadonlySet<string> = new Set([
  "rate_limited",
  "unauthorised",
  "unreachable",
  "not_there",
  "repeated",
  "not_read_back",
]);

/** Counts a change of a delivery. */
export function countStep(platform: PlatformName | null, { to, cause }: NextStep): void {
  steps.inc({ platform: platform ?? noPlatform, state: to, cause });
  if (failures.has(cause)) retries.inc({ platform: platform ?? noPlatform });
}

/** Counts a clock that was found dead. */
export function countRestart(): void {
  restarts.inc();
}

/** Everything measured, as Prometheus text. */
export async function metricsOf(db: Kysely<Schema>, tickAgeS: number): Promise<string> {
  const found = await deliveryCounts(db);
  for (const gauge of [deliveries, due, lag]) gauge.reset();
  const platforms = new Set(["slack", ...found.counts.map(({ platform }) => platform ?? noPlatform)]);
  for (const platform of platforms) {
    for (const state of deliveryStates) deliveries.set({ platform, state }, 0);
    due.set({ platform }, 0);
    lag.set({ platform }, 0);
  }
  const lags = new Map<string, number>();
  for (const { platform: name, state, count, due: dueNow, lagS } of found.counts) {
    const platform = name ?? noPlatform;
    deliveries.set({ platform, state }, count);
    due.inc({ platform }, dueNow);
    lags.set(platform, Math.max(lags.get(platform) ?? 0, lagS));
  }
  for (const [platform, lagS] of lags) lag.set({ platform }, lagS);
  dead.set(found.dead);
  tickAge.set(tickAgeS);
  if (found.tickAgeS !== null) anyTickAge.set(found.tickAgeS);
  return await registry.metrics();
}
