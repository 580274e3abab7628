import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type ZippedFile, zip } from "./zip.ts";

/** The parts of the manifest that older schemas do not know, with all the rest left as it is. */
const manifestShape = z.looseObject({
  bots: z.array(z.looseObject({ commandLists: z.array(z.looseObject({})) })),
  composeExtensions: z.array(z.looseObject({ commands: z.array(z.looseObject({})) })),
});
export type Manifest = z.infer<typeof manifestShape>;

/** What the manifest's placeholders stand for. */
export type Installation = {
  /** The application id of the bot in Entra, a GUID. */
  readonly botId: string;
  /** The id of the app in Teams, a GUID; the bot's own unless two apps share a bot. */
  readonly appId: string;
  /** Whoever runs Cairn: a page that says so, with its privacy notice and terms of use. */
  readonly website: string;
};

const fallbackVersion = "1.19";

function file(name: string): URL {
  return new URL(name, import.meta.url);
}

/** The manifest of the current schema, its placeholders filled in. */
export async function manifestFor({ botId, appId, website }: Installation): Promise<Manifest> {
  const text = await readFile(file("manifest.json"), "utf8");
  const filled = text
    .replaceAll("{{MICROSOFT_APP_ID}}", botId)
    .replaceAll("{{TEAMS_APP_ID}}", appId)
    .replaceAll("{{TEAMS_APP_WEBSITE}}", website);
  return manifestShape.parse(JSON.parse(filled));
}

function withoutTriggers<T extends object>(command: T): Omit<T, "triggers"> {
  const { triggers: _, ...rest } = { triggers: undefined, ...command };
  return rest;
}

/** The same manifest for tenants that refuse the current schema: no slash command, the rest unchanged. */
export function fallbackOf(manifest: Manifest): Manifest {
  return {
    ...manifest,
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${fallbackVersion}/MicrosoftTeams.schema.json`,
    manifestVersion: fallbackVersion,
    bots: manifest.bots.map((bot) => {
      const {
        supportsTargetedMessages: _,
        commandLists,
        ...rest
      } = { supportsTargetedMessages: false, ...bot };
      return { ...rest, commandLists: commandLists.map(withoutTriggers) };
    }),
    composeExtensions: manifest.composeExtensions.map((extension) => ({
      ...extension,
      commands: extension.commands.map(withoutTriggers),
    })),
  };
}

function json(content: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}

/** A language's strings, as they are; they name the schema that the manifest is of. */
async function strings(name: string, { manifestVersion }: Manifest): Promise<ZippedFile> {
  const text = await readFile(file(name), "utf8");
  return { name, content: Buffer.from(text.replaceAll("/v1.29/", `/v${String(manifestVersion)}/`)) };
}

/** The archive to upload to Teams: the manifest, its icons and its languages, at the root. */
export async function packageOf(manifest: Manifest): Promise<Buffer> {
  const icon = async (name: string) => ({ name, content: await readFile(file(`icons/${name}`)) });
  return zip([
    { name: "manifest.json", content: json(manifest) },
    await icon("color.png"),
    await icon("outline.png"),
    await strings("fr.json", manifest),
    await strings("en.json", manifest),
  ]);
}
