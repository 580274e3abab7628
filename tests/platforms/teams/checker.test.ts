import { describe, expect, it } from "vitest";
import { drawCard } from "../../../src/platforms/teams/draw.ts";
import { checkCard } from "../../support/adaptive-checker.ts";

const good = drawCard(
  { title: "Titre", blocks: [{ type: "text", text: "Total : 12 kg" }] },
  { language: "fr" },
);

function withBody(...body: object[]) {
  return { ...good, body };
}

function said(text: string, more: object = {}) {
  return { type: "TextBlock", text, wrap: true, ...more };
}

function submit(more: object = {}) {
  return { type: "Action.Submit", title: "Oui", data: { verb: "run", line: "/cairn aide" }, ...more };
}

function execute(more: object = {}) {
  return {
    type: "Action.Execute",
    title: "Oui",
    verb: "run",
    data: { line: "/cairn aide" },
    fallback: submit(),
    ...more,
  };
}

function row(...actions: object[]) {
  return { type: "ActionSet", actions };
}

function field(more: object = {}) {
  return { type: "Input.Text", id: "value", label: "Valeur", maxLength: 9, ...more };
}

describe("the checker of cards", () => {
  it.each<[string, object]>([
    ["texts", good],
    ["buttons", withBody(row(execute(), submit()))],
    ["fields", withBody(field(), field({ id: "note", isRequired: true, errorMessage: "À remplir." }))],
  ])("takes %s", (_, card) => {
    expect(checkCard(card)).toEqual([]);
  });

  it.each<[string, object]>([
    ["another version", { ...good, version: "1.6" }],
    ["no word for who cannot see it", { ...good, fallbackText: "" }],
    ["no body", withBody()],
    ["an unknown element", withBody({ type: "Chart.Radar" })],
    ["a wrong style", withBody(said("a", { style: "title" }))],
    ["a link", withBody(said("[ici](https://evil.example)"))],
    ["bold", withBody(said("**gras**"))],
    ["a mention", withBody(said("<at>Tous</at>"))],
    [
      "a function",
      withBody({ type: "RichTextBlock", inlines: [{ type: "TextRun", text: "{{DATE(2026)}}" }] }),
    ],
    ["half a character", withBody(said("\uD83D"))],
    ["a turn of direction", withBody(said("\u202Etxt"))],
    ["a blank text", withBody(said(" "))],
    ["no button", withBody(row())],
    ["more buttons than are shown", withBody(row(...Array.from({ length: 6 }, () => execute())))],
    ["a button without its older way", withBody(row(execute({ fallback: undefined })))],
    ["an older way that does something else", withBody(row(execute({ verb: "refresh" })))],
    ["an input without id", withBody(field({ id: undefined }))],
    ["an input twice", withBody(field(), field())],
    ["an input without label", withBody(field({ label: "" }))],
    ["a required input without a word for it", withBody(field({ isRequired: true }))],
    ["more than can be typed", withBody(field({ value: "1234567890" }))],
    [
      "a menu without choice",
      withBody({ ...field(), type: "Input.ChoiceSet", style: "compact", choices: [] }),
    ],
    ["too large a card", withBody(...Array.from({ length: 300 }, () => said("字".repeat(30))))],
  ])("refuses %s", (_, card) => {
    expect(checkCard(card)).not.toEqual([]);
  });
});
