/** The database cannot be opened: unreachable, refused, or its folder unusable. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
  readonly kind: "server" | "folder";
  /** What was tried, without user or password: "127.0.0.1:5432/cairn" or a folder. */
  readonly target: string;
  /** The system's or PostgreSQL's code: "ECONNREFUSED", "28P01"…; "unknown" when there is none. */
  readonly code: string;

  constructor(kind: "server" | "folder", target: string, cause: unknown) {
    const code = codeOf(cause) ?? "unknown";
    super(`store unavailable: ${target} (${code})`, { cause });
    this.kind = kind;
    this.target = target;
    this.code = code;
  }
}

/** The schema cannot be brought up to date: a migration failed, or the database is newer than this Cairn. */
export class MigrationFailed extends Error {
  override readonly name = "MigrationFailed";
  /** The migration at fault, "0001_core"; null when none could be named. */
  readonly migration: string | null;

  constructor(migration: string | null, reason: "failed" | "newer", cause?: unknown) {
    super(`migration ${reason}: ${migration ?? "?"}`, { cause });
    this.migration = migration;
  }
}

/** The `code` of a system or database error ("ECONNREFUSED", "42P01"); null when it has none. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
