import { describe, expect, it } from "vitest";
import { filesOf } from "../support/documents.ts";
import { forbiddenIn } from "../support/forbidden-words.ts";

const sources = (await filesOf("src/messages/", ".ts")).map(({ path, text }) => ({ path, text }));

describe("the words that no message may say", () => {
  it("are looked for in both catalogues and all their parts", () => {
    const paths = sources.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(["src/messages/fr.ts", "src/messages/en.ts", "src/messages/fr/progress.ts"]),
    );
  });

  it.each(sources)("are not in $path", ({ text }) => {
    expect(forbiddenIn(text)).toEqual([]);
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
    expect(forbiddenIn(text)).not.toEqual([]);
  });

  it.each([
    "Total des émissions brutes : 12 tCO2e",
    "Projets financés, à côté du bilan",
    "Gross emissions and financed projects",
    "net d’ordinateur, internet, netteté",
  ])("are not “%s”", (text) => {
    expect(forbiddenIn(text)).toEqual([]);
  });
});
