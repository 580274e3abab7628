import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, isOneEditAway, longestName, matchName } from "../../src/domain/name-match.ts";

describe("fold", () => {
  it.each([
    ["Électricité", "electricite"],
    ["E\u0301LECTRICITE\u0301", "electricite"],
    ["dechets-papier", "dechets papier"],
    ["déchets_papier", "dechets papier"],
    ["Nuits d’hôtel", "nuits d hotel"],
    ["nuits d'hôtel", "nuits d hotel"],
    ["  Main-d'œuvre  ", "main d oeuvre"],
    ["Cæsar ŒUVRE", "caesar oeuvre"],
    ["a\u00a0\u202f b\tc\nd", "a b c d"],
    ["domicile–travail", "domicile travail"],
    ["soft\u00adhyphen\u200b", "softhyphen"],
    ["AI.3", "ai.3"],
    ["m³", "m3"],
    ["--", ""],
  ])("%j becomes %j", (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it("reads plain text as it does the same with a mark that does not show", () => {
    const plain = fc.string({ unit: "grapheme-ascii", maxLength: 30 });
    fc.assert(
      fc.property(plain, (text) => {
        expect(fold(text)).toBe(fold(`${text}\u00ad`));
      }),
      { numRuns: 2000 },
    );
  });

  it("changes nothing the second time, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("isOneEditAway", () => {
  it.each([
    ["saisir", "saisr", true],
    ["saisir", "saisirr", true],
    ["saisir", "asisir", true],
    ["saisir", "saisri", true],
    ["saisir", "saizir", true],
    ["saisir", "xsaisir", true],
    ["eau", "au", true],
    ["", "a", true],
    ["saisir", "saisir", false],
    ["saisir", "sasr", false],
    ["saisir", "siasri", false],
    ["abc", "cab", false],
    ["abcd", "badc", false],
    ["", "ab", false],
    ["", "", false],
    ["👍a", "👎a", true],
  ])("%j and %j: %s", (a, b, expected) => {
    expect([isOneEditAway(a, b), isOneEditAway(b, a)]).toEqual([expected, expected]);
  });

  it("is true of any text and itself with a letter less, and of no text and itself", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, seed) => {
        const at = seed % text.length;
        expect(isOneEditAway(text, text.slice(0, at) + text.slice(at + 1))).toBe(true);
        expect(isOneEditAway(text, text)).toBe(false);
      }),
    );
  });
});

const indicators = [
  { key: "electricite", names: ["electricite", "Électricité des bureaux", "Office electricity", "élec"] },
  { key: "eau", names: ["eau", "Eau du robinet", "Tap water"] },
  { key: "voiture-thermique", names: ["voiture-thermique", "Voiture thermique"] },
  { key: "voiture-electrique", names: ["voiture-electrique", "Voiture électrique"] },
  { key: "hotel", names: ["hotel", "Nuits d'hôtel", "Hotel nights"] },
  { key: "dechets-papier", names: ["dechets-papier", "Déchets papier et carton"] },
  { key: "dechets-verre", names: ["dechets-verre", "Déchets de verre"] },
  { key: "papier", names: ["papier", "Papier acheté"] },
  { key: "formations", names: ["formations", "Sessions de formation"] },
  { key: "ter", names: ["ter"] },
];

describe("matchName", () => {
  it.each([
    ["electricite", { kind: "exact", key: "electricite" }],
    ["ÉLECTRICITÉ", { kind: "exact", key: "electricite" }],
    ["élec", { kind: "exact", key: "electricite" }],
    ["office electricity", { kind: "exact", key: "electricite" }],
    ["nuits d’hotel", { kind: "exact", key: "hotel" }],
    ["dechets papier", { kind: "exact", key: "dechets-papier" }],
    ["eau", { kind: "exact", key: "eau" }],
  ])("%j is that name exactly", (typed, expected) => {
    expect(matchName(typed, indicators)).toEqual(expected);
  });

  it.each([
    ["electri", { kind: "prefix", key: "electricite" }],
    ["ho", { kind: "prefix", key: "hotel" }],
    ["h", { kind: "prefix", key: "hotel" }],
    ["voiture-t", { kind: "prefix", key: "voiture-thermique" }],
    ["déchets p", { kind: "prefix", key: "dechets-papier" }],
    ["pap", { kind: "prefix", key: "papier" }],
  ])("%j begins one name only", (typed, expected) => {
    expect(matchName(typed, indicators)).toEqual(expected);
  });

  it.each([
    ["dechets", ["dechets-papier", "dechets-verre"]],
    ["voiture", ["voiture-thermique", "voiture-electrique"]],
    ["te", null],
  ])("%j may begin several", (typed, keys) => {
    expect(matchName(typed, indicators)).toEqual(
      keys === null ? { kind: "prefix", key: "ter" } : { kind: "ambiguous", keys },
    );
  });

  it.each([
    ["electrcite", ["electricite"]],
    ["elctricite", ["electricite"]],
    ["ohtel", ["hotel"]],
    ["au", ["eau"]],
    ["formatons", ["formations"]],
    ["elac", ["electricite"]],
    ["hoxe", ["hotel"]],
    ["dichets", ["dechets-papier", "dechets-verre"]],
    ["tér1", ["ter"]],
  ])("%j is offered %j, one edit away", (typed, keys) => {
    expect(matchName(typed, indicators)).toEqual({ kind: "near", keys });
  });

  it.each(["", " ", "-", "gaz", "robinet", "abcdef", "elkstr", "vx", "hxt", "formtion"])(
    "%j names nothing",
    (typed) => {
      expect(matchName(typed, indicators)).toEqual({ kind: "none" });
    },
  );

  it("offers every candidate that shares a name", () => {
    const twins = [
      { key: "a", names: ["même nom"] },
      { key: "b", names: ["meme-nom", "autre"] },
    ];
    expect(matchName("même nom", twins)).toEqual({ kind: "ambiguous", keys: ["a", "b"] });
  });
});

