import type { Verb } from "./request.ts";

/**
 * `/question`: a question in plain words, and its answer from the figures; never a guess. The reader and its words
 * are many, and loaded at the first question: other commands start without them.
 */
export const question: Verb = {
  name: "question",
  aliases: ["ask"],
  run: async (context, words) => {
    const { answerQuestion } = await import("./answer-question.ts");
    return await answerQuestion(context, words);
  },
};
