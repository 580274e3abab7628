import type { DeliveryCause, DeliveryState } from "../../domain/delivery.ts";
import type { PlatformName } from "../../domain/preference.ts";
import { formatFor } from "../format.ts";
import { several } from "./words.ts";

const { day, number } = formatFor("fr-FR");

const states: Readonly<Record<DeliveryState, string>> = {
  planned: "prévu",
  sending: "en cours d’envoi",
  sent: "envoyé",
  unknown: "incertain",
  reconciled: "retrouvé",
  abandoned: "abandonné",
  refused: "refusé",
};

const causes: Readonly<Record<DeliveryCause, string>> = {
  recorded: "enregistré",
  outside_hours: "hors des heures d’envoi",
  rate_limited: "la plateforme demande d’attendre",
  unauthorised: "la plateforme refuse le jeton",
  unreachable: "la plateforme ne répond pas",
  out_of_time: "trop tard pour ce tour",
  no_place: "aucun endroit où l’envoyer",
  failed: "erreur de Cairn",
  not_there: "relu : il n’était pas arrivé",
  repeated: "répété une fois, faute de pouvoir relire",
  asked_again: "redemandé par un référent",
  taken: "pris en main",
  answered: "la plateforme l’a reçu",
  no_answer: "pas de réponse : peut-être arrivé",
  process_died: "processus arrêté en route : peut-être arrivé",
  not_read_back: "la plateforme n’a pas pu être relue",
  may_have_arrived: "peut-être arrivé, ne sera pas renvoyé sans vous",
  read_back: "relu : il était bien arrivé",
  seen: "vu par un référent",
  given: "les chiffres sont arrivés",
  not_asked: "plus rien à demander à cette personne",
  snoozed: "en pause",
  too_late: "trop tard pour être utile",
  gone: "personne ou conversation introuvable",
  rejected: "message refusé",
  shown_done: "affiché comme fait",
  shown_replaced: "affiché comme remplacé",
  not_updated: "n’a pas pu être mis à jour",
};

const kinds: Readonly<Record<string, string>> = {
  reminder: "Rappel",
  digest: "Synthèse",
  report: "Signalement",
  answer: "Réponse à une question",
  questions: "Questions ouvertes",
};

/** What is said of messages on their way, in French. */
export const deliveries = {
  late: (on: string) => `Cette synthèse aurait dû paraître le ${day(on)}.`,
  state: (state: DeliveryState) => states[state],
  cause: (cause: DeliveryCause) => causes[cause],
  kind: (kind: string) => kinds[kind] ?? kind,
  channel: "canal",
  platform: (platform: PlatformName | null) => platform ?? "–",
  done: {
    title: "C’est fait, merci !",
    text: (on: string) => `Tous les chiffres du rappel du ${day(on)} sont arrivés.`,
  },
  replaced: {
    title: "Rappel remplacé",
    text: (on: string) => `Le rappel du ${day(on)} est remplacé par le suivant.`,
  },
  report: {
    unknownTitle: "Un message a peut-être été envoyé",
    refusedTitle: "Un message n’a pas pu être envoyé",
    unknown: (kind: string, on: string) =>
      `${kind} du ${day(on)} : la plateforme n’a pas répondu, et ne dit pas si le message est arrivé. Regardez dans le canal : Cairn ne le renvoie pas de lui-même.`,
    refused: (kind: string, on: string, cause: string) =>
      `${kind} du ${day(on)} : ${cause}. Une fois le problème réglé, renvoyez-le.`,
    seen: "Il est arrivé",
    again: "Le renvoyer",
  },
  list: {
    title: "Les envois",
    none: "Aucun envoi à regarder : tout est arrivé ou suit son cours.",
    line: (kind: string, to: string, on: string, state: string, cause: string) =>
      `${kind} (${to}), ${day(on)} : ${state}, ${cause}`,
    change: (at: string, state: string, cause: string) => `${at} : ${state}, ${cause}`,
    attempts: (count: number) => several(count, "essai", "essais"),
    unknownId: "Aucun envoi n’a ce numéro.",
    settled: "Cet envoi n’attend rien : rien ne change.",
    seen: "C’est noté : il est arrivé.",
    again: "C’est noté : il repart.",
  },
  doctor: {
    check: "envois",
    ok: (waiting: number) =>
      waiting === 0 ? "tout est parti" : `${several(waiting, "message", "messages")} en attente`,
    dead: (count: number) =>
      `${several(count, "message", "messages")} à regarder : cairn deliveries --state dead`,
    neverTicked: (waiting: number) =>
      `l’horloge n’a pas encore tourné (cairn start), ${number(waiting)} en attente`,
    lateTick: (minutes: number) =>
      `l’horloge n’a pas tourné depuis ${several(minutes, "minute", "minutes")} : le robot est-il démarré ?`,
  },
};
