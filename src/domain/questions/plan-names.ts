import type { Indicator, Plan } from "../plan.ts";
import { generalNames } from "./general-names.ts";
import type { Measure } from "./query.ts";
import { spokenNames } from "./spoken-names.ts";
import { plainStems } from "./vocabulary.ts";
import { stemsOf } from "./words.ts";

/** What a measure is called. */
export type Names = {
  readonly measure: Measure;
  readonly names: readonly string[];
  /** Units of its own ("ramette", "session"): names too, where nothing else is called so. */
  readonly counted?: readonly string[];
  /** Everything in which its words are looked for. */
  readonly words: readonly string[];
  /** What people say for it in questions alone. */
  readonly spoken?: readonly string[];
};

/** What stands in brackets explains a name and is no part of it. */
export function withoutBrackets(text: string): string {
  return text.replace(/\([^)]*\)/gu, " ");
}

function inBrackets(text: string): string[] {
  return [...text.matchAll(/\(([^)]*)\)/gu)].flatMap(([, inside]) => inside ?? []);
}

/** Words of plans' labels that many things share, and that name none. */
export const shared = new Set(
  stemsOf(
    "deplacements professionnels voiture trajets travail achats achete servis organisees initiees membres participants publiees partagees formes temps business travel by car bought served held started taking part in technical time visits office high low medium new total nombre moyen regional natural professional professionals waste dechets tries sorted action actions centre center session ressource resource collective collectif",
  ),
);

/** What an indicator is called: in the plan, and in questions. */
export function namesOfIndicator({ slug, label, aliases, units }: Indicator): Names {
  const labels = [label.fr, label.en].flatMap((text) => [text, withoutBrackets(text), ...partsIn(text)]);
  const names = [slug, slug.replaceAll("-", " "), ...labels, ...aliases, ...codesIn(label.fr)];
  return {
    measure: slug,
    names,
    counted: [...units.keys()],
    spoken: spokenNames(names, (one, other) => stemsOf(one).join(" ") === stemsOf(other).join(" ")),
    words: [slug.replaceAll("-", " "), ...labels, ...aliases, ...units.keys()],
  };
}

/** "Ressources publiées et partagées" is "ressources publiées", and "ressources partagées". */
function partsIn(label: string): string[] {
  const [, head, one, other] = /^(.+) (\p{L}+) (?:et|and) (\p{L}+)$/u.exec(label) ?? [];
  return head === undefined ? [] : [`${head} ${one}`, `${head} ${other}`];
}

/** Acronyms in brackets are names ("DEEE"); explanations are not. */
function codesIn(label: string): string[] {
  return inBrackets(label).filter((inside) => /^[\p{Lu}\d]{2,8}$/u.test(inside));
}

/** What everything that can be asked about is called. */
export function namesOf(plan: Plan): Names[] {
  const slugs = new Set(plan.indicators.map(({ slug }) => slug));
  return [
    ...plan.indicators.map(namesOfIndicator),
    ...plan.actions.map(({ code, title }) => ({
      measure: code,
      names: [code, code.replace(".", "")],
      words: [withoutBrackets(title), ...codesIn(title)],
    })),
    ...Object.entries(generalNames)
      .filter(([measure]) => !slugs.has(measure))
      .map(([measure, names]) => ({ measure, names: [...names], words: [...names] })),
  ];
}

/** Words that say nothing of what is measured. */
export function isPlain(stem: string): boolean {
  return plainStems.has(stem) || stem.length < 2 || /^\d/.test(stem);
}
