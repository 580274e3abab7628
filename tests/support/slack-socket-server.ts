import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";

/** What Slack was told of an envelope. */
export type Acknowledgement = { readonly envelope_id: string; readonly payload: Record<string, unknown> };

/** Slack's end of Socket Mode, as docs.slack.dev/apis/events-api/using-socket-mode describes it. */
export type SocketServer = {
  /** How many sockets were opened so far. */
  readonly opened: () => number;
  /** Resolves once so many sockets were opened, the last of them said hello. */
  readonly hello: (count: number) => Promise<void>;
  /** Sends an envelope on the last socket. */
  readonly send: (type: string, payload: object, id?: string) => string;
  /** Resolves at the first acknowledgement of an envelope, or of the count-th. */
  readonly acknowledged: (id: string, count?: number) => Promise<Acknowledgement>;
  /** How often an envelope was acknowledged. */
  readonly count: (id: string) => number;
  /** Cuts every socket, without a word. */
  readonly cut: () => void;
  /** Says that the last socket is to be left, as Slack does when it needs the place. */
  readonly dismiss: () => void;
};

/** Serves sockets at the upgrades of an HTTP server. */
export function socketServer(server: Server): SocketServer {
  const sockets = new WebSocketServer({ server });
  const all: WebSocket[] = [];
  const acknowledgements: Acknowledgement[] = [];
  let waiting: (() => void)[] = [];
  const changed = () => {
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  const until = async <T>(found: () => T | undefined): Promise<T> => {
    for (;;) {
      const value = found();
      if (value !== undefined) return value;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  sockets.on("connection", (socket) => {
    all.push(socket);
    socket.send(
      JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A0CAIRN" } }),
    );
    socket.on("message", (data) => {
      acknowledgements.push(JSON.parse(String(data)));
      changed();
    });
    changed();
  });
  const last = () => {
    const socket = all.at(-1);
    if (socket === undefined) throw new Error("no socket was opened");
    return socket;
  };
  const of = (id: string) => acknowledgements.filter(({ envelope_id }) => envelope_id === id);
  return {
    opened: () => all.length,
    hello: async (count) => void (await until(() => (all.length >= count ? true : undefined))),
    send: (type, payload, id = randomUUID()) => {
      last().send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: true }));
      return id;
    },
    acknowledged: (id, count = 1) => until(() => of(id)[count - 1]),
    count: (id) => of(id).length,
    cut: () => {
      for (const socket of all) socket.terminate();
    },
    dismiss: () => last().send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" })),
  };
}
