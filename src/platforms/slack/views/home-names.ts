/** What the controls of the App Home are called in what Slack sends back: the beginning of their action_id. */
export const homePrefix = "home:";

/** The controls of the App Home; those that come several times have their place after it. */
export const homeControls = {
  language: "home:language",
  hour: "home:hour",
  snooze: "home:snooze",
  resume: "home:resume",
  cancel: "home:cancel:",
  /** Opens the form of an absence, and is its callback_id. */
  absence: "home:absence",
} as const;

/** The fields of the form of an absence: each is the block_id of its input and the action_id of what it holds. */
const absenceFields = ["from", "to", "delegate"] as const;
export type AbsenceField = (typeof absenceFields)[number];
