import { describe, expect, it } from "vitest";
import { withoutPeople } from "../../src/commands/without-people.ts";
import { lexiconOf } from "../../src/domain/questions/lexicon.ts";
import { planShipped } from "../support/questions.ts";

const shipped = await planShipped();
const [person] = shipped.people;
if (person === undefined) throw new Error("The plan has no people.");
const plan = { ...shipped, people: [{ ...person, name: "Zoé Dupont-Moulin" }, ...shipped.people] };
const lexicon = lexiconOf(plan);

describe("a question as a language model sees it", () => {
  it.each([
    ["qu’a saisi zoe dupont pour l’eau ?", "qu’a saisi […] […] pour l’eau ?"],
    ["demande à Zoe.D@cluster.example", "demande à […]"],
    ["<@U0123ABCD|zoe> sait ?", "[…] sait ?"],
    ["<at>Zoé Dupont</at> sait ?", "[…] sait ?"],
    ["appelle le 06 12 34 56 78", "appelle le […]"],
    ["+33 (0)6.12.34.56.78 ?", "[…] ?"],
    ["voir https://intranet.example/u/zoe?k=1", "voir […]"],
  ])("“%s” is without people", (text, seen) => {
    expect(withoutPeople(text, plan, lexicon)).toBe(seen);
  });

  it.each([
    "déchets 2021 2022 2023 ?",
    "eau 2024-2026",
    "qui est le référent technique ?",
    "1200 kWh en 2025",
  ])("“%s” is as it was", (text) => {
    expect(withoutPeople(text, plan, lexicon)).toBe(text);
  });
});
