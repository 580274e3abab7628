import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadExample } from "../../src/cli/example.ts";
import { exportTo } from "../../src/cli/export.ts";
import type { Json, JsonObject } from "../../src/commands/json.ts";
import { freshCairn, type Said, type TestCairn } from "../support/cairn.ts";
import { engines } from "../support/databases.ts";
import { suiteFolder } from "../support/folders.ts";
import { forbiddenIn } from "../support/forbidden-words.ts";
import { type Exported, secondOpinion } from "../support/second-opinion.ts";

let test: TestCairn;
let exported: Exported;
let folder: Awaited<ReturnType<typeof suiteFolder>>;
beforeAll(async () => {
  test = await freshCairn("pglite");
  await loadExample(test.cairn);
  folder = await suiteFolder();
  const path = join(folder.path, "export.json");
  await exportTo(test.cairn, { format: "json", table: "entries", path });
  exported = JSON.parse(await readFile(path, "utf8")) as Exported;
});
afterAll(async () => {
  await test.store.close();
  await folder.remove();
});

function objectIn(json: Json | undefined): JsonObject {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Error("No object there.");
  return json as JsonObject;
}

/** The query and the answer of a question, asked by a reader unless said. */
async function ask(text: string, said: Said = { as: "membre" }) {
  const reply = await test.say(`/question ${text}`, said);
  const data = objectIn(reply["data"]);
  const answer = data["answer"];
  return {
    text: String(reply["text"]),
    data,
    query: objectIn(data["query"]),
    answer: answer === null ? null : objectIn(answer),
  };
}

/** What was entered on an indicator over those quarters, added up from the export. */
function entered(indicator: string, year: number): number {
  const own = exported.entries.filter(
    (entry) => entry.indicator === indicator && entry.period.startsWith(`${year}`),
  );
  return own.reduce((total, { value }) => total + (value ?? 0), 0);
}

describe("a total", () => {
  const slugs = ["electricite", "gaz", "eau", "papier", "train", "dechets-verre", "hotel", "formations"];
  const years = [2021, 2023, 2025];

  it.each(slugs.flatMap((slug) => years.map((year) => ({ slug, year }))))(
    "of $slug in $year is the sum of the exported figures",
    async ({ slug, year }) => {
      const { answer } = await ask(`combien de ${slug.replaceAll("-", " ")} en ${year} ?`);
      expect(answer?.["value"]).toBeCloseTo(entered(slug, year), 6);
    },
  );

  it.each(years)("of emissions in %s is what a second computation finds", async (year) => {
    const { answer } = await ask(`combien de CO2 en ${year} ?`);
    const asked = { from: `${year}-T1`, to: `${year}-T4`, referenceYear: 2021, against: "baseline" } as const;
    const { total } = secondOpinion(exported, { ...asked, spreadOver: { "materiel-informatique": 5 } });
    expect(answer?.["unit"]).toBe("kgCO2e");
    expect(answer?.["value"]).toBeCloseTo(total, 2);
  });

  it.each(["ghg.scope1", "ghg.scope2", "ghg.scope3"])(
    "of all emissions is never less than %s",
    async (scope) => {
      const [part, whole] = [await ask(`scope ${scope.slice(-1)} en 2025`), await ask("émissions 2025")];
      expect(part.query["measure"]).toBe(scope);
      expect(Number(part.answer?.["value"])).toBeLessThanOrEqual(Number(whole.answer?.["value"]));
    },
  );

  it("says its period, its coverage and how it was read, and opens in one press", async () => {
    const { text, answer } = await ask("élctricité en 2025");
    expect(answer).toEqual({
      value: 11399.7,
      unit: "kWh",
      text: "Électricité des bureaux, l’année 2025 : 11 399,7 kWh.".replace(
        "11 399,7 kWh",
        "11\u202f399,7\u00a0kWh",
      ),
      coverage: { received: 4, expected: 4, missing: [] },
    });
    expect(text).toContain("Lecture : total, Électricité des bureaux, l’année 2025.");
    expect(text).toContain("« élctricité » a été lu « electricite ».");
    expect(text).toContain("/cairn pourquoi electricite 2025");
  });

  it("of the emissions of an indicator is in kgCO2e, not in its own unit", async () => {
    const { answer } = await ask("émissions de l'avion en 2025");
    const balance = objectIn(objectIn((await test.say("/cairn bilan 2025"))["data"])["balance"]);
    const lines = balance["byIndicator"];
    const plane = Array.isArray(lines)
      ? lines.map(objectIn).find((line) => line["indicator"] === "avion")
      : undefined;
    expect([answer?.["unit"], answer?.["value"]]).toEqual(["kgCO2e", plane?.["kgCo2e"]]);
  });
});

