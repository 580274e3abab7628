import type { DeliveryCause, DeliveryState } from "../domain/delivery.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Card, note, text } from "./card.ts";

/** A delivery as a card tells of it. The day is ISO 8601. */
export type ToldDelivery = {
  readonly id: string;
  readonly kind: string;
  readonly day: string;
  readonly state: DeliveryState;
  readonly cause: DeliveryCause;
};

/** What takes the place of a reminder whose figures have come in, or that a later one follows. */
export function settledCard(how: "done" | "replaced", day: string, { deliveries }: Messages): Card {
  const said = deliveries[how];
  return { title: said.title, blocks: [text(said.text(day))] };
}

/** What a referent is told of a channel's message that Cairn does not send again by itself. */
export function reportCard({ id, kind, day, state, cause }: ToldDelivery, { deliveries }: Messages): Card {
  const { report } = deliveries;
  const name = deliveries.kind(kind);
  const again = { label: report.again, line: `/cairn envois renvoyer ${id}` };
  if (state === "refused")
    return {
      title: report.refusedTitle,
      blocks: [text(report.refused(name, day, deliveries.cause(cause))), actions(again)],
    };
  const seen = { label: report.seen, line: `/cairn envois vu ${id}` };
  return { title: report.unknownTitle, blocks: [text(report.unknown(name, day)), actions(seen, again)] };
}

/** What became of one delivery, in a sentence and a line. */
export function toldCard(delivery: ListedDelivery, said: string, messages: Messages): Card {
  const { title } = messages.deliveries.list;
  return { title, blocks: [text(said), note(lineOf(delivery, messages))] };
}

/** A delivery as a list shows it; `to` is null for the channel. */
export type ListedDelivery = ToldDelivery & { readonly to: string | null };

function lineOf({ kind, to, day, state, cause }: ListedDelivery, { deliveries }: Messages): string {
  const { list, channel } = deliveries;
  const where = to ?? channel;
  return list.line(deliveries.kind(kind), where, day, deliveries.state(state), deliveries.cause(cause));
}

/** The messages that somebody must look at, each with what can be done about it. */
export function deliveriesCard(listed: readonly ListedDelivery[], messages: Messages): Card {
  const { list, report } = messages.deliveries;
  if (listed.length === 0) return { title: list.title, blocks: [text(list.none)] };
  const blocks = listed.flatMap((delivery) => {
    const line = lineOf(delivery, messages);
    const again = {
      label: report.again,
      line: `/cairn envois renvoyer ${delivery.id}`,
      spoken: `${report.again}: ${line}`,
    };
    const seen = {
      label: report.seen,
      line: `/cairn envois vu ${delivery.id}`,
      spoken: `${report.seen}: ${line}`,
    };
    return [text(line), actions(...(delivery.state === "unknown" ? [seen, again] : [again]))];
  });
  return { title: list.title, blocks };
}
