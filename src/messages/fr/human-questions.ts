import type { QuestionEventKind } from "../../domain/human-question.ts";
import { several } from "./words.ts";

const happened: Readonly<Record<QuestionEventKind, string>> = {
  asked: "posée",
  answered: "réponse donnée",
  corrected: "réponse corrigée",
  withdrawn: "retirée",
};

/** Questions to the referents, in French. Names and moments come ready to read. */
export const humanQuestions = {
  forward: "Transmettre aux référents",
  somebody: "une personne qui n’est plus là",
  numbered: (number: number, text: string) => `Question ${number} : ${text}`,
  askedBy: (who: string, when: string) => `Posée par ${who} le ${when}.`,
  answer: (text: string) => `Réponse : ${text}`,
  others: (count: number) => `Et ${several(count, "autre", "autres")}.`,
  forwarded: {
    title: (number: number) => `Question ${number} transmise aux référents`,
    next: "Leur réponse viendra dans cette conversation, visible de ceux qui y sont, ou dans vos messages si Cairn ne peut pas y écrire.",
    kept: "La question et sa réponse rejoindront /cairn faq, sans votre nom.",
    withdraw: "Retirer la question",
    withdrawThis: (number: number) => `Retirer la question ${number}`,
  },
  similar: {
    title: "Les référents ont déjà répondu à cela",
    intro: "Est-ce la réponse que vous cherchez ?",
    anyway: "Transmettre quand même",
  },
  own: {
    title: "Vos questions aux référents",
    none: "Aucune question de vous n’attend de réponse.",
    how: "Pour en poser une : /cairn transmettre VOTRE QUESTION.",
  },
  open: {
    title: "Questions ouvertes",
    none: "Aucune question n’attend de réponse.",
    waiting: (count: number) => `${several(count, "question attend", "questions attendent")} votre réponse :`,
    open: "Lire et répondre",
    openThis: (number: number) => `Lire la question ${number} et y répondre`,
    all: "Voir les questions ouvertes",
  },
  one: {
    title: (number: number) => `Question ${number}`,
    how: (number: number) => `Pour répondre : /cairn repondre ${number} VOTRE RÉPONSE`,
    howToCorrect: (number: number) => `Pour corriger la réponse : /cairn repondre ${number} VOTRE RÉPONSE`,
    withdrawn: "Elle est retirée : il n’y a plus rien à répondre.",
    happened: (kind: QuestionEventKind, who: string, when: string, text: string | null) =>
      `${happened[kind]} par ${who} le ${when}${text === null ? "" : ` : ${text}`}`,
  },
  answered: {
    title: (number: number) => `Réponse à la question ${number} enregistrée`,
    corrected: (number: number) => `Réponse à la question ${number} corrigée`,
    told: (who: string) => `${who} l’apprendra là où la question a été posée, aux heures d’envoi.`,
    gone: "La personne qui l’a posée n’est plus là : la réponse est dans /cairn faq.",
  },
  withdrawn: {
    title: (number: number) => `Question ${number} retirée`,
    text: "Les référents ne la voient plus parmi les questions ouvertes.",
  },
  faq: {
    title: "Questions et réponses",
    none: "Les référents n’ont encore répondu à aucune question.",
    notFound: (words: string) => `Aucune réponse des référents ne parle de « ${words} ».`,
    answered: (when: string) => `Répondu le ${when}.`,
    narrow: "Pour chercher : /cairn faq MOTS.",
  },
  message: {
    title: (number: number) => `Les référents ont répondu à la question ${number}`,
    corrected: (number: number) => `Les référents ont corrigé leur réponse à la question ${number}`,
    asked: (who: string, text: string) => `${who} demandait : ${text}`,
    by: (who: string) => `Réponse de ${who}.`,
  },
  reminder: {
    title: "Des questions vous attendent",
  },
};
