import { readFile } from "node:fs/promises";
import { Resvg } from "@resvg/resvg-js";

/** The icons of the manifest: their names, and the size in pixels that Teams asks of each. */
export const icons = { color: 192, outline: 32 } as const;
export type IconName = keyof typeof icons;

/** An icon drawn from its SVG, as a PNG file. */
export async function drawIcon(name: IconName): Promise<Buffer> {
  const svg = await readFile(new URL(`icons/${name}.svg`, import.meta.url), "utf8");
  const fitTo = { mode: "width" as const, value: icons[name] };
  return new Resvg(svg, { fitTo, font: { loadSystemFonts: false } }).render().asPng();
}
