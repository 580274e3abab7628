import type { localMode as french } from "../fr/local-mode.ts";

/** What the local mode and the command line say, in English. */
export const localMode: typeof french = {
  creating: "Creating the database (a few seconds, once only)…",
  migrating: "Updating the database…",
  applyingPlan: "Applying the plan…",
  importing: (done, total) => `Import: ${done} / ${total}`,
  loadingExample: "Loading the example data…",
  exampleLoaded: (count) => `Example data loaded: ${count} invented figures, to try things out.`,
  exampleNotLoaded: "The database already holds figures: the example data was not loaded.",
  exampleLabel: "Example data: these figures are invented.",
  offerExample: "The database is empty. Load example data to try things out? [y/N] ",
  yes: ["y", "yes", "o", "oui"],
  welcome: "Cairn is ready. Type a line, for example:",
  speakingAs: (name, email) => `You speak as ${name} (${email}). To change: /me ADDRESS`,
  quitHint: "To leave: /quit",
  quitWords: ["/quit", "/exit", "/quitter"],
  whoWords: ["/me", "/moi"],
  prompt: "cairn> ",
  serving: (url) => `Cairn listens on ${url} (/healthz, /readyz). Ctrl+C to stop.`,
  stopping: "Stopping…",
};
