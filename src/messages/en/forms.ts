import type { Period } from "../../domain/period.ts";
import { periodName } from "./words.ts";

/** What forms say, in English. Titles and buttons of a form: 24 characters at most. */
export const forms = {
  title: "Give a figure",
  send: "Save",
  next: "Next",
  skip: "Skip this figure",
  close: "Close",
  confirm: "Confirm",
  mend: "Correct",
  waiting: "One moment…",
  walk: (place: string, total: string) => `Figure ${place} of ${total}`,
  indicator: "Indicator",
  chooseIndicator: "Type the beginning of a name",
  due: "To give",
  others: "The others",
  period: "Quarter",
  value: "Value",
  valueExample: "1,234.5",
  unit: (unit: string, others: string) =>
    others === "" ? `In ${unit}.` : `In ${unit}; also accepted, written after the number: ${others}.`,
  anyUnit: "In the indicator’s unit, or with another one written after the number.",
  reading: "You meant",
  note: "Note",
  link: "Link to the evidence",
  give: "Give a figure",
  correction: "Reason for the correction",
  correctionHint: "It stays in the history, beside both figures.",
  replace: "To replace it, say why below; otherwise, close.",
  surprising: "Is this the right figure?",
  surprisingHint: "If so, confirm. If not, correct it: everything you typed is kept.",
  sendToConfirm: "If it is right, save it again; if not, correct it.",
  chooseReading: "Choose what you meant: I would rather ask than guess.",
  unitChanged: (unit: string) =>
    `The indicator has changed, and is given in ${unit}: read the value again, then save.`,
  tooLong: (most: string) => `That is too long: ${most} characters at most.`,
  working: "I am on it. The answer comes here in a moment, or as a direct message if you close.",
  noWorries: "A figure sent twice counts once.",
  notTaken: "This figure is not recorded yet.",
  open: "Open the form",
  notOpened: "The form could not open.",
  typeInstead: (indicator: string | null, period: Period | null) =>
    `Try again, or type: /saisir ${indicator ?? "INDICATOR"} VALUE ${period ?? "QUARTER"}`,
  end: {
    title: "That is all, thank you!",
    nothingGiven: "That is all: no figure given.",
    given: (_count: number) => "Given",
    skipped: (_count: number) => "Skipped",
    passed: (label: string, period: Period) => `${label}, ${periodName(period)}`,
    stillDue: "What was skipped is still to give: a reminder will come.",
  },
};
