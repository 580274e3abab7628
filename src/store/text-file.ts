import { type FileHandle, open } from "node:fs/promises";

/** Why a file could not be read. `reason` is the system's code, such as "ENOENT". */
export type BytesProblem =
  | { readonly code: "unreadable_file"; readonly data: { readonly reason: string } }
  | { readonly code: "file_too_large"; readonly data: { readonly limitBytes: number } };

/** Why a file gave no text. */
export type FileProblem = BytesProblem | { readonly code: "not_utf8"; readonly data: Record<never, never> };

export type BytesFile =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly problem: BytesProblem };

export type TextFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: FileProblem };

function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";
}

/** Reads one byte more than the limit at most, whatever size the system announces. */
async function readUpTo(file: FileHandle, limitBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length <= limitBytes) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536));
    if (bytesRead === 0) return Buffer.concat(chunks);
    chunks.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
  return null;
}

/** The bytes of a file of at most that many. */
export async function readBytesFile(path: string, limitBytes: number): Promise<BytesFile> {
  try {
    await using file = await open(path);
    const bytes = await readUpTo(file, limitBytes);
    return bytes === null
      ? { ok: false, problem: { code: "file_too_large", data: { limitBytes } } }
      : { ok: true, bytes };
  } catch (error) {
    return { ok: false, problem: { code: "unreadable_file", data: { reason: reasonOf(error) } } };
  }
}

/** Bytes read as UTF-8, without the byte order mark; null when they are not UTF-8. */
export function utf8Text(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text of a UTF-8 file of at most that many bytes, without its byte order mark. */
export async function readTextFile(path: string, limitBytes: number): Promise<TextFile> {
  const file = await readBytesFile(path, limitBytes);
  if (!file.ok) return file;
  const text = utf8Text(file.bytes);
  return text === null ? { ok: false, problem: { code: "not_utf8", data: {} } } : { ok: true, text };
}
