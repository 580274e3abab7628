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
  plan: {
    summary: "read the action plan",
    usage: "/cairn plan [ACTION]",
    example: "/cairn plan AI.3",
  },
  pourquoi: {
    summary: "open a figure down to its entries, its factors and their sources",
    usage: "/cairn why ghg|waste|INDICATOR [PERIOD]",
    example: "/cairn why ghg Q3 2026",
  },
  aide: {
    summary: "see what I can do",
    usage: "/cairn help [COMMAND]",
    example: "/cairn help submit",
  },
};
