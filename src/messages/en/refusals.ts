import { decimal } from "../../domain/decimal.ts";
import type { Argument, Findable, RefusalData } from "../../domain/refusal.ts";
import type { Format } from "../format.ts";
import { type RefusalSentences, shortened } from "../refusal-sentences.ts";
import { absenceConflict, timeSentence } from "./reminders.ts";
import { targets } from "./targets.ts";
import { periodName, periodTitle, unitName } from "./words.ts";

const findables: Readonly<Record<Findable, string>> = {
  figure: "no recorded figure",
  action: "no action in the plan",
  subject: "no subject of that name",
  verb: "no command",
  person: "nobody in the plan",
  delegate: "nobody else in the plan",
  absence: "no absence under way or to come",
  project: "no project",
  delivery: "no delivery to decide about",
  question: "no question under way",
};

const whereToFind: Readonly<Record<Findable, string>> = {
  figure: "If it was withdrawn or never given, give it with /saisir.",
  action: "Actions go from AI.1 to AI.4 and from AE.1 to AE.3: type /cairn plan to see them.",
  subject: "Try ghg, waste, or an indicator: /cairn plan shows them.",
  verb: "Type /cairn help to see all I can do.",
  person: "Give the address of somebody in the plan.",
  delegate: "Give the address of somebody in the plan, other than the person away.",
  absence: "Type /cairn reminders to see your absences.",
  project: "Type /cairn project to see their numbers.",
  delivery: "Type /cairn deliveries to see those that wait.",
  question: "Type /cairn forward to see your questions; the referents see all of them with /cairn answer.",
};

const missingArguments: Readonly<Record<Argument, string>> = {
  indicator: "the indicator",
  value: "the value",
  period: "the period",
  subject: "the subject",
  line: "the line to run",
  day: "a day",
};

function offer(suggestions: readonly string[], otherwise: string): string {
  if (suggestions.length === 0) return otherwise;
  return `Did you mean ${suggestions.map((each) => `“${each}”`).join(" or ")}?`;
}

