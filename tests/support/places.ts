import type { Where } from "./command.ts";
import { type Engine, freshPostgresDatabase } from "./databases.ts";
import { suiteFolder } from "./folders.ts";

/** Where nothing was ever installed: an empty folder or an empty PostgreSQL database. */
export type Place = { readonly where: Where; readonly remove: () => Promise<void> };

/** An empty place for a suite that runs the command; `remove` undoes it. */
export async function emptyPlace(engine: Engine): Promise<Place> {
  if (engine === "pglite") {
    const folder = await suiteFolder();
    return { where: { CAIRN_DATA: folder.path }, remove: folder.remove };
  }
  const database = await freshPostgresDatabase("empty");
  return { where: { DATABASE_URL: database.url }, remove: database.drop };
}
