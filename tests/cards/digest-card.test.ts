import { describe, expect, it } from "vitest";
import type { Block, Card } from "../../src/cards/card.ts";
import { digestCard } from "../../src/cards/digest-card.ts";
import { decimal } from "../../src/domain/decimal.ts";
import { type Language, messagesFor } from "../../src/messages/messages.ts";
import { emission, entry, indicator } from "../support/build.ts";
import { digestOf, planWithValues, project } from "../support/digest.ts";
import { forbiddenIn } from "../support/forbidden-words.ts";
import { rate, target, year } from "../support/progress.ts";

const gaz = indicator("gaz", { emission: emission("gaz"), label: { fr: "Gaz", en: "Gas" }, unit: "kWh" });
const before = { at: "2026-04-10T08:00:00.000Z" };

/** Figures of gaz, all recorded before the digest. */
function figures(of: number, ...values: (string | null)[]) {
  return year("gaz", of, ...values).map((each) => ({ ...each, ...before }));
}

type Changes = Parameters<typeof digestOf>[1];

function plain(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/gu, " ");
}

const reference = figures(2021, "1000", "2000", "3000", "4000");

const waste = [
  indicator("verre", { family: "waste-sorted" }),
  indicator("omr", { family: "waste-residual", label: { fr: "Ordures", en: "Residual" } }),
];
const formations = indicator("formations", {
  family: "outreach",
  unit: "unité",
  label: { fr: "formations", en: "sessions" },
});

function cardOf(language: Language, changes: Changes = {}): Card {
  const all = {
    ...planWithValues(gaz, ...waste, formations),
    fte: new Map([
      [2021, decimal(5)],
      [2026, decimal(8)],
    ]),
  };
  return digestCard(
    digestOf([], { plan: all, ...changes }),
    { plan: all, example: false },
    messagesFor(language),
  );
}

const full: Changes = {
  entries: [
    ...reference,
    ...figures(2026, "500", "1000"),
    entry("gaz", "2026-T1", "450", {
      revision: 2,
      position: 9,
      reason: "relevé",
      at: "2026-09-20T08:00:00.000Z",
    }),
    ...["verre", "omr"]
      .flatMap((slug) => [...year(slug, 2021, "40", "60"), ...year(slug, 2026, "30", "50")])
      .map((each) => ({ ...each, ...before })),
    entry("formations", "2026-T1", "0", before),
  ],
  targets: [target("ges", 2026, rate("10"))],
  projects: [project(1, { standard: "VCS", vintage: 2024, proof: "registre 7" })],
};

function blockLines(block: Block): readonly string[] {
  switch (block.type) {
    case "text":
    case "note":
      return [block.text];
    case "list":
      return block.items;
    case "fields":
      return block.fields.map(({ label, value }) => `${label} | ${value}`);
    case "table":
      return [block.columns.map(({ label }) => label), ...block.rows].map((row) => row.join(" | ").trim());
    case "actions":
      return block.actions.map(({ label, line }) => `→ ${label} ${line}`);
  }
}

/** Everything a card says, line by line, with plain spaces. */
function linesOf({ title, blocks }: Card): string[] {
  return [title, ...blocks.flatMap(blockLines)].map(plain);
}

