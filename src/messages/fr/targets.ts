import type { Direction } from "../../domain/plan.ts";
import type { ExpectedRate } from "../../domain/refusal.ts";

/** What setting a target says, in French. Amounts come ready to read. */
export const targets = {
  title: "L’objectif est fixé, merci !",
  rate: (subject: string, year: number, percent: string, direction: Direction) =>
    `${subject}, à partir de ${year} : ${percent} de ${direction === "up" ? "hausse" : "baisse"} par an.`,
  value: (subject: string, year: number, amount: string) => `${subject}, en ${year} : ${amount}.`,
  compounded: (year: number, change: string, from: number) =>
    `Composé d’année en année, cela fait ${change} en ${year} par rapport à ${from}.`,
  yearValue: (year: number, amount: string) => `Sur l’année ${year} : ${amount}.`,
  untilAnother: "Il vaut aussi pour les années suivantes, jusqu’à ce qu’un autre taux soit fixé.",
  thatYearOnly: "Il vaut pour cette année seulement et l’emporte sur le taux annuel.",
  noDirection:
    "Le plan ne dit pas si cet indicateur doit monter ou baisser : la valeur est gardée, sans être jugée.",
  reason: (reason: string) => `Motif : ${reason}`,
  progress: "Voir l’avancement",
  /** What to write instead of a rate that cannot be. */
  expected: {
    fall: "Pour ce sujet, le taux est une baisse : écrivez 4 % ou -4 %.",
    rise: "Pour cet indicateur, le taux est une hausse : écrivez 4 % ou +4 %.",
    at_most_100: "Un taux annuel va de 0 à 100 %.",
    value: "Le plan ne dit pas si cet indicateur doit monter ou baisser : donnez une valeur dans son unité.",
  } satisfies Record<ExpectedRate, string>,
};
