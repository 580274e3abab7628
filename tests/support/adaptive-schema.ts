import { z } from "zod";

/**
 * The subset of Adaptive Cards 1.5 that Cairn may write, from its reference (adaptivecards.io/explorer), strictly:
 * nothing else is let through. Microsoft ships no JSON schema of cards in a package, so this one is ours.
 */
const text = z
  .string()
  .refine((value) => value.isWellFormed() && !/(?!\n)\p{Cc}|\p{Bidi_Control}/u.test(value), {
    error: "half a character, a control character or a turn of direction",
  });
/** A text that is read as Markdown: nothing in it may be formatting, a link, a tag, an entity or a list. */
const markdown = text
  .refine((value) => value.trim() !== "", { error: "blank" })
  .refine((value) => !/[*_`~[\]<>&\\\n]|https?:|^\s*(?:#|---|(?:[-+]|\d+[.)])(?:\s|$))/u.test(value), {
    error: "could be read as Markdown",
  });
const shown = text.refine((value) => value.trim() !== "" && !/\{\{(?:DATE|TIME)\(/iu.test(value), {
  error: "blank, or computed by the card",
});

const placed = {
  spacing: z.enum(["None", "Small", "Medium", "Large"]).optional(),
  separator: z.boolean().optional(),
};
const look = {
  size: z.enum(["Small", "Medium", "Large"]).optional(),
  weight: z.literal("Bolder").optional(),
  color: z.literal("Attention").optional(),
  isSubtle: z.boolean().optional(),
};

const textBlock = z.strictObject({
  type: z.literal("TextBlock"),
  text: markdown.pipe(shown),
  wrap: z.literal(true),
  style: z.enum(["heading", "columnHeader"]).optional(),
  ...placed,
  ...look,
});
const richTextBlock = z.strictObject({
  type: z.literal("RichTextBlock"),
  inlines: z.array(z.strictObject({ type: z.literal("TextRun"), text: shown, ...look })).length(1),
  ...placed,
});
const factSet = z.strictObject({
  type: z.literal("FactSet"),
  facts: z
    .array(z.strictObject({ title: markdown.or(z.literal("")), value: markdown.or(z.literal("")) }))
    .min(1),
  ...placed,
});

/** What an empty cell holds, for no renderer to leave it out. */
const nothing = z.strictObject({
  type: z.literal("TextBlock"),
  text: z.literal("\u00A0"),
  wrap: z.literal(true),
});
const cell = z.strictObject({
  type: z.literal("TableCell"),
  items: z.array(z.union([textBlock, richTextBlock, nothing])).min(1),
});
const table = z
  .strictObject({
    type: z.literal("Table"),
    columns: z
      .array(
        z.strictObject({
          width: z.int().min(1).max(100),
          horizontalCellContentAlignment: z.literal("Right").optional(),
        }),
      )
      .min(1)
      // More are too narrow to be read on a telephone.
      .max(8),
    firstRowAsHeaders: z.boolean(),
    showGridLines: z.boolean(),
    rows: z.array(z.strictObject({ type: z.literal("TableRow"), cells: z.array(cell) })).min(1),
    ...placed,
  })
  .refine(({ columns, rows }) => rows.every(({ cells }) => cells.length === columns.length), {
    error: "a row without all its cells",
  });

const data = z.record(z.string(), text.or(z.string()));
const pressed = {
  title: shown.refine((value) => Buffer.byteLength(value) <= 78, { error: "too long a title" }),
  tooltip: shown.optional(),
  style: z.literal("positive").optional(),
  associatedInputs: z.literal("none").optional(),
};
const submit = z.strictObject({ type: z.literal("Action.Submit"), data, ...pressed });
const execute = z
  .strictObject({
    type: z.literal("Action.Execute"),
    verb: z.string().min(1),
    data,
    fallback: submit,
    ...pressed,
  })
  .refine(
    ({ fallback, ...action }) => fallback.data["verb"] === action.verb && fallback.title === action.title,
    {
      error: "a fallback that says something else",
    },
  );
const actionSet = z.strictObject({
  type: z.literal("ActionSet"),
  actions: z
    .array(z.union([execute, submit]))
    .min(1)
    .max(6),
  ...placed,
});

const input = {
  id: z.string().min(1),
  label: shown,
  isRequired: z.literal(true).optional(),
  errorMessage: shown.optional(),
  value: z.string().optional(),
  placeholder: shown.optional(),
  ...placed,
};
const choiceSet = z
  .strictObject({
    type: z.literal("Input.ChoiceSet"),
    style: z.enum(["compact", "filtered"]),
    choices: z.array(z.strictObject({ title: shown, value: text.min(1) })),
    ...input,
  })
  .refine(({ choices, value }) => value === undefined || choices.some((choice) => choice.value === value), {
    error: "a choice that is not offered",
  });
const textInput = z
  .strictObject({
    type: z.literal("Input.Text"),
    maxLength: z.int().positive(),
    isMultiline: z.literal(true).optional(),
    style: z.literal("Url").optional(),
    ...input,
  })
  .refine(({ value = "", maxLength }) => value.length <= maxLength, { error: "more than can be typed" });
const dateInput = z.strictObject({ type: z.literal("Input.Date"), min: z.iso.date().optional(), ...input });

const container = z.strictObject({
  type: z.literal("Container"),
  items: z.array(z.union([textBlock, richTextBlock, table])).min(1),
  ...placed,
});
const point = z.strictObject({ x: shown, y: z.number() });
const chart = {
  title: shown,
  xAxisTitle: shown.optional(),
  yAxisTitle: shown,
  fallback: container,
  ...placed,
};
const barChart = z.strictObject({
  type: z.literal("Chart.VerticalBar"),
  data: z.array(point).min(1),
  ...chart,
});
const seriesChart = z.strictObject({
  type: z.enum(["Chart.VerticalBar.Grouped", "Chart.Line"]),
  data: z.array(z.strictObject({ legend: shown, values: z.array(point) })).min(1),
  ...chart,
});

const element = z.union([
  textBlock,
  richTextBlock,
  factSet,
  table,
  actionSet,
  container,
  choiceSet,
  textInput,
  dateInput,
  barChart,
  seriesChart,
]);

/** A whole card. */
export const cardSchema = z.strictObject({
  type: z.literal("AdaptiveCard"),
  $schema: z.literal("http://adaptivecards.io/schemas/adaptive-card.json"),
  version: z.literal("1.5"),
  lang: z.enum(["fr", "en"]),
  fallbackText: markdown.pipe(shown),
  speak: shown.refine((value) => !/[<>&]/u.test(value), { error: "read as SSML" }),
  body: z.array(element).min(1),
  refresh: z
    .strictObject({
      action: z.strictObject({
        type: z.literal("Action.Execute"),
        title: shown,
        verb: z.literal("refresh"),
        data,
      }),
    })
    .optional(),
  msteams: z.strictObject({ width: z.literal("Full") }),
});
