/** How often to look whether the parent is still there, in ms. */
const parentCheckMs = 1_000;

/**
 * Aborts on SIGTERM or SIGINT; under npm, also when the parent process disappears, because npm may die
 * without passing the signal on.
 */
export function stopSignal(underNpm: boolean): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  if (underNpm) watchParent(stop);
  return controller.signal;
}

function watchParent(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, parentCheckMs);
  timer.unref();
}

/** Resolves once the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
