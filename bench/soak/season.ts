import { setTimeout as wait } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { cairnOn } from "../../src/commands/cairn.ts";
import { isBusinessDay } from "../../src/domain/calendar.ts";
import { tick } from "../../src/jobs/clock.ts";
import { defaultTiming } from "../../src/jobs/delivering.ts";
import { openQueue } from "../../src/jobs/delivery.ts";
import { openLog } from "../../src/log.ts";
import { drawCard } from "../../src/platforms/terminal/draw.ts";
import type { Store } from "../../src/store/database.ts";
import { type RecordingSlack, recordingSlack } from "../../tests/support/recording-slack.ts";
import { chanceFrom, pick } from "./chance.ts";
import { type Due, type Replay, replayOf } from "./expected.ts";
import { type Giving, giveAll, givingsByDay } from "./givings.ts";
import { type Ground, groundOf, seasonAbsences } from "./ground.ts";
import { progressOf } from "./progress.ts";
import { type Replica, startReplica } from "./replicas.ts";
import { type Race, type Verdict, verdictOn } from "./verdict.ts";
import { badWeather } from "./weather.ts";

/** A season to go through. `databaseUrl` is of an empty PostgreSQL database; without it, the embedded one. */
export type SeasonOrders = {
  readonly databaseUrl?: string;
  /** Kills in all, shared out among the days on which something is due. */
  readonly rounds: number;
  /** How many days on which something is due; all of the year's when left out. */
  readonly days?: number;
  readonly seed: number;
  readonly tell?: (line: string) => void;
};

/** What became of it. */
export type Season = {
  readonly verdict: Verdict;
  readonly rounds: number;
  readonly days: number;
  readonly figures: number;
  readonly withdrawn: number;
  /** What the server did to calls, by kind. */
  readonly met: ReadonlyMap<string, number>;
  /** Replicas that ended by themselves. */
  readonly crashes: number;
  readonly longestSettleMs: number;
};

/** Days of a season on which something is due, about: they share out the kills. */
const aboutDays = 28;
const settleWithinMs = 120_000;
const skewMs = 5 * 60_000;

/** What a season carries along. */
type Course = {
  readonly orders: SeasonOrders;
  readonly ground: Ground;
  readonly slack: RecordingSlack;
  readonly replay: Replay;
  readonly chance: () => number;
  readonly dues: Due[];
  readonly races: Race[];
  /** Messages planned by the end of the day before, those given up included. */
  planned: number;
  rounds: number;
  figures: number;
  crashes: number;
  longestSettleMs: number;
};

const morning = (day: Temporal.PlainDate, plainTime: string) =>
  day.toZonedDateTime({ timeZone: "Europe/Paris", plainTime }).toInstant();

async function tickOnce(store: Store, now: Temporal.Instant): Promise<void> {
  const queue = await openQueue(store, openLog("error"));
  await tick({
    ...{ cairn: cairnOn(store.db, "fr"), platforms: [], enqueue: queue.enqueue, now: () => now },
    ...{ random: Math.random, log: openLog("error"), timing: defaultTiming, draw: drawCard },
    ...{ pace: { channelMs: 0, platformMs: 0 }, onStep: () => undefined },
  });
  await queue.stop();
}

/** Figures that came in after the plan and before the sending: no message names them, and one left empty is not sent. */
function without(due: readonly Due[], givings: readonly Giving[]): Due[] {
  const gone = new Set(givings.map(({ indicator }) => indicator));
  return due
    .map((each) => ({ ...each, figures: each.figures.filter((slug) => !gone.has(slug)) }))
    .filter(({ to, figures }) => to === null || figures.length > 0);
}

async function give(course: Course, store: Store, givings: readonly Giving[], at: Temporal.Instant) {
  await giveAll(store, givings, at);
  for (const { indicator, period } of givings) course.replay.give(indicator, period, at);
  course.figures += givings.length;
}

/** Kills at random moments, and starts another each time. Gives the replicas that run at the end. */
async function killRounds(
  course: Course,
  at: Temporal.Instant,
  racing: readonly Giving[],
): Promise<Replica[]> {
  const { orders, ground, slack, chance } = course;
  const isShared = orders.databaseUrl !== undefined;
  const skews = isShared ? [-skewMs, 0, skewMs] : [0];
  const start = (index: number) =>
    startReplica(
      { ...ground.where, apiUrl: slack.apiUrl, at: at.toString(), skewMs: skews[index] ?? 0 },
      (status) => {
        course.crashes += 1;
        orders.tell?.(`a replica ended by itself: ${status}`);
      },
    );
  const replicas = skews.map((_, index) => start(index));
  const most = Math.min(Math.ceil(orders.rounds / (orders.days ?? aboutDays)), orders.rounds - course.rounds);
  for (let round = 0; round < most; round += 1) {
    const index = pick([...skews.keys()], chance);
    // Now in its start, now at work.
    if (chance() < 0.7) await Promise.race([replicas[index]?.opened, wait(5_000)]);
    await wait(chance() * 1_500);
    if (isShared && round === 1)
      await ground.withStore(async (store) => {
        await give(course, store, racing, at.add({ minutes: 2 }));
        const day = at.toZonedDateTimeISO("Europe/Paris").toPlainDate().toString();
        course.races.push(...racing.map(({ indicator }) => ({ indicator, day, givenMs: Date.now() })));
      });
    await replicas[index]?.kill();
    replicas[index] = start(index);
    course.rounds += 1;
  }
  return replicas;
}

