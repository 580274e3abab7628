import { describe, expect, it } from "vitest";
import { digestHeadline } from "../../src/cards/digest-headline.ts";
import { type Language, messagesFor } from "../../src/messages/messages.ts";
import { emission, entry, indicator, planOf } from "../support/build.ts";
import { digestOf } from "../support/digest.ts";
import { year } from "../support/progress.ts";

const gaz = indicator("gaz", { emission: emission("gaz"), label: { fr: "Gaz", en: "Gas" }, unit: "kWh" });
const plan = planOf(gaz);
const before = { at: "2026-04-10T08:00:00.000Z" };

/** Figures of gaz, all recorded before the digest. */
function figures(of: number, ...values: (string | null)[]) {
  return year("gaz", of, ...values).map((each) => ({ ...each, ...before }));
}

type Changes = Parameters<typeof digestOf>[1];

/** The headline of September 2026 on its posting day, with plain spaces. */
function headline(language: Language, changes: Changes, over = plan): string {
  const digest = digestOf([gaz], { plan: over, ...changes });
  const today = digest.at.toZonedDateTimeISO(over.timeZone).toPlainDate();
  return plain(digestHeadline(digest, { plan: over, today }, messagesFor(language)));
}

function plain(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/gu, " ");
}

const reference = figures(2021, "1000", "2000", "3000", "4000");
const collectedFromT1 = { ...plan, collectFrom: "2026-T1" as const };

