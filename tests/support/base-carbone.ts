/** The columns of ADEME's Base Carbone file, in its order (version 22). */
const columns = [
  "Type Ligne;Identifiant de l'élément;Structure;Type de l'élément;Statut de l'élément",
  "Nom base français;Nom base anglais;Nom base espagnol",
  "Nom attribut français;Nom attribut anglais;Nom attribut espagnol",
  "Nom frontière français;Nom frontière anglais;Nom frontière espagnol",
  "Code de la catégorie;Tags français;Tags anglais;Tags espagnol",
  "Unité français;Unité anglais;Unité espagnol",
  "Contributeur;Autres Contributeurs;Programme;Url du programme;Source",
  "Localisation géographique;Sous-localisation géographique français",
  "Sous-localisation géographique anglais;Sous-localisation géographique espagnol",
  "Date de création;Date de modification;Période de validité;Incertitude;Réglementations;Transparence",
  "Qualité;Qualité TeR;Qualité GR;Qualité TiR;Qualité C;Qualité P;Qualité M",
  "Commentaire français;Commentaire anglais;Commentaire espagnol",
  "Type poste;Nom poste français;Nom poste anglais;Nom poste espagnol",
  "Total poste non décomposé;CO2f;CH4f;CH4b;N2O",
  "Code gaz supplémentaire 1;Valeur gaz supplémentaire 1;Code gaz supplémentaire 2;Valeur gaz supplémentaire 2",
  "Code gaz supplémentaire 3;Valeur gaz supplémentaire 3;Code gaz supplémentaire 4;Valeur gaz supplémentaire 4",
  "Code gaz supplémentaire 5;Valeur gaz supplémentaire 5;Autres GES;CO2b",
]
  .join(";")
  .split(";");

/** What a row says, under the names of the file's own columns; the rest is blank. */
export type BaseCarboneRow = Readonly<Record<string, string>>;

/** An element of the Base Carbone: a valid emission factor, unless `cells` say otherwise. */
export function element(id: string, total: string, cells: BaseCarboneRow = {}): BaseCarboneRow {
  return {
    "Type Ligne": "Elément",
    "Identifiant de l'élément": id,
    "Type de l'élément": "Facteur d'émission",
    "Statut de l'élément": "Valide générique",
    "Nom base français": `Élément ${id}`,
    "Unité français": "kgCO2e/kWh",
    "Total poste non décomposé": total,
    ...cells,
  };
}

/** A post of an element: a row of the same identifier that says a part of its total. */
export function post(id: string, type: string, value: string, cells: BaseCarboneRow = {}): BaseCarboneRow {
  return element(id, value, { "Type Ligne": "Poste", "Type poste": type, ...cells });
}

/** The text of a file of those rows. */
export function baseCarboneText(...rows: readonly BaseCarboneRow[]): string {
  const cell = (text: string) => (/[;"\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => columns.map((name) => cell(row[name] ?? "")).join(";"));
  return `${[columns.join(";"), ...lines].join("\r\n")}\r\n`;
}

/** The same as ADEME publishes it, in Windows-1252; Latin-1 has every letter that these rows use. */
export function baseCarbone(...rows: readonly BaseCarboneRow[]): Buffer {
  return Buffer.from(baseCarboneText(...rows), "latin1");
}

/** Grid electricity of 2022, record 42513: 10 % of uncertainty, in three posts. */
export const electricity2022: readonly BaseCarboneRow[] = [
  element("42513", "0,0520", {
    "Nom base français": "Electricité",
    "Nom base anglais": "Grid electricity",
    "Nom attribut français": "2022 - mix moyen",
    "Nom frontière français": "consommation",
    "Période de validité": "Année 2022",
    Incertitude: "10",
  }),
  post("42513", "Combustion à la centrale", "0,0338"),
  post("42513", "Amont", "0,0135"),
  post("42513", "Transport et distribution", "4,74E-3", { "Nom poste français": "Pertes" }),
];