describe("what the data cannot give", () => {
  it.each([
    ["tonnes compensées en 2025", "Aucun projet financé n’est noté"],
    ["combien de projets financés en 2024 ?", "Aucun projet financé n’est noté"],
    ["combien a-t-on dépensé en 2025 ?", "Cairn ne tient pas de registre des dépenses"],
    ["objectif GES 2027", "à fixer"],
    ["combien de train en 2019 ?", "aucun chiffre"],
  ])("“%s” is a sentence without a figure", async (question, said) => {
    const { answer, text } = await ask(question);
    expect(answer?.["value"]).toBeNull();
    expect(text).toContain(said);
  });

  it("a question that is not understood has no figure, and says three that can be", async () => {
    const { data, text } = await ask("Qui a gagné la coupe du monde de ski ?");
    expect(data).toEqual({
      query: { intent: "unknown", measure: null, period: null, against: null },
      answer: null,
      suggestions: [
        "Combien pour Électricité des bureaux en 2026 ?",
        "Où en sont les déchets par rapport à l’an dernier ?",
        "Quels chiffres manquent ?",
      ],
      candidates: [],
    });
    expect(text).toContain("Je ne connais pas");
  });

  it("a tie is offered as buttons, each read as what it says", async () => {
    const { data, text } = await ask("km en voiture 2025");
    expect(data["answer"]).toBeNull();
    expect(text).toContain("/question voiture-thermique 2025");
    expect((await ask("voiture-thermique 2025")).query["measure"]).toBe("voiture-thermique");
  });
});

describe("an answer of each kind", () => {
  it.each([
    ["Où en est-on sur les déchets par rapport à l'an dernier ?", "compare", "kg"],
    ["évolution de l'eau depuis 2024", "trend", "m3"],
    ["répartition des émissions en 2025", "rank", "kgCO2e"],
    ["facteur d'émission de l'électricité en 2024", "factor", "kgCO2e/kWh"],
    ["Pourquoi les émissions ont-elles augmenté en 2025 ?", "explain", "kgCO2e"],
    ["quel taux de tri en 2025 par rapport à 2024 ?", "compare", "%"],
    ["ressources 2025", "value", "index"],
  ])("“%s” is of the kind %s, in %s", async (question, intent, unit) => {
    const { query, answer } = await ask(question);
    expect([query["intent"], answer?.["unit"]]).toEqual([intent, unit]);
    expect(answer?.["value"]).toBeTypeOf("number");
  });

  it.each([
    ["Qui pilote l'action AE.2 ?", "Responsable des formations"],
    ["qui est le référent technique ?", "technique@cluster.example"],
    ["quel budget pour l'action AI.1 ?", "4 k€ HT"],
    ["échéance du T3 2026", "15 octobre 2026"],
    ["que reste-t-il à saisir pour le T3 2026 ?", "Il manque"],
  ])("“%s” says %s", async (question, said) => {
    expect((await ask(question)).text).toContain(said);
  });

  it("a rise is explained by its two effects, what weighs most, and what its uncertainty leaves of it", async () => {
    const { text } = await ask("Pourquoi les émissions ont-elles augmenté en 2025 ?");
    expect(text).toContain("par l’activité");
    expect(text).toContain("par les facteurs d’émission");
    expect(text).toContain("hausse non démontrée");
    expect(text.split("Ce qui pèse le plus dans l’écart")[1]?.match(/^• /gmu)).toHaveLength(3);
  });

  it.each(["déchets", "émissions", "émissions du scope 2", "émissions du scope 3"])(
    "the parts of a ranking of the %s add up to their total, the largest first",
    async (name) => {
      const { answer, query } = await ask(`répartition des ${name} en 2025`);
      expect(query["intent"]).toBe("rank");
      const whole = await ask(`${name} 2025`);
      const ranking = answer?.["ranking"];
      const values = Array.isArray(ranking) ? ranking.map((part) => Number(objectIn(part)["value"])) : [];
      const apart = values.reduce((sum, value) => sum + value, 0) - Number(whole.answer?.["value"]);
      // Each part is rounded to the gram, and so is the total.
      expect(Math.abs(apart)).toBeLessThan(0.0005 * (values.length + 2));
      expect(values.length).toBeGreaterThan(0);
      expect(values).toEqual(values.toSorted((a, b) => b - a));
    },
  );

  it.each([
    "tonnes compensées en 2025",
    "émissions 2025",
    "compensation 2025 par rapport à 2024",
    "parle-moi de AE.1",
  ])("“%s” claims nothing that is forbidden", async (question) => {
    // A button repeats the person's own words: those are not what Cairn claims.
    const claimed = (await ask(question)).text.replaceAll(question, "");
    expect(forbiddenIn(claimed)).toEqual([]);
  });
});

