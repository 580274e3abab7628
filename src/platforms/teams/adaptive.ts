/**
 * The part of Adaptive Cards 1.5 that Cairn writes (adaptivecards.io/explorer), and Teams' own charts beside it
 * (learn.microsoft.com, "Charts in Adaptive Cards"). Types of our own: no SDK of Microsoft's is needed to draw.
 */
export type AdaptiveCard = {
  readonly type: "AdaptiveCard";
  readonly $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  readonly version: "1.5";
  /** The language of the card, "fr" or "en": for dates, and for who reads it aloud. */
  readonly lang: string;
  /** Shown instead of the card where it cannot be drawn. */
  readonly fallbackText: string;
  /** What a screen reader says of the whole card before going through it. */
  readonly speak: string;
  readonly body: readonly Element[];
  readonly refresh?: { readonly action: ExecuteAction };
  readonly msteams: { readonly width: "Full" };
};

export type Element =
  | TextBlock
  | RichTextBlock
  | FactSet
  | Table
  | ActionSet
  | Container
  | Input
  | VerticalBarChart
  | SeriesChart;

type Placed = { readonly spacing?: "None" | "Small" | "Medium" | "Large"; readonly separator?: boolean };

/** How a text looks: said of a TextBlock and of a TextRun alike. */
export type Look = {
  readonly size?: "Small" | "Medium" | "Large";
  readonly weight?: "Bolder";
  readonly color?: "Attention";
  readonly isSubtle?: boolean;
};

/** A text that is read as a subset of Markdown: only for what has nothing of it. */
export type TextBlock = Placed &
  Look & {
    readonly type: "TextBlock";
    readonly text: string;
    readonly wrap: true;
    readonly style?: "heading" | "columnHeader";
  };

/** A text without any Markdown, shown as it is. */
export type RichTextBlock = Placed & {
  readonly type: "RichTextBlock";
  readonly inlines: readonly (Look & { readonly type: "TextRun"; readonly text: string })[];
};

export type FactSet = Placed & {
  readonly type: "FactSet";
  readonly facts: readonly { readonly title: string; readonly value: string }[];
};

export type TableCell = { readonly type: "TableCell"; readonly items: readonly Element[] };

export type Table = Placed & {
  readonly type: "Table";
  /** `width` is a share of the whole. */
  readonly columns: readonly {
    readonly width: number;
    readonly horizontalCellContentAlignment?: "Right";
  }[];
  readonly firstRowAsHeaders: boolean;
  readonly showGridLines: boolean;
  readonly rows: readonly { readonly type: "TableRow"; readonly cells: readonly TableCell[] }[];
};

export type ActionSet = Placed & { readonly type: "ActionSet"; readonly actions: readonly Action[] };

export type Container = Placed & { readonly type: "Container"; readonly items: readonly Element[] };

type InputCommon = Placed & {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: true;
  /** Said beside the field by Teams itself when it is required and empty. */
  readonly errorMessage?: string;
  readonly value?: string;
  readonly placeholder?: string;
};

export type Choice = { readonly title: string; readonly value: string };

export type ChoiceSetInput = InputCommon & {
  readonly type: "Input.ChoiceSet";
  readonly style: "compact" | "filtered";
  readonly choices: readonly Choice[];
};

export type TextInput = InputCommon & {
  readonly type: "Input.Text";
  readonly maxLength: number;
  readonly isMultiline?: true;
  readonly style?: "Url";
};

export type DateInput = InputCommon & { readonly type: "Input.Date"; readonly min?: string };

export type Input = ChoiceSetInput | TextInput | DateInput;

/** What a press carries: small, and never to be trusted. */
export type Carried = Readonly<Record<string, string>>;

type Pressed = {
  readonly title: string;
  /** The whole name, where several have one title. */
  readonly tooltip?: string;
  readonly style?: "positive";
  /** "none": what is typed is neither checked nor sent. */
  readonly associatedInputs?: "none";
};

export type SubmitAction = Pressed & { readonly type: "Action.Submit"; readonly data: Carried };

export type ExecuteAction = Pressed & {
  readonly type: "Action.Execute";
  readonly verb: string;
  readonly data: Carried;
  readonly fallback?: SubmitAction;
};

export type Action = ExecuteAction | SubmitAction;

type ChartCommon = Placed & {
  readonly title: string;
  readonly xAxisTitle?: string;
  readonly yAxisTitle: string;
  /** What says the same where the chart cannot be drawn. */
  readonly fallback: Container;
};

export type ChartPoint = { readonly x: string; readonly y: number };

/** Bars of one kind. */
export type VerticalBarChart = ChartCommon & {
  readonly type: "Chart.VerticalBar";
  readonly data: readonly ChartPoint[];
};

/** Bars of several kinds side by side, or lines. */
export type SeriesChart = ChartCommon & {
  readonly type: "Chart.VerticalBar.Grouped" | "Chart.Line";
  readonly data: readonly { readonly legend: string; readonly values: readonly ChartPoint[] }[];
};
