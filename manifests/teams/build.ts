/**
 * Writes what is uploaded to Teams: `npm run manifest:teams`. It reads MICROSOFT_APP_ID, and if they are set
 * TEAMS_APP_ID and TEAMS_APP_WEBSITE; an argument names another folder than dist/teams.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { drawIcon, type IconName, icons } from "./icons.ts";
import { fallbackOf, manifestFor, packageOf } from "./packages.ts";

const guid = z.guid("must be the application's id in Entra: 8-4-4-4-12 hexadecimal digits");
const website = z.url({ protocol: /^https$/u, error: "must be an address that begins with https://" });
const environment = z.object({
  MICROSOFT_APP_ID: guid,
  TEAMS_APP_ID: guid.optional(),
  TEAMS_APP_WEBSITE: website.default("https://cairn.example.org"),
});

// A variable that is there but empty is not set.
const read = environment.safeParse(
  Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== "")),
);
if (!read.success) {
  for (const { path, message } of read.error.issues) console.error(`${path.join(".")}: ${message}`);
  process.exit(2);
}

const { MICROSOFT_APP_ID: botId, TEAMS_APP_ID: appId = botId, TEAMS_APP_WEBSITE } = read.data;
const folder = process.argv[2] ?? "dist/teams";
await mkdir(folder, { recursive: true });
for (const name of Object.keys(icons) as IconName[]) {
  await writeFile(new URL(`icons/${name}.png`, import.meta.url), await drawIcon(name));
}
const manifest = await manifestFor({ botId, appId, website: TEAMS_APP_WEBSITE });
const archives = { "cairn-teams.zip": manifest, "cairn-teams-without-slash.zip": fallbackOf(manifest) };
for (const [name, each] of Object.entries(archives)) {
  await writeFile(join(folder, name), await packageOf(each));
  console.log(join(folder, name));
}
