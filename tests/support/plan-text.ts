/** A small plan file that uses every key, one thing a line: tests break it line by line. */
export const planText = `name: Petit plan
time_zone: Europe/Paris
reference_year: 2021
collect_from: 2021-T1
nomenclature: beges
factors: facteurs.csv
calendar:
  due_day: 15
  stages:
    opening: 1
    reminder: -5
    eve: -1
    overdue: 1
    escalation: 5
  hours:
    from: 9
    to: 17
  digest:
    business_day: 1
    hour: 9
fte:
  2021: 6
  2022: 6.50
values:
  - name: Vivante
    text: en soutenant
actions:
  - code: AI.3
    title: Réduire
    budget: NA
    effort: 1 jour/trimestre
    schedule: T2 2021
    criterion: X% de baisse
targets:
  - subject: ges
    rate_pct_per_year:
  - subject: eau
    rate_pct_per_year: 2,5
people:
  - email: Technique@cluster.example
    name: Référent technique
    role: referent
    referent: technical
    language: fr
  - email: membre@cluster.example
    name: Membre
    role: reader
indicators:
  - slug: electricite
    action: AI.3
    label:
      fr: Électricité
      en: Electricity
    aliases: [élec, courant]
    unit: kWh
    family: resource
    direction: down
    owner: technique@cluster.example
    emission:
      activity: electricity
      control: operated
      factor:
        2021: elec-2021
        2022: elec-2022
  - slug: eau
    action: AI.3
    label:
      fr: Eau
      en: Water
    unit: m3
    units:
      citerne: 12.50
    whole_number: non
    family: resource
    direction: down
    owner: technique@cluster.example
    bound: 1000
    note: relevé
    emission:
      activity: asset
      control: paid
      factor: eau-m3
      amortisation_years: 5
      evidence: estimate
  - slug: verre
    action: AI.3
    label:
      fr: Verre
      en: Glass
    unit: kg
    family: waste-sorted
    direction: down
    owner: technique@cluster.example
    emission:
      activity: waste
      control: not-operated
      factor: verre-moyen
      cut_off: recycle
  - slug: sessions
    action: AI.3
    label:
      fr: Sessions
      en: Sessions held
    unit: unité
    whole_number: oui
    family: outreach
    direction: up
    owner: technique@cluster.example
`;

/** The plan with `text` for its line number `line`, from 1; without that line when null. */
export function planTextAt(line: number, text: string | null): string {
  const lines = planText.split("\n");
  lines.splice(line - 1, 1, ...(text === null ? [] : [text]));
  return lines.join("\n");
}
