/**
 * A neutral card: what Cairn says, as data. Every platform draws the same card in its own way; the terminal
 * draws it as text. All strings are ready for people, in their language.
 */
export type Card = {
  readonly title: string;
  readonly blocks: readonly Block[];
};

export type Block =
  | { readonly type: "text"; readonly text: string }
  /** Small print: sources, warnings, what is missing. */
  | { readonly type: "note"; readonly text: string }
  | { readonly type: "fields"; readonly fields: readonly Field[] }
  | {
      readonly type: "table";
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly type: "list"; readonly items: readonly string[] }
  | { readonly type: "actions"; readonly actions: readonly CardAction[] };

export type Field = { readonly label: string; readonly value: string };

export type Column = { readonly label: string; readonly align: "left" | "right" };

/** A button: pressing it is the same as typing its line. `spoken` is its whole name, where several have one label. */
export type CardAction = { readonly label: string; readonly line: string; readonly spoken?: string };

/** A paragraph. */
export function text(content: string): Block {
  return { type: "text", text: content };
}

/** Small print. */
export function note(content: string): Block {
  return { type: "note", text: content };
}

/** Buttons, each the same as typing its line. */
export function actions(...list: CardAction[]): Block {
  return { type: "actions", actions: list };
}

/** Labels with their values. */
export function fields(...list: Field[]): Block {
  return { type: "fields", fields: list };
}

/** A column of text, aligned left, or of amounts, aligned right. */
export function column(label: string, align: Column["align"] = "left"): Column {
  return { label, align };
}
