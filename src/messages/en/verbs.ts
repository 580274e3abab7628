import type { VerbHelps } from "../verb-help.ts";

export const verbs: VerbHelps = {
  saisir: {
    summary: "give a figure",
    usage: "/saisir INDICATOR VALUE [UNIT] [PERIOD] [note…] [confirm]",
    example: "/saisir electricite 1 234,5 kWh Q3",
  },
  corriger: {
    summary: "replace a figure, saying why",
    usage: "/cairn correct INDICATOR PERIOD VALUE [UNIT] reason… [confirm]",
    example: "/cairn correct electricite Q3 1 254 kWh meter read again",
  },
  annuler: {
    summary: "withdraw a figure, which then counts as missing again",
    usage: "/cairn cancel INDICATOR PERIOD reason…",
    example: "/cairn cancel electricite Q3 invoice of another site",
  },
  historique: {
    summary: "see every revision of an indicator",
    usage: "/cairn history INDICATOR [PERIOD]",
    example: "/cairn history electricite Q3 2026",
  },
  bilan: {
    summary: "see the greenhouse-gas balance",
    usage: "/cairn balance [YEAR|PERIOD] [beges|ghgp|bc]",
    example: "/cairn balance 2026",
  },
  avancement: {
    summary: "see how far we are from the reference year and the target",
    usage:
      "/cairn progress [ghg|waste|resources|INDICATOR|ACTION] [PERIOD] [vs last year|the previous quarter]",
    example: "/cairn progress waste 2026",
  },
  objectif: {
    summary: "set a target (referents)",
    usage: "/cairn target ghg|waste|resources|INDICATOR YEAR RATE%|VALUE [UNIT] [reason…]",
    example: "/cairn target ghg 2026 4%",
  },
  projet: {
    summary: "record a mountain project that was financed, or see the list (referents)",
    usage:
      "/cairn project [NAME TONNES t EUROS € [standard] [vintage] [in YEAR] [proof …]], or /cairn project withdraw NUMBER reason…",
    example: "/cairn project Chartreuse forest 12 t 300 € Gold Standard 2025",
  },
  plan: {
    summary: "read the action plan",
    usage: "/cairn plan [ACTION]",
    example: "/cairn plan AI.3",
  },
  pourquoi: {
    summary: "open a figure down to its entries, its factors and their sources",
    usage: "/cairn why ghg|waste|INDICATOR [PERIOD] [beges|ghgp|bc]",
    example: "/cairn why ghg Q3 2026",
  },
  question: {
    summary: "ask a question about the plan’s figures",
    usage: "/question TEXT",
    example: "/question How is waste compared to last year?",
  },
  transmettre: {
    summary: "forward a question to the referents, or see yours",
    usage: "/cairn forward [QUESTION] [confirm]",
    example: "/cairn forward Who reads the gas meter?",
  },
  retirer: {
    summary: "withdraw a forwarded question, as long as it has no answer",
    usage: "/cairn withdraw NUMBER",
    example: "/cairn withdraw 3",
  },
  repondre: {
    summary: "answer a forwarded question, or correct the answer (referents)",
    usage: "/cairn answer [NUMBER [ANSWER]]",
    example: "/cairn answer 3 The meter is in the basement, on the left.",
  },
  faq: {
    summary: "search the answers of the referents",
    usage: "/cairn faq [WORDS]",
    example: "/cairn faq gas meter",
  },
  echeances: {
    summary: "see the figures expected, late or given",
    usage: "/cairn due [PERIOD]",
    example: "/cairn due",
  },
  absence: {
    summary: "say when you are away, and who gives your figures",
    usage: "/cairn away FROM TO [DELEGATE] [for ADDRESS], or /cairn away cancel [DAY]",
    example: "/cairn away 24/12 02/01 mobilite@cluster.example",
  },
  rappels: {
    summary: "set your reminders: pause, hour, platform, language",
    usage: "/cairn reminders [DAY|HOUR|slack|teams|terminal|fr|en|numbers fr|numbers en|ZONE|resume]",
    example: "/cairn reminders 14:00",
  },
  envois: {
    summary: "see the messages to check, and say what becomes of them",
    usage: "/cairn deliveries [seen NUMBER|resend NUMBER]",
    example: "/cairn deliveries",
  },
  aide: {
    summary: "see what I can do",
    usage: "/cairn help [COMMAND]",
    example: "/cairn help submit",
  },
};