describe("longestName", () => {
  it.each([
    ["déchets papier 12 kg", { kind: "exact", key: "dechets-papier" }, 2],
    ["dechets-papier 12 kg", { kind: "exact", key: "dechets-papier" }, 1],
    ["Déchets papier et carton 12 kg", { kind: "exact", key: "dechets-papier" }, 4],
    ["eau 45 m3", { kind: "exact", key: "eau" }, 1],
    ["eau du robinet 45 m3", { kind: "exact", key: "eau" }, 3],
    ["nuits d'hôtel 12", { kind: "exact", key: "hotel" }, 2],
    ["elect 1234", { kind: "prefix", key: "electricite" }, 1],
    ["déchets 12 kg", { kind: "ambiguous", keys: ["dechets-papier", "dechets-verre"] }, 1],
    ["electrcite 1234", { kind: "near", keys: ["electricite"] }, 1],
    ["gaz 1234", { kind: "none" }, 1],
    ["eau", { kind: "exact", key: "eau" }, 1],
  ])("of %j", (line, match, taken) => {
    expect(longestName(line.split(" "), indicators)).toEqual({ match, taken });
  });

  it.each([
    ["dechet verre 12 kg", { kind: "exact", key: "dechets-verre" }, 2],
    ["dechet de verres 12 kg", { kind: "exact", key: "dechets-verre" }, 3],
    ["nuit d'hotel 3", { kind: "exact", key: "hotel" }, 2],
    ["voitures thermiques 12 km", { kind: "exact", key: "voiture-thermique" }, 2],
    ["dechets verr 12 kg", { kind: "prefix", key: "dechets-verre" }, 2],
    ["dechet pap 12 kg", { kind: "prefix", key: "dechets-papier" }, 2],
    ["session de form 3", { kind: "prefix", key: "formations" }, 3],
    ["voiture e 12 km", { kind: "prefix", key: "voiture-electrique" }, 2],
    ["dechets verer 12 kg", { kind: "near", keys: ["dechets-verre"] }, 2],
    ["voiture elctrique 12 km", { kind: "near", keys: ["voiture-electrique"] }, 2],
    ["dechets xyz 12 kg", { kind: "ambiguous", keys: ["dechets-papier", "dechets-verre"] }, 1],
  ])("of several words is helped as one word is: %j", (line, match, taken) => {
    expect(longestName(line.split(" "), indicators)).toEqual({ match, taken });
  });

  it.each([
    ["eaux 12 m3", { kind: "near", keys: ["eau"] }],
    ["papiers 12 kg", { kind: "near", keys: ["papier"] }],
  ])("of one word in a plural nobody gave it is offered, not taken: %j", (line, match) => {
    expect(longestName(line.split(" "), indicators)).toEqual({ match, taken: 1 });
  });

  it("holds the figures of an exact name only", () => {
    const numbered = [
      { key: "bin", names: ["bac 12 litres"] },
      { key: "ai", names: ["ai 3"] },
    ];
    expect(longestName(["ai", "3"], numbered)).toEqual({ match: { kind: "exact", key: "ai" }, taken: 2 });
    expect(longestName(["bac", "12"], numbered)).toEqual({ match: { kind: "prefix", key: "bin" }, taken: 1 });
  });

  it("keeps two names that differ by a plural ambiguous", () => {
    const twins = [
      { key: "a", names: ["bac vert"] },
      { key: "b", names: ["bacs verts"] },
    ];
    const of = (line: string) => longestName(line.split(" "), twins).match;
    expect(of("bac vert")).toEqual({ kind: "exact", key: "a" });
    expect(of("bac verts")).toEqual({ kind: "ambiguous", keys: ["a", "b"] });
  });

  it("of no word is nothing", () => {
    expect(longestName([], indicators)).toEqual({ match: { kind: "none" }, taken: 0 });
  });

  it("never throws and never takes more words than there are", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (tokens) => {
        expect(longestName(tokens, indicators).taken).toBeLessThanOrEqual(tokens.length);
      }),
    );
  });
});
