import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Language, languages } from "./messages/messages.ts";

const shippedPlan = fileURLToPath(new URL("../plan/cluster-montagne.yaml", import.meta.url));

/** A variable set to nothing is a variable left out, as in a copied .env file. */
function optional<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
}

const schema = z.object({
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(ql)?$/, error: "an address postgresql://user:password@host/database" }),
  ),
  CAIRN_DATA: optional(z.string()),
  CAIRN_PLAN: optional(z.string()),
  PORT: optional(z.coerce.number({ error: "a port from 0 to 65535" }).int().min(0).max(65535)),
  HOST: optional(z.string()),
  LOG_LEVEL: optional(
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "one of fatal, error, warn, info, debug, trace, silent",
    }),
  ),
  CAIRN_LANG: optional(z.enum(languages, { error: "fr or en" })),
  /** Set by npm around the scripts it runs. */
  npm_lifecycle_event: optional(z.string()),
});

/** What the environment sets, with its defaults. */
export type Config = {
  /** PostgreSQL's address; undefined for the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Folder of the embedded database. */
  readonly dataFolder: string;
  readonly planPath: string;
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
  readonly language: Language;
  /** npm started this process, and may die without telling it. */
  readonly underNpm: boolean;
};

/** The configuration, or every variable that is wrong with what it should be. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | {
      readonly ok: false;
      readonly problems: readonly { readonly variable: string; readonly expected: string }[];
    };

/** Reads the environment; the only place that does. Values are never repeated in a problem: they may be secret. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const read = schema.safeParse(env);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => ({
      variable: path.join("."),
      expected: message,
    }));
    return { ok: false, problems };
  }
  const { DATABASE_URL, CAIRN_DATA, CAIRN_PLAN, PORT, HOST, LOG_LEVEL, CAIRN_LANG, npm_lifecycle_event } =
    read.data;
  return {
    ok: true,
    config: {
      databaseUrl: DATABASE_URL,
      dataFolder: CAIRN_DATA ?? "./.cairn",
      planPath: CAIRN_PLAN ?? shippedPlan,
      port: PORT ?? 3978,
      host: HOST ?? "127.0.0.1",
      logLevel: LOG_LEVEL ?? "info",
      language: CAIRN_LANG ?? "fr",
      underNpm: npm_lifecycle_event !== undefined,
    },
  };
}
