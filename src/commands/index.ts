import { absence } from "./absence.ts";
import { aideFor } from "./aide.ts";
import { annuler } from "./annuler.ts";
import { avancement } from "./avancement.ts";
import { bilan } from "./bilan.ts";
import { corriger } from "./corriger.ts";
import { echeances } from "./echeances.ts";
import { envois } from "./envois.ts";
import { faq } from "./faq.ts";
import { historique } from "./historique.ts";
import { objectif } from "./objectif.ts";
import { plan } from "./plan.ts";
import { pourquoi } from "./pourquoi.ts";
import { projet } from "./projet.ts";
import { question } from "./question.ts";
import { rappels } from "./rappels.ts";
import { repondre } from "./repondre.ts";
import type { Verb } from "./request.ts";
import { retirer } from "./retirer.ts";
import { saisir } from "./saisir.ts";
import { transmettre } from "./transmettre.ts";

/** Every verb of the chat line, in the order of the help. */
export const verbs: readonly Verb[] = [
  saisir,
  corriger,
  annuler,
  historique,
  bilan,
  avancement,
  objectif,
  projet,
  plan,
  pourquoi,
  question,
  transmettre,
  retirer,
  repondre,
  faq,
  echeances,
  absence,
  rappels,
  envois,
  aideFor(() => verbs),
];
