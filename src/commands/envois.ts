import { deliveriesCard, toldCard } from "../cards/delivery-card.ts";
import { ok, refuse } from "../domain/refusal.ts";
import { type DeliveryDecision, decideDelivery } from "../store/decide-delivery.ts";
import { deliveryStory, listDeliveries } from "../store/delivery-stories.ts";
import type { Context, Outcome, Verb } from "./request.ts";

/** Deliveries shown at once. */
const mostShown = 20;

const decisions: Readonly<Record<string, DeliveryDecision>> = {
  vu: "seen",
  seen: "seen",
  renvoyer: "again",
  resend: "again",
};

async function list({ db, messages }: Context): Promise<Outcome> {
  const dead = await listDeliveries(db, "dead", mostShown);
  return ok({
    data: { deliveries: dead.map((line) => ({ ...line })) },
    card: deliveriesCard(dead, messages),
  });
}

async function decide(context: Context, decision: DeliveryDecision, id: string): Promise<Outcome> {
  const { db, person, messages } = context;
  const story = await deliveryStory(db, id);
  if (story === null) return refuse("not_found", { what: "delivery", typed: id });
  const isDecided = await decideDelivery(db, id, decision, person.id);
  const after = (await deliveryStory(db, id)) ?? story;
  const { list: said } = messages.deliveries;
  const text = isDecided ? said[decision] : said.settled;
  return ok({ data: { delivery: { ...after.delivery } }, card: toldCard(after.delivery, text, messages) });
}

async function run(context: Context, words: string): Promise<Outcome> {
  const [first = "", id = ""] = words.split(/\s+/u);
  if (first === "") return await list(context);
  const decision = decisions[first.toLowerCase()];
  if (decision === undefined) return refuse("not_found", { what: "delivery", typed: words });
  return await decide(context, decision, id);
}

/** `/cairn envois`: the messages that only people can decide about. */
export const envois: Verb = { name: "envois", aliases: ["deliveries", "envoi", "delivery"], run };
