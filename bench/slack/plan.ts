/** How many people and indicators the generated plan has: each person owns ten. */
export const people = 500;
export const indicators = 5_000;

/** The address of the person of that number, from 0. */
export function emailOf(person: number): string {
  return `personne-${person}@cluster.example`;
}

/** The short name of the indicator of that number, from 0; its owner is the person of the number modulo 500. */
export function slugOf(indicator: number): string {
  return `compteur-${indicator}`;
}

const head = `name: Plan généré
time_zone: Europe/Paris
reference_year: 2021
collect_from: 2090-T1
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
`;

function range<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** A plan file of 500 owners and 5,000 indicators in kWh. Nothing is owed yet: no reminder goes out in between. */
export function generatedPlan(): string {
  const persons = range(people, (n) => `  - { email: ${emailOf(n)}, name: Personne ${n}, role: owner }`);
  const referents = [
    "  - { email: technique@cluster.example, name: Technique, role: referent, referent: technical }",
    "  - { email: politique@cluster.example, name: Politique, role: referent, referent: political }",
  ];
  const counters = range(indicators, (n) => {
    const label = `{ fr: Compteur ${n}, en: Meter ${n} }`;
    const owner = emailOf(n % people);
    return `  - { slug: ${slugOf(n)}, action: AI.3, label: ${label}, unit: kWh, family: resource, direction: down, owner: ${owner} }`;
  });
  return [head.trimEnd(), "people:", ...referents, ...persons, "indicators:", ...counters, ""].join("\n");
}
