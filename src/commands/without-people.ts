import { fold } from "../domain/name-match.ts";
import type { Plan } from "../domain/plan.ts";
import type { Lexicon } from "../domain/questions/lexicon.ts";
import { stemOf } from "../domain/questions/words.ts";

/** What stands in the place of somebody. */
const removed = "[…]";

const mention = /<[@!#][^>]*>|<at>[^<]*<\/at>/giu;
const address = /(?:mailto:)?[^\s<>@|(]+@[\p{L}\d.-]+/gu;
const link = /<?https?:\/\/\S+/giu;
const digits = /\+?\d(?:[\s().-]*\d){7,}/gu;

/** A telephone or account number; years side by side are none. */
function isNumberOfSomebody(text: string): boolean {
  return !/^(?:(?:19|20)\d\d[\s().-]*)+$/u.test(text);
}

/** The words of the roster's names that are not also words of questions ("référent", "énergie"). */
function nameWords({ people }: Pick<Plan, "people">, { known }: Lexicon): ReadonlySet<string> {
  const words = people.flatMap(({ name }) => name.match(/[\p{L}\p{M}]+/gu) ?? []).map(fold);
  return new Set(words.filter((word) => word.length >= 3 && !known.has(stemOf(word))));
}

/** A text without addresses, mentions, links, telephone numbers and the names of the plan's people. */
export function withoutPeople(text: string, plan: Pick<Plan, "people">, lexicon: Lexicon): string {
  const names = nameWords(plan, lexicon);
  return text
    .replace(mention, removed)
    .replace(address, removed)
    .replace(link, removed)
    .replace(digits, (number) => (isNumberOfSomebody(number) ? removed : number))
    .replace(/[\p{L}\p{M}]+/gu, (word) => (names.has(fold(word)) ? removed : word));
}
