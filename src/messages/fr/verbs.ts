import type { VerbHelps } from "../verb-help.ts";

export const verbs: VerbHelps = {
  saisir: {
    summary: "donner un chiffre",
    usage: "/saisir INDICATEUR VALEUR [UNITÉ] [PÉRIODE] [note…] [confirmer]",
    example: "/saisir electricite 1 234,5 kWh T3",
  },
  corriger: {
    summary: "remplacer un chiffre, en disant pourquoi",
    usage: "/cairn corriger INDICATEUR PÉRIODE VALEUR [UNITÉ] motif… [confirmer]",
    example: "/cairn corriger electricite T3 1 254 kWh relevé vérifié au compteur",
  },
  annuler: {
    summary: "retirer un chiffre, qui comptera de nouveau comme manquant",
    usage: "/cairn annuler INDICATEUR PÉRIODE motif…",
    example: "/cairn annuler electricite T3 facture d’un autre site",
  },
  historique: {
    summary: "voir toutes les révisions d’un indicateur",
    usage: "/cairn historique INDICATEUR [PÉRIODE]",
    example: "/cairn historique electricite T3 2026",
  },
  bilan: {
    summary: "voir le bilan des gaz à effet de serre",
    usage: "/cairn bilan [ANNÉE|PÉRIODE] [beges|ghgp|bc]",
    example: "/cairn bilan 2026",
  },
  plan: {
    summary: "relire le plan d’actions",
    usage: "/cairn plan [ACTION]",
    example: "/cairn plan AI.3",
  },
  pourquoi: {
    summary: "ouvrir un chiffre jusqu’à ses saisies, ses facteurs et leurs sources",
    usage: "/cairn pourquoi ges|dechets|INDICATEUR [PÉRIODE]",
    example: "/cairn pourquoi ges T3 2026",
  },
  aide: {
    summary: "voir ce que je sais faire",
    usage: "/cairn aide [COMMANDE]",
    example: "/cairn aide saisir",
  },
};
