import { describe, expect, it } from "vitest";
import { lineOn } from "../../support/query-line.ts";
import { planShipped, readerOf } from "../../support/questions.ts";

const lineOf = lineOn(readerOf(await planShipped())("2026-11-24"));

describe("a period, however it is written", () => {
  it.each([
    ["gaz 1T 2025", "value gaz 2025-T1..2025-T1"],
    ["gaz 2S 2025", "value gaz 2025-T3..2025-T4"],
    ["gas 2025Q3", "value gaz 2025-T3..2025-T3"],
    ["gaz T1+T2 2025", "value gaz 2025-T1..2025-T2"],
    ["gaz 2024+2025", "value gaz 2024-T1..2025-T4"],
    ["gaz sur la deuxième moitié de 2025", "value gaz 2025-T3..2025-T4"],
    ["gas over the rolling twelve months", "value gaz 2025-T4..2026-T3"],
    ["gaz au dernier trimestre clos", "value gaz 2026-T3..2026-T3"],
    ["gas in the last full quarter", "value gaz 2026-T3..2026-T3"],
    ["gas in FY 2025", "value gaz 2025-T1..2025-T4"],
    ["gas throughout 2025", "value gaz 2025-T1..2025-T4"],
    ["gaz sur les quatre trimestres de 2025", "value gaz 2025-T1..2025-T4"],
    ["gas in the year before last", "value gaz 2024-T1..2024-T4"],
    ["gaz de l'avant-dernière année", "value gaz 2024-T1..2024-T4"],
    ["gaz dpui 2023", "value gaz 2023-T1..2026-T4"],
    ["gaz du 1er janvier au 30 juin 2026", "value gaz 2026-T1..2026-T2"],
    ["gas, quarter on quarter", "compare gaz 2026-T4..2026-T4 previous_quarter"],
    ["gaz par rapport à un trimestre plus tôt", "compare gaz 2026-T4..2026-T4 previous_quarter"],
    ["conso de gaz o T1 2026", "value gaz 2026-T1..2026-T1"],
    ["gas compared 2 last year", "compare gaz 2026-T1..2026-T4 previous_year"],
  ])("“%s”", (text, line) => {
    expect(lineOf(text)).toBe(line);
  });
});

describe("a turn of phrase, read in other words", () => {
  it.each([
    ["how many people attended a training in 2025", "value stagiaires 2025-T1..2025-T4"],
    ["vous formez combien ? on a formé combien de personnes en 2025", "value stagiaires 2025-T1..2025-T4"],
    ["formons combien de personnes en 2025", "value stagiaires 2025-T1..2025-T4"],
    ["how have emissions changed since 2022", "trend ghg 2022-T1..2026-T4"],
    ["where does the gas figure come from in 2025", "explain gaz 2025-T1..2025-T4"],
    ["combien de temps me reste-t-il pour saisir le gaz", "deadline gaz"],
    ["il me reste combien de temps pour le gaz", "deadline gaz"],
    ["combien de kgCO2e/km pour l'avion", "factor avion"],
    ["objectif gaz à l'horizon 2030", "target gaz 2030-T1..2030-T4"],
    ["how long will AI.1 take", "action AI.1"],
    ["gas target vs actual in 2025", "compare gaz 2025-T1..2025-T4 target"],
    ["emprunte carbone 2025", "value ghg 2025-T1..2025-T4"],
    ["évolution trimestrielle du papié en 2025", "trend papier 2025-T1..2025-T4"],
    ["achats de conseil 2025 en k€", "value achats-services 2025-T1..2025-T4"],
    ["on é en retar sur lobjectif ressources ou pa", "compare resources 2026-T1..2026-T4 target"],
  ])("“%s”", (text, line) => {
    expect(lineOf(text)).toBe(line);
  });
});
