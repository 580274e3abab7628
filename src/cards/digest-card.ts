import { Temporal } from "temporal-polyfill";
import type { Digest } from "../domain/digest.ts";
import type { Plan } from "../domain/plan.ts";
import { yearOf } from "../domain/quarter.ts";
import type { Register } from "../domain/register.ts";
import { dateIn } from "../domain/wall-clock.ts";
import type { Messages } from "../messages/messages.ts";
import { actions, type Block, type Card, column, note, text } from "./card.ts";
import { figuresNotes, figuresTable } from "./digest-figures.ts";
import { digestHeadline } from "./digest-headline.ts";
import { digestOpenings } from "./digest-openings.ts";
import { restatementBlocks } from "./digest-restatements.ts";
import { moverText } from "./mover-text.ts";
import { amountText } from "./progress-text.ts";
import { eurText, projectText, tonnesText } from "./project-text.ts";

/** What the card says besides the digest. `example`: the figures are the invented ones. */
export type DigestFacts = { readonly plan: Plan; readonly example: boolean };

function moverBlocks({ movers }: Digest, messages: Messages): Block[] {
  const said = messages.digest.movers;
  if (movers.length === 0) return [note(said.none)];
  return [text(said.title), { type: "list", items: movers.map((mover) => moverText(mover, messages)) }];
}

function registerText({ indicator, total }: Register, messages: Messages): string {
  if (total === null) return messages.digest.registers.none;
  const isCount = indicator.unit === "unité";
  return isCount ? messages.format.number(total) : amountText(total, indicator.unit, messages);
}

function registerBlocks({ registers, ghg }: Digest, messages: Messages): Block[] {
  if (registers.length === 0) return [];
  const said = messages.digest.registers;
  const columns = [column(said.title(yearOf(ghg.span.from))), column(said.total, "right"), column("")];
  const rows = registers.map((register) => [
    messages.pick(register.indicator.label),
    registerText(register, messages),
    register.coverage.missing.length === 0 ? "" : said.missing(register.coverage.missing.length),
  ]);
  return [{ type: "table", columns, rows }];
}

/** Projects listed on the card; the rest are in their number. */
const projectsShown = 5;

function projectBlocks({ projects, ghg }: Digest, messages: Messages): Block[] {
  const said = messages.digest.projects;
  const year = yearOf(ghg.span.from);
  const { list } = projects;
  if (list.length === 0) return [text(said.none(year))];
  const [tonnes, eur] = [tonnesText(projects.tonnes, messages), eurText(projects.eur, messages)];
  const items = list.slice(0, projectsShown).map((project) => projectText(project, messages));
  return [text(said.totals(year, list.length, tonnes, eur)), { type: "list", items }];
}

function collectionText({ collection }: Digest, messages: Messages): string {
  const said = messages.digest.collection;
  const { period, received, expected, due, late, next } = collection;
  const { day } = messages.format;
  const state =
    expected === 0 ? said.nothing(period) : said.state(period, received, expected, day(due.toString()));
  const then =
    next.days === 0 ? said.today(next.period) : said.next(next.period, day(next.due.toString()), next.days);
  return `${state}${late === 0 ? "" : said.late(late)} ${then}`;
}

/** Read before it is posted, a digest may still change. */
function draftBlocks({ at, posting }: Digest, messages: Messages): Block[] {
  if (Temporal.Instant.compare(at, posting.toInstant()) >= 0) return [];
  return [note(messages.digest.draft(messages.format.day(posting.toPlainDate().toString())))];
}

/** The digest on one screen: each figure can be opened. */
export function digestCard(digest: Digest, { plan, example }: DigestFacts, messages: Messages): Card {
  const { month, value } = digest;
  const today = dateIn(digest.at, plan.timeZone);
  return {
    title: messages.digest.title(month),
    blocks: [
      ...(example ? [note(messages.localMode.exampleLabel)] : []),
      ...draftBlocks(digest, messages),
      text(digestHeadline(digest, { plan, today }, messages)),
      figuresTable(digest, plan, messages),
      ...figuresNotes(digest, plan, messages),
      ...moverBlocks(digest, messages),
      ...registerBlocks(digest, messages),
      ...projectBlocks(digest, messages),
      text(collectionText(digest, messages)),
      ...restatementBlocks(digest, plan, messages),
      ...(value === null ? [] : [note(messages.digest.value(value.name, value.text))]),
      actions(...digestOpenings(digest, messages)),
    ],
  };
}
