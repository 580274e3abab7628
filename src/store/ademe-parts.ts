import { type Decimal, decimalText, zero } from "../domain/decimal.ts";
import type { FactorPart } from "../domain/factor.ts";
import { fold } from "../domain/name-match.ts";

/** One post of an element: its printed type and name, and its value in kgCO2e per unit. */
export type AdemePost = { readonly type: string; readonly name: string; readonly value: Decimal };

/** Our part for each type of post that nomenclatures allocate apart. */
const partOfType: ReadonlyMap<string, FactorPart> = new Map(
  Object.entries({
    Combustion: "combustion",
    "Combustion à la centrale": "combustion",
    Amont: "upstream",
    "Transport et distribution": "losses",
    Pertes: "losses",
    Fabrication: "manufacture",
    "Carburant (amont/combustion)": "use",
  } as const).map(([type, part]) => [fold(type), part]),
);

/** Contrails are a post of any type, told by its name. */
function partOf({ type, name }: AdemePost): FactorPart | null {
  if (/train\S?es|contrail/u.test(fold(`${type} ${name}`))) return "contrails";
  return partOfType.get(fold(type)) ?? null;
}

/** The parts of a factor, or its posts in words where they are not all parts of ours. */
export type AdemeParts = {
  readonly parts: Readonly<Partial<Record<FactorPart, Decimal>>>;
  readonly note: string | null;
};

/**
 * The posts of an element as parts; posts of one part add up. Where a post that is not zero has no part of
 * ours, or stores carbon, the factor stays whole and its posts are kept as a note.
 */
export function partsOfPosts(posts: readonly AdemePost[]): AdemeParts {
  const whole = posts.some((post) => post.value.lt(0) || (partOf(post) === null && !post.value.eq(0)));
  if (whole) {
    const shown = posts.map(({ type, name, value }) => {
      return `${type}${name === "" ? "" : ` (${name})`} ${decimalText(value)}`;
    });
    return { parts: {}, note: `Postes de la source : ${shown.join(" ; ")}` };
  }
  const parts: Partial<Record<FactorPart, Decimal>> = {};
  for (const post of posts) {
    const part = partOf(post);
    if (part !== null) parts[part] = (parts[part] ?? zero).plus(post.value);
  }
  return { parts, note: null };
}
