/** Anything of a payload: what a field holds is looked at before it is believed. */
export type Json = Readonly<Record<string, unknown>>;
export type Problems = string[];
export type Check = (value: unknown, path: string, problems: Problems) => void;

/** Whether it is an object with fields. */
export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The fields of what may be an object. */
export function fields(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** The items of what may be a list. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string of that many units; no half character, no control character but line ends. */
export function stringOf(most: number, least = 1): Check {
  return (value, path, problems) => {
    if (typeof value !== "string") return void problems.push(`${path}: not a string`);
    if (value.length < least || value.length > most) problems.push(`${path}: ${value.length} of ${most}`);
    if (!value.isWellFormed()) problems.push(`${path}: half a character`);
    if (/(?!\n)\p{Cc}/u.test(value)) problems.push(`${path}: a control character`);
  };
}

/** A text object; nothing in it is a mention, a link or an entity that Slack does not know. */
export function textOf(most: number, kinds: readonly string[] = ["plain_text"]): Check {
  return (value, path, problems) => {
    const { type, text, emoji, verbatim } = fields(value);
    if (!kinds.some((kind) => kind === type)) problems.push(`${path}: a ${String(type)}`);
    stringOf(most)(text, path, problems);
    if (typeof text === "string") {
      if (text.trim() === "") problems.push(`${path}: blank`);
      if (/[<>]|&(?!amp;|lt;|gt;)/u.test(text)) problems.push(`${path}: not escaped`);
    }
    if (type === "mrkdwn" && verbatim !== true) problems.push(`${path}: links and names are looked for`);
    if (type === "mrkdwn" && emoji !== undefined) problems.push(`${path}: emoji is for plain text`);
  };
}

/** The kinds of text that most places take. */
export const either = ["plain_text", "mrkdwn"];

/** The items of what may be a list, once counted. */
export function count(
  values: unknown,
  [least, most]: readonly [number, number],
  path: string,
  problems: Problems,
) {
  const { length } = list(values);
  if (length < least || length > most) problems.push(`${path}: ${length} of ${most}`);
  return list(values);
}

/** Checks what is there. */
export function optional(check: Check): Check {
  return (value, path, problems) => {
    if (value !== undefined) check(value, path, problems);
  };
}
