import type { Chart, ChartPoint, ChartSeries } from "../cards/chart.ts";
import type { Json, JsonObject } from "../commands/json.ts";
import { fieldsOf, listOf, orNull, type Read, text, yesNo } from "../store/json-fields.ts";

/** A value read back from the database as JSON. */
export function jsonFrom(value: unknown): Json {
  if (Array.isArray(value)) return value.map(jsonFrom);
  if (typeof value === "object" && value !== null) return objectFrom(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return null;
}

/** The data of a digest, read back from the database. Throws where it is no object. */
export function objectFrom(value: unknown): JsonObject {
  if (typeof value !== "object" || value === null) throw new Error("An object expected in the stored JSON.");
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, jsonFrom(item)]));
}

const numberFrom: Read<number> = (value, at) => {
  if (typeof value === "number") return value;
  throw new Error(`${at}: a number expected in the stored JSON.`);
};

const pointFrom: Read<ChartPoint> = (value, at) => {
  const field = fieldsOf(value, at);
  return {
    value: field(numberFrom, "value"),
    label: field(text, "label"),
    incomplete: field(yesNo, "incomplete"),
  };
};

const seriesFrom: Read<ChartSeries> = (value, at) => {
  const field = fieldsOf(value, at);
  return { name: field(text, "name"), points: field(listOf(orNull(pointFrom)), "points") };
};

const categoryFrom: Read<Chart["categories"][number]> = (value, at) => {
  const field = fieldsOf(value, at);
  return { name: field(text, "name"), notes: field(listOf(text), "notes") };
};

/** A chart read back from the database. Throws where it is none. */
export const chartFrom: Read<Chart> = (value, at) => {
  const field = fieldsOf(value, at);
  return {
    title: field(text, "title"),
    unit: field(text, "unit"),
    categories: field(listOf(categoryFrom), "categories"),
    bars: field(listOf(seriesFrom), "bars"),
    marks: field(orNull(seriesFrom), "marks"),
    source: field(text, "source"),
    decimalMark: field(text, "decimalMark"),
    alternative: field(text, "alternative"),
  };
};
