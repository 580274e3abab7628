/** Owners of the season's plan, and how many figures each owes a quarter. */
export const owners = 40;
const figuresEach = 2;

const owner = (index: number) => `o${String(index).padStart(2, "0")}@cluster.example`;

/** Who owes each figure, by the indicator's short name. */
export const ownerOf: ReadonlyMap<string, string> = new Map(
  Array.from({ length: owners * figuresEach }, (_, index) => [
    `compteur-${String(index).padStart(3, "0")}`,
    owner(index % owners),
  ]),
);

/** How a message shows an indicator: no label is part of another. */
export function labelOf(slug: string): string {
  return slug.replace("compteur-", "Compteur n°");
}

const head = `name: Saison
time_zone: Europe/Paris
reference_year: 2021
collect_from: 2025-T4
nomenclature: beges
factors: emission-factors.csv
calendar:
  due_day: 15
  stages: { opening: 1, reminder: -5, eve: -1, overdue: 1, escalation: 5 }
  hours: { from: 9, to: 17 }
  digest: { business_day: 1, hour: 9 }
fte:
  2021: 6
values:
  - { name: Vivante, text: en soutenant }
actions:
  - { code: AI.3, title: Réduire, budget: NA, effort: NA, schedule: T2 2021, criterion: NA }
targets:
  - { subject: ges, rate_pct_per_year: 2 }
people:
  - { email: technique@cluster.example, name: Technique, role: referent, referent: technical }
  - { email: politique@cluster.example, name: Politique, role: referent, referent: political }
`;

/** The season's plan file: forty owners of two indicators each. */
export function seasonPlan(): string {
  const persons = [...new Set(ownerOf.values())].map(
    (email) => `  - { email: ${email}, name: Personne ${email.slice(1, 3)}, role: owner }`,
  );
  const indicators = [...ownerOf].map(
    ([slug, email]) =>
      `  - { slug: ${slug}, action: AI.3, label: { fr: ${labelOf(slug)}, en: ${labelOf(slug)} }, unit: kWh, family: resource, direction: down, owner: ${email} }`,
  );
  return [head.trimEnd(), ...persons, "indicators:", ...indicators, ""].join("\n");
}
