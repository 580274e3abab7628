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
  avancement: {
    summary: "voir où l’on en est par rapport à l’année de référence et à l’objectif",
    usage:
      "/cairn avancement [ges|dechets|ressources|INDICATEUR|ACTION] [PÉRIODE] [contre l’an dernier|le trimestre précédent]",
    example: "/cairn avancement dechets 2026",
  },
  objectif: {
    summary: "fixer un objectif (binôme référent)",
    usage: "/cairn objectif ges|dechets|ressources|INDICATEUR ANNÉE TAUX%|VALEUR [UNITÉ] [motif…]",
    example: "/cairn objectif ges 2026 4 %",
  },
  projet: {
    summary: "noter un projet de montagne financé, ou revoir la liste (binôme référent)",
    usage:
      "/cairn projet [NOM TONNES t EUROS € [label] [millésime] [en ANNÉE] [preuve …]], ou /cairn projet retirer NUMÉRO motif…",
    example: "/cairn projet Forêt de Chartreuse 12 t 300 € Label bas-carbone 2025",
  },
  plan: {
    summary: "relire le plan d’actions",
    usage: "/cairn plan [ACTION]",
    example: "/cairn plan AI.3",
  },
  pourquoi: {
    summary: "ouvrir un chiffre jusqu’à ses saisies, ses facteurs et leurs sources",
    usage: "/cairn pourquoi ges|dechets|INDICATEUR [PÉRIODE] [beges|ghgp|bc]",
    example: "/cairn pourquoi ges T3 2026",
  },
  question: {
    summary: "poser une question sur les chiffres du plan",
    usage: "/question TEXTE",
    example: "/question Où en est-on sur les déchets par rapport à l’an dernier ?",
  },
  transmettre: {
    summary: "transmettre une question aux référents, ou revoir les vôtres",
    usage: "/cairn transmettre [QUESTION] [confirmer]",
    example: "/cairn transmettre Qui relève le compteur de gaz ?",
  },
  retirer: {
    summary: "retirer une question transmise, tant qu’elle est sans réponse",
    usage: "/cairn retirer NUMÉRO",
    example: "/cairn retirer 3",
  },
  repondre: {
    summary: "répondre à une question transmise, ou corriger la réponse (binôme référent)",
    usage: "/cairn repondre [NUMÉRO [RÉPONSE]]",
    example: "/cairn repondre 3 Le relevé est au sous-sol, à gauche.",
  },
  faq: {
    summary: "chercher dans les réponses des référents",
    usage: "/cairn faq [MOTS]",
    example: "/cairn faq compteur gaz",
  },
  echeances: {
    summary: "voir les chiffres attendus, en retard ou donnés",
    usage: "/cairn echeances [PÉRIODE]",
    example: "/cairn echeances",
  },
  absence: {
    summary: "dire quand vous êtes absent, et qui donne vos chiffres",
    usage: "/cairn absence DU AU [REMPLAÇANT] [pour ADRESSE], ou /cairn absence annuler [JOUR]",
    example: "/cairn absence 24/12 02/01 mobilite@cluster.example",
  },
  rappels: {
    summary: "régler vos rappels : pause, heure, plateforme, langue",
    usage: "/cairn rappels [JOUR|HEURE|slack|teams|terminal|fr|en|nombres fr|nombres en|FUSEAU|reprendre]",
    example: "/cairn rappels 14h",
  },
  envois: {
    summary: "voir les messages à vérifier, et dire ce qu’ils deviennent",
    usage: "/cairn envois [vu NUMÉRO|renvoyer NUMÉRO]",
    example: "/cairn envois",
  },
  aide: {
    summary: "voir ce que je sais faire",
    usage: "/cairn aide [COMMANDE]",
    example: "/cairn aide saisir",
  },
};
