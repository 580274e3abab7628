import { formatFor } from "../format.ts";

const { number } = formatFor("fr-FR");

/** What a platform says of a card that does not fit in one of its messages. */
export const drawing = {
  more: (count: number) => `… et ${number(count)} de plus`,
  cut: "La suite ne tient pas dans ce message.",
  nothing: "Rien à montrer.",
};
