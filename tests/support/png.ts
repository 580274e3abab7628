import { inflateSync } from "node:zlib";

/** A decoded picture: its size, and the colour of a pixel as "#rrggbb". */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => string;
};

const bytesPerPixel = 4;

/** The chunks of a PNG file, by type; data chunks are joined. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    chunks.set(type, Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), data]));
    at += length + 12;
  }
  return chunks;
}

/** The predictor of filter 4 (PNG specification, 9.4). */
function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [a, b, c] = [left, up, upLeft].map((value) => Math.abs(estimate - value));
  if (a === undefined || b === undefined || c === undefined) throw new Error("three distances");
  return a <= b && a <= c ? left : b <= c ? up : upLeft;
}

/** Decodes a PNG of 8-bit RGBA without interlacing. Throws on any other. */
export function decodePng(bytes: Uint8Array): Picture {
  const chunks = chunksOf(Buffer.from(bytes));
  const header = chunks.get("IHDR") ?? Buffer.alloc(0);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header.subarray(8, 13).toString("hex") !== "0806000000") throw new Error("not plain 8-bit RGBA");
  const raw = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  const stride = width * bytesPerPixel;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x < bytesPerPixel ? 0 : (pixels[y * stride + x - bytesPerPixel] ?? 0);
      const up = y === 0 ? 0 : (pixels[(y - 1) * stride + x] ?? 0);
      const upLeft = x < bytesPerPixel || y === 0 ? 0 : (pixels[(y - 1) * stride + x - bytesPerPixel] ?? 0);
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter ?? 0] ?? 0;
      pixels[y * stride + x] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + predicted) & 255;
    }
  }
  const at = (x: number, y: number) => {
    const start = y * stride + x * bytesPerPixel;
    return `#${pixels.toString("hex", start, start + 3)}`;
  };
  return { width, height, at };
}
