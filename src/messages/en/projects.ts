import type { projects as french } from "../fr/projects.ts";

/** The register of financed mountain projects, in English. */
export const projects: typeof french = {
  title: "The mountain projects financed",
  recorded: "The project is recorded, thank you!",
  completed: "The project is completed, thank you!",
  duplicate: "This project was recorded already, nothing changes.",
  withdrawn: "The project is withdrawn from the register.",
  none: "No project is recorded yet.",
  line: (number: number, year: number, project: string) => `No. ${number}, ${year}, ${project}`,
  apart: "This funding is a contribution: it is read beside the balance and never deducted from it.",
  withdraw: (number: number) => `Withdraw No. ${number}`,
  withdrawWord: "withdraw",
};
