/** What Cairn says when it arrives somewhere, in French. */
export const welcome = {
  title: "Bonjour, je suis Cairn",
  intro:
    "Je tiens les chiffres du plan d’actions : chacun donne les siens, et tout le monde voit où l’on en est.",
  tryThis: "Trois lignes à essayer :",
  give: "Donner un chiffre",
  ask: "Poser une question",
  help: "Voir l’aide",
  settings: "Régler mes rappels",
  reminders:
    "Vos rappels arrivent ici, tant que vous n’en décidez pas autrement. Pour les mettre en pause, en changer l’heure ou l’endroit : /cairn rappels",
  mention: (line: string) => `Pour me parler ici, mentionnez-moi devant votre ligne : @Cairn ${line}`,
  inPrivate: "Pour donner vos chiffres, écrivez-moi aussi en conversation privée, sans mention.",
};
