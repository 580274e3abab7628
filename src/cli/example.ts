import { fileURLToPath } from "node:url";
import { Temporal } from "temporal-polyfill";
import type { Cairn } from "../commands/request.ts";
import type { Period } from "../domain/period.ts";
import { isQuarter, lastDay } from "../domain/quarter.ts";
import { people } from "../store/people.ts";
import { type FileFigure, readFigureFile } from "./figure-file.ts";
import { type Giver, importFigures } from "./import-figures.ts";

const exampleFile = fileURLToPath(new URL("../../plan/example-figures.csv", import.meta.url));

/** A morning ten days after the period ended: when an owner would have given the figure. */
function givenAt(period: Period): string {
  const day = isQuarter(period) ? lastDay(period) : Temporal.PlainDate.from(`${period}-12-31`);
  return `${day.add({ days: 10 }).toString()}T09:00:00.000Z`;
}

/** Whether the database holds no figure at all. */
export async function isEmpty({ db }: Cairn): Promise<boolean> {
  const first = await db.selectFrom("entry").select("indicator").limit(1).executeTakeFirst();
  return first === undefined;
}

/** Loads the invented figures into an empty database, each given by its owner; returns how many. */
export async function loadExample(cairn: Cairn): Promise<number> {
  const plan = await cairn.plan();
  const file = await readFigureFile(exampleFile, { plan, now: Temporal.Now.instant(), profile: "fr" });
  const [wrong] = file.errors;
  if (wrong !== undefined)
    throw new Error(`The example data does not fit the plan: ${JSON.stringify(wrong)}`);
  const ids = new Map((await people(cairn.db)).map(({ id, email }) => [email.toLowerCase(), id]));
  const giver: Giver = ({ indicator, period }: FileFigure) => {
    const personId = ids.get(indicator.owner.toLowerCase());
    if (personId === undefined)
      throw new Error(`The plan's owner ${indicator.owner} is not among the people.`);
    return { personId, platform: "example", at: givenAt(period) };
  };
  const { imported, errors } = await importFigures(
    { db: cairn.db, timeZone: plan.timeZone },
    file,
    async () => giver,
    false,
  );
  if (errors.length > 0)
    throw new Error("Figures came in while the example was loading: nothing of it was loaded.");
  return imported;
}
