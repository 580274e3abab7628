/** What Cairn says in Teams alone, in French. */
export const teams = {
  /** Under a group of bars that lacks figures. */
  incomplete: (category: string) => `${category} partiel`,
  noAmount: "pas de chiffre",
  remarks: "Remarques",
  owed: (indicator: string) => `${indicator} (à donner)`,
  required: (field: string) => `${field} : à remplir.`,
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
      hint: "Je ne trouve pas votre compte dans l’organisation. Rien n’a été enregistré.",
    },
    other_workspace: {
      message: "Désolé, je ne travaille que pour une seule organisation.",
      hint: "Ce n’est pas la vôtre. Rien n’a été enregistré.",
    },
    bot: { message: "Désolé, je ne réponds qu’à des personnes.", hint: "Rien n’a été enregistré." },
    deleted: { message: "Désolé, ce compte est désactivé.", hint: "Rien n’a été enregistré." },
    no_email: {
      message: "Désolé, je ne sais pas qui vous êtes.",
      hint: "Teams ne donne pas d’adresse pour votre compte. Demandez à l’administrateur de l’ajouter, puis recommencez.",
    },
  },
  notLetIn: (code: string) =>
    `Microsoft refuse Cairn (${code}). Vérifiez MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD et MICROSOFT_APP_TENANT_ID.`,
  notSet:
    "pas relié : MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD et MICROSOFT_APP_TENANT_ID ne sont pas posées",
  connected: (tenant: string) => `relié à l’organisation ${tenant} : Teams appelle /api/messages`,
  localOnly: "mode local : personne n’est identifié, cette machine seulement",
  channelNotSet:
    "TEAMS_CHANNEL_ID n’est pas posée : le résumé du mois n’est posté nulle part dans Teams. C’est l’identifiant du canal du cluster (19:…@thread.tacv2), dans son lien ; ajoutez-y Cairn",
  noAnswer: (code: string) => `Microsoft ne répond pas (${code})`,
  serving: (url: string) => `Cairn écoute Teams sur ${url}/api/messages. Ctrl+C pour arrêter.`,
  servingLocal: (url: string) =>
    `Cairn écoute Teams sur ${url}/api/messages, en mode local : sans identification, pour cette machine seulement.`,
};
