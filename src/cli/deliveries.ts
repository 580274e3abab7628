import type { JsonObject } from "../commands/json.ts";
import type { Cairn } from "../commands/request.ts";
import type { DeliveryState } from "../domain/delivery.ts";
import { jsonFrom } from "../jobs/posted-digest.ts";
import { type Messages, messagesFor } from "../messages/messages.ts";
import { type DeliveryLine, deliveryStory, listDeliveries } from "../store/delivery-stories.ts";
import { type CliResult, exitStatus } from "./output.ts";

/** What is asked: deliveries in those states, or those that somebody must look at. */
export type Which = readonly DeliveryState[] | "dead";

/** Deliveries listed at once. */
const mostListed = 1_000;

function lineText(line: DeliveryLine, { deliveries }: Messages): string {
  const { kind, to, day, state, cause } = line;
  const where = to ?? deliveries.channel;
  return deliveries.list.line(
    deliveries.kind(kind),
    where,
    day,
    deliveries.state(state),
    deliveries.cause(cause),
  );
}

/** The deliveries in those states, the last planned first. */
export async function deliveriesIn(cairn: Cairn, which: Which): Promise<CliResult> {
  const messages = messagesFor(cairn.language);
  const lines = await listDeliveries(cairn.db, which, mostListed);
  const text =
    lines.length === 0
      ? messages.deliveries.list.none
      : lines.map((line) => `${line.id}  ${lineText(line, messages)}`).join("\n");
  return { status: exitStatus.done, json: { deliveries: lines.map((line) => ({ ...line })) }, text };
}

/** Everything that happened to one delivery, oldest first. */
export async function oneDelivery(cairn: Cairn, id: string): Promise<CliResult> {
  const messages = messagesFor(cairn.language);
  const { list, state, cause } = messages.deliveries;
  const story = await deliveryStory(cairn.db, id);
  if (story === null) {
    const error: JsonObject = { code: "not_found", message: list.unknownId, hint: "", data: { id } };
    return {
      status: exitStatus.refused,
      json: { ok: false, command: "deliveries", error },
      text: list.unknownId,
    };
  }
  const { delivery, changes } = story;
  const { timeZone } = await cairn.plan();
  const told = changes.map((change) =>
    list.change(messages.format.moment(change.at, timeZone), state(change.state), cause(change.cause)),
  );
  return {
    status: exitStatus.done,
    json: {
      delivery: { ...delivery },
      changes: changes.map((change) => ({ ...change, detail: jsonFrom(change.detail) })),
    },
    text: [lineText(delivery, messages), ...told.map((line) => `  ${line}`)].join("\n"),
  };
}
