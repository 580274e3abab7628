import type { targets as french } from "../fr/targets.ts";

/** What setting a target says, in English. Amounts come ready to read. */
export const targets: typeof french = {
  title: "The target is set, thank you!",
  rate: (subject, year, percent, direction) =>
    `${subject}, from ${year} on: ${percent} ${direction === "up" ? "up" : "down"} a year.`,
  value: (subject, year, amount) => `${subject}, in ${year}: ${amount}.`,
  compounded: (year, change, from) =>
    `Compounded year after year, that makes ${change} in ${year} from ${from}.`,
  yearValue: (year, amount) => `Over the year ${year}: ${amount}.`,
  untilAnother: "It also holds for the following years, until another rate is set.",
  thatYearOnly: "It holds for that year only, and takes precedence over the yearly rate.",
  noDirection:
    "The plan does not say whether this indicator should go up or down: the value is kept, and nothing is judged by it.",
  reason: (reason) => `Reason: ${reason}`,
  progress: "See the progress",
  expected: {
    fall: "For this subject the rate is a fall: write 4% or -4%.",
    rise: "For this indicator the rate is a rise: write 4% or +4%.",
    at_most_100: "A yearly rate goes from 0 to 100%.",
    value: "The plan does not say whether this indicator should go up or down: give a value in its unit.",
  },
};
