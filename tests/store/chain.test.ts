import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import type { Entry } from "../../src/domain/entry.ts";
import { hashOf, type SealedFields, verifyChain } from "../../src/store/chain.ts";
import { newEntry } from "../support/entries.ts";

const sealed: SealedFields = { ...newEntry({ note: "relevé du « 5 »" }), revision: 1, position: 1 };

function chainOf(length: number): Entry[] {
  const chain: Entry[] = [];
  for (let position = 1; position <= length; position += 1) {
    const fields = { ...newEntry(), value: decimal(position), revision: position, position };
    const previousHash = chain.at(-1)?.hash ?? null;
    chain.push({ ...fields, previousHash, hash: hashOf(fields, previousHash) });
  }
  return chain;
}

describe("the hash of an entry", () => {
  it("is what sha256sum says of the JSON array of its fields, so that anyone can check it", () => {
    // printf '%s' '["electricite","2026-T3",1,1,"1234.5","kWh","1 234,5 kWh","relevé du « 5 »",null,"submit",
    // "0b1f4c9e-6a53-4a7f-9d0e-2f8f5b6a7c11","terminal","2026-10-05T08:30:00.000Z",null]' (one line) | sha256sum
    expect(hashOf(sealed, null)).toBe("c11d853505169a2c4efddd66e6b7f1a11bdc18e47291a2bf5509b402db52fbba");
  });

  it.each([
    ["1.50 is 1.5", { value: decimal("1.50") }, { value: decimal("1.5") }],
    [
      "a moment is the same in any zone",
      { at: "2026-10-05T10:30:00+02:00" },
      { at: "2026-10-05T08:30:00.000Z" },
    ],
  ])("is the same for the same thing: %s", (_, one, other) => {
    expect(hashOf({ ...sealed, ...one }, null)).toBe(hashOf({ ...sealed, ...other }, null));
  });

  it.each<[string, Partial<SealedFields>]>([
    ["indicator", { indicator: "gaz" }],
    ["period", { period: "2026-T2" }],
    ["revision", { revision: 2 }],
    ["position", { position: 2 }],
    ["value", { value: decimal("1234.6") }],
    ["absence of value", { value: null }],
    ["unit", { unit: "MWh" }],
    ["typed text", { typed: "1234,5 kWh" }],
    ["note", { note: "relevé du « 6 »" }],
    ["absence of note", { note: null }],
    ["empty note", { note: "" }],
    ["reason", { reason: "null" }],
    ["kind", { kind: "import" }],
    ["person", { personId: "someone else" }],
    ["platform", { platform: "slack" }],
    ["moment", { at: "2026-10-05T08:30:00.001Z" }],
    ["text moved from one field to the next", { unit: "kWh1", typed: " 234,5 kWh" }],
  ])("changes with the %s", (_, changes) => {
    expect(hashOf({ ...sealed, ...changes }, null)).not.toBe(hashOf(sealed, null));
  });

  it("changes with the hash before it", () => {
    expect(hashOf(sealed, "0".repeat(64))).not.toBe(hashOf(sealed, "1".repeat(64)));
  });
});

describe("a chain", () => {
  it.each([0, 1, 7])("of %i entries, untouched, is whole", (length) => {
    expect(verifyChain(chainOf(length))).toBeNull();
  });

  it("breaks at the entry that changed, wherever and whatever it is", () => {
    const change = fc.oneof(
      fc.record({ value: fc.constant(decimal("0.1")) }),
      fc.record({ typed: fc.string() }),
      fc.record({ note: fc.string() }),
      fc.record({ personId: fc.uuid() }),
      fc.record({ position: fc.integer({ min: 9 }) }),
      fc.record({ hash: fc.constant("f".repeat(64)) }),
      fc.record({ previousHash: fc.constant("f".repeat(64)) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), change, (index, changes) => {
        const chain = chainOf(8);
        const changed = chain.map((entry, place) => (place === index ? { ...entry, ...changes } : entry));
        expect(verifyChain(changed)).toBe(changed[index]);
      }),
    );
  });

  it.each([
    ["the first", 0],
    ["a middle one", 3],
  ])("breaks at the entry after a missing one: %s", (_, index) => {
    const chain = chainOf(6);
    const next = chain[index + 1];
    chain.splice(index, 1);
    expect(verifyChain(chain)).toBe(next);
  });

  it("breaks after an entry sealed again with another value: the next one was sealed after the original", () => {
    const chain = chainOf(6);
    const fields = { ...newEntry(), value: decimal("999"), revision: 3, position: 3 };
    const previousHash = chain[1]?.hash ?? null;
    chain[2] = { ...fields, previousHash, hash: hashOf(fields, previousHash) };
    expect(verifyChain(chain)).toBe(chain[3]);
  });

  it("breaks at a place left empty, however well the rest is sealed", () => {
    const [first] = chainOf(1);
    const fields = { ...newEntry(), revision: 2, position: 3 };
    const previousHash = first?.hash ?? null;
    const third = { ...fields, previousHash, hash: hashOf(fields, previousHash) };
    expect(first && verifyChain([first, third])).toBe(third);
  });

  it("says nothing of missing last entries: a head kept elsewhere does", () => {
    expect(verifyChain(chainOf(6).slice(0, 4))).toBeNull();
  });
});
