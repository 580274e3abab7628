import { type FileHandle, open } from "node:fs/promises";

/** Why a file gave no text. `reason` is the system's code, such as "ENOENT". */
export type FileProblem =
  | { readonly code: "unreadable_file"; readonly data: { readonly reason: string } }
  | { readonly code: "file_too_large"; readonly data: { readonly limitBytes: number } }
  | { readonly code: "not_utf8"; readonly data: Record<never, never> };

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

function decode(bytes: Buffer): TextFile {
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, problem: { code: "not_utf8", data: {} } };
  }
}

/** The text of a UTF-8 file of at most that many bytes, without its byte order mark. */
export async function readTextFile(path: string, limitBytes: number): Promise<TextFile> {
  try {
    await using file = await open(path);
    const bytes = await readUpTo(file, limitBytes);
    if (bytes === null) return { ok: false, problem: { code: "file_too_large", data: { limitBytes } } };
    return decode(bytes);
  } catch (error) {
    return { ok: false, problem: { code: "unreadable_file", data: { reason: reasonOf(error) } } };
  }
}
