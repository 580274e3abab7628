/**
 * What Teams accepts, in one place. Sizes are in bytes of JSON in UTF-8.
 *
 * Sources: learn.microsoft.com/microsoftteams/platform, unless said otherwise.
 */
export const limits = {
  /**
   * A card: 28 KB, Teams' limit for cards that come by a connector, and the lowest published. A bot's message may
   * take some 100 KB in UTF-16 ("Format your bot messages"): 28,000 bytes in UTF-8 are at most 56,000 in UTF-16,
   * so that a card within the one is within the other.
   */
  card: 28_000,
  /** What the card takes around its body, the sentences that stand for it included. */
  around: 3_000,

  /** One paragraph; longer ones are several. */
  text: 3_000,
  /** A cell of a table, and a fact. */
  cell: 1_000,
  /** The longest label, in characters, that stands beside its value. */
  fieldLabel: 40,
  /** More columns than that are too narrow to be read on a telephone: rows are written out. */
  columns: 6,

  /**
   * A row of buttons. Teams shows six ("Cards and dialogs reference"), Microsoft's renderer five unless it is told
   * otherwise: more take another row, so that none is hidden. `characters` is what a pane of 320 px shows, each
   * button taking `besideLabel` of them beside its label (looked at in Microsoft's renderer).
   */
  row: { buttons: 5, characters: 40, besideLabel: 5 },
  /** More buttons than that are not drawn, but counted. */
  buttons: 30,
  buttonText: 75,
  /** A line longer than that is written out, to be copied: the longest line of a chat is of some 2,000 characters. */
  line: 2_000,

  /**
   * A form, so that all of it is within a card however it is filled in: the length of what is typed in characters,
   * the rest in bytes. `menu` is for all the choices of one menu, `carried` for each button's copy.
   */
  form: {
    menu: 7_000,
    choice: 200,
    note: 1_500,
    value: 100,
    link: 500,
    label: 200,
    notice: 1_000,
    error: 300,
    carried: 600,
  },

  chart: { title: 100, label: 40, points: 40, series: 6 },

  /** What notifications and screen readers say of a card. */
  summary: 600,
} as const;