describe("the digest on one screen", () => {
  it("says all of it in French", () => {
    expect(linesOf(cardOf("fr", full))).toEqual([
      "Le point du mois : septembre 2026",
      expect.stringMatching(/^Depuis le début de 2026, .* 51,7 % de moins .*\.$/u),
      "| Depuis janvier 2026 | À périmètre comparable avec 2021 | Objectif",
      "Gaz à effet de serre | 1,45 tCO2e | -51,7 % | 1,771 tCO2e : tenu",
      "Déchets | 160 kg | -20 % | à fixer",
      "par équivalent temps plein | 20 kg | -50 % |",
      "taux de tri | 50 % | 50 %, contre 50 % en 2021 |",
      "Ressources (indice) | indice 48,3 | -51,7 % | à fixer",
      "Gaz | 1 450 kWh | -51,7 % |",
      "Ce qui a le plus bougé, et pourquoi",
      "Gaz : -1,55 tCO2e, tout par l’activité (3 000 → 1 450 kWh).",
      "Actions externes depuis janvier 2026 | Résultat |",
      "formations | 0 | 2 chiffres manquent",
      "Contribution, à part du bilan : 1 projet de montagne financé en 2026, 300 €, pour 12 tCO2e annoncées par les porteurs de projet.",
      "Projet 1 : 300 €, 12 tCO2e, VCS, millésime 2024, preuve de retrait : registre 7",
      "Collecte du T3 2026, à rendre pour le 15 octobre 2026 : 0 sur 4 chiffres reçus. En comptant les trimestres précédents, 76 chiffres sont en retard. Prochaine échéance : T3 2026, le 15 octobre 2026, dans 14 jours.",
      "Chiffres revus depuis le dernier point",
      "Gaz, T1 2026 : 500 kg → 450 kg (relevé)",
      "Accueillante, Accueillante…",
      "→ Gaz à effet de serre /cairn pourquoi ges 2026",
      "→ Déchets /cairn pourquoi dechets 2026",
      "→ Gaz /cairn pourquoi gaz 2026",
      "→ Formations /cairn pourquoi formations 2026",
      "→ Ressources /cairn avancement ressources 2026-T1..2026-T3",
      "→ Voir les échéances /cairn echeances",
    ]);
  });

  it("has as many lines, figures and buttons in English", () => {
    const [fr, en] = [linesOf(cardOf("fr", full)), linesOf(cardOf("en", full))];
    expect(en).toHaveLength(fr.length);
    expect(en.filter((line) => line.startsWith("→")).map((line) => line.split("/cairn")[1])).toEqual(
      fr.filter((line) => line.startsWith("→")).map((line) => line.split("/cairn")[1]),
    );
    expect(en).toContain("Greenhouse gases | 1.45 tCO2e | -51.7% | 1.771 tCO2e: met");
    expect(en.filter((line) => fr.includes(line))).toEqual(["Accueillante, Accueillante…"]);
  });

  it.each([
    ["2026-10-01T06:59:59Z", "Brouillon : ce point sera posté le 1er octobre 2026, et peut encore changer."],
    [
      "2026-10-01T07:00:00Z",
      "Aucun chiffre d’émission n’est encore enregistré pour 2026 ; 3 chiffres sont attendus",
    ],
  ])("read at %s, it begins with what it is", (at, begins) => {
    expect(linesOf(cardOf("fr", { at }))[1]).toMatch(new RegExp(`^${begins}`, "u"));
  });

  it("opens nothing that is not there", () => {
    expect(linesOf(cardOf("fr")).filter((line) => line.startsWith("→"))).toEqual([
      "→ Ressources /cairn avancement ressources 2026-T1..2026-T3",
      "→ Voir les échéances /cairn echeances",
    ]);
  });

  it.each(["fr", "en"] as const)("never says a forbidden word, full or empty (%s)", (language) => {
    for (const changes of [full, {}, { ...full, month: "2026-02" as const }]) {
      expect(forbiddenIn(linesOf(cardOf(language, changes)).join("\n"))).toEqual([]);
    }
  });

  it("lists five restated figures, and counts the others", () => {
    const many = ["2025-T1", "2025-T2", "2025-T3", "2025-T4", "2026-T1", "2026-T2", "2026-T3"] as const;
    const entries = many.flatMap((period) => [
      entry("gaz", period, "10", before),
      entry("gaz", period, "11", { revision: 2, at: "2026-09-20T08:00:00.000Z" }),
    ]);
    const lines = linesOf(cardOf("fr", { entries }));
    expect(lines.filter((line) => line.includes("10 kg → 11 kg"))).toHaveLength(5);
    expect(lines).toContain("et 2 autres");
  });
});
