import { crc32, deflateRawSync } from "node:zlib";

/** A file to pack. `declaredBytes` lies about its unpacked size, as a bomb does. */
export type ZipEntry = {
  readonly name: string;
  readonly content: string | Buffer;
  readonly declaredBytes?: number;
};

function fields(...pairs: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    pairs.map(([bytes, value]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
}

/** A ZIP archive of those files (PKWARE's APPNOTE 6.3, 4.3): what each spreadsheet of the tests is made with. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declaredBytes } of entries) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const common = fields(
      [2, 20],
      [2, 0],
      [2, 8],
      [4, 0],
      [4, crc32(plain)],
      [4, packed.length],
      [4, declaredBytes ?? plain.length],
      [2, Buffer.byteLength(name)],
      [2, 0],
    );
    const local = Buffer.concat([fields([4, 0x04034b50]), common, Buffer.from(name), packed]);
    central.push(
      Buffer.concat([
        fields([4, 0x02014b50], [2, 20]),
        common,
        fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
  return Buffer.concat([...locals, directory, end]);
}
