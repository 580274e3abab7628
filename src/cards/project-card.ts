import type { FinancedProject } from "../domain/financed-project.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Card, note, text } from "./card.ts";
import { projectText } from "./project-text.ts";

function withdrawal({ number }: FinancedProject, messages: Messages): string {
  return `/cairn projet ${messages.projects.withdrawWord} ${number} ${messages.reasonWord}`;
}

/** What became of a project. */
export type ProjectOutcome = "recorded" | "completed" | "duplicate" | "withdrawn";

/** The receipt of a project. */
export function projectCard(project: FinancedProject, outcome: ProjectOutcome, messages: Messages): Card {
  const said = messages.projects;
  const facts = text(said.line(project.number, project.year, projectText(project, messages)));
  if (outcome === "withdrawn") return { title: said.withdrawn, blocks: [facts] };
  return {
    title: said[outcome],
    blocks: [
      facts,
      note(said.apart),
      actions({ label: said.withdraw(project.number), line: withdrawal(project, messages) }),
    ],
  };
}

/** The register of financed projects, newest first. */
export function projectsCard(projects: readonly FinancedProject[], messages: Messages): Card {
  const said = messages.projects;
  if (projects.length === 0) return { title: said.title, blocks: [text(said.none), note(said.apart)] };
  const newest = projects.toReversed();
  return {
    title: said.title,
    blocks: [
      {
        type: "list",
        items: newest.map((project) =>
          said.line(project.number, project.year, projectText(project, messages)),
        ),
      },
      note(said.apart),
      actions(
        ...newest.slice(0, 5).map((project) => ({
          label: said.withdraw(project.number),
          line: withdrawal(project, messages),
        })),
      ),
    ],
  };
}
