import { projectCard, projectsCard } from "../cards/project-card.ts";
import { type FinancedProject, type NewProject, standingProjects } from "../domain/financed-project.ts";
import { fold } from "../domain/name-match.ts";
import { type ProjectText, readProject } from "../domain/project-line.ts";
import { ok, refuse } from "../domain/refusal.ts";
import { dateIn, isoText } from "../domain/wall-clock.ts";
import { allProjects } from "../store/projects.ts";
import { withReadings } from "./figure.ts";
import { type JsonObject, jsonNumber } from "./json.ts";
import { peopleNames } from "./people-names.ts";
import { decideAndRecord } from "./project-register.ts";
import { givenReason } from "./reason-argument.ts";
import type { Context, Outcome, Verb } from "./request.ts";
import { afterWords, wordsOf } from "./words.ts";

const withdrawWords: ReadonlySet<string> = new Set(["retirer", "annuler", "withdraw", "cancel"]);

/** A project as typed: what is known of it before it has a number. */
type FinancedText = NewProject & Pick<FinancedProject, "tonnes" | "eur">;

function projectJson(project: FinancedProject, nameOf: (personId: string) => string | null): JsonObject {
  const { number, name, year, standard, vintage, proof, personId, at } = project;
  const amounts = { tonnes: jsonNumber(project.tonnes), eur: jsonNumber(project.eur) };
  return { number, name, ...amounts, year, standard, vintage, proof, by: nameOf(personId), at };
}

async function answer(context: Context, done: Awaited<ReturnType<typeof decideAndRecord>>): Promise<Outcome> {
  if (!("project" in done)) return done;
  const { project, outcome } = done;
  const nameOf = await peopleNames(context.db);
  const data = { ...projectJson(project, nameOf), withdrawn: outcome === "withdrawn" };
  return ok({ data: { project: data }, card: projectCard(project, outcome, context.messages) });
}

async function list(context: Context): Promise<Outcome> {
  const nameOf = await peopleNames(context.db);
  const projects = standingProjects(await allProjects(context.db));
  return ok({
    data: { projects: projects.map((project) => projectJson(project, nameOf)) },
    card: projectsCard(projects, context.messages),
  });
}

function newProject(context: Context, { year, ...text }: ProjectText): FinancedText {
  const { now, plan, person, platform } = context;
  return {
    ...text,
    year: year ?? dateIn(now, plan.timeZone).year,
    reason: null,
    personId: person.id,
    platform,
    at: isoText(now),
  };
}

function isSame(
  known: FinancedProject,
  project: Pick<FinancedProject, "name" | "tonnes" | "eur" | "year">,
): boolean {
  return (
    fold(known.name) === fold(project.name) &&
    known.tonnes.eq(project.tonnes) &&
    known.eur.eq(project.eur) &&
    known.year === project.year
  );
}

/** The project known with the details of the line that it lacked or said otherwise; itself where nothing is new. */
function completed(known: FinancedProject, project: FinancedText): FinancedProject {
  const standard = project.standard ?? known.standard;
  const vintage = project.vintage ?? known.vintage;
  const proof = project.proof ?? known.proof;
  const isKnown = standard === known.standard && vintage === known.vintage && proof === known.proof;
  const { personId, platform, at } = project;
  return isKnown ? known : { ...known, standard, vintage, proof, personId, platform, at };
}

/** Records a project once: the same name, amounts and year again only add what was not said before. */
async function record(context: Context, words: string): Promise<Outcome> {
  const read = readProject(words, context.profile, context.messages.verbs.projet.usage);
  if (!read.ok) return withReadings(context, words, read);
  const project = newProject(context, read.value);
  const done = await decideAndRecord(context, (standing) => {
    const known = standing.find((each) => isSame(each, project));
    const whole = known === undefined ? project : completed(known, project);
    if (whole === known) return { instead: { project: known, outcome: "duplicate" } };
    return { append: whole, to: known?.number ?? null };
  });
  return await answer(context, done);
}

/** Takes a project off the register; its revisions stay, with the reason. */
async function withdraw(context: Context, words: string): Promise<Outcome> {
  const { usage } = context.messages.verbs.projet;
  const [typed = ""] = wordsOf(words);
  const reason = givenReason(afterWords(words, 1));
  if (typed === "") return refuse("missing_argument", { argument: "subject", usage });
  const { person, platform, now } = context;
  const who = { personId: person.id, platform, at: isoText(now) };
  const done = await decideAndRecord(context, (standing) => {
    const project = standing.find(({ number }) => String(number) === typed.replace(/^n°/u, ""));
    if (project === undefined) return { instead: refuse("not_found", { what: "project", typed }) };
    if (reason === null) return { instead: refuse("missing_reason", { usage }) };
    return { append: { ...project, ...who, tonnes: null, eur: null, reason }, to: project.number };
  });
  return await answer(context, done);
}

async function run(context: Context, words: string): Promise<Outcome> {
  if (words === "") return await list(context);
  const first = fold(wordsOf(words)[0] ?? "");
  if (withdrawWords.has(first)) return await withdraw(context, afterWords(words, 1));
  return await record(context, words);
}

/** `/cairn projet`: the register of financed mountain projects, beside the balance. */
export const projet: Verb = { name: "projet", aliases: ["project", "projets", "projects"], run };
