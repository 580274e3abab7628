import fc from "fast-check";
import type { Block, Card } from "../../src/cards/card.ts";

/** What people type, files hold and attackers try. */
const awkward = fc.constantFrom(
  "",
  " ",
  "\u00A0",
  "\n",
  "<!channel> <@U012AB3CD> <#C012AB3CD> <https://evil.example|cliquez>",
  "@here @channel #general",
  "R&D < > &amp; &lt;",
  "*gras* _italique_ ~barré~ `code` ```bloc``` > citation :tada:",
  "\u202Etxt.exe\u0007\u0000\u009B31m\r\n\t",
  "\uD83D et \uDC4D seuls",
  "👩‍👩‍👧‍👦🇫🇷👍🏽",
  "e\u0301".repeat(50),
  "שלום עולם مرحبا بالعالم",
  "1\u202F234\u202F567,89\u00A0kgCO2e",
  "− 12,5 % · ± 3,4 t · 0,0461 kgCO2e/kWh",
);

/** Just within and just beyond what Slack takes in one place or another. */
const nearLimit = fc
  .tuple(
    fc.constantFrom("a", "é", "&", "x "),
    fc.constantFrom(24, 75, 100, 150, 1000, 2000, 3000),
    fc.integer({ min: -3, max: 3 }),
  )
  .map(([unit, limit, beside]) => unit.repeat(limit + beside));

/** Text of any length: mostly short, sometimes far beyond any limit. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
  { weight: 3, arbitrary: awkward },
  { weight: 2, arbitrary: fc.lorem({ maxCount: 40 }) },
  { weight: 2, arbitrary: nearLimit },
  {
    weight: 1,
    arbitrary: fc.tuple(awkward, fc.integer({ min: 1, max: 150 })).map(([text, times]) => text.repeat(times)),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5000 }).map((length) => "9".repeat(length)) },
);

/** A few things or, now and then, the same few many times over. */
function listOf<T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  const few = fc.array(item, { maxLength: 4 });
  const many = fc
    .tuple(fc.array(item, { minLength: 1, maxLength: 2 }), fc.integer({ min: 20, max: 110 }))
    .map(([items, times]) => Array.from({ length: times }, () => items).flat());
  return fc.oneof({ weight: 6, arbitrary: few }, { weight: 1, arbitrary: many });
}

const anyTable: fc.Arbitrary<Block> = fc.record({
  type: fc.constant("table" as const),
  columns: fc.array(
    fc.record({ label: anyText, align: fc.constantFrom("left" as const, "right" as const) }),
    {
      maxLength: 23,
    },
  ),
  rows: listOf(fc.array(anyText, { maxLength: 8 })),
});

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant("text" as const), text: anyText }),
  fc.record({ type: fc.constant("note" as const), text: anyText }),
  fc.record({
    type: fc.constant("fields" as const),
    fields: listOf(fc.record({ label: anyText, value: anyText })),
  }),
  anyTable,
  fc.record({ type: fc.constant("list" as const), items: listOf(anyText) }),
  fc.record({
    type: fc.constant("actions" as const),
    actions: listOf(
      fc.record({ label: anyText, line: anyText, spoken: anyText }, { requiredKeys: ["label", "line"] }),
    ),
  }),
);

const smallBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom("text" as const, "note" as const), text: fc.lorem({ maxCount: 4 }) }),
  fc.constant({ type: "list" as const, items: ["un", "deux"] }),
  fc.constant({ type: "actions" as const, actions: [{ label: "Aide", line: "/cairn aide" }] }),
);

/** Any card of the right shape, however unlikely: a few blocks of anything, or very many small ones. */
export const anyCard: fc.Arbitrary<Card> = fc.record({
  title: anyText,
  blocks: fc.oneof(
    { weight: 4, arbitrary: fc.array(anyBlock, { maxLength: 5 }) },
    { weight: 1, arbitrary: fc.array(smallBlock, { minLength: 20, maxLength: 130 }) },
  ),
});
