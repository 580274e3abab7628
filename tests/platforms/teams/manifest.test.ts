import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import ajvDraft04 from "ajv-draft-04";
import { describe, expect, it } from "vitest";
import { drawIcon, type IconName } from "../../../manifests/teams/icons.ts";
import { fallbackOf, type Manifest, manifestFor, packageOf } from "../../../manifests/teams/packages.ts";
import { findVerb } from "../../../src/commands/find-verb.ts";
import { verbs as verbList } from "../../../src/commands/index.ts";
import { extensionCommands } from "../../../src/platforms/teams/verbs.ts";
import { placeOf, read } from "../../support/documents.ts";

const require = createRequire(import.meta.url);
const installation = {
  botId: "11111111-2222-4333-8444-555555555555",
  appId: "66666666-7777-4888-9999-000000000000",
  website: "https://cairn.example.org",
};
const manifest = await manifestFor(installation);
const fallback = fallbackOf(manifest);
const languages = {
  fr: JSON.parse(await read("manifests/teams/fr.json")),
  en: JSON.parse(await read("manifests/teams/en.json")),
};

/** What Microsoft's published schema of that version says against a file; its package holds them all. */
function problems(version: string, schema: string, file: unknown): unknown[] {
  const ajv = new ajvDraft04.default({
    allErrors: true,
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
  });
  const path = `@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.${schema}schema.json`;
  const validate = ajv.compile(require(path));
  validate(file);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every string of a manifest with its path, as localisation files write it: "bots[0].commandLists[1].scopes[0]". */
function stringsOf(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => stringsOf(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    stringsOf(item, path === "" ? key : `${path}.${key}`),
  );
}

/** The strings that people read: those that a localisation file may translate. */
const told = stringsOf(manifest).filter(([path]) =>
  /^(?:name|description)\.|\.commands\[\d+\](?:\.parameters\[\d+\])?\.(?:title|description)$/u.test(path),
);

describe("the Teams manifest", () => {
  it.each([
    ["with slash commands", "1.29", manifest],
    ["without them", "1.19", fallback],
  ])("%s is valid by Microsoft's schema %s", (_, version, file) => {
    expect(file["manifestVersion"]).toBe(version);
    expect(problems(version, "", file)).toEqual([]);
  });

  it.each(["1.28", "1.19"])("with slash commands would be refused by schema %s", (version) => {
    const older = { ...manifest, manifestVersion: version };
    expect(problems(version, "", older)).toContain("/bots/0 must NOT have additional properties");
  });

  it("names the installation it is for, and no placeholder is left", () => {
    expect(JSON.stringify(manifest)).not.toContain("{{");
    const filled = stringsOf(manifest).filter(([, value]) => Object.values(installation).includes(value));
    expect(Object.fromEntries(filled)).toEqual({
      id: installation.appId,
      "developer.websiteUrl": installation.website,
      "developer.privacyUrl": installation.website,
      "developer.termsOfUseUrl": installation.website,
      "bots[0].botId": installation.botId,
      "composeExtensions[0].botId": installation.botId,
    });
  });

  it("differs from the one without slash commands by those alone", () => {
    const rest = new Map(stringsOf(fallback));
    const lost = stringsOf(manifest).filter(([path, value]) => rest.get(path) !== value);
    expect(lost.map(([path]) => path).sort()).toEqual([
      "$schema",
      "bots[0].commandLists[1].triggers[0]",
      "bots[0].commandLists[1].triggers[1]",
      "bots[0].commandLists[2].triggers[0]",
      "bots[0].commandLists[2].triggers[1]",
      "composeExtensions[0].commands[0].triggers[0]",
      "manifestVersion",
    ]);
    expect(fallback.bots).not.toMatchObject([{ supportsTargetedMessages: true }]);
  });
});

describe("the Teams manifest says what the program does", () => {
  const [bot] = manifest.bots;
  const lists = bot?.commandLists ?? [];

  it("slash commands are offered where Teams has them: in teams and group chats, not in personal chats", () => {
    expect(bot).toMatchObject({ supportsTargetedMessages: true, scopes: ["personal", "team", "groupChat"] });
    expect(lists.map(({ scopes, triggers }) => [scopes, triggers])).toEqual([
      [["personal"], undefined],
      [["team"], ["mention", "slash"]],
      [["groupChat"], ["mention", "slash"]],
    ]);
  });

  const titles = (language: keyof typeof languages): string[] =>
    Object.entries<string>(languages[language])
      .filter(([path]) => /^bots.*\.title$/u.test(path))
      .map(([, title]) => title);

  it.each(["fr", "en"] as const)("each command in %s is a line that Cairn runs", (language) => {
    const unknown = titles(language).filter((title) => {
      const verb = title.replace(/^cairn ?/u, "");
      return verb !== "" && !findVerb(verbList, verb).ok;
    });
    expect(unknown).toEqual([]);
  });

  it("only saisir, question and cairn are said without cairn before them", () => {
    const alone = titles("fr")
      .concat(titles("en"))
      .filter((title) => !title.startsWith("cairn "));
    expect([...new Set(alone)].sort()).toEqual(["cairn", "question", "saisir"]);
  });

  it("the extension's commands are those that the program answers: a form in a dialog, a search", () => {
    expect(manifest.composeExtensions).toMatchObject([
      {
        commands: [
          { id: extensionCommands.entry, type: "action", title: "Saisir un indicateur", fetchTask: true },
          { id: extensionCommands.progress, type: "query", title: "Progression", initialRun: true },
        ],
      },
    ]);
  });
});

describe("its languages", () => {
  it.each(["fr", "en"] as const)("%s is valid by Microsoft's schemas", (language) => {
    for (const version of ["1.29", "1.19"]) {
      expect(problems(version, "Localization.", languages[language])).toEqual([]);
    }
  });

  it("French, the default, says what the manifest says", () => {
    const { $schema: _, ...said } = languages.fr;
    expect(said).toEqual(Object.fromEntries(told));
  });

  it("English translates all of it, and nothing that is not there", () => {
    const { $schema: _, ...said } = languages.en;
    expect(Object.keys(said).sort()).toEqual(told.map(([path]) => path).sort());
  });

  it.each([
    ["title", 32],
    ["description", 128],
  ])("no %s of a command is longer than the older schema takes", (part, most) => {
    const all = [...Object.entries<string>(languages.fr), ...Object.entries<string>(languages.en)];
    const long = all.filter(
      ([path, text]) => path.includes("commands[") && path.endsWith(`.${part}`) && text.length > most,
    );
    expect(long).toEqual([]);
  });
});

describe("its icons", () => {
  // learn.microsoft.com/microsoftteams/platform, "Design icons": sizes and colours.
  function committed(name: IconName): Promise<Buffer> {
    return readFile(placeOf(`manifests/teams/icons/${name}.png`));
  }

  it.each([
    ["color", 192],
    ["outline", 32],
  ] as const)("%s is a PNG of %i pixels a side, drawn from its SVG", async (name, side) => {
    const png = await committed(name);
    expect(png.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([side, side]);
    expect(png.equals(await drawIcon(name))).toBe(true);
  });
});

/** The names of the files of an archive, and their contents, read by its central directory. */
function unzipped(archive: Buffer): string[] {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  const names: string[] = [];
  for (let at = archive.readUInt32LE(end + 16); at < end; ) {
    const length = archive.readUInt16LE(at + 28);
    names.push(archive.toString("utf8", at + 46, at + 46 + length));
    at += 46 + length;
  }
  return names;
}

describe("what is uploaded to Teams", () => {
  it.each<[string, Manifest]>([
    ["with slash commands", manifest],
    ["without them", fallback],
  ])("%s holds at its root every file that the manifest names, and no other", async (_, each) => {
    const archive = await packageOf(each);
    const named = stringsOf(each).filter(([path]) =>
      /^(?:icons|localizationInfo)\..*(?:color|outline|[fF]ile)$/u.test(path),
    );
    expect(unzipped(archive).sort()).toEqual(["manifest.json", ...named.map(([, value]) => value)].sort());
  });

  it("is the same archive on any day", async () => {
    expect((await packageOf(manifest)).equals(await packageOf(manifest))).toBe(true);
  });
});
