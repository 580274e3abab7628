import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { verbs } from "../../src/commands/index.ts";
import { readConfig } from "../../src/config.ts";
import { type Role, roles } from "../../src/domain/plan.ts";
import { rights, type VerbName, verbNames } from "../../src/domain/rights.ts";
import { messagesFor } from "../../src/messages/messages.ts";
import { filesOf, placeOf, read, sectionOf, tableRows } from "../support/documents.ts";

const readme = await read("README.md");
const contract = await read("docs/contrat.md");
const documents = await filesOf("", ".md");
const environment = { path: ".env.example", text: await read(".env.example") };

/** Every variable that the configuration looks for, npm's own left out. */
function variablesRead(): string[] {
  const asked = new Set<string>();
  const watch = (name: string | symbol) => {
    if (typeof name === "string" && /^[A-Z]/u.test(name)) asked.add(name);
    return undefined;
  };
  readConfig(new Proxy({}, { get: (_, name) => watch(name) }));
  return [...asked].sort();
}

/** The commands of the command line, as its own help lists them. */
function commandsOffered(): string[] {
  const help = spawnSync(process.execPath, [placeOf("src/cli.ts"), "--help"], { encoding: "utf8" }).stdout;
  const [, list = ""] = help.split("\nCommands:\n");
  const names = [...list.matchAll(/^ {2}([a-z-]+)/gmu)].map(([, name = ""]) => name);
  return names.filter((name) => name !== "help").sort();
}

const plurals: Readonly<Record<Role, string>> = {
  reader: "readers",
  owner: "owners",
  referent: "referents",
  admin: "administrators",
};

/** Who may use a verb, in the words of the README. */
function whoMay(verb: VerbName): string {
  const may = roles.filter((role) => rights[verb][role] !== "none");
  const kinds = new Set(roles.map((role) => rights[verb][role]));
  if (kinds.size === 1 && may.length > 0) return kinds.has("own") ? "everyone (their own)" : "everyone";
  return may
    .map((role) => (rights[verb][role] === "own" ? `${plurals[role]} (their own)` : plurals[role]))
    .join(", ");
}

it("every verb that has rights is answered, in the same order", () => {
  expect(verbs.map(({ name }) => name)).toEqual([...verbNames]);
});

describe("the README", () => {
  it("lists every verb with its English name and who may use it, in the order of the help", () => {
    const listed = tableRows(sectionOf(readme, "## What people type")).map(([verb, english, , who]) => {
      return { verb, english, who };
    });
    const offered = verbs.map(({ name, aliases: [english] }) => ({ verb: name, english, who: whoMay(name) }));
    expect(listed).toEqual(offered);
  });

  it("maps what exists, and every folder and file that src holds", async () => {
    const map = sectionOf(readme, "## A map of the source");
    const mapped = [...map.matchAll(/^([a-z]\S*)\s/gmu)].map(([, path = ""]) => path);
    expect(mapped.filter((path) => !existsSync(placeOf(path)))).toEqual([]);
    const sources = (await filesOf("src/", ".ts")).map(({ path }) => path);
    const unmapped = sources.filter((path) => !mapped.some((place) => path.startsWith(place)));
    expect(unmapped).toEqual([]);
  });
});

describe("every command of the command line", () => {
  it.each([
    { path: "README.md", text: readme, heading: "## The `cairn` command" },
    { path: "docs/contrat.md", text: contract, heading: "## The command" },
  ])("is in $path, with no other", ({ text, heading }) => {
    const cells = tableRows(sectionOf(text, heading)).map(([cell = ""]) => cell);
    const listed = cells.flatMap((cell) => /^cairn ([a-z]+)/u.exec(cell)?.[1] ?? []);
    expect([...new Set(listed)].sort()).toEqual(commandsOffered());
  });
});

describe("every variable of the environment", () => {
  const variables = variablesRead();

  it("is in .env.example, which has no other", () => {
    const set = [...environment.text.matchAll(/^([A-Z_]+)=/gmu)].map(([, name = ""]) => name);
    expect(set.sort()).toEqual(variables);
  });

  it.each(["docs/contrat.md", "docs/exploitation.md"])("is in a table of %s", async (path) => {
    const cells = tableRows(await read(path)).flatMap(([first = ""]) => first.split(", "));
    expect(variables.filter((name) => !cells.includes(name))).toEqual([]);
  });
});

describe("docs/contrat.md", () => {
  it("lists the error codes, all of them and no other", () => {
    const listed = tableRows(sectionOf(contract, "## Error codes")).map(([code]) => code);
    expect(listed.sort()).toEqual(Object.keys(messagesFor("fr").refusals).sort());
  });

  it("has a chat line for every verb", () => {
    const lines = tableRows(sectionOf(contract, "## The chat lines")).map(([line = ""]) => line);
    const named = lines.flatMap((line) => /^\/(?:cairn )?([a-z]+)/u.exec(line)?.[1] ?? []);
    expect(verbs.map(({ name }) => name).filter((verb) => !named.includes(verb))).toEqual([]);
  });

  it("announces nothing that is there already", () => {
    const words = [...sectionOf(contract, "## Announced, not there yet").matchAll(/`([a-z]+)`/gu)];
    const there: string[] = [...verbs.map(({ name }) => name), ...commandsOffered()];
    expect(words.map(([, word = ""]) => word).filter((word) => there.includes(word))).toEqual([]);
  });
});

describe("every document", () => {
  it.each(documents)("$path links to what exists", ({ path, text }) => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map(([, link = ""]) => link);
    const broken = links.filter((link) => !existsSync(placeOf(join(dirname(path), link))));
    expect(broken).toEqual([]);
  });

  it.each([...documents, environment])("$path holds no path of somebody's machine", ({ text }) => {
    const paths = text.match(/(?<![\w.-])\/(?:work|tmp|home|root|Users|var\/folders)\/\S*|[A-Z]:\\\S*/gu);
    expect(paths ?? []).toEqual([]);
  });

  it("docs/methode.md has every section that the code cites", async () => {
    const methode = await read("docs/methode.md");
    const cited = [...(await filesOf("src/", ".ts")), ...(await filesOf("tests/", ".ts"))].flatMap(
      ({ text }) => [...text.matchAll(/docs\/methode\.md, (\w+)/gu)].map(([, number = ""]) => number),
    );
    expect(cited.filter((number) => !methode.includes(`\n## ${number}. `))).toEqual([]);
  });

  it.each(documents.filter(({ path }) => /^docs\/decisions\/\d/u.test(path)))(
    "$path is a decision: its number, date, status, context, decision, consequences",
    ({ path, text }) => {
      const [number = ""] = /\d{4}/u.exec(path) ?? [];
      expect(text.startsWith(`# ${number}: `)).toBe(true);
      expect(text).toMatch(/\n- Date: \d{4}-\d{2}-\d{2}\n- Status: \S/u);
      expect([...text.matchAll(/^## (.+)$/gmu)].map(([, title]) => title)).toEqual([
        "Context",
        "Decision",
        "Consequences",
      ]);
    },
  );
});
