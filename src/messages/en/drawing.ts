import { formatFor } from "../format.ts";

const { number } = formatFor("en-GB");

/** What a platform says of a card that does not fit in one of its messages. */
export const drawing = {
  more: (count: number) => `… and ${number(count)} more`,
  cut: "The rest does not fit in this message.",
  nothing: "Nothing to show.",
};
