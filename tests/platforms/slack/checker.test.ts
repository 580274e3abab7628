import { describe, expect, it } from "vitest";
import { checkBlocks, checkMessage, checkView } from "../../support/slack-limits.ts";

function plain(text: string) {
  return { type: "plain_text", text };
}

function button(changes: object = {}) {
  return { type: "button", action_id: "run:0", text: plain("Oui"), value: "/cairn aide", ...changes };
}

function raw(text: string) {
  return { type: "raw_text", text };
}

function table(rows: readonly (readonly object[])[], changes: object = {}) {
  return { type: "data_table", caption: "T", page_size: 5, row_header_column_index: 0, rows, ...changes };
}

function section(text: string) {
  return { type: "section", text: plain(text) };
}

const row = [raw("a"), raw("b")];
const good = [
  { type: "header", text: plain("Titre") },
  { type: "section", fields: [{ type: "mrkdwn", text: "*R&amp;D*", verbatim: true }, plain("3")] },
  { type: "context", elements: [plain("source")] },
  { type: "actions", elements: [button()] },
  table([row, row]),
];

function times<T>(count: number, thing: T): T[] {
  return Array.from({ length: count }, () => thing);
}

describe("the checker of Slack's limits", () => {
  it("takes what Slack takes", () => {
    expect(checkMessage({ text: "Titre", blocks: good })).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["no block", []],
    ["an unknown block", [{ type: "chart" }]],
    ["too many blocks", times(51, { type: "divider" })],
    ["too long a header", [{ type: "header", text: plain("é".repeat(151)) }]],
    ["a header in mrkdwn", [{ type: "header", text: { type: "mrkdwn", text: "a", verbatim: true } }]],
    ["an empty text", [section("")]],
    ["a blank text", [section(" \u00A0")]],
    ["too long a text", [section("a".repeat(3001))]],
    ["a mention", [section("<!channel>")]],
    ["an ampersand", [section("R&D")]],
    ["half a character", [section("\uD83D")]],
    ["a control character", [section("a\u0007")]],
    ["mrkdwn that looks for links", [{ type: "section", text: { type: "mrkdwn", text: "a" } }]],
    ["a section of nothing", [{ type: "section" }]],
    ["too many fields", [{ type: "section", fields: times(11, plain("a")) }]],
    ["too long a field", [{ type: "section", fields: [plain("a".repeat(2001))] }]],
    ["too many context elements", [{ type: "context", elements: times(11, plain("a")) }]],
    ["no button", [{ type: "actions", elements: [] }]],
    ["too many buttons", [{ type: "actions", elements: times(26, button()) }]],
    ["too long a button", [{ type: "actions", elements: [button({ text: plain("a".repeat(76)) })] }]],
    ["too long a value", [{ type: "actions", elements: [button({ value: "a".repeat(2001) })] }]],
    ["too long an identifier", [{ type: "actions", elements: [button({ action_id: "a".repeat(256) })] }]],
    ["an identifier twice", times(2, { type: "actions", elements: [button()] })],
    ["a block's identifier twice", times(2, { type: "divider", block_id: "a" })],
    ["a table of a head alone", [table([row])]],
    ["too many rows", [table(times(101, row))]],
    ["too many columns", [table(times(2, times(21, raw("a"))))]],
    ["rows of different lengths", [table([row, [raw("a")]])]],
    ["an empty cell", [table([row, [raw("a"), raw("")]])]],
    ["a mention in a cell", [table([row, [raw("a"), raw("<@U012>")]])]],
    ["too long a table", [table([row, [raw("a"), raw("b".repeat(9_999))]])]],
    ["a table without caption", [table([row, row], { caption: "" })]],
    ["too large a page", [table([row, row], { page_size: 101 })]],
    ["row heads out of the table", [table([row, row], { row_header_column_index: 2 })]],
    ["two tables", times(2, table([row, row]))],
    ["too much altogether", times(5, section("a".repeat(2800)))],
  ])("refuses %s in a message", (_, blocks) => {
    expect(checkBlocks(Array.isArray(blocks) ? blocks : [], "message")).not.toEqual([]);
  });

  it("refuses a message without top-level text, and tables in a modal", () => {
    expect(checkMessage({ text: "", blocks: good })).not.toEqual([]);
    expect(checkBlocks([table([row, row])], "home")).toEqual([]);
    expect(checkBlocks([table([row, row])], "modal")).not.toEqual([]);
  });

  const input = {
    type: "input",
    label: plain("Valeur"),
    element: { type: "plain_text_input", action_id: "value" },
  };
  const view = { type: "modal", title: plain("Saisir"), submit: plain("Envoyer"), blocks: [input] };

  it("takes a view that Slack takes", () => {
    expect(checkView(view)).toEqual([]);
    expect(checkView({ type: "home", blocks: times(100, { type: "divider" }) })).toEqual([]);
  });

  it.each([
    ["too long a title", { ...view, title: plain("a".repeat(25)) }],
    ["no title", { ...view, title: undefined }],
    ["too long a button", { ...view, submit: plain("a".repeat(25)) }],
    ["an input and no submit", { ...view, submit: undefined }],
    ["too long metadata", { ...view, private_metadata: "a".repeat(3001) }],
    ["too many blocks", { ...view, blocks: times(101, { type: "divider" }) }],
    ["too many bytes", { ...view, blocks: times(100, section("字".repeat(2900))) }],
    ["an input without label", { ...view, blocks: [{ ...input, label: plain("") }] }],
    [
      "too many options",
      {
        ...view,
        blocks: [
          {
            ...input,
            element: {
              type: "static_select",
              action_id: "a",
              options: times(101, { text: plain("a"), value: "a" }),
            },
          },
        ],
      },
    ],
  ])("refuses %s in a view", (_, wrong) => {
    expect(checkView(wrong)).not.toEqual([]);
  });
});
