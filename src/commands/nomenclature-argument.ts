import { fold } from "../domain/name-match.ts";
import type { Nomenclature } from "../domain/nomenclature.ts";

const names: Readonly<Record<string, Nomenclature>> = {
  beges: "beges",
  "beges r": "beges",
  ghgp: "ghgp",
  "ghg protocol": "ghgp",
  bc: "bc",
  "bilan carbone": "bc",
};

/** The nomenclature named in the words, wherever it stands, and the words without it. */
export function takeNomenclature(words: string): { nomenclature: Nomenclature | null; rest: string } {
  const folded = fold(words);
  for (const [name, nomenclature] of Object.entries(names).toSorted(([a], [b]) => b.length - a.length)) {
    const padded = ` ${folded} `;
    if (padded.includes(` ${name} `)) return { nomenclature, rest: padded.replace(` ${name} `, " ").trim() };
  }
  return { nomenclature: null, rest: words };
}
