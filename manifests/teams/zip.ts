import { crc32, deflateRawSync } from "node:zlib";

/** A file of an archive. */
export type ZippedFile = { readonly name: string; readonly content: Uint8Array };

/** 1 January 1980, the earliest date of the format: the same files make the same archive on any day. */
const date = 0x0021;

function numbers(...pairs: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(pairs.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of pairs) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

/** What the two headers of a file say alike: version, flags (names in UTF-8), method, date, sums and sizes. */
function described({ name, content }: ZippedFile, packed: Uint8Array): Buffer {
  return numbers(
    ...([
      [2, 20],
      [2, 0x0800],
      [2, 8],
      [2, 0],
      [2, date],
    ] as const),
    ...([
      [4, crc32(content)],
      [4, packed.length],
      [4, content.length],
    ] as const),
    ...([
      [2, Buffer.byteLength(name)],
      [2, 0],
    ] as const),
  );
}

/** A ZIP archive of those files, in their order (PKWARE's APPNOTE 6.3, 4.3). */
export function zip(files: readonly ZippedFile[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const packed = deflateRawSync(file.content);
    const common = described(file, packed);
    const name = Buffer.from(file.name);
    const local = Buffer.concat([numbers([4, 0x04034b50]), common, name, packed]);
    const place = numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    central.push(Buffer.concat([numbers([4, 0x02014b50], [2, 20]), common, place, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const counts = numbers([2, 0], [2, 0], [2, files.length], [2, files.length]);
  const end = numbers([4, directory.length], [4, offset], [2, 0]);
  return Buffer.concat([...locals, directory, numbers([4, 0x06054b50]), counts, end]);
}
