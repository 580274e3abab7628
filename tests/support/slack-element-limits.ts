import {
  type Check,
  count,
  either,
  fields,
  optional,
  type Problems,
  stringOf,
  textOf,
} from "./slack-texts.ts";

const option: Check = (value, path, problems) => {
  const { text, value: carried, description } = fields(value);
  textOf(75, either)(text, `${path}.text`, problems);
  stringOf(75)(carried, `${path}.value`, problems);
  optional(textOf(75))(description, `${path}.description`, problems);
};

const isoDay: Check = (value, path, problems) => {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) problems.push(`${path}: not a day`);
};

/** Which fields an element may have, beside its identifiers, and what they may hold. */
const elements: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  button: {
    text: textOf(75),
    value: stringOf(2000),
    url: optional(stringOf(3000)),
    accessibility_label: optional(stringOf(75)),
  },
  plain_text_input: {
    placeholder: optional(textOf(150)),
    initial_value: optional(stringOf(3000, 0)),
  },
  url_text_input: { placeholder: optional(textOf(150)), initial_value: optional(stringOf(3000)) },
  external_select: { placeholder: optional(textOf(150)), initial_option: optional(option) },
  static_select: { placeholder: optional(textOf(150)), initial_option: optional(option) },
  datepicker: { placeholder: optional(textOf(150)), initial_date: optional(isoDay) },
  radio_buttons: { initial_option: optional(option) },
};
const optionsAllowed: Readonly<Record<string, number>> = { static_select: 100, radio_buttons: 10 };

/** The options of a menu: a list of them, or up to 100 labelled groups of as many. */
function offered(
  { options, option_groups: groups }: ReturnType<typeof fields>,
  most: number,
  path: string,
  problems: Problems,
) {
  if (groups === undefined) return count(options, [1, most], `${path}.options`, problems);
  return count(groups, [1, 100], `${path}.option_groups`, problems).flatMap((group) => {
    textOf(75)(fields(group)["label"], `${path}.label`, problems);
    return count(fields(group)["options"], [1, most], `${path}.options`, problems);
  });
}

/** A block element, or what holds one. */
export const element: Check = (value, path, problems) => {
  const own = fields(value);
  const checks = typeof own["type"] === "string" ? elements[own["type"]] : undefined;
  if (checks === undefined) return void problems.push(`${path}: an unknown ${String(own["type"])}`);
  stringOf(255)(own["action_id"], `${path}.action_id`, problems);
  for (const [name, check] of Object.entries(checks)) check(own[name], `${path}.${name}`, problems);
  const most = optionsAllowed[String(own["type"])];
  if (most === undefined) return;
  const options = offered(own, most, path, problems);
  const { initial_option: chosen } = own;
  const isOffered = options.some((each) => JSON.stringify(each) === JSON.stringify(chosen));
  if (chosen !== undefined && !isOffered) problems.push(`${path}.initial_option: not offered`);
  for (const [index, each] of options.entries()) option(each, `${path}.options[${index}]`, problems);
};
