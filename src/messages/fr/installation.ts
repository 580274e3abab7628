import type { Period } from "../../domain/period.ts";
import { formatFor } from "../format.ts";
import { periodName, several } from "./words.ts";

const { number } = formatFor("fr-FR");

/** What environment variables should be. */
const expectedVariables: Readonly<Record<string, string>> = {
  databaseUrl: "une adresse postgresql://utilisateur:motdepasse@serveur/base",
  port: "un port de 0 à 65535",
  logLevel: "fatal, error, warn, info, debug, trace ou silent",
  language: "fr ou en",
  slackValue: "une valeur, dès qu’une variable de Slack est posée",
  slackBotToken: "un jeton de robot, qui commence par xoxb-",
  slackSigningSecret: "le secret de signature de l’application",
  slackAppToken: "un jeton d’application, qui commence par xapp-",
  slackChannelId: "l’identifiant d’un canal, qui commence par C ou G",
  slackTeamId: "l’identifiant de l’espace, qui commence par T",
  slackApiUrl: "une adresse https://, ou http:// sur cette machine",
  modelUrl: "une adresse https://, ou http:// sur cette machine",
  modelValue: "une valeur, dès qu’une variable du modèle est posée",
  modelKey: "la clé du modèle, sans espace",
  teamsValue: "une valeur, dès qu’une variable de Teams est posée",
  microsoftId: "un identifiant de la forme 00000000-0000-0000-0000-000000000000",
  microsoftPassword: "le secret de l’application, sans espace",
  microsoftType: "SingleTenant : Cairn ne sert qu’une organisation",
  teamsChannelId: "l’identifiant d’un canal, qui commence par 19:",
  teamsHosts: "des hôtes séparés par des virgules, sans https://",
  teamsLocal: "1 pour le mode local, ou rien",
  teamsLocalAlone: "rien en mode local : CAIRN_TEAMS_LOCAL n’identifie personne",
  teamsLocalHost: "127.0.0.1 en mode local, où personne n’est identifié",
};

/** What the command line says of the installation and of files, in French. */
export const installation = {
  planFile: {
    good: "Le plan est bon.",
    unchanged: "Rien ne change.",
    uncounted: (indicator: string, figures: number) =>
      `Attention : « ${indicator} » quitte le plan avec ${several(figures, "chiffre enregistré, qui ne comptera plus", "chiffres enregistrés, qui ne compteront plus")}. Rien n’est effacé : remettez l’indicateur pour les compter de nouveau.`,
    factors: (added: number, changed: number) =>
      `Facteurs d’émission : ${several(added, "nouveau", "nouveaux")}, ${several(changed, "nouvelle version", "nouvelles versions")}.`,
  },
  batch: {
    not_an_object: (line: number) => ({
      message: `Ligne ${number(line)} : ce n’est pas un objet JSON avec as et line.`,
      hint: 'Chaque ligne s’écrit {"as":"ADRESSE","at":"2026-11-24T09:00:00Z","line":"/saisir …"} ; at est facultatif.',
    }),
    bad_instant: (line: number) => ({
      message: `Ligne ${number(line)} : at n’est pas un instant entre 1990 et 2100.`,
      hint: "Écrivez-le comme 2026-11-24T09:00:00Z, ou laissez-le de côté pour maintenant.",
    }),
  },
  importFile: {
    imported: (count: number, skipped: number) =>
      `${several(count, "chiffre importé", "chiffres importés")}, ${several(skipped, "déjà là", "déjà là")}.`,
    wouldImport: (count: number, skipped: number) =>
      `Essai sans rien écrire : ${several(count, "chiffre serait importé", "chiffres seraient importés")}, ${number(skipped)} déjà là.`,
    nothing: (errors: number) => `Rien n’est importé : ${several(errors, "erreur", "erreurs")}.`,
    warnings: (count: number) =>
      `${several(count, "chiffre surprenant", "chiffres surprenants")}, à vérifier :`,
  },
  verify: {
    sound: (entries: number) =>
      `La chaîne est intacte : ${several(entries, "révision vérifiée", "révisions vérifiées")}.`,
    broken: ({ indicator, period, revision }: { indicator: string; period: Period; revision: number }) =>
      `La chaîne est rompue : ${indicator}, ${periodName(period)}, révision ${number(revision)}. Restaurez une sauvegarde et comparez.`,
  },
  install: {
    unavailable: (target: string, code: string) =>
      `La base de données ${target} ne répond pas (${code}). Vérifiez DATABASE_URL ou CAIRN_DATA, et que le serveur est démarré.`,
    folder: (folder: string, code: string) =>
      `La base de données du dossier ${folder} ne s’ouvre pas (${code}). Vérifiez CAIRN_DATA et les droits du dossier ; si la base est abîmée, restaurez une sauvegarde.`,
    migration: (name: string) =>
      `La base de données ne peut pas être mise à jour (${name}). Mettez Cairn à jour, ou restaurez une sauvegarde.`,
    port: (host: string, port: number, code: string) =>
      `L’adresse ${host}:${port} ne peut pas être ouverte (${code}). Choisissez un autre port avec PORT, ou arrêtez le programme qui l’occupe.`,
    badVariables: "Des variables d’environnement sont à corriger :",
    expected: (name: string) => expectedVariables[name] ?? name,
    variable: (name: string, expected: string) => `  ${name} : attendu ${expected}`,
  },
  doctor: {
    title: "État de l’installation",
    configuration: "configuration",
    database: "base de données",
    plan: "plan",
    chain: "chaîne des révisions",
    slack: "Slack",
    teams: "Microsoft Teams",
    ok: "bon",
    missing: "à faire",
    broken: "à réparer",
    postgres: (target: string) => `PostgreSQL, ${target}`,
    embedded: (folder: string) =>
      `embarquée, dans ${folder} : sûre si le processus est tué, pas si le courant est coupé`,
    planFound: (name: string, indicators: number, people: number) =>
      `${name} : ${several(indicators, "indicateur", "indicateurs")}, ${several(people, "personne", "personnes")}`,
    model: "modèle de langage",
    modelSaid: (name: string) => `${name} répond ; il ne fait que proposer une lecture des questions`,
    modelSilent: (name: string, why: string) =>
      `${name} ne sert à rien en l’état (${why}) : les questions restent lues sans lui. Vérifiez CAIRN_MODEL_URL, CAIRN_MODEL_NAME et CAIRN_MODEL_KEY.`,
    modelWhy: {
      refused: (status: number) => `réponse HTTP ${status}`,
      unreadable: "sa réponse n’est pas du JSON",
      no_answer: "pas de réponse en trois secondes",
    },
    exampleRoster:
      "les adresses sont celles de l’exemple : remplacez-les dans le plan, puis cairn plan apply",
  },
};