describe("the month in one honest sentence", () => {
  it.each<[title: string, changes: Changes, fr: string, en: string]>([
    [
      "nothing entered",
      {},
      "Aucun chiffre d’émission n’est encore enregistré pour 2026 ; 3 chiffres sont attendus, dont 1 pas encore à échéance.",
      "No emission figure is recorded for 2026 yet; 3 figures are expected, 1 of them not due yet.",
    ],
    [
      "a fall larger than its uncertainty",
      { entries: [...reference, ...figures(2026, "500", "1000")] },
      "Depuis le début de 2026, les émissions brutes connues sont de 1,5 tCO2e (BEGES-R v5) ; à périmètre comparable, 50 % de moins qu’aux mêmes trimestres de 2021 (-1,5 tCO2e par l’activité, 0 kgCO2e par les facteurs d’émission) ; il manque 1 chiffre à ce total, pas encore à échéance.",
      "Since the start of 2026, known gross emissions are 1.5 tCO2e (BEGES-R v5); like for like, 50% less than in the same quarters of 2021 (-1.5 tCO2e from activity, 0 kgCO2e from emission factors); this total lacks 1 figure, not due yet.",
    ],
    [
      // By hand: 5 % of each figure and 50 % of the change, √(0,05² × 28 120 300 + 15²).
      "a rise within its uncertainty is not demonstrated",
      { entries: [...reference, ...figures(2026, "1010", "2010", "3010")] },
      "Depuis le début de 2026, les émissions brutes connues sont de 6,03 tCO2e (BEGES-R v5) ; à périmètre comparable, 0,5 % de plus qu’aux mêmes trimestres de 2021 (+30 kgCO2e par l’activité, 0 kgCO2e par les facteurs d’émission) ; hausse non démontrée, car plus petite que son incertitude de ± 265,567 kgCO2e ; aucun chiffre ne manque à ce total.",
      "Since the start of 2026, known gross emissions are 6.03 tCO2e (BEGES-R v5); like for like, 0.5% more than in the same quarters of 2021 (+30 kgCO2e from activity, 0 kgCO2e from emission factors); a rise that is not demonstrated, being smaller than its uncertainty of ± 265.567 kgCO2e; this total lacks no figure.",
    ],
    [
      "no change",
      { entries: [...reference, ...figures(2026, "1000", "2000", "3000")] },
      "Depuis le début de 2026, les émissions brutes connues sont de 6 tCO2e (BEGES-R v5) ; à périmètre comparable, autant qu’aux mêmes trimestres de 2021 ; aucun chiffre ne manque à ce total.",
      "Since the start of 2026, known gross emissions are 6 tCO2e (BEGES-R v5); like for like, as much as in the same quarters of 2021; this total lacks no figure.",
    ],
    [
      "a zero reference gives kilograms, no percentage",
      { entries: [...figures(2021, "0"), ...figures(2026, "120")] },
      "Depuis le début de 2026, les émissions brutes connues sont de 120 kgCO2e (BEGES-R v5) ; à périmètre comparable, 120 kgCO2e de plus qu’aux mêmes trimestres de 2021 (+120 kgCO2e par l’activité, 0 kgCO2e par les facteurs d’émission) ; il manque 2 chiffres à ce total, dont 1 pas encore à échéance.",
      "Since the start of 2026, known gross emissions are 120 kgCO2e (BEGES-R v5); like for like, 120 kgCO2e more than in the same quarters of 2021 (+120 kgCO2e from activity, 0 kgCO2e from emission factors); this total lacks 2 figures, 1 of them not due yet.",
    ],
    [
      "no reference",
      { entries: figures(2026, "120") },
      "Depuis le début de 2026, les émissions brutes connues sont de 120 kgCO2e (BEGES-R v5) ; rien ne se compare encore à 2021 ; il manque 2 chiffres à ce total, dont 1 pas encore à échéance.",
      "Since the start of 2026, known gross emissions are 120 kgCO2e (BEGES-R v5); nothing compares with 2021 yet; this total lacks 2 figures, 1 of them not due yet.",
    ],
    [
      "the reference year",
      { entries: reference, month: "2021-09", at: "2021-10-01T07:00:00Z" },
      "Aucun chiffre d’émission n’est encore enregistré pour 2021 ; 3 chiffres sont attendus, dont 1 pas encore à échéance.",
      "No emission figure is recorded for 2021 yet; 3 figures are expected, 1 of them not due yet.",
    ],
    [
      "the reference year with its figures",
      { entries: reference, month: "2021-12", at: "2026-10-01T07:00:00Z" },
      "Depuis le début de 2021, les émissions brutes connues sont de 10 tCO2e (BEGES-R v5) ; 2021 est l’année de référence, à laquelle les suivantes se compareront ; aucun chiffre ne manque à ce total.",
      "Since the start of 2021, known gross emissions are 10 tCO2e (BEGES-R v5); 2021 is the reference year, which later years will be compared with; this total lacks no figure.",
    ],
    [
      "January tells how the year before ended",
      {
        ...{ month: "2027-01", at: "2027-02-01T08:00:00Z" },
        entries: [...reference, ...figures(2026, "500", "1000", "1500", "2000")],
      },
      "Aucun chiffre d’émission n’est encore enregistré pour 2027 ; les émissions brutes connues de l’année 2026 sont de 5 tCO2e (BEGES-R v5) ; à périmètre comparable, 50 % de moins qu’aux mêmes trimestres de 2021 (-5 tCO2e par l’activité, 0 kgCO2e par les facteurs d’émission) ; aucun chiffre ne manque à ce total.",
      "No emission figure is recorded for 2027 yet; the known gross emissions of the year 2026 are 5 tCO2e (BEGES-R v5); like for like, 50% less than in the same quarters of 2021 (-5 tCO2e from activity, 0 kgCO2e from emission factors); this total lacks no figure.",
    ],
  ])("%s", (_, changes, fr, en) => {
    expect([headline("fr", changes), headline("en", changes)]).toEqual([fr, en]);
  });

  it("before collection began, nothing is missing", () => {
    const changes = { month: "2025-09", at: "2025-10-01T07:00:00Z" } as const;
    expect(headline("fr", changes, collectedFromT1)).toBe(
      "Aucun chiffre d’émission n’est encore enregistré pour 2025.",
    );
  });

  it("figures imported from before the collection count, though none was expected", () => {
    const changes = { entries: figures(2025, "120"), month: "2025-09", at: "2026-10-01T07:00:00Z" } as const;
    expect(headline("fr", changes, collectedFromT1)).toBe(
      "Depuis le début de 2025, les émissions brutes connues sont de 120 kgCO2e (BEGES-R v5) ; rien ne se compare encore à 2021 ; aucun chiffre ne manque à ce total.",
    );
  });

  it("assets bought in earlier years are not a figure of this one", () => {
    const laptop = indicator("pc", { emission: emission("pc", { activity: "asset", amortisationYears: 5 }) });
    const bought = entry("pc", "2025-T1", "20", before);
    expect(headline("fr", { entries: [bought] }, { ...planOf(laptop), collectFrom: "2026-T3" })).toBe(
      "Aucun chiffre d’émission n’est encore enregistré pour 2026 ; 1 chiffre est attendu, pas encore à échéance.",
    );
  });
});