describe.each(engines)("a question that follows another, on %s", (engine) => {
  let asked: TestCairn;
  beforeAll(async () => {
    asked = await freshCairn(engine);
  });
  afterAll(() => asked.store.close());

  /** The query of the last of those questions; each is asked a minute after the one before. */
  async function last(as: string, ...texts: string[]): Promise<Json | undefined> {
    let query: Json | undefined;
    for (const [minute, text] of texts.entries()) {
      const at = `2026-11-24T09:${String(minute).padStart(2, "0")}:00Z`;
      query = objectIn((await asked.say(`/question ${text}`, { as, at }))["data"])["query"];
    }
    return query;
  }
  const year = (civil: number) => ({ from: `${civil}-T1`, to: `${civil}-T4` });
  const unknown = { intent: "unknown", measure: null, period: null, against: null };

  it.each([
    [
      ["déchets 2025", "et l'an dernier ?"],
      { intent: "value", measure: "waste", period: year(2025), against: null },
    ],
    [
      ["déchets 2025", "et en 2023 ?"],
      { intent: "value", measure: "waste", period: year(2023), against: null },
    ],
    [
      ["eau 2025", "et pour le papier ?"],
      { intent: "value", measure: "papier", period: year(2025), against: null },
    ],
    [
      ["eau 2025", "et le gaz ?", "et en 2024 ?"],
      { intent: "value", measure: "gaz", period: year(2024), against: null },
    ],
    [
      ["le gaz en 2025 par rapport à 2024", "et l'électricité ?"],
      { intent: "compare", measure: "electricite", period: year(2025), against: "previous_year" },
    ],
    [
      ["eau 2025", "et par rapport à l'année de référence ?"],
      { intent: "compare", measure: "eau", period: year(2025), against: "baseline" },
    ],
    [["facteur du train", "and gas?"], { intent: "factor", measure: "gaz", period: null, against: null }],
    [["eau 2025", "et pour la piscine ?"], unknown],
    [["eau 2025", "et alors ?"], unknown],
    [["eau 2025", "et supprime le T3"], unknown],
  ])("%s", async (texts, query) => {
    expect(await last("membre", ...texts)).toEqual(query);
  });

  it("is unknown where nothing was asked", async () => {
    expect(await last("politique", "et l'an dernier ?")).toEqual(unknown);
  });

  it("is unknown after ten minutes, and to somebody else", async () => {
    await asked.say("/question eau 2025", { as: "achats", at: "2026-11-24T09:00:00Z" });
    const late = { as: "achats", at: "2026-11-24T09:11:00Z" };
    const other = { as: "energie", at: "2026-11-24T09:01:00Z" };
    for (const said of [late, other]) {
      const reply = await asked.say("/question et en 2024 ?", said);
      expect(objectIn(reply["data"])["query"]).toEqual(unknown);
    }
  });

  it("is kept a day, and goes with the person", async () => {
    const kept = () => asked.store.db.selectFrom("asked_question").select("person_id").execute();
    await asked.say("/question eau 2025", { as: "dechets", at: "2026-11-24T12:00:00Z" });
    expect(await kept()).not.toEqual([]);
    await asked.say("/question eau 2025", { as: "mobilite", at: "2026-11-26T12:00:00Z" });
    expect(await kept()).toHaveLength(1);
    await asked.store.db.deleteFrom("person").where("email", "=", "mobilite@cluster.example").execute();
    expect(await kept()).toEqual([]);
  });
});
