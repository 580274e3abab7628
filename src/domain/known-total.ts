import type { Decimal } from "./decimal.ts";
import type { Coverage } from "./recorded.ts";

/**
 * A total, once a figure of its span is there: null while every figure is missing, since the assets bought
 * in earlier years go on emitting without any.
 */
export function knownTotal({
  total,
  coverage: { received, missing },
}: {
  readonly total: Decimal | null;
  readonly coverage: Coverage;
}): Decimal | null {
  return received === 0 && missing.length > 0 ? null : total;
}
