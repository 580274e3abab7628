import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { readAmount } from "../../src/domain/amount.ts";
import type { Factor } from "../../src/domain/factor.ts";
import { longestName, matchName } from "../../src/domain/name-match.ts";
import type { Indicator, Plan } from "../../src/domain/plan.ts";
import { checkPlan } from "../../src/domain/plan-check.ts";
import { factorUnitProblems } from "../../src/domain/plan-check-emission.ts";
import { readFactorFile } from "../../src/store/factor-file.ts";
import { readPlanFile } from "../../src/store/plan-file.ts";
import { planFromJson, planToJson } from "../../src/store/plan-json.ts";

let plan: Plan;
let factors: readonly Omit<Factor, "version">[];

beforeAll(async () => {
  const read = await readPlanFile("plan/cluster-montagne.yaml");
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const file = await readFactorFile(read.factorsPath ?? "");
  if (!file.ok) throw new Error(JSON.stringify(file.errors));
  plan = read.plan;
  factors = file.factors;
});

function indicator(slug: string): Indicator {
  const found = plan.indicators.find((one) => one.slug === slug);
  if (found === undefined) throw new Error(`no indicator ${slug}`);
  return found;
}

/** The actions of the manifesto: what follows each code, euro sign, person, clock and page. */
function manifesto() {
  const text = readFileSync("tests/fixtures/manifeste-cluster-montagne.txt", "utf8").replaceAll("×", "");
  const action = /^(A[IE]\.\d) ([^€]+)\n€ (.+)\n+👤 (.+)\n+🕒 (.+)\n+📄 (.+)$/gmu;
  return [...text.matchAll(action)].map((match) => {
    const [code, title, budget, effort, schedule, criterion] = match.slice(1).map((part) => part.trim());
    // One closing bracket of the manifesto opens nowhere: "T3 2021 et récurrente)".
    return { code, title, budget, effort, schedule: schedule?.replace(/^([^(]+)\)$/, "$1"), criterion };
  });
}

/** slug, action, unit, family, direction, owner, activity, control, factor (standing). */
const indicators = `
electricite AI.3 kWh resource down energie electricity operated -
gaz AI.3 kWh_PCS resource down energie stationary-fuel operated gaz-kwh-pcs-2015
eau AI.3 m3 resource down energie goods paid eau-robinet-m3
papier AI.3 kg resource down energie goods paid papier-kg
voiture-thermique AI.2 km travel down mobilite business-travel not-operated voiture-diesel-km
voiture-electrique AI.2 km travel down mobilite business-travel not-operated voiture-electrique-km
train AI.2 passager.km travel down mobilite business-travel not-operated tgv-pkm
ter AI.2 passager.km travel down mobilite business-travel not-operated ter-pkm
avion AI.2 passager.km travel down mobilite business-travel not-operated avion-moyen-avec-trainees
domicile-travail AI.2 km travel down mobilite commuting not-operated voiture-diesel-km
hotel AI.2 nuitée travel down mobilite business-travel not-operated hotel-nuit-moyenne
repas AI.2 repas purchase down achats goods paid repas-moyen
achats-services AI.2 kEUR purchase down achats services paid eur-conseil-banque-assurance
materiel-informatique AI.2 unité purchase down achats asset paid ordi-portable
dechets-papier AI.3 kg waste-sorted down dechets waste not-operated dechet-carton-moyen
dechets-plastique AI.3 kg waste-sorted down dechets waste not-operated dechet-pet-recyclage
dechets-verre AI.3 kg waste-sorted down dechets waste not-operated dechet-verre-moyen
dechets-bio AI.3 kg waste-sorted down dechets waste not-operated dechet-bio-compost
dechets-deee AI.3 kg waste-sorted down dechets waste not-operated dechet-deee
dechets-residuels AI.3 kg waste-residual down dechets waste not-operated dechet-omr-moyen
temps-referent AI.4 jour means none technique - - -
publications AE.1 unité outreach up ressources - - -
consultations AE.1 unité outreach up ressources - - -
formations AE.2 unité outreach up formations - - -
stagiaires AE.2 unité outreach up formations - - -
actions-collectives AE.3 unité outreach up collectif - - -
participants AE.3 unité outreach up collectif - - -`;

