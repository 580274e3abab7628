/**
 * Slack's documented limits, held a second time and without the drawing: what an honest Slack would refuse.
 * Sources: docs.slack.dev/reference/block-kit (blocks, block-elements, composition-objects), /surfaces/modals,
 * /reference/methods/chat.postMessage and views.open; the size of a message is from slackapi/bolt-js issue 2509.
 * Where two published numbers disagree, the lower one counts. Lengths are in UTF-16 units as sent.
 */
import { element } from "./slack-element-limits.ts";
import {
  type Check,
  count,
  either,
  fields,
  isJson,
  list,
  optional,
  type Problems,
  stringOf,
  textOf,
} from "./slack-texts.ts";

export type Surface = "message" | "home" | "modal";

/** The text of a cell; nothing in it may be read as a mention or a link even if Slack looked for one. */
const cell: Check = (value, path, problems) => {
  const { type, elements: sections } = fields(value);
  if (type === "rich_text") {
    const [only] = list(sections);
    for (const each of list(fields(only)["elements"]))
      cell({ ...fields(each), type: "raw_text" }, path, problems);
    return;
  }
  if (type !== "raw_text") problems.push(`${path}: a ${String(type)}`);
  const { text } = fields(value);
  stringOf(10_000)(text, path, problems);
  if (typeof text === "string" && /<(?:[!@#]|https?:)/u.test(text))
    problems.push(`${path}: a mention or link`);
};

const table: Check = (value, path, problems) => {
  const own = fields(value);
  const isData = own["type"] === "data_table";
  const rows = count(own["rows"], [isData ? 2 : 1, 100], `${path}.rows`, problems);
  const widths = new Set(rows.map((row) => list(row).length));
  if (widths.size > 1) problems.push(`${path}: rows of ${[...widths].join(", ")} cells`);
  for (const [index, row] of rows.entries()) {
    for (const each of count(row, [1, 20], `${path}.rows[${index}]`, problems)) {
      cell(each, `${path}.rows[${index}]`, problems);
      if (isData && index === 0 && fields(each)["type"] === "rich_text")
        problems.push(`${path}: a rich head`);
    }
  }
  if (textLength(rows) > 10_000) problems.push(`${path}: ${textLength(rows)} characters of 10000`);
  if (!isData) return void count(own["column_settings"], [0, 20], `${path}.column_settings`, problems);
  stringOf(150)(own["caption"], `${path}.caption`, problems);
  const { page_size: size, row_header_column_index: head } = own;
  if (!(typeof size === "number" && size >= 1 && size <= 100))
    problems.push(`${path}: a page of ${String(size)}`);
  if (!(typeof head === "number" && head >= 0 && head < Math.max(...widths)))
    problems.push(`${path}: head ${String(head)}`);
};

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textLength(each), 0);
  if (!isJson(value)) return 0;
  const { text, elements: inner } = value;
  return (typeof text === "string" ? text.length : 0) + textLength(inner);
}

/** docs.slack.dev/reference/block-kit/blocks/data-visualization-block: bars, each series with every category. */
const chart: Check = (value, path, problems) => {
  const { title, chart: drawn } = fields(value);
  const { type, series, axis_config: axis } = fields(drawn);
  stringOf(50)(title, `${path}.title`, problems);
  if (type !== "bar") problems.push(`${path}: a ${String(type)}`);
  const { categories, y_label } = fields(axis);
  const names = count(categories, [1, 20], `${path}.categories`, problems);
  for (const name of names) stringOf(20)(name, `${path}.categories`, problems);
  optional(stringOf(50))(y_label, `${path}.y_label`, problems);
  const all = count(series, [1, 6], `${path}.series`, problems).map(fields);
  unique(
    all.map(({ name }) => name),
    "series",
    problems,
  );
  for (const { name, data } of all) {
    stringOf(20)(name, `${path}.series`, problems);
    const points = list(data).map(fields);
    const labels = points.map(({ label }) => label);
    if (JSON.stringify(labels) !== JSON.stringify(names))
      problems.push(`${path}: a category without its bar`);
    if (!points.every((point) => Number.isFinite(point["value"]))) problems.push(`${path}: a gap`);
  }
};

/** What a message weighs: its texts and values, and for each block what a divider was seen to take. */
function sizeOf(drawn: readonly unknown[]): number {
  const texts = (value: unknown): number => {
    if (typeof value === "string") return value.length;
    return typeof value === "object" && value !== null
      ? Object.entries(value).reduce((sum, [key, each]) => sum + (key === "type" ? 0 : texts(each)), 0)
      : 0;
  };
  return drawn.reduce((sum: number, block) => sum + texts(block) + 125, 0);
}

const blocks: Readonly<Record<string, Check>> = {
  header: (value, path, problems) => textOf(150)(fields(value)["text"], `${path}.text`, problems),
  divider: () => undefined,
  section: (value, path, problems) => {
    const { text, fields: pairs, accessory } = fields(value);
    if (text === undefined && pairs === undefined) problems.push(`${path}: neither text nor fields`);
    optional(textOf(3000, either))(text, `${path}.text`, problems);
    if (pairs !== undefined) {
      for (const each of count(pairs, [1, 10], `${path}.fields`, problems))
        textOf(2000, either)(each, `${path}.fields`, problems);
    }
    optional(element)(accessory, `${path}.accessory`, problems);
  },
  context: (value, path, problems) => {
    for (const each of count(fields(value)["elements"], [1, 10], path, problems))
      textOf(3000, either)(each, path, problems);
  },
  actions: (value, path, problems) => {
    const inner = count(fields(value)["elements"], [1, 25], path, problems);
    for (const [index, each] of inner.entries()) element(each, `${path}[${index}]`, problems);
  },
  input: (value, path, problems) => {
    const { label, hint, element: inner } = fields(value);
    textOf(2000)(label, `${path}.label`, problems);
    optional(textOf(2000))(hint, `${path}.hint`, problems);
    element(inner, `${path}.element`, problems);
  },
  table,
  data_table: table,
  data_visualization: chart,
};

/** What no modal takes; docs.slack.dev/reference/block-kit/blocks. */
const notInModals: ReadonlySet<unknown> = new Set(["table", "data_table", "data_visualization"]);

function unique(values: readonly unknown[], what: string, problems: Problems): void {
  const given = values.filter((value) => value !== undefined);
  if (new Set(given).size < given.length) problems.push(`the same ${what} twice`);
}

/** Everything that Slack would refuse in these blocks; empty when it takes them. */
export function checkBlocks(drawn: readonly unknown[], where: Surface): string[] {
  const problems: Problems = [];
  count(drawn, [1, where === "message" ? 50 : 100], "blocks", problems);
  for (const [index, block] of drawn.entries()) {
    const { type } = fields(block);
    const check = typeof type === "string" ? blocks[type] : undefined;
    if (check === undefined) problems.push(`blocks[${index}]: an unknown ${String(type)}`);
    check?.(block, `blocks[${index}] ${String(type)}`, problems);
    if (where === "modal" && notInModals.has(type)) problems.push(`a ${String(type)} in a modal`);
  }
  const tables = drawn.filter((block) => ["table", "data_table"].includes(String(fields(block)["type"])));
  if (tables.length > 1) problems.push("more than one table");
  unique(
    drawn.map((block) => fields(block)["block_id"]),
    "block_id",
    problems,
  );
  const inner = drawn.flatMap((block) => [...list(fields(block)["elements"]), fields(block)["accessory"]]);
  unique(
    inner.map((each) => fields(each)["action_id"]),
    "action_id",
    problems,
  );
  if (where === "message" && sizeOf(drawn) > 13_200) problems.push(`${sizeOf(drawn)} characters in all`);
  return problems;
}

/** Everything that Slack would refuse in this message, its top-level text included. */
export function checkMessage({
  text,
  blocks: drawn,
}: {
  text: string;
  blocks: readonly unknown[];
}): string[] {
  const problems = checkBlocks(drawn, "message");
  textOf(4000)({ type: "plain_text", text }, "text", problems);
  return problems;
}

/** Everything that Slack would refuse in this view. */
export function checkView(view: unknown): string[] {
  const { type, title, submit, close, private_metadata, callback_id, blocks: drawn } = fields(view);
  const problems = checkBlocks(list(drawn), type === "home" ? "home" : "modal");
  const bytes = Buffer.byteLength(JSON.stringify(view));
  if (bytes > 250_000) problems.push(`${bytes} bytes in all`);
  optional(stringOf(3000, 0))(private_metadata, "private_metadata", problems);
  optional(stringOf(255))(callback_id, "callback_id", problems);
  if (type === "home") return problems;
  textOf(24)(title, "title", problems);
  optional(textOf(24))(submit, "submit", problems);
  optional(textOf(24))(close, "close", problems);
  const hasInput = list(drawn).some((block) => fields(block)["type"] === "input");
  if (hasInput && submit === undefined) problems.push("an input without submit");
  return problems;
}
