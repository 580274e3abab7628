import type { Decimal } from "../domain/decimal.ts";
import type { FinancedProject } from "../domain/financed-project.ts";
import type { Messages } from "../messages/messages.ts";

/** Tonnes that a project's holder announces: "12,5 tCO2e". */
export function tonnesText(tonnes: Decimal, { format }: Messages): string {
  return format.amount(tonnes, "tCO2e", 3);
}

/** An amount of money: "300 €". */
export function eurText(eur: Decimal, { format }: Messages): string {
  return format.amount(eur, "€", 2);
}

/** A financed project on one line: its money and tonnes, standard, vintage and proof. */
export function projectText(project: FinancedProject, messages: Messages): string {
  const said = messages.digest.project;
  const { name, tonnes, eur, standard, vintage, proof } = project;
  const facts = [
    eurText(eur, messages),
    tonnesText(tonnes, messages),
    standard ?? said.noStandard,
    ...(vintage === null ? [] : [said.vintage(vintage)]),
    proof === null ? said.noProof : said.proof(proof),
  ];
  return messages.labelValue(name, facts.join(", "));
}
