/** A civil quarter, "2026-T1" to "2026-T4". */
export type Quarter = `${number}-T${1 | 2 | 3 | 4}`;

/** A civil year, "2026": an annual entry, or the span of a balance. */
export type Year = `${number}`;

/** What an entry is for: a quarter, or a whole year for imports and studies. */
export type Period = Quarter | Year;
