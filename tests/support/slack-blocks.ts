/** Block Kit as Slack documents it, written short for whole payloads in tests. */

export function plain(text: string) {
  return { type: "plain_text", text, emoji: false };
}

export function bold(text: string) {
  return { type: "mrkdwn", text: `*${text}*`, verbatim: true };
}

export function header(text: string) {
  return { type: "header", text: plain(text) };
}

export function paragraph(text: string) {
  return { type: "section", text: plain(text) };
}

export function smallPrint(text: string) {
  return { type: "context", elements: [plain(text)] };
}

/** Buttons in a row, the first of which is number `from` of its message. */
export function buttons(labels: readonly (readonly [label: string, value: string])[], from = 0) {
  const elements = labels.map(([label, value], index) => ({
    type: "button",
    action_id: `run:${from + index}`,
    text: plain(label),
    value,
  }));
  return { type: "actions", elements };
}

export function cell(text: string) {
  return { type: "raw_text", text };
}

export function boldCell(text: string) {
  const element = { type: "text", text, style: { bold: true } };
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [element] }] };
}

/** Slack's table, with bold heads; words wrap, amounts stand to the right. */
export function table(
  columns: readonly (readonly [label: string, align: "left" | "right"])[],
  rows: readonly (readonly string[])[],
) {
  return {
    type: "table",
    column_settings: columns.map(([, align]) => ({ align, is_wrapped: align === "left" })),
    rows: [columns.map(([label]) => boldCell(label)), ...rows.map((row) => row.map(cell))],
  };
}
