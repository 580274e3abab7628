import { type Decimal, decimal } from "../domain/decimal.ts";

/** Reads one value of stored JSON; `at` names its place in the error that it throws. */
export type Read<T> = (value: unknown, at: string) => T;

/** Reads one field of an object, under its key. */
export type ReadField = <T>(read: Read<T>, key: string) => T;

function unexpected(at: string, expected: string): Error {
  return new Error(`${at}: ${expected} expected in the stored JSON.`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object's fields, read one by one. */
export function fieldsOf(value: unknown, at: string): ReadField {
  if (!isRecord(value)) throw unexpected(at, "an object");
  return (read, key) => read(value[key], `${at}.${key}`);
}

/** An object whose keys are free, as a map in their order. */
export function mapOf<K, V>(key: (text: string) => K, read: Read<V>): Read<Map<K, V>> {
  return (value, at) => {
    if (!isRecord(value)) throw unexpected(at, "an object");
    return new Map(Object.entries(value).map(([name, item]) => [key(name), read(item, `${at}.${name}`)]));
  };
}

/** A text, as it is. */
export function text(value: unknown, at: string): string {
  if (typeof value !== "string") throw unexpected(at, "a text");
  return value;
}

/** A whole number. */
export function integer(value: unknown, at: string): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw unexpected(at, "a whole number");
  return value;
}

/** True or false. */
export function yesNo(value: unknown, at: string): boolean {
  if (typeof value !== "boolean") throw unexpected(at, "true or false");
  return value;
}

/** A decimal kept as a plain text, such as "2.5". */
export function decimalFrom(value: unknown, at: string): Decimal {
  const written = text(value, at);
  if (!/^-?\d+(\.\d+)?$/.test(written)) throw unexpected(at, "a decimal");
  return decimal(written);
}

/** One of the texts of a closed list. */
export function oneOf<const T extends string>(allowed: readonly T[]): Read<T> {
  return (value, at) => {
    const found = allowed.find((word) => word === value);
    if (found === undefined) throw unexpected(at, `one of ${allowed.join(", ")}`);
    return found;
  };
}

/** Null, or what `read` makes of anything else. */
export function orNull<T>(read: Read<T>): Read<T | null> {
  return (value, at) => (value === null ? null : read(value, at));
}

/** A list whose items `read` reads. */
export function listOf<T>(read: Read<T>): Read<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw unexpected(at, "a list");
    return value.map((item: unknown, index) => read(item, `${at}[${index}]`));
  };
}
