const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** The end record, 22 bytes, may be followed by a comment of 65,535 at most. */
const endBytes = 22;
const longestComment = 65_535;

/** Where the record that ends a ZIP archive begins; null when the bytes are no archive. */
function endOfDirectory(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - endBytes - longestComment);
  for (let at = bytes.length - endBytes; at >= first; at--) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  return null;
}

/**
 * The size in bytes that a ZIP archive says it unpacks to, all its files together (PKWARE's APPNOTE 6.3,
 * 4.3.12 and 4.3.16); null when the bytes are no archive. Sizes above 4 GiB count as 4 GiB.
 */
export function unpackedBytes(bytes: Buffer): number | null {
  const end = endOfDirectory(bytes);
  if (end === null) return null;
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) return null;
    total += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}
