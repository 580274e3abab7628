/**
 * Where a message stands on its way: `sending` while a process holds it, `unknown` when it left and nothing says
 * whether it arrived, `reconciled` when it was then found there, `abandoned` when it is no longer to be sent, and
 * `refused` when the platform will not take it.
 */
export const deliveryStates = [
  "planned",
  "sending",
  "sent",
  "unknown",
  "reconciled",
  "abandoned",
  "refused",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * What each state may become. What was sent stays sent; a message that was refused, given up, or that may not
 * have arrived is sent again only because somebody asked.
 */
export const nextStates: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  planned: ["planned", "sending", "abandoned", "refused"],
  sending: ["sent", "planned", "unknown", "refused"],
  unknown: ["unknown", "reconciled", "planned"],
  sent: [],
  reconciled: [],
  abandoned: ["planned"],
  refused: ["planned"],
};

/** Whether a delivery may go from one state to another. */
export function mayBecome(from: DeliveryState, to: DeliveryState): boolean {
  return nextStates[from].includes(to);
}

/** Whether a delivery in that state is still on its way. */
export function isOpen(state: DeliveryState): boolean {
  return state === "planned" || state === "sending" || state === "unknown";
}

/** Why a delivery changed. */
export const deliveryCauses = [
  // planned
  "recorded",
  "outside_hours",
  "rate_limited",
  "unauthorised",
  "unreachable",
  "out_of_time",
  "no_place",
  "failed",
  "not_there",
  "repeated",
  "asked_again",
  // sending, sent, unknown, reconciled
  "taken",
  "answered",
  "no_answer",
  "process_died",
  "not_read_back",
  "may_have_arrived",
  "read_back",
  "seen",
  // abandoned, refused
  "given",
  "not_asked",
  "snoozed",
  "too_late",
  "gone",
  "rejected",
  // what the posted message shows
  "shown_done",
  "shown_replaced",
  "not_updated",
] as const;
export type DeliveryCause = (typeof deliveryCauses)[number];

/** What somebody must look at: refused, given up too late, or maybe arrived and nothing more is tried. */
export function isDeadLetter({
  state,
  cause,
}: {
  readonly state: DeliveryState;
  readonly cause: DeliveryCause;
}): boolean {
  if (state === "abandoned") return cause === "too_late";
  return state === "refused" || (state === "unknown" && cause === "may_have_arrived");
}
