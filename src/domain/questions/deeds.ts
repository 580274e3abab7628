import type { Family } from "../plan.ts";
import type { Measure } from "./query.ts";

/** Endings of a participle or of a verb after its root, as stems have them. */
const endings = "(?:|i|u|t|r|ed|on|ion|ez|ai|ait|aient|ent)";

const deeds = (roots: string) => new RegExp(`^(?:${roots})${endings}$`, "u");

/**
 * What is done with things of a family that the figure does not tell, by roots of verbs: what is thrown away was not
 * bought, what is bought was not sold.
 */
const otherDeeds: Readonly<Record<string, RegExp>> = {
  waste: deeds(
    "achet|command|bought|purchas|ordered|utilis|used|use|using|consomm|consum|vend|sold|offer|lou|servi|serv|mang|reserv|organis|brul|burn|rendu|financ",
  ),
  resource: deeds(
    "produi|produc|generat|gener|rejet|collect|recolt|offer|servi|serv|mang|vid|depos|organis|reserv|booked|book|lanc|vend|sold|rendu|financ",
  ),
  travel: deeds(
    "achet|command|bought|purchas|ordered|produi|produc|vend|sold|offer|consomm|consum|servi|serv|mang|livr|collect|jet",
  ),
  purchase: deeds(
    "produi|produc|utilis|used|use|using|rejet|offer|rendu|rend|vend|sold|collect|recolt|depos|brul|burn|vid|parcour|financ|lanc",
  ),
  outreach: deeds(
    "achet|command|bought|purchas|ordered|consomm|consum|vend|sold|rejet|pay|factur|reserv|booked|book|mang|lou|rendu",
  ),
  means: deeds(
    "achet|command|bought|purchas|ordered|consomm|consum|vend|sold|rejet|pay|factur|mang|lou|rendu",
  ),
  ghg: deeds(
    "achet|command|bought|purchas|vend|sold|offer|collect|utilis|used|use|using|consomm|consum|reserv",
  ),
  resources: deeds("achet|bought|produi|produc|vend|sold|offer"),
  "projets-compensation": deeds("achet|bought|rejet|vend|sold|rendu|refus|produi|produc|consomm"),
};

/** The table that a measure is read in: its own, or its family's. */
function tableOf(measure: Measure, family: Family | null): RegExp | null {
  const name = family === null ? measure.replace(/\..*$/u, "") : family.replace(/-.*$/u, "");
  return otherDeeds[name] ?? null;
}

/** Whether the stems of a question speak of something done that the figure of the measure does not tell: "plastique acheté". */
export function isOtherDeed(stems: readonly string[], measure: Measure, family: Family | null): boolean {
  const table = tableOf(measure, family);
  return table !== null && stems.some((stem) => table.test(stem));
}
