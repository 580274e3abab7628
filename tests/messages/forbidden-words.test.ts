import { describe, expect, it } from "vitest";
import { filesOf } from "../support/documents.ts";

/**
 * What no message may say (docs/methode.md, 8). The French list is article D229-106 of the code de
 * l'environnement (decree 2022-539): "neutre en carbone", "zéro carbone", "avec une empreinte carbone
 * nulle", "climatiquement neutre", "intégralement compensé", "100 % compensé", or anything of the same
 * meaning. Net totals and coverage rates are the Bilan Carbone's: its pillars are neither added nor
 * subtracted (method, 2.1).
 */
const forbidden: readonly RegExp[] = [
  /\bneutres?\b/iu,
  /\bneutral(?:ity|e)?\b/iu,
  /neutralis/iu,
  /z[ée]ro[ -](?:carbone|émission)/iu,
  /\bzero[ -](?:carbon|emission)/iu,
  /(?:empreinte|bilan)(?: carbone)? nulle?\b/iu,
  /carbone nul\b/iu,
  /\bcompensé(?:e?s?)(?!\p{L})/iu,
  /\boffset(?:s|ting)?\b/iu,
  /\bcarbon[ -](?:positive|negative|free)\b/iu,
  /\bnet[ -]?zero\b/iu,
  /\b(?:total|bilan|solde|émissions?) (?:nets?|nettes?)\b/iu,
  /\bnet (?:total|emissions?|balance|footprint)\b/iu,
  /\b(?:taux|ratio) de (?:couverture|compensation)\b/iu,
  /\b(?:coverage|offset) (?:rate|ratio)\b/iu,
];

const sources = (await filesOf("src/messages/", ".ts")).map(({ path, text }) => ({ path, text }));

/** What of a text is forbidden. */
function found(text: string): string[] {
  return forbidden.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
}

describe("the words that no message may say", () => {
  it("are looked for in both catalogues and all their parts", () => {
    const paths = sources.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(["src/messages/fr.ts", "src/messages/en.ts", "src/messages/fr/progress.ts"]),
    );
  });

  it.each(sources)("are not in $path", ({ text }) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    "Nous sommes neutres en carbone",
    "un événement zéro carbone",
    "avec une empreinte carbone nulle",
    "climatiquement neutre",
    "intégralement compensé",
    "100 % compensées",
    "le total net des émissions",
    "carbon neutral since 2025",
    "climate neutrality",
    "net zero",
    "a carbon-free event",
    "fully offset",
    "taux de compensation : 80 %",
  ])("would be found: “%s”", (text) => {
    expect(found(text)).not.toEqual([]);
  });

  it.each([
    "Total des émissions brutes : 12 tCO2e",
    "Projets financés, à côté du bilan",
    "Gross emissions and financed projects",
    "net d’ordinateur, internet, netteté",
  ])("are not “%s”", (text) => {
    expect(found(text)).toEqual([]);
  });
});
