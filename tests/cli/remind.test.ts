import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cairn, type Ran, type Where } from "../support/command.ts";
import { freshPostgresDatabase } from "../support/databases.ts";
import { suiteFolder } from "../support/folders.ts";

const opening = ["remind", "--at", "2026-10-01T07:30:00Z"];
const owners = [
  "technique",
  "energie",
  "mobilite",
  "achats",
  "dechets",
  "ressources",
  "formations",
  "collectif",
];

type Message = { to: string; stage: string; cc: string[]; items: object[] };
function messagesOf({ stdout }: Ran): Message[] {
  return JSON.parse(stdout).messages;
}

describe("cairn remind", () => {
  let where: Where;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const folder = await suiteFolder();
    remove = folder.remove;
    where = { CAIRN_DATA: folder.path };
    await cairn(where, "verify");
  });
  afterAll(() => remove());

  it("outside the hours gives none", async () => {
    expect(await cairn(where, "remind", "--at", "2026-10-01T06:59:00Z", "--json")).toEqual({
      status: 0,
      stdout: '{"messages":[]}\n',
      stderr: "",
    });
  });

  it("with --dry-run shows them, in words as well, and records none", async () => {
    const shown = await cairn(where, ...opening, "--dry-run");
    expect(shown).toMatchObject({ status: 0, stderr: "" });
    expect(shown.stdout.split("\n").slice(0, 3)).toEqual([
      "Essai sans rien écrire : 8 rappels partiraient.",
      "technique@cluster.example (ouverture)",
      "  temps-referent, T3 2026, attendu le 15 octobre 2026 : ouverture",
    ]);
    expect(messagesOf(await cairn(where, ...opening, "--dry-run", "--json"))).toHaveLength(8);
  });

  it("gives one message an owner, in the contract's words; a second call the same day gives none", async () => {
    const first = messagesOf(await cairn(where, ...opening, "--json"));
    expect(first.map(({ to }) => to)).toEqual(owners.map((name) => `${name}@cluster.example`));
    expect(first[5]).toEqual({
      to: "ressources@cluster.example",
      stage: "opening",
      cc: [],
      items: [
        { indicator: "publications", period: "2026-T3", due: "2026-10-15", stage: "opening" },
        { indicator: "consultations", period: "2026-T3", due: "2026-10-15", stage: "opening" },
      ],
    });
    expect(await cairn(where, ...opening, "--json")).toMatchObject({
      status: 0,
      stdout: '{"messages":[]}\n',
    });
    expect(await cairn(where, ...opening)).toMatchObject({ status: 0, stdout: "Aucun rappel à envoyer.\n" });
  });

  it.each([
    { case: "an instant that is none", words: ["--at", "demain"] },
    { case: "an unknown option", words: ["--vite"] },
  ])("wrong usage, $case: 2", async ({ words }) => {
    expect(await cairn(where, "remind", ...words)).toMatchObject({ status: 2, stdout: "" });
  });
});

describe.each(["pglite", "postgres"])("two processes at once on %s", (engine) => {
  let where: Where;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    if (engine === "pglite") {
      const folder = await suiteFolder();
      [where, remove] = [{ CAIRN_DATA: folder.path }, folder.remove];
    } else {
      const { url, drop } = await freshPostgresDatabase("migrated");
      [where, remove] = [{ DATABASE_URL: url }, drop];
    }
    await cairn(where, "verify");
  });
  afterAll(() => remove());

  it("give each person's message of the day once between them", async () => {
    const ran = await Promise.all([1, 2].map(() => cairn(where, ...opening, "--json")));
    expect(ran.map(({ status }) => status)).toEqual([0, 0]);
    const sent = ran.flatMap(messagesOf).map(({ to }) => to.split("@", 1)[0]);
    expect(sent.toSorted()).toEqual(owners.toSorted());
  });
});