/** Each refusal in English, with numbers written in that format: what happened, then what to do next. */
export function refusalsIn({ number, list }: Format): RefusalSentences {
  const grouped = number(decimal("1234.5")).replace(/\s/u, " ");
  const ungrouped = grouped.replace(/(?<=^1)\D/u, "");
  function amount(value: string, unit: string): string {
    return `${number(decimal(value))}\u00A0${unitName(unit, decimal(value))}`;
  }

  function whyImplausible(data: RefusalData["implausible_value"]): string {
    if (data.reason === "bound") return `the plan sets a limit of ${amount(data.bound, data.unit)}`;
    if (data.reason === "size") return "it is an enormous number";
    const usual = amount(data.median, data.unit);
    return decimal(data.value).gt(decimal(data.median))
      ? `it is more than three times the usual ${usual}`
      : `it is less than a third of the usual ${usual}`;
  }

  function pastFigures({ history, unit }: RefusalData["implausible_value"]): string {
    if (history.length === 0) return "";
    const shown = history.map(({ period, value }) => `${periodName(period)}: ${amount(value, unit)}`);
    return ` Known figures: ${shown.join("; ")}.`;
  }

  return {
    unknown_command: ({ typed, suggestions }) => ({
      message: typed === "" ? "The line is empty." : `I don’t know the command “${shortened(typed)}”.`,
      hint: offer(suggestions, "Type /cairn help to see all I can do."),
    }),
    unknown_indicator: ({ typed, suggestions }) => ({
      message: `I can’t find the indicator “${shortened(typed)}” in the plan.`,
      hint: offer(suggestions, "Type /cairn plan to see the indicators we follow."),
    }),
    ambiguous_indicator: ({ typed, candidates }) => ({
      message: `“${shortened(typed)}” can mean several indicators.`,
      hint: `Say which: ${candidates.join(", ")}.`,
    }),
    invalid_number: ({ typed, expected }) => {
      if (expected !== undefined)
        return { message: `“${shortened(typed)}” does not fit here.`, hint: targets.expected[expected] };
      return {
        message: typed === "" ? "A number is missing." : `“${shortened(typed)}” is not a number I can read.`,
        hint: `Write for example ${ungrouped} or ${grouped}, followed by the unit if you like.`,
      };
    },
    ambiguous_number: ({ typed, readings }) => ({
      message: `“${shortened(typed)}” can mean ${number(decimal(readings[0]))} or ${number(decimal(readings[1]))}.`,
      hint: "Choose one of the two: I would rather ask than guess.",
    }),
    negative_value: ({ typed }) => ({
      message: `“${shortened(typed)}” is negative, which a quantity cannot be.`,
      hint: "Remove the sign, or correct the original figure with /cairn correct.",
    }),
    not_an_integer: ({ value, unit }) => ({
      message: `${amount(value, unit)}: this indicator is counted in whole numbers.`,
      hint: "Give a number without decimals.",
    }),
    unit_mismatch: ({ typed, unit, accepted }) => ({
      message: `“${shortened(typed)}” is not a unit of this indicator, which is measured in ${unitName(unit, decimal(2))}.`,
      hint: `Accepted units: ${list(accepted)}. A note comes after the unit or the quarter.`,
    }),
    implausible_value: (data) => ({
      message: `${amount(data.value, data.unit)} for ${periodName(data.period)} surprises me: ${whyImplausible(data)}. Nothing is recorded.${pastFigures(data)}`,
      hint: "If the figure is right, send the same line again with the word confirm at the end.",
    }),
    invalid_period: (data) =>
      data.problem === undefined
        ? {
            message: `“${data.typed}” is not a period I can read.`,
            hint: "Write a quarter (Q3, Q3 2026, 2026-T3) or a year (2025).",
          }
        : timeSentence(data),
    future_period: ({ period, current }) => ({
      message: `${periodTitle(period)} has not begun yet.`,
      hint: `The period under way is ${periodName(current)}.`,
    }),
    period_closed: ({ period }) => ({
      message: `${periodTitle(period)} is closed.`,
      hint: "Ask a referent to open it again.",
    }),
    already_submitted: ({ entry, line }) => ({
      message: `A figure is already there for ${periodName(entry.period)}: ${amount(entry.value?.toFixed() ?? "0", entry.unit)}.`,
      hint: `To replace it, give the reason: ${line}`,
    }),
    missing_reason: ({ usage }) => ({
      message: "The reason is missing.",
      hint: `It stays in the history for whoever reads this figure: ${usage}`,
    }),
    missing_argument: ({ argument, usage }) => ({
      message: `Missing: ${missingArguments[argument]}.`,
      hint: `The line is written: ${usage}`,
    }),
    not_allowed: ({ verb, indicator, owner }) => ({
      message:
        indicator === null
          ? verb === "absence"
            ? "You may say your own absences, not somebody else’s."
            : `Your role does not allow “${verb}”.`
          : `The indicator ${indicator} is not yours: “${verb}” is not open to you.`,
      hint:
        owner === null
          ? verb === "import"
            ? "Ask an administrator of the plan."
            : "Ask one of the plan’s referents."
          : `Its owner is ${owner}; a referent can do it as well.`,
    }),
    unknown_person: ({ as }) => ({
      message: `I don’t know ${as === "" ? "this person" : as}.`,
      hint: "The address must be among the people of the plan; an administrator can add it.",
    }),
    not_found: ({ what, typed }) => ({
      message: `There is ${findables[what]}${typed === "" ? "" : ` for “${shortened(typed)}”`}.`,
      hint: whereToFind[what],
    }),
    too_long: ({ length, limit }) => ({
      message: `That is too long: ${number(decimal(length))} characters, for ${number(decimal(limit))} at most.`,
      hint: "Shorten the line or the note.",
    }),
    conflict: (data) =>
      "absence" in data
        ? absenceConflict(data.absence, data.other)
        : {
            message: `${periodTitle(data.period)} would count twice with ${list(data.other.map(periodName))}, already given.`,
            hint: "An indicator is given either by quarter or for the whole year. Withdraw one with /cairn cancel.",
          },
    busy: ({ holder }) => ({
      message: `The database is already open in ${holder}.`,
      hint: "Stop that program or wait for it to finish, then try again.",
    }),
  };
}
