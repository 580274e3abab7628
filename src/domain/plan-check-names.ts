import { fold } from "./name-match.ts";
import type { Plan } from "./plan.ts";
import { type PlanPath, type PlanProblem, type PlanProblemData, planProblem } from "./plan-problem.ts";

/** The subjects of targets that are no indicator: they name totals. */
export const totalSubjects = ["ges", "dechets", "ressources"] as const;

type Named = { readonly path: PlanPath; readonly value: string };

/** Each value after the first of the same text, case and accents aside, unless `allowed`. */
function repeated(
  what: PlanProblemData["duplicate"]["what"],
  named: readonly Named[],
  allowed: (first: PlanPath, again: PlanPath) => boolean = () => false,
): PlanProblem[] {
  const firsts = new Map<string, PlanPath>();
  const problems: PlanProblem[] = [];
  for (const { path, value } of named) {
    const first = firsts.get(fold(value));
    if (first === undefined) firsts.set(fold(value), path);
    else if (!allowed(first, path)) problems.push(planProblem(path, "duplicate", { what, value }, first));
  }
  return problems;
}

/** Every slug, then every alias: the slug is the name that keeps its place. */
function shortNames({ indicators }: Plan): Named[] {
  const slugs = indicators.map(({ slug }, index) => ({ path: ["indicators", index, "slug"], value: slug }));
  const aliases = indicators.flatMap(({ aliases }, index) =>
    aliases.map((value, place) => ({ path: ["indicators", index, "aliases", place], value })),
  );
  return [...slugs, ...aliases];
}

function labels({ indicators }: Plan): Named[] {
  return indicators.flatMap(({ label }, index) => [
    { path: ["indicators", index, "label", "fr"], value: label.fr },
    { path: ["indicators", index, "label", "en"], value: label.en },
  ]);
}

/** People may type a label as well; an indicator's own may repeat its other names. */
function isOwnLabel(first: PlanPath, again: PlanPath): boolean {
  return again[2] === "label" && first[1] === again[1];
}

function reservedNames(plan: Plan): PlanProblem[] {
  const reserved = new Set<string>([...totalSubjects, ...plan.actions.map(({ code }) => fold(code))]);
  return shortNames(plan)
    .filter(({ value }) => reserved.has(fold(value)))
    .map(({ path, value }) => planProblem(path, "reserved_name", { name: value }));
}

/** One list of the plan with what names its items under `key`. */
function listed<Item>(
  list: string,
  key: string,
  items: readonly Item[],
  nameOf: (item: Item) => string | null,
) {
  return items.flatMap((item, index): Named[] => {
    const value = nameOf(item);
    return value === null ? [] : [{ path: [list, index, key], value }];
  });
}

/** What is named twice, or with a word that already names something else. */
export function nameProblems(plan: Plan): PlanProblem[] {
  const { values, actions, targets, people } = plan;
  return [
    ...repeated(
      "value",
      listed("values", "name", values, ({ name }) => name),
    ),
    ...repeated(
      "action",
      listed("actions", "code", actions, ({ code }) => code),
    ),
    ...repeated("name", [...shortNames(plan), ...labels(plan)], isOwnLabel),
    ...repeated(
      "target",
      listed("targets", "subject", targets, ({ subject }) => subject),
    ),
    ...repeated(
      "person",
      listed("people", "email", people, ({ email }) => email),
    ),
    ...repeated(
      "referent",
      listed("people", "referent", people, ({ referent }) => referent),
    ),
    ...reservedNames(plan),
  ];
}
