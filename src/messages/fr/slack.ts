/** What Cairn says in Slack alone, in French. */
export const slack = {
  working: "Je m’en occupe. La réponse arrive ici dans un instant.",
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
    `Slack refuse Cairn (${code}). Vérifiez SLACK_BOT_TOKEN et SLACK_TEAM_ID : le jeton est celui de l’application, installée dans cet espace.`,
  notSet: "pas relié : SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET et SLACK_TEAM_ID ne sont pas posées",
  connected: (teamId: string) => `relié à l’espace ${teamId}`,
  noAnswer: (code: string) => `Slack ne répond pas (${code})`,
  serving: (url: string) => `Cairn écoute Slack sur ${url}/slack/events. Ctrl+C pour arrêter.`,
};
