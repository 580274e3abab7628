/**
 * Loaded before a process's own program (`--import`): its calendar stands CLOCK_SHIFT_MS from ours, and goes on. What
 * is measured rather than read, such as timers, is left alone; so is the database's clock.
 */
const shiftMs = Number(process.env["CLOCK_SHIFT_MS"] ?? "0");
const OwnDate = Date;
const now = () => OwnDate.now() + shiftMs;

globalThis.Date = new Proxy(OwnDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});

export {};