function summary({ slug, action, unit, family, direction, owner, emission }: Indicator): string {
  const emits = emission === null ? ["-", "-"] : [emission.activity, emission.control];
  const factor = emission?.factor.kind === "standing" ? emission.factor.id : "-";
  return [
    slug,
    action,
    unit.replace(" ", "_"),
    family,
    direction,
    owner.split("@")[0],
    ...emits,
    factor,
  ].join(" ");
}

describe("the shipped plan says what the manifesto says", () => {
  it("seven actions in its own words, X % included", () => {
    const actions = manifesto();
    expect(actions).toHaveLength(7);
    expect(plan.actions).toEqual(actions);
  });

  it("five values in its own words", () => {
    const text = readFileSync("tests/fixtures/manifeste-cluster-montagne.txt", "utf8");
    expect(plan.values).toHaveLength(5);
    for (const value of plan.values) expect(text).toContain(`${value.name} : ${value.text}`);
  });

  it("three targets left open", () => {
    const open = ["ges", "dechets", "ressources"].map((subject) => ({ subject, ratePctPerYear: null }));
    expect(plan.targets).toEqual(open);
  });
});

describe("the shipped plan follows 27 indicators", () => {
  it("each with its unit, owner and way to emissions", () => {
    expect(plan.indicators.map(summary)).toEqual(indicators.trim().split("\n"));
  });

  it("electricity has one factor a year from 2020 to 2025", () => {
    const byYear = [2020, 2021, 2022, 2023, 2024, 2025].map((year) => [year, `elec-fr-${year}`] as const);
    expect(indicator("electricite").emission?.factor).toEqual({ kind: "series", byYear: new Map(byYear) });
  });

  it("paper, plastic, glass and electronic waste have the cut-off factor, laptops amortise over 5 years", () => {
    const cutOff = plan.indicators.filter(
      ({ emission }) => emission?.cutOffFactor !== null && emission !== null,
    );
    const streams = ["dechets-papier", "dechets-plastique", "dechets-verre", "dechets-deee"];
    expect(cutOff.map(({ slug, emission }) => [slug, emission?.cutOffFactor])).toEqual(
      streams.map((slug) => [slug, "dechet-recycle-cutoff"]),
    );
    const amortised = plan.indicators.filter(
      ({ emission }) => (emission?.amortisationYears ?? null) !== null,
    );
    expect(amortised.map(({ slug, emission }) => [slug, emission?.amortisationYears])).toEqual([
      ["materiel-informatique", 5],
    ]);
  });

  it("nights, meals, laptops and what is counted are whole numbers", () => {
    const whole = plan.indicators.filter(({ wholeNumber }) => wholeNumber).map(({ slug }) => slug);
    const counted = "publications consultations formations stagiaires actions-collectives participants";
    expect(whole).toEqual(["hotel", "repas", "materiel-informatique", ...counted.split(" ")]);
  });

  it("a ream of paper is 2.5 kg (500 sheets of 0.21 m x 0.297 m x 80 g/m2)", () => {
    expect(indicator("papier").units.get("ramette")?.toNumber()).toBe(2.5);
  });

  it("every slug, label and alias names its own indicator, whatever its case and accents", () => {
    const candidates = plan.indicators.map(({ slug, label, aliases }) => ({
      key: slug,
      names: [slug, label.fr, label.en, ...aliases],
    }));
    for (const { key, names } of candidates) {
      for (const name of names) {
        expect(matchName(name.toUpperCase(), candidates), name).toEqual({ kind: "exact", key });
      }
    }
  });

  it.each([
    ["élec", "electricite"],
    ["TGV", "train"],
    ["omr", "dechets-residuels"],
    ["ordures", "dechets-residuels"],
    ["électri", "electricite"],
    ["consult", "consultations"],
    ["publi", "publications"],
    ["chauff", "gaz"],
  ])("people type %s for %s", (typed, slug) => {
    const candidates = plan.indicators.map((one) => ({ key: one.slug, names: [one.slug, ...one.aliases] }));
    expect(matchName(typed, candidates)).toMatchObject({ key: slug });
  });
});

describe("a name of the shipped plan never counts what its indicator measures otherwise", () => {
  const counted = "ramettes vols vol flights trains bouteilles cartons poubelle poubelles diesel honoraires";

  it.each(counted.split(" "))("%s is no name, so that a bare number after it is not taken", (name) => {
    const candidates = plan.indicators.map(({ slug, label, aliases }) => {
      return { key: slug, names: [slug, label.fr, label.en, ...aliases] };
    });
    expect(["exact", "prefix"]).not.toContain(longestName([name, "6"], candidates).match.kind);
  });
});

