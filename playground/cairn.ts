import { fileURLToPath } from "node:url";
import type { Temporal } from "temporal-polyfill";
import { isEmpty, loadExample } from "../src/cli/example.ts";
import { cairnOn } from "../src/commands/cairn.ts";
import type { Cairn } from "../src/commands/request.ts";
import { type Door, type Doors, openDoors } from "../src/doors.ts";
import { type Courier, startCourier } from "../src/jobs/courier.ts";
import type { Log } from "../src/log.ts";
import { teamsOver, teamsPath } from "../src/platforms/teams/teams.ts";
import { drawCard } from "../src/platforms/terminal/draw.ts";
import { applyPlan, nothingKnown, readPlan } from "../src/store/apply-plan.ts";
import { openStore, type Store } from "../src/store/database.ts";
import { planVersion } from "../src/store/plans.ts";
import { conversations } from "./tenant.ts";

const planFile = fileURLToPath(new URL("../plan/cluster-montagne.yaml", import.meta.url));

/** Long before any moment one moves to: a digest is posted for the months since the installation only. */
const installedAt = "2021-01-01T00:00:00.000Z";

/** Cairn in local mode, behind its door. */
export type LocalCairn = {
  readonly cairn: Cairn;
  readonly url: string;
  /** Resolves once somebody has opened the page, which then says that it installs Cairn: it shows nothing sent before. */
  readonly opened: Promise<void>;
  /** Begins to send reminders and digests. */
  readonly startSending: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** What it is started with. */
export type LocalParts = {
  /** The embedded database's folder. */
  readonly folder: string;
  readonly port: number;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
};

/** The shipped plan and the example figures, in a folder that has none. */
async function filled(folder: string): Promise<{ readonly cairn: Cairn; readonly store: Store }> {
  const opened = await openStore({ dataFolder: folder });
  if (!opened.ok) throw new Error(`Another process keeps ${folder}.`);
  const store = opened.value;
  if ((await planVersion(store.db)) === null) {
    const reading = await readPlan(planFile, nothingKnown);
    if (!reading.ok) throw new Error(`${planFile} is not a plan that Cairn can read.`);
    await applyPlan(store.db, reading.value, { by: "playground", at: installedAt, dryRun: false });
  }
  const cairn = cairnOn(store.db, "fr");
  if (await isEmpty(cairn)) await loadExample(cairn);
  return { cairn, store };
}

/** A door that tells when the page comes in. */
function watched(door: Door): { readonly door: Door; readonly opened: Promise<void> } {
  const { promise: opened, resolve } = Promise.withResolvers<void>();
  const telling: Door = async (request) => {
    const answer = await door(request);
    if (request.body.includes('"installationUpdate"')) resolve();
    return answer;
  };
  return { door: telling, opened };
}

/** Starts Cairn with Teams in local mode: nobody is authenticated, and only this machine is listened to. */
export async function startCairn({ folder, port, now, log }: LocalParts): Promise<LocalCairn> {
  const { cairn, store } = await filled(folder);
  const platform = teamsOver({ local: true, channel: conversations.channel }, { cairn, log, now });
  await platform.start();
  const { door, opened } = watched(platform.door);
  const platforms = new Map([[teamsPath, door]]);
  const doors: Doors = await openDoors({ isReady: async () => true, platforms, log }, "127.0.0.1", port);
  let courier: Courier | null = null;
  const startSending = async () => {
    courier = await startCourier({ cairn, store, platforms: [platform], draw: drawCard, now, log });
  };
  const stop = async () => {
    await Promise.all([courier?.stop(), doors.close()]);
    await platform.stop();
    await store.close();
  };
  return { cairn, url: doors.url, opened, startSending, stop };
}
