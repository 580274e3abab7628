import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { reminderCard } from "../../src/cards/reminder-card.ts";
import type { Reminder, ReminderItem } from "../../src/domain/reminder.ts";
import { messagesFor } from "../../src/messages/messages.ts";
import { drawCard } from "../../src/platforms/terminal/draw.ts";
import { collection } from "../support/collection.ts";

function item(indicator: string, changes: Partial<ReminderItem> = {}): ReminderItem {
  return { indicator, period: "2026-T3", due: "2026-10-15", stage: "overdue", partial: false, ...changes };
}

function reminder(changes: Partial<Reminder>): Reminder {
  const day = Temporal.PlainDate.from("2026-10-16");
  return { to: "energie@x", day, stage: "overdue", cc: ["technique@x"], items: [], copies: [], ...changes };
}

const drawn = (changes: Partial<Reminder>, language: "fr" | "en") =>
  drawCard(reminderCard(collection, reminder(changes), messagesFor(language)));

describe("the message of a day", () => {
  const items = [item("eau"), item("gaz", { partial: true }), item("train")];

  it("lists what is asked with a button each, whose it is, and what is only partial", () => {
    expect(drawn({ items }, "fr")).toBe(
      [
        "L’échéance est passée",
        "3 chiffres sont attendus de vous :",
        [
          "Indicateur  Trimestre  Pour le",
          "──────────  ─────────  ───────────────",
          "eau         T3 2026    15 octobre 2026",
          "gaz         T3 2026    15 octobre 2026",
          "train       T3 2026    15 octobre 2026",
        ].join("\n"),
        "À la place de mobilite, pendant son absence : train.",
        "Donné avant la fin du trimestre, donc partiel : gaz. Redonnez le même chiffre pour le confirmer, ou corrigez-le.",
        [
          "→ eau, T3 2026 · /saisir eau 2026-T3",
          "→ gaz, T3 2026 · /saisir gaz 2026-T3",
          "→ train, T3 2026 · /saisir train 2026-T3",
        ].join("\n"),
        [
          "→ Voir toutes les échéances · /cairn echeances",
          "→ Me le rappeler demain · /cairn rappels demain",
        ].join("\n"),
      ].join("\n\n"),
    );
  });

  it("says the same in English", () => {
    expect(drawn({ items: [item("eau")] }, "en")).toBe(
      [
        "The due day has passed",
        "One figure is expected from you:",
        [
          "Indicator  Quarter  Due",
          "─────────  ───────  ───────────────",
          "eau        Q3 2026  15 October 2026",
        ].join("\n"),
        "→ eau, Q3 2026 · /saisir eau 2026-T3",
        "→ See everything due · /cairn echeances\n→ Remind me tomorrow · /cairn rappels demain",
      ].join("\n\n"),
    );
  });

  it("tells a referent what is missing, an owner a line, after their own figures if any", () => {
    const copies = [item("eau"), item("gaz"), item("train"), item("eau", { period: "2026-T2" })];
    expect(drawn({ to: "technique@x", cc: [], copies, stage: "escalation" }, "fr")).toBe(
      [
        "Des chiffres manquent toujours",
        "Pour information, ces chiffres manquent encore :",
        ["• energie, T3 2026 : eau et gaz", "• mobilite, T3 2026 : train", "• energie, T2 2026 : eau"].join(
          "\n",
        ),
      ].join("\n\n"),
    );
  });

  it("still reads when the plan has dropped the indicator since", () => {
    expect(drawn({ items: [item("tracteur")] }, "fr")).toContain(
      "→ tracteur, T3 2026 · /saisir tracteur 2026-T3",
    );
  });

  it.each([
    { stage: "opening" as const, title: "La collecte est ouverte" },
    { stage: "reminder" as const, title: "Rappel : l’échéance approche" },
    { stage: "eve" as const, title: "L’échéance est toute proche" },
    { stage: "overdue" as const, title: "L’échéance est passée" },
    { stage: "escalation" as const, title: "Des chiffres manquent toujours" },
  ])("at $stage begins with « $title »", ({ stage, title }) => {
    expect(reminderCard(collection, reminder({ stage, items: [item("eau")] }), messagesFor("fr")).title).toBe(
      title,
    );
  });
});
