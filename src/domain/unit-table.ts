/** What a unit measures; units convert inside one dimension only. */
export type Dimension =
  | "energy"
  | "energy-pcs"
  | "volume"
  | "mass"
  | "length"
  | "passenger-length"
  | "money"
  | "night"
  | "meal"
  | "day"
  | "count";

/** A unit: `size` is its exact amount in the dimension's reference (the row of size 1); `names` are singular, spaced words. */
export type UnitRow = {
  readonly symbol: string;
  readonly dimension: Dimension;
  readonly size: string;
  readonly names: readonly string[];
};

/**
 * Sizes are definitions: the hour, the litre and the tonne (SI brochure, 9th edition, table 8) make 1 Wh
 * = 3.6 kJ; the international mile is 1609.344 m (1959 agreement), the metric quintal 100 kg. "PCS" (gross calorific value) is how gas is billed.
 */
export const unitTable: readonly UnitRow[] = [
  {
    symbol: "kWh",
    dimension: "energy",
    size: "3.6",
    names: ["kwh", "kw h", "kilowatt heure", "kilowatt hour", "kilo watt heure"],
  },
  {
    symbol: "MWh",
    dimension: "energy",
    size: "3600",
    names: ["mwh", "mw h", "megawatt heure", "megawatt hour", "mega watt heure"],
  },
  { symbol: "GJ", dimension: "energy", size: "1000", names: ["gj", "gigajoule", "giga joule"] },
  { symbol: "MJ", dimension: "energy", size: "1", names: ["mj", "megajoule", "mega joule"] },
  { symbol: "Wh", dimension: "energy", size: "0.0036", names: ["wh", "w h", "watt heure", "watt hour"] },
  {
    symbol: "kWh PCS",
    dimension: "energy-pcs",
    size: "3.6",
    names: ["kwh pcs", "kwh hhv", "kwh gcv", "kilowatt heure pcs", "kilowattheure pcs"],
  },
  {
    symbol: "MWh PCS",
    dimension: "energy-pcs",
    size: "3600",
    names: ["mwh pcs", "mwh hhv", "mwh gcv", "megawatt heure pcs", "megawattheure pcs"],
  },
  { symbol: "GJ PCS", dimension: "energy-pcs", size: "1000", names: ["gj pcs", "gj hhv", "gj gcv"] },
  { symbol: "L", dimension: "volume", size: "1", names: ["l", "litre", "liter"] },
  { symbol: "hl", dimension: "volume", size: "100", names: ["hl", "hls", "hectolitre", "hectoliter"] },
  {
    symbol: "m3",
    dimension: "volume",
    size: "1000",
    names: ["m3", "m cube", "metre cube", "meter cube", "cubic metre", "cubic meter"],
  },
  { symbol: "kg", dimension: "mass", size: "1000", names: ["kg", "kgs", "kilo", "kilogramme", "kilogram"] },
  { symbol: "g", dimension: "mass", size: "1", names: ["g", "gr", "gramme", "gram"] },
  { symbol: "quintal", dimension: "mass", size: "100000", names: ["quintal", "quintaux", "qx"] },
  {
    symbol: "t",
    dimension: "mass",
    size: "1000000",
    names: ["t", "tonne", "tonne metrique", "metric ton", "metric tonne"],
  },
  { symbol: "km", dimension: "length", size: "1000", names: ["km", "kms", "kilometre", "kilometer"] },
  { symbol: "m", dimension: "length", size: "1", names: ["m", "metre", "meter"] },
  { symbol: "mile", dimension: "length", size: "1609.344", names: ["mile", "mi"] },
  {
    symbol: "passager.km",
    dimension: "passenger-length",
    size: "1000",
    names: [
      ...["passager", "voyageur", "passenger", "pax"].flatMap((who) => [
        `${who} km`,
        `${who} kilometre`,
        `${who} kilometer`,
      ]),
      "p km",
      "pass km",
    ],
  },
  {
    symbol: "EUR",
    dimension: "money",
    size: "1",
    names: ["eur", "€", "euro", "eur ht", "€ ht", "euro ht"],
  },
  {
    symbol: "kEUR",
    dimension: "money",
    size: "1000",
    names: ["keur", "k€", "k €", "k eur", "k euro", "kilo euro", "keur ht", "k€ ht", "k € ht", "k euro ht"],
  },
  { symbol: "nuitée", dimension: "night", size: "1", names: ["nuitee", "nuit", "night", "nuit d hotel"] },
  { symbol: "repas", dimension: "meal", size: "1", names: ["repas", "meal"] },
  { symbol: "jour", dimension: "day", size: "1", names: ["jour", "j", "journee", "day"] },
  { symbol: "unité", dimension: "count", size: "1", names: ["unite", "u", "unit", "piece"] },
];

/**
 * Measures people also type and that Cairn does not convert. Known so that "12 gallons" is refused where
 * a free word could follow a number. "Ton" is here: it is 907, 1000 or 1016 kg by country.
 */
export const foreignUnits: ReadonlySet<string> = new Set(
  [
    "gallon gal pint pinte quart barrel baril bbl oz once ounce lb lbs pound livre ton stone",
    "ft foot feet pied inch pouce yard yd nautique mille nmi cm mm dm dam hm",
    "ml cl dl cm3 dm3 mm3 stere m2 ha mg cg dg hg dag kt",
    "w kw mw gw kva kj j/kg tj pj joule gwh twh btu mmbtu therm thermie th cal kcal calorie tep toe tec ktep",
    "$ usd dollar £ gbp sterling chf franc m€ md€ meur mdeur k million milliard millier thousand billion",
    "dozen douzaine dizaine centaine hundred % ‰ percent pourcent",
    "h hr heure hour min minute semaine week mois month demi demijournee halfday",
    "sac bag carton box boxes boite bac bin benne skip palette pallet rame ramette ream feuille sheet bouteille",
    "bottle fut bidon rouleau camion conteneur container poubelle caisse cagette lot pack degre °c dju",
    "vkm tkm kgco2 kgco2e tco2 tco2e gco2e kgeqco2 teqco2",
  ]
    .join(" ")
    .split(" "),
);

/** Words that, after a unit, change what it measures: "kWh PCI" is not kWh, "kg CO2" is not kg. */
export const qualifiers: ReadonlySet<string> = new Set(
  "pcs pci hhv lhv gcv ncv ef ep efep ht ttc co2 co2e co2eq eqco2 eq ges".split(" "),
);

/** After "par", "per" or "/", these make a rate of an amount: "12 kg par mois" is not 12 kg. */
export const rateWords: ReadonlySet<string> = new Set(
  "jour mois semaine an personne agent day month week year person employee".split(" "),
);
