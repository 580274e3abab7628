import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

/** A line to a server that can go dead: nothing passes any more, and nothing is closed. */
export type Line = {
  readonly port: number;
  /** From then on, nothing that is sent over the open connections arrives; new ones hang, or work when `others`. */
  readonly freeze: (others: "hang" | "work") => void;
  /** New connections work again. Those that were frozen stay so. */
  readonly thaw: () => void;
  readonly close: () => Promise<void>;
};

/** A proxy to that port of this machine, on a free one. */
export async function proxyTo(target: number): Promise<Line> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const dead = new Set<readonly [Socket, Socket]>();
  let isHanging = false;
  const server = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    const pair = [client, upstream] as const;
    pairs.add(pair);
    if (isHanging) dead.add(pair);
    const pass = (from: Socket, to: Socket) => {
      from.on("data", (data) => {
        if (!dead.has(pair)) to.write(data);
      });
      from.on("error", () => undefined);
      from.on("close", () => {
        // Nothing passes over a dead line, not even that the other end has hung up.
        if (!dead.has(pair)) to.destroy();
        pairs.delete(pair);
      });
    };
    pass(client, upstream);
    pass(upstream, client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    freeze: (others) => {
      for (const pair of pairs) dead.add(pair);
      isHanging = others === "hang";
    },
    thaw: () => {
      isHanging = false;
    },
    close: async () => {
      for (const pair of [...pairs, ...dead]) for (const socket of pair) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
