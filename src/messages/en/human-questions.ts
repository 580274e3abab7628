import type { QuestionEventKind } from "../../domain/human-question.ts";
import type { Messages } from "../messages.ts";
import { several } from "./words.ts";

const happened: Readonly<Record<QuestionEventKind, string>> = {
  asked: "asked",
  answered: "answered",
  corrected: "answer corrected",
  withdrawn: "withdrawn",
};

export const humanQuestions: Messages["humanQuestions"] = {
  forward: "Forward to the referents",
  somebody: "somebody who is no longer here",
  numbered: (number, text) => `Question ${number}: ${text}`,
  askedBy: (who, when) => `Asked by ${who} on ${when}.`,
  answer: (text) => `Answer: ${text}`,
  others: (count) => `And ${several(count, "other", "others")}.`,
  forwarded: {
    title: (number) => `Question ${number} forwarded to the referents`,
    next: "Their answer will come in this conversation, for all who are in it to see, or in your messages if Cairn cannot write here.",
    kept: "The question and its answer will join /cairn faq, without your name.",
    withdraw: "Withdraw the question",
    withdrawThis: (number) => `Withdraw question ${number}`,
  },
  similar: {
    title: "The referents have answered this before",
    intro: "Is this the answer you are looking for?",
    anyway: "Forward anyway",
  },
  own: {
    title: "Your questions to the referents",
    none: "No question of yours waits for an answer.",
    how: "To ask one: /cairn forward YOUR QUESTION.",
  },
  open: {
    title: "Open questions",
    none: "No question waits for an answer.",
    waiting: (count) => `${several(count, "question waits", "questions wait")} for your answer:`,
    open: "Read and answer",
    openThis: (number) => `Read question ${number} and answer it`,
    all: "See the open questions",
  },
  one: {
    title: (number) => `Question ${number}`,
    how: (number) => `To answer: /cairn answer ${number} YOUR ANSWER`,
    howToCorrect: (number) => `To correct the answer: /cairn answer ${number} YOUR ANSWER`,
    withdrawn: "It is withdrawn: there is nothing more to answer.",
    happened: (kind, who, when, text) =>
      `${happened[kind]} by ${who} on ${when}${text === null ? "" : `: ${text}`}`,
  },
  answered: {
    title: (number) => `Answer to question ${number} recorded`,
    corrected: (number) => `Answer to question ${number} corrected`,
    told: (who) => `${who} will hear of it where the question was asked, within sending hours.`,
    gone: "Whoever asked is no longer here: the answer is in /cairn faq.",
  },
  withdrawn: {
    title: (number) => `Question ${number} withdrawn`,
    text: "The referents no longer see it among the open questions.",
  },
  faq: {
    title: "Questions and answers",
    none: "The referents have not answered any question yet.",
    notFound: (words) => `No answer of the referents speaks of “${words}”.`,
    answered: (when) => `Answered on ${when}.`,
    narrow: "To search: /cairn faq WORDS.",
  },
  message: {
    title: (number) => `The referents have answered question ${number}`,
    corrected: (number) => `The referents have corrected their answer to question ${number}`,
    asked: (who, text) => `${who} asked: ${text}`,
    by: (who) => `Answer by ${who}.`,
  },
  reminder: {
    title: "Questions are waiting for you",
  },
};
