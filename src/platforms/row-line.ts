import type { Column } from "../cards/card.ts";
import type { Messages } from "../messages/messages.ts";

/** A row in a sentence: what it is about, then each cell under its column's label. */
export function rowLine(columns: readonly Column[], row: readonly string[], messages: Messages): string {
  const cells = columns.flatMap(({ label }, index) => {
    const cell = row[index]?.trim() ?? "";
    return cell === "" ? [] : [{ label, cell }];
  });
  return cells
    .map(({ label, cell }, index) =>
      index === 0 || label.trim() === "" ? cell : messages.labelValue(label, cell),
    )
    .join(" · ");
}
