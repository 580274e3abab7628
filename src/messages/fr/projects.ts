/** The register of financed mountain projects, in French. */
export const projects = {
  title: "Les projets de montagne financés",
  recorded: "Le projet est noté, merci !",
  completed: "Le projet est complété, merci !",
  duplicate: "Ce projet était déjà noté, rien ne change.",
  withdrawn: "Le projet est retiré du registre.",
  none: "Aucun projet n’est encore noté.",
  line: (number: number, year: number, project: string) => `n° ${number}, ${year}, ${project}`,
  apart:
    "Ces financements sont une contribution : ils se lisent à côté du bilan et n’en sont jamais déduits.",
  withdraw: (number: number) => `Retirer le n° ${number}`,
  withdrawWord: "retirer",
};
