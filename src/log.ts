import { pino } from "pino";

/** What is written for operators: one JSON object a line, on stderr. */
export type Log = pino.Logger;

/** The log at that level ("info", "debug", "silent"…). Written at once: a crash loses no line. */
export function openLog(level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
}
