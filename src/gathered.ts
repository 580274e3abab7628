type Waiting<T, R> = {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
};

async function turnOf<T, R>(
  turn: readonly Waiting<T, R>[],
  work: (items: readonly T[]) => Promise<readonly R[]>,
) {
  try {
    const results = await work(turn.map(({ item }) => item));
    turn.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (result === undefined) reject(new Error("something that was asked for has no result"));
      else resolve(result);
    });
  } catch (error) {
    for (const { reject } of turn) reject(error);
  }
}

/**
 * Does for many at once what is asked for one by one: `work` is given all the items of one turn of the event loop,
 * or of `waitMs`, then those that came while it ran, and gives their results in the same order. Where it throws, so
 * does each call.
 */
export function gathered<T, R>(
  work: (items: readonly T[]) => Promise<readonly R[]>,
  waitMs = 0,
): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let running = false;
  const run = async () => {
    for (let turn = waiting; turn.length > 0; turn = waiting) {
      waiting = [];
      await turnOf(turn, work);
    }
    running = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (running) return;
      running = true;
      if (waitMs > 0) setTimeout(run, waitMs);
      else setImmediate(run);
    });
}