describe("what is counted may be called by its name after the number", () => {
  it.each([
    ["formations", "12 sessions"],
    ["stagiaires", "12 stagiaires"],
    ["stagiaires", "12 personnes"],
    ["stagiaires", "12 professionnels"],
    ["participants", "12 participants"],
    ["participants", "12 membres"],
    ["participants", "12 members"],
    ["publications", "12 publications"],
    ["publications", "12 ressources"],
    ["consultations", "12 visites"],
    ["consultations", "12 consultations"],
    ["consultations", "12 visits"],
    ["actions-collectives", "12 actions"],
    ["materiel-informatique", "12 ordinateurs"],
    ["materiel-informatique", "12 PC"],
    ["materiel-informatique", "12 ordinateurs portables"],
    ["materiel-informatique", "12 laptops"],
    ["hotel", "12 nuits"],
    ["repas", "12 repas"],
    ["temps-referent", "12 journées"],
  ])("%s %s", (slug, typed) => {
    const read = readAmount(typed, indicator(slug), "fr");
    expect(read).toMatchObject({ value: { unit: typed.slice("12 ".length), rest: "" } });
    expect(read.ok && read.value.value.toNumber()).toBe(12);
  });
});

describe("the shipped plan can be applied", () => {
  it("its people, factors, units and calendar hold together", () => {
    expect(checkPlan(plan, new Set(factors.map(({ id }) => id)))).toEqual([]);
    expect(factorUnitProblems(plan, new Map(factors.map(({ id, unit }) => [id, unit])))).toEqual([]);
  });

  it("its calendar is the one decided: due on the 15th, reminders between 9:00 and 17:00, Paris time", () => {
    expect(plan).toMatchObject({
      timeZone: "Europe/Paris",
      referenceYear: 2021,
      collectFrom: "2021-T1",
      nomenclature: "beges",
      calendar: {
        dueDay: 15,
        stages: { opening: 1, reminder: -5, eve: -1, overdue: 1, escalation: 5 },
        hours: { from: 9, to: 17 },
        digest: { businessDay: 1, hour: 9 },
      },
    });
    expect([...plan.fte.keys()]).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
  });

  it("its roster has a technical and a political referent, an admin, a reader and seven owners", () => {
    expect(plan.people.map(({ email, role, referent }) => [email.split("@")[0], role, referent])).toEqual([
      ["technique", "referent", "technical"],
      ["politique", "referent", "political"],
      ...["energie", "mobilite", "achats", "dechets", "ressources", "formations", "collectif"].map((name) => [
        name,
        "owner",
        null,
      ]),
      ["membre", "reader", null],
      ["admin", "admin", null],
    ]);
  });

  it("it is the same plan once kept as JSON", () => {
    expect(planFromJson(JSON.parse(JSON.stringify(planToJson(plan))))).toEqual(plan);
  });
});

describe("the shipped factors", () => {
  it("are 89, each with its source", () => {
    expect(factors).toHaveLength(89);
    expect(factors.filter(({ source, seenIn }) => source === "" || seenIn === "")).toEqual([]);
  });

  /** Base Carbone and Base Empreinte, ADEME: kgCO2e per unit. */
  it.each([
    ["elec-fr-2021", "kWh", 0.0569],
    ["elec-fr-2022", "kWh", 0.052],
    ["elec-fr-2023", "kWh", 0.058],
    ["elec-fr-2024", "kWh", 0.0519],
    ["elec-fr-2025", "kWh", 0.0461],
    ["gaz-kwh-pcs-2015", "kWh PCS", 0.204],
    ["voiture-diesel-km", "km", 0.227],
    ["avion-moyen-avec-trainees", "passager.km", 0.184661],
    ["dechet-recycle-cutoff", "kg", 0.041],
    ["ordi-portable", "unité", 156],
  ])("%s is per %s and worth %f", (id, unit, value) => {
    const factor = factors.find((one) => one.id === id);
    expect([factor?.unit, factor?.printedTotal.toNumber()]).toEqual([unit, value]);
  });

  it("say the warming potentials' basis only for the refrigerants whose source lets it be told", () => {
    const basis = factors
      .filter(({ gwpBasis }) => gwpBasis !== null)
      .map(({ id, gwpBasis }) => [id, gwpBasis]);
    expect(basis).toEqual([
      ["r410a", "AR6"],
      ["r32", "AR6"],
      ["r134a", "AR5"],
    ]);
  });
});
