import type { GivenFigure } from "../commands/given-figure.ts";
import type { ErrorCode } from "../domain/refusal.ts";
import { type FigureTyped, markOf, type Session } from "./figure-session.ts";

/** Nothing typed yet. */
export const nothingTyped: FigureTyped = {
  indicator: null,
  period: null,
  value: null,
  reading: null,
  reason: null,
  note: null,
  link: null,
};

/** The field of the form that a refusal is said at; the others are said at the value, or of the whole. */
export const fieldsOfRefusals: Readonly<Partial<Record<ErrorCode, keyof FigureTyped>>> = {
  unknown_indicator: "indicator",
  ambiguous_indicator: "indicator",
  not_allowed: "indicator",
  invalid_period: "period",
  future_period: "period",
  period_closed: "period",
  conflict: "period",
  missing_reason: "reason",
  too_long: "note",
};

/** A form that came back: all of it from a person, and not to be trusted. */
type SentForm = { readonly typed: FigureTyped; readonly confirmed: boolean; readonly session: Session };

/** The figure that a form gives. One that lacks what the platform itself asks for was not sent by its own window: it is read as empty text. */
export function givenIn({ typed, confirmed, session }: SentForm): GivenFigure {
  const link = /^https?:\/\/\S+$/iu.test(typed.link ?? "") ? typed.link : null;
  const noted = [typed.note, link].filter((each) => each !== null).join(" ");
  return {
    indicator: typed.indicator ?? "",
    period: typed.period ?? "",
    value: typed.value ?? "",
    reading: typed.reading,
    note: noted === "" ? null : noted,
    reason: typed.reason,
    confirmed: confirmed || session.sure === markOf(typed),
  };
}
