/** What the local mode and the command line say, in French. */
export const localMode = {
  creating: "Création de la base de données (quelques secondes, une seule fois)…",
  migrating: "Mise à jour de la base de données…",
  applyingPlan: "Application du plan…",
  importing: (done: number, total: number) => `Import : ${done} / ${total}`,
  loadingExample: "Chargement des données d’exemple…",
  exampleLoaded: (count: number) => `Données d’exemple chargées : ${count} chiffres inventés, pour essayer.`,
  exampleNotLoaded: "La base contient déjà des chiffres : les données d’exemple n’ont pas été chargées.",
  exampleLabel: "Données d’exemple : ces chiffres sont inventés.",
  offerExample: "La base est vide. Charger des données d’exemple pour essayer ? [o/N] ",
  yes: ["o", "oui", "y", "yes"],
  welcome: "Cairn est prêt. Tapez une ligne, par exemple :",
  speakingAs: (name: string, email: string) =>
    `Vous parlez en tant que ${name} (${email}). Pour changer : /moi ADRESSE`,
  quitHint: "Pour quitter : /quitter",
  quitWords: ["/quitter", "/quit", "/exit"],
  whoWords: ["/moi", "/me"],
  prompt: "cairn> ",
  serving: (url: string) => `Cairn écoute sur ${url} (/healthz, /readyz). Ctrl+C pour arrêter.`,
  stopping: "Arrêt en cours…",
};
