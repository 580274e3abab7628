import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { cairnEnvironment } from "./command.ts";

const script = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
/** Indicators of the shipped plan: any whole number fits them all. */
const indicators = [
  ...[
    "electricite",
    "gaz",
    "eau",
    "papier",
    "voiture-thermique",
    "voiture-electrique",
    "train",
    "ter",
    "avion",
  ],
  ...["domicile-travail", "hotel", "repas", "achats-services", "materiel-informatique", "dechets-papier"],
  ...[
    "dechets-plastique",
    "dechets-verre",
    "dechets-bio",
    "dechets-deee",
    "dechets-residuels",
    "temps-referent",
  ],
  ...["publications", "consultations", "formations", "stagiaires", "actions-collectives", "participants"],
];

/** Distinct figures, one line each, up to 3,780: no two are of the same indicator and quarter, since 1990. */
export function distinctLines(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const quarters = Math.floor(index / indicators.length);
    const period = `${2024 - Math.floor(quarters / 4)}-T${(quarters % 4) + 1}`;
    return `/saisir ${indicators[index % indicators.length]} ${1000 + (index % 7)} ${period} confirmer`;
  });
}

/** What became of the lines: those acknowledged, in order, and how many rounds it took. */
export type Killed = { readonly acknowledged: readonly string[]; readonly rounds: number };

/** A line's acknowledgement: "indicator period value", as recorded. */
function acknowledgement(result: string): string {
  const { ok, data } = JSON.parse(result);
  if (!ok) throw new Error(`refused: ${result}`);
  const { indicator, period, value } = data.entry;
  return `${indicator} ${period} ${value}`;
}

/** Sends lines to one `cairn exec --batch`, and kills it with SIGKILL after `ms`; gives what it acknowledged. */
async function round(folder: string, lines: readonly string[], ms: number): Promise<string[]> {
  const batch = join(folder, "batch.jsonl");
  const as = "technique@cluster.example";
  const at = "2026-11-24T09:00:00Z";
  await writeFile(batch, lines.map((line) => JSON.stringify({ as, at, line })).join("\n"));
  const child = spawn(process.execPath, [script, "exec", "--batch", batch, "--json"], {
    env: cairnEnvironment({ CAIRN_DATA: folder }),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const results: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  createInterface({ input: child.stdout }).on("line", (line) => {
    results.push(acknowledgement(line));
    // The clock starts once it records: every kill falls among writes, not in the start.
    timer ??= setTimeout(() => child.kill("SIGKILL"), ms);
  });
  await once(child, "close");
  clearTimeout(timer);
  return results;
}

/**
 * Records `lines` on the embedded database of `folder`, killing the process with SIGKILL among its writes
 * at `rounds` instants, and each time going on from the first line that was not acknowledged.
 */
export async function killRounds(folder: string, lines: readonly string[], rounds: number): Promise<Killed> {
  const acknowledged: string[] = [];
  let done = 0;
  for (; done < rounds && acknowledged.length < lines.length; done++) {
    const left = lines.slice(acknowledged.length);
    acknowledged.push(...(await round(folder, left, (done * 7) % 41)));
  }
  return { acknowledged, rounds: done };
}
