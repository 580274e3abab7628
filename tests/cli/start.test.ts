import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { cairn, cairnEnvironment } from "../support/command.ts";
import { freshFolder } from "../support/folders.ts";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** Cairn started in local mode without a terminal; `url` is where its doors are. */
async function started(folder: string, ...words: string[]) {
  const child = spawn(process.execPath, [main, ...words], {
    env: { ...cairnEnvironment({ CAIRN_DATA: folder }), PORT: "0" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const said: string[] = [];
  const ended = once(child, "close");
  const shown: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => shown.push(chunk));
  const url = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      said.push(line);
      const found = /http:\/\/127\.0\.0\.1:\d+/u.exec(line);
      if (found) resolve(found[0]);
    });
    ended.then(() => reject(new Error(said.join("\n"))));
  });
  return { child, url: await url, said, shown: () => shown.join(""), ended };
}

describe("the local mode", () => {
  it("loads the example, shows the plan and the balance, answers lines, serves its doors, and stops on SIGTERM", async () => {
    const folder = await freshFolder();
    const bot = await started(folder, "--example");
    expect(bot.said).toContain("Données d’exemple chargées : 614 chiffres inventés, pour essayer.");

    const health = await fetch(`${bot.url}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { status: "alive" }]);
    const ready = await fetch(`${bot.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: "ready" }]);
    expect((await fetch(`${bot.url}/ailleurs`)).status).toBe(404);
    expect((await fetch(`${bot.url}/healthz`, { method: "POST" })).status).toBe(405);

    const busy = await cairn({ CAIRN_DATA: folder }, "verify");
    expect(busy).toMatchObject({ status: 1, stdout: "" });
    expect(busy.stderr).toMatch(
      /^La base de données est déjà ouverte par main\.ts --example \(pid \d+, .*\)\.\n/u,
    );

    bot.child.stdin.end(
      "/saisir electricite 1 234,5 kWh T4\n/cairn bilan 2026\n/cairn pourquoi ges 2026-T3\n",
    );
    await expect
      .poll(bot.shown, { timeout: 10_000 })
      .toContain("D’où vient ce chiffre : gaz à effet de serre, T3 2026");
    // The doors stay open after the end of the input.
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
    // A connection that asks nothing does not keep the process.
    const idle = connect(Number(new URL(bot.url).port), "127.0.0.1");
    await once(idle, "connect");
    idle.on("error", () => {});
    const asked = performance.now();
    bot.child.kill("SIGTERM");
    expect(await bot.ended).toEqual([0, null]);
    expect(performance.now() - asked).toBeLessThan(10_000);
    const shown = bot.shown();
    expect(shown).toContain("Plan d’actions : Cluster Montagne");
    expect(shown).toContain("Données d’exemple : ces chiffres sont inventés.");
    expect(shown).toContain("Les chiffres attendus");
    expect(shown).toMatch(/^Le point du mois : [a-zéû]+ \d{4}$/mu);
    expect(shown.indexOf("Le point du mois")).toBeLessThan(shown.indexOf("Cairn est prêt"));
    expect(shown).toContain("Électricité des bureaux, T4 2026 : 1\u202F234,5\u00A0kWh");
    expect(shown).toContain("Bilan des gaz à effet de serre 2026 (BEGES-R v5)");

    const verified = await cairn({ CAIRN_DATA: folder }, "verify", "--json");
    expect(verified).toMatchObject({ status: 0, stdout: '{"ok":true,"entries":615,"broken":null}\n' });
    // Three processes, and a whole example loaded: more than the usual time on a busy machine.
  }, 60_000);

  it("does not load the example over figures, and says so", async () => {
    const folder = await freshFolder();
    await cairn(
      { CAIRN_DATA: folder },
      "exec",
      "--as",
      "technique@cluster.example",
      "--",
      "/saisir eau 45 T3 2026",
    );
    const bot = await started(folder, "--example");
    expect(bot.said).toContain(
      "La base contient déjà des chiffres : les données d’exemple n’ont pas été chargées.",
    );
    bot.child.kill("SIGTERM");
    expect(await bot.ended).toEqual([0, null]);
  });
});

it("a port that another program holds is told in words, and ends with 3", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  const child = spawn(process.execPath, [main], {
    env: { ...cairnEnvironment({ CAIRN_DATA: await freshFolder() }), PORT: String(port) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [stderr, ended] = await Promise.all([text(child.stderr), once(child, "close")]);
  expect(ended).toEqual([3, null]);
  expect(stderr).toContain(`L’adresse 127.0.0.1:${port} ne peut pas être ouverte (EADDRINUSE).`);
});