/** Waits until at least so many messages of the day are planned and none is on its way, for some ticks. */
async function settled(course: Course, replicas: readonly Replica[], least: number): Promise<void> {
  const { ground, orders } = course;
  const [first] = replicas;
  const startedMs = Date.now();
  for (let quietTimes = 0; quietTimes < 12; ) {
    const known =
      orders.databaseUrl === undefined
        ? await first?.progress()
        : await ground.withStore(({ db }) => progressOf(db));
    const isSettled = known?.open === 0 && known.planned >= course.planned + least;
    quietTimes = isSettled ? quietTimes + 1 : 0;
    if (Date.now() - startedMs > settleWithinMs)
      throw new Error(`not settled: ${JSON.stringify(known)}, ${course.planned} + ${least} planned`);
    await wait(250);
    if (known) course.planned = quietTimes === 12 ? known.planned : course.planned;
  }
  course.longestSettleMs = Math.max(course.longestSettleMs, Date.now() - startedMs);
}

/** One day of the season: true when something was due. */
async function dayOf(course: Course, day: Temporal.PlainDate, givings: readonly Giving[]): Promise<boolean> {
  const { ground, replay, chance } = course;
  const at = morning(day, "10:00");
  const isShared = course.orders.databaseUrl !== undefined;
  const racing = isShared ? givings.slice(0, 2) : [];
  const rest = givings.slice(racing.length);
  const between = chance() < 0.5 ? rest.slice(Math.ceil(rest.length / 2)) : [];
  const before = rest.slice(0, rest.length - between.length);
  const due = await ground.withStore(async (store) => {
    await give(course, store, before, morning(day, "09:30"));
    const found = replay.dueAt(at);
    if (found.length === 0 || between.length > 0) await tickOnce(store, at);
    if (found.length === 0) await give(course, store, [...between, ...racing], morning(day, "11:00"));
    else await give(course, store, between, at);
    return found;
  });
  if (due.length === 0) return false;
  course.dues.push(...without(due, between));
  const replicas = await killRounds(course, at, racing);
  await settled(course, replicas, without(due, racing).length);
  await Promise.all(replicas.map((replica) => replica.kill()));
  if (isShared && racing.length > 0 && !course.races.some((race) => race.day === day.toString()))
    await ground.withStore((store) => give(course, store, racing, morning(day, "11:00")));
  course.orders.tell?.(`${day}: ${due.length} due, ${course.rounds} kills so far`);
  return true;
}

async function through(course: Course, met: ReadonlyMap<string, number>): Promise<Season> {
  const { orders, ground, slack } = course;
  const givings = givingsByDay(course.chance);
  const last = Temporal.PlainDate.from("2026-12-31");
  let days = 0;
  let day = Temporal.PlainDate.from("2026-01-01");
  while (Temporal.PlainDate.compare(day, last) < 0 && days < (orders.days ?? Number.POSITIVE_INFINITY)) {
    day = day.add({ days: 1 });
    if (isBusinessDay(day) && (await dayOf(course, day, givings.get(day.toString()) ?? []))) days += 1;
  }
  const { rounds, figures, crashes, longestSettleMs, dues, races } = course;
  const [verdict, withdrawn] = await ground.withStore(async (store) => [
    await verdictOn(store, slack.taken, dues, races),
    (await store.db.selectFrom("delivery").select("id").where("cause", "=", "given").execute()).length,
  ]);
  return { verdict, rounds, days, figures, withdrawn, met, crashes, longestSettleMs };
}

/** Goes through a season of deadlines, killing all along, and compares what arrived with what was due. */
export async function season(orders: SeasonOrders): Promise<Season> {
  const chance = chanceFrom(orders.seed);
  const met = new Map<string, number>();
  const slack = await recordingSlack();
  slack.trouble = badWeather(chanceFrom(orders.seed + 1), met);
  const ground = await groundOf(orders.databaseUrl, seasonAbsences);
  const course: Course = {
    ...{ orders, ground, slack, chance, replay: replayOf(ground.plan, seasonAbsences) },
    ...{ dues: [], races: [], planned: 0, rounds: 0, figures: 0, crashes: 0, longestSettleMs: 0 },
  };
  try {
    return await through(course, met);
  } finally {
    await ground.close();
    await slack.close();
  }
}
