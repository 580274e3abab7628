import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { brokenText } from "./cli/broken.ts";
import { digest } from "./cli/digest.ts";
import { isEmpty, loadExample } from "./cli/example.ts";
import { BrokenInstallation, type OpenCairn, openCairn } from "./cli/open.ts";
import { type ExitStatus, exitStatus, print, say } from "./cli/output.ts";
import { configuration, sayBusy } from "./cli/run.ts";
import type { Cairn } from "./commands/request.ts";
import type { Config } from "./config.ts";
import { lastMonthEnded } from "./domain/month.ts";
import type { Plan, RosterPerson } from "./domain/plan.ts";
import { type DoorFacts, type Doors, openDoors } from "./doors.ts";
import { openLog } from "./log.ts";
import { type Messages, messagesFor } from "./messages/messages.ts";
import { drawCard } from "./platforms/terminal/draw.ts";
import { answerPipe, type Conversation, converse, prompt } from "./platforms/terminal/prompt.ts";
import { aborted, stopSignal } from "./stopping.ts";
import type { Store } from "./store/database.ts";
import { codeOf } from "./store/errors.ts";

type StartOptions = { readonly example: boolean };

/** The person the terminal speaks as at first: the technical referent, who may enter any figure. */
function firstSpeaker({ people }: Plan): RosterPerson {
  const person = people.find(({ referent }) => referent === "technical") ?? people[0];
  if (person === undefined) throw new Error("The plan has no people.");
  return person;
}

async function askForExample({ localMode }: Messages): Promise<boolean> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question(localMode.offerExample);
  lines.close();
  return localMode.yes.includes(answer.trim().toLowerCase());
}

async function offerExample(cairn: Cairn, wanted: boolean, messages: Messages): Promise<void> {
  const { localMode } = messages;
  if (!(await isEmpty(cairn))) return wanted ? await say(localMode.exampleNotLoaded) : undefined;
  if (!wanted && !(process.stdin.isTTY && (await askForExample(messages)))) return;
  await say(localMode.loadingExample);
  await say(localMode.exampleLoaded(await loadExample(cairn)));
}

/** What is due, and the digest of the last month ended; nothing while no figure is there. */
async function tellNews(open: OpenCairn, conversation: Conversation): Promise<void> {
  const { cairn } = open;
  if (await isEmpty(cairn)) return;
  await conversation.answer("/cairn echeances");
  const at = Temporal.Now.instant();
  const month = lastMonthEnded(at, (await cairn.plan()).timeZone);
  const { text } = await digest(open, { month, at, post: false, recompute: false, chart: null });
  await print(`\n${text}\n`);
}

async function greet(
  open: OpenCairn,
  conversation: Conversation,
  person: RosterPerson,
  { localMode, verbs }: Messages,
): Promise<void> {
  await conversation.answer("/cairn plan");
  await conversation.answer("/cairn bilan");
  await tellNews(open, conversation);
  const lines = [verbs.saisir.example, verbs.bilan.example, verbs.pourquoi.example, "/cairn aide"];
  await print([localMode.welcome, ...lines.map((line) => `  ${line}`)].join("\n"));
  await print(`${localMode.speakingAs(person.name, person.email)}\n${localMode.quitHint}`);
}

/** Opens the doors; a port that another program holds is told in words. */
async function listen(facts: DoorFacts, { host, port, language }: Config): Promise<Doors> {
  try {
    return await openDoors(facts, host, port);
  } catch (error) {
    const code = codeOf(error);
    if (code !== "EADDRINUSE" && code !== "EACCES" && code !== "EADDRNOTAVAIL") throw error;
    throw new BrokenInstallation(messagesFor(language).install.port(host, port, code));
  }
}

/** Whether the database answers. */
async function isReachable({ db }: Store): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}

async function serve(
  { store }: OpenCairn,
  config: Config,
  conversation: Conversation,
  signal: AbortSignal,
): Promise<void> {
  const { localMode } = messagesFor(config.language);
  const isReady = () => isReachable(store);
  const log = openLog(config.logLevel);
  const doors = await listen({ isReady, log }, config);
  await say(localMode.serving(doors.url));
  const piped = answerPipe(conversation, signal);
  await aborted(signal);
  await say(localMode.stopping);
  await piped;
  await doors.close();
}

/** The local mode: the embedded database, the terminal, and the doors on loopback when nobody is at a terminal. */
async function local(open: OpenCairn, config: Config, { example }: StartOptions): Promise<void> {
  const { cairn } = open;
  const messages = messagesFor(config.language);
  const signal = stopSignal(config.underNpm);
  await offerExample(cairn, example, messages);
  const person = firstSpeaker(await cairn.plan());
  const conversation = converse(cairn, person, (text) => void process.stdout.write(`${text}\n`));
  await greet(open, conversation, person, messages);
  if (process.stdin.isTTY) await prompt(conversation, { text: messages.localMode.prompt, signal });
  else await serve(open, config, conversation, signal);
}

async function run(config: Config, options: StartOptions): Promise<ExitStatus> {
  const opened = await openCairn(config);
  if (!opened.ok) return await sayBusy(opened.refusal, "start", false, messagesFor(config.language));
  try {
    const isServed = config.slack !== null || config.teams !== null;
    if (isServed && options.example)
      await offerExample(opened.value.cairn, true, messagesFor(config.language));
    await (isServed ? bot(opened.value, config) : local(opened.value, config, options));
    return exitStatus.done;
  } finally {
    await opened.value.store.close();
  }
}

/** The bot: its platforms, on the doors, until told to stop. */
async function bot({ store, cairn }: OpenCairn, config: Config): Promise<void> {
  const { firstUnready, servedBy, startServed } = await import("./served.ts");
  const { startCourier } = await import("./jobs/courier.ts");
  const { countRestart, countStep, metricsOf } = await import("./metrics.ts");
  const { localMode } = messagesFor(config.language);
  const signal = stopSignal(config.underNpm);
  const log = openLog(config.logLevel);
  const served = await servedBy(config, { cairn, log });
  for (const each of served) await startServed(each);
  const courier = await startCourier({
    ...{ cairn, store, platforms: served.map(({ platform }) => platform), draw: drawCard, log },
    ...{ now: () => Temporal.Now.instant(), onStep: countStep, onRestart: countRestart },
  });
  const platforms = new Map(served.map(({ path, door }) => [path, door]));
  const unready = () => firstUnready(served);
  const metrics = () => metricsOf(store.db, courier.tickAgeS());
  const facts = { isReady: () => isReachable(store), unready, platforms, metrics, log };
  const doors = await listen(facts, config);
  for (const { serving } of served) await say(serving(doors.url));
  await aborted(signal);
  await say(localMode.stopping);
  await Promise.all([courier.stop(), doors.close()]);
  await Promise.all(served.map(({ platform }) => platform.stop()));
}

/**
 * Starts Cairn and runs until told to stop. Wires configuration, database, platforms and doors, and stops
 * them in turn. Returns the exit status.
 */
export async function start(options: StartOptions): Promise<ExitStatus> {
  const config = await configuration();
  if (config === null) return exitStatus.broken;
  try {
    return await run(config, options);
  } catch (error) {
    const text = brokenText(error, messagesFor(config.language));
    if (text === null) throw error;
    await say(text);
    return exitStatus.broken;
  }
}

if (import.meta.main) process.exitCode = await start({ example: process.argv.includes("--example") });
