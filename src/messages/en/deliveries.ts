import type { DeliveryCause, DeliveryState } from "../../domain/delivery.ts";
import { formatFor } from "../format.ts";
import type { deliveries as source } from "../fr/deliveries.ts";

const { day, number } = formatFor("en-GB");

function several(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

const states: Readonly<Record<DeliveryState, string>> = {
  planned: "planned",
  sending: "being sent",
  sent: "sent",
  unknown: "unknown",
  reconciled: "found there",
  abandoned: "given up",
  refused: "refused",
};

const causes: Readonly<Record<DeliveryCause, string>> = {
  recorded: "recorded",
  outside_hours: "outside the sending hours",
  rate_limited: "the platform asks to wait",
  unauthorised: "the platform refuses the token",
  unreachable: "the platform does not answer",
  out_of_time: "too late for this turn",
  no_place: "nowhere to send it",
  failed: "an error of Cairn’s",
  not_there: "read back: it had not arrived",
  repeated: "repeated once, because it cannot be read back",
  asked_again: "asked for again by a referent",
  taken: "in hand",
  answered: "the platform has it",
  no_answer: "no answer: it may have arrived",
  process_died: "the process stopped on the way: it may have arrived",
  not_read_back: "the platform could not be read back",
  may_have_arrived: "it may have arrived, and is not sent again without you",
  read_back: "read back: it had arrived",
  seen: "seen by a referent",
  given: "the figures came in",
  not_asked: "nothing is asked of this person any more",
  snoozed: "paused",
  too_late: "too late to be of use",
  gone: "person or conversation not found",
  rejected: "message rejected",
  shown_done: "shown as done",
  shown_replaced: "shown as replaced",
  not_updated: "could not be updated",
};

const kinds: Readonly<Record<string, string>> = {
  reminder: "Reminder",
  digest: "Digest",
  report: "Report",
  answer: "Answer to a question",
  questions: "Open questions",
};

/** What is said of messages on their way, in English. */
export const deliveries: typeof source = {
  late: (on) => `This digest was due on ${day(on)}.`,
  state: (state) => states[state],
  cause: (cause) => causes[cause],
  kind: (kind) => kinds[kind] ?? kind,
  channel: "channel",
  platform: (platform) => platform ?? "–",
  done: {
    title: "Done, thank you!",
    text: (on) => `Every figure of the reminder of ${day(on)} has come in.`,
  },
  replaced: {
    title: "Reminder replaced",
    text: (on) => `The reminder of ${day(on)} is replaced by the next one.`,
  },
  report: {
    unknownTitle: "A message may have been sent",
    refusedTitle: "A message could not be sent",
    unknown: (kind, on) =>
      `${kind} of ${day(on)}: the platform gave no answer, and cannot say whether the message arrived. Look in the channel: Cairn does not send it again by itself.`,
    refused: (kind, on, cause) => `${kind} of ${day(on)}: ${cause}. Once that is mended, send it again.`,
    seen: "It arrived",
    again: "Send it again",
  },
  list: {
    title: "Deliveries",
    none: "No delivery to look at: all have arrived or are on their way.",
    line: (kind, to, on, state, cause) => `${kind} (${to}), ${day(on)}: ${state}, ${cause}`,
    change: (at, state, cause) => `${at}: ${state}, ${cause}`,
    attempts: (count) => several(count, "attempt", "attempts"),
    unknownId: "No delivery has that number.",
    settled: "This delivery waits for nothing: nothing changes.",
    seen: "Noted: it arrived.",
    again: "Noted: it is sent again.",
  },
  doctor: {
    check: "deliveries",
    ok: (waiting) => (waiting === 0 ? "all have left" : `${several(waiting, "message", "messages")} waiting`),
    dead: (count) => `${several(count, "message", "messages")} to look at: cairn deliveries --state dead`,
    neverTicked: (waiting) => `the clock has not ticked yet (cairn start), ${number(waiting)} waiting`,
    lateTick: (minutes) =>
      `the clock has not ticked for ${several(minutes, "minute", "minutes")}: is the bot running?`,
  },
};
