import { fold } from "../name-match.ts";

/**
 * What people say that a figure is for, who wants it and when: words that turn an aside into one, by kind. None of
 * them is measured, and none is another organisation whose figures could be meant.
 */
const tables = {
  /** What figures are written in, or shown with. */
  document:
    "rapport rapports diapo diapos diapositive slide slides powerpoint ppt presentation presentations présentation compte rendu cr dossier dossiers newsletter journal bulletin gazette lettre article articles communiqué discours note notes synthèse mémo email emails mail mails courrier courriel audit tableau tableaux bord fichier excel feuille plaquette brochure affiche affiches panneau dépliant flyer infographie post linkedin facebook instagram site intranet web blog page livret formulaire questionnaire enquête déclaration label certification bilan annuel annuelle rse csr dpef csrd demande subvention candidature appel offres vidéo podcast fiche dissertation mémoire exposé pitch brief kit presse revue document documents support supports ordre report reports deck board newsletter poster leaflet spreadsheet sheet dashboard essay press release grant application memo summary briefing internal activité activités sondage",
  /** Where figures are spoken of. */
  event:
    "réunion réunions réu meeting meetings conseil administration ca comité comités direction pilotage copil codir comex assemblée générale ag séminaire atelier point hebdo entretien conférence table ronde soutenance oral interview visio zoom teams call salon stand rdv rendez vous webinaire cérémonie voeux vœux intervention débat kick off steering committee workshop review revue stand up agm",
  /** Who asks. */
  listener:
    "chef cheffe chefs boss patron patronne manager directeur directrice direction président présidente trésorier trésorière secrétaire collègue collègues collegue journaliste journalistes élu élue élus élues financeur financeurs bailleur bailleurs comptable compta comptabilité rh com communication stagiaire auditeur auditrice commissaire équipe colleague colleagues director chairman chairwoman chair board journalist journalists treasurer secretary finance auditor auditors funder funders management team",
  /** When it is wanted. */
  day: "lundi mardi mercredi jeudi vendredi samedi dimanche demain matin soir aprem midi après semaine monday tuesday wednesday thursday friday saturday sunday tomorrow morning afternoon tonight week today aujourd hui prochain prochaine",
  /** What asking is called. */
  request:
    "question questions demande demandes requête besoin urgence urgent urgente curiosité info infos information vérification verification contrôle check rappel help aide sos objet sujet request urgently curiosity quick petite petit rapide simple dernière autre bête one more",
  /** Thanks, greetings and sighs. */
  courtesy:
    "merci thanks bonjour bonsoir salut coucou hello hi hey cordialement bises bisous amitiés bien respectueusement sincèrement voilà voila alors ok okay bon bref euh hum oups aie ouf pardon désolé désolée excusez excuse sorry journée soirée weekend week end bonne bon super top cool génial parfait oui non yes no yep well so svp stp plait please fyi btw nickel",
} as const;

export type AsideKind = keyof typeof tables;

function words(kind: AsideKind): ReadonlySet<string> {
  return new Set(tables[kind].split(" ").map(fold));
}

/** The words of asides, folded, by kind. */
export const asideWords: Readonly<Record<AsideKind, ReadonlySet<string>>> = {
  document: words("document"),
  event: words("event"),
  listener: words("listener"),
  day: words("day"),
  request: words("request"),
  courtesy: words("courtesy"),
};

/** Places and people whose figures could be meant instead: no aside holds them. */
export const elsewhere: ReadonlySet<string> = new Set(
  "agence antenne siege annexe headquarters site filiale succursale magasin boutique usine station ville village commune mairie region departement pays voisin voisins voisine client clients concurrent concurrents fournisseur fournisseurs partenaire partenaires hotel ecole maison domicile cousin cousine famille mari femme etage batiment chalet refuge restaurant cantine branch factory shop plant town city country neighbour neighbours neighbor customer customers competitor competitors supplier suppliers school home house building village floor".split(
    " ",
  ),
);

/** Whether a folded word belongs to an aside of any kind. */
export function isAsideWord(word: string): boolean {
  return Object.values(asideWords).some((set) => set.has(word));
}
