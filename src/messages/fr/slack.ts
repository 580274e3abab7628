/** What Cairn says in Slack alone, in French. */
export const slack = {
  working: "Je m’en occupe. La réponse arrive ici dans un instant.",
  share: "Partager dans le canal",
  sharedBy: (name: string, line: string) => `Partagé par ${name}, calculé à l’instant : ${line}`,
  notKept: {
    message: "La base de données ne répond pas : pour l’instant, rien n’est enregistré.",
    hint: "Renvoyez votre demande dans une minute : un chiffre envoyé deux fois ne compte qu’une fois.",
  },
  failed: {
    message: "Quelque chose n’a pas marché de mon côté.",
    hint: "Réessayez dans une minute : un chiffre envoyé deux fois ne compte qu’une fois.",
  },
  unwelcome: {
    guest: {
      message: "Désolé, je ne réponds qu’aux membres de l’équipe.",
      hint: "Votre compte est celui d’un invité. Rien n’a été enregistré.",
    },
    stranger: {
      message: "Désolé, je ne réponds qu’aux membres de l’équipe.",
      hint: "Votre compte vient d’une autre organisation. Rien n’a été enregistré.",
    },
    other_workspace: {
      message: "Désolé, je ne travaille que pour un seul espace Slack.",
      hint: "Ce n’est pas celui-ci. Rien n’a été enregistré.",
    },
    bot: {
      message: "Désolé, je ne réponds qu’à des personnes.",
      hint: "Rien n’a été enregistré.",
    },
    deleted: {
      message: "Désolé, ce compte est désactivé.",
      hint: "Rien n’a été enregistré.",
    },
    no_email: {
      message: "Désolé, je ne sais pas qui vous êtes.",
      hint: "Slack n’a pas vérifié d’adresse pour votre compte. Confirmez-la dans votre profil, puis recommencez.",
    },
  },
  notLetIn: (code: string) =>
    `Slack refuse Cairn (${code}). Vérifiez SLACK_BOT_TOKEN, SLACK_TEAM_ID et, en Socket Mode, SLACK_APP_TOKEN : les jetons sont ceux de l’application, installée dans cet espace.`,
  notSet:
    "pas relié : SLACK_BOT_TOKEN, SLACK_TEAM_ID et SLACK_SIGNING_SECRET (ou SLACK_APP_TOKEN, en Socket Mode) ne sont pas posées",
  connected: (teamId: string, way: "http" | "socket") =>
    way === "http"
      ? `relié à l’espace ${teamId}, par HTTP : Slack appelle /slack/events`
      : `relié à l’espace ${teamId}, en Socket Mode : aucune adresse publique`,
  scopesMissing: (scopes: string) =>
    `droits manquants : ${scopes}. Ajoutez-les dans « OAuth & Permissions » de l’application, puis réinstallez-la dans l’espace`,
  channelNotSet:
    "SLACK_CHANNEL_ID n’est pas posée : le résumé du mois n’est posté nulle part. C’est l’identifiant du canal du cluster (C…), au bas de ses détails ; invitez-y Cairn",
  noAnswer: (code: string) => `Slack ne répond pas (${code})`,
  servingSockets: "Cairn écoute Slack en Socket Mode. Ctrl+C pour arrêter.",
  serving: (url: string) => `Cairn écoute Slack sur ${url}/slack/events. Ctrl+C pour arrêter.`,
};
