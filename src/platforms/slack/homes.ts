import type { webApi } from "@slack/bolt";
import type { HomeView } from "@slack/types";
import type { Card } from "../../cards/card.ts";
import { homeOf } from "../../commands/home.ts";
import { PlatformError } from "../platform.ts";
import { type Answering, type Asker, identify, unwelcomeAnswer } from "./answer.ts";
import { homeView, refusedHomeView } from "./views/home-view.ts";
import { calling } from "./web.ts";

/** What drawing App Homes takes. */
export type Publishing = Answering & {
  readonly client: webApi.WebClient;
  /** Remembers work that goes on after its acknowledgement. */
  readonly later: (work: Promise<void>) => void;
};

/** The App Homes of the workspace. Each is drawn from the database, one drawing at a time: the last one is what is so. */
export type Homes = {
  /** Draws the Home of somebody who opens it, and waits until Slack has it. Throws PlatformError for members. */
  readonly open: (asker: Asker) => Promise<void>;
  /** Draws it again, with what could not be done on top, if anything. */
  readonly show: (asker: Asker, refusal: Card | null) => Promise<void>;
  /** Something of that person's changed: their Home is drawn again later, if this process ever drew it. */
  readonly changed: (email: string) => void;
};

/** More people than any cluster has: past it the first one waits for their next opening. */
const mostKept = 10_000;

type Drawn = { readonly view: (native: boolean) => HomeView; readonly email: string | null };

async function drawn(publishing: Publishing, asker: Asker, refusal: Card | null): Promise<Drawn> {
  const { cairn, now } = publishing;
  const identity = await identify(publishing, asker);
  if (identity.kind === "unwelcome") {
    const { card, language } = unwelcomeAnswer(identity.reason, cairn.language);
    return { view: () => refusedHomeView(card, { language }), email: null };
  }
  const { email } = identity;
  const reply = await homeOf(cairn, { email, now: now(), platform: "slack" });
  if (!reply.ok) return { view: () => refusedHomeView(reply.card, reply), email };
  return { view: (native) => homeView(reply.home, { refusal, native }), email };
}

/** Publishes a view, and a plainer one when Slack takes no table of its own there. */
async function publish({ client }: Publishing, account: string, { view }: Drawn): Promise<void> {
  const send = (native: boolean) =>
    calling(() => client.views.publish({ user_id: account, view: view(native) }));
  try {
    await send(true);
  } catch (error) {
    const isDrawing = error instanceof PlatformError && /^invalid_(?:blocks|arguments)/u.test(error.code);
    if (!isDrawing) throw error;
    await send(false);
  }
}

type Waiting = { refusal: Card | null; readonly done: Promise<void> };

/**
 * Draws one Home at a time for each account. Drawings asked for while one waits its turn are that one: it reads the
 * database after all of them were asked.
 */
function drawingInTurn(draw: (asker: Asker, refusal: Card | null) => Promise<void>): Homes["show"] {
  const waiting = new Map<string, Waiting>();
  const underWay = new Map<string, Promise<void>>();
  return async (asker, refusal) => {
    const { account } = asker;
    const joined = waiting.get(account);
    if (joined !== undefined) {
      joined.refusal = refusal ?? joined.refusal;
      return await joined.done;
    }
    const before = underWay.get(account) ?? Promise.resolve();
    const turn: Waiting = {
      refusal,
      done: before
        .catch(() => undefined)
        .then(() => {
          waiting.delete(account);
          return draw(asker, turn.refusal);
        }),
    };
    waiting.set(account, turn);
    underWay.set(account, turn.done);
    try {
      await turn.done;
    } finally {
      if (underWay.get(account) === turn.done) underWay.delete(account);
    }
  };
}

/** The App Homes drawn by this process. */
export function homesOf(publishing: Publishing): Homes {
  /** Whose Home was drawn, by address: somebody who never opened it needs no drawing. */
  const known = new Map<string, Asker>();

  const keep = (email: string, asker: Asker) => {
    known.set(email.toLowerCase(), asker);
    const [first] = known.keys();
    if (known.size > mostKept && first !== undefined) known.delete(first);
  };

  const show = drawingInTurn(async (asker, refusal) => {
    const home = await drawn(publishing, asker, refusal);
    if (home.email !== null) keep(home.email, asker);
    const sent = publish(publishing, asker.account, home);
    // Of somebody who is not served, Slack may not let the Home be written at all: asking again would not help.
    await (home.email === null ? sent.catch(() => undefined) : sent);
  });

  const changed = (email: string) => {
    const asker = known.get(email.toLowerCase());
    if (asker !== undefined) publishing.later(show(asker, null));
  };
  return { open: (asker) => show(asker, null), show, changed };
}
