/**
 * What the next call of a method meets. `cut` drops the line before anything is done, `lost` after Slack did it;
 * `no_native` waits for a call that holds blocks of Slack's own (tables, charts), and refuses it.
 */
export type Fault =
  | { readonly kind: "none" }
  | { readonly kind: "too_fast"; readonly retryAfterS: number }
  | { readonly kind: "refused"; readonly error: string }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "slow"; readonly delayMs: number }
  | { readonly kind: "cut" }
  | { readonly kind: "lost" }
  | { readonly kind: "no_native" };

/** Methods of the Web API, or `response_url`, with what their next calls meet, in order. */
export type FaultPlan = Readonly<Record<string, readonly Fault[]>>;

/** Faults to come, taken one a call. */
export type Faults = {
  /** Adds a plan after what is planned already. */
  readonly plan: (plan: FaultPlan) => void;
  /** What this call meets. */
  readonly next: (method: string, blocks: string) => Fault;
  /** What was planned and never met. */
  readonly left: () => FaultPlan;
};

/** The blocks that Slack draws by itself, and that not every workspace takes. */
const native = /"type":"(?:data_table|table|data_visualization)"/u;

/** No fault planned yet. */
export function noFaults(): Faults {
  const planned = new Map<string, Fault[]>();
  const plan = (more: FaultPlan) => {
    for (const [method, faults] of Object.entries(more))
      planned.set(method, [...(planned.get(method) ?? []), ...faults]);
  };
  const next = (method: string, blocks: string): Fault => {
    const [first, ...others] = planned.get(method) ?? [];
    if (first === undefined || (first.kind === "no_native" && !native.test(blocks))) return { kind: "none" };
    planned.set(method, others);
    return first;
  };
  const left = () => Object.fromEntries([...planned].filter(([, faults]) => faults.length > 0));
  return { plan, next, left };
}
