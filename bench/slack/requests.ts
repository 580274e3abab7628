import { signatureFor } from "../../src/platforms/slack/signature.ts";
import { teamId } from "../../tests/support/slack-double.ts";
import { signingSecret } from "./peers.ts";
import { indicators, people, slugOf } from "./plan.ts";

/** A signed request as it is sent, and the figure that it gives: "indicator period". */
export type Submission = {
  readonly figure: string;
  readonly headers: Record<string, string>;
  readonly body: string;
};

/** The Slack account of the person of that number, from 0. */
export function accountOf(person: number): string {
  return `UPERSON${person}`;
}

/** The quarter of a round: each round goes one quarter back, so that no figure is given twice. */
function quarterOf(round: number): string {
  return `${2025 - Math.floor(round / 4)}-T${4 - (round % 4)}`;
}

/** Signed `/saisir` commands, each of another figure, from 500 people in turn. */
export function submissions(responseUrl: string): () => Submission {
  let next = 0;
  return () => {
    const place = next++;
    const indicator = place % indicators;
    const quarter = quarterOf(Math.floor(place / indicators));
    const account = accountOf(indicator % people);
    const body = new URLSearchParams({
      token: "none",
      team_id: teamId,
      team_domain: "cluster",
      channel_id: "C0CLUSTER",
      channel_name: "cluster",
      user_id: account,
      user_name: account.toLowerCase(),
      command: "/saisir",
      text: `${slugOf(indicator)} 1234,5 kWh ${quarter}`,
      api_app_id: "A0CAIRN",
      response_url: responseUrl,
      trigger_id: `${place}.1.2`,
    }).toString();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": signatureFor(signingSecret, timestamp, Buffer.from(body)),
    };
    return { figure: `${slugOf(indicator)} ${quarter}`, headers, body };
  };
}
