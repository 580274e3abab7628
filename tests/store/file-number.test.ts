import { describe, expect, it } from "vitest";
import { decimal } from "../../src/domain/decimal.ts";
import { readFileNumber } from "../../src/store/file-number.ts";

describe("a number of a file is read exactly or refused, never guessed", () => {
  it.each<[string, "." | ",", string]>([
    ["12", ".", "12"],
    [" 12.50 ", ".", "12.5"],
    ["1.995", ".", "1.995"],
    ["1,995", ",", "1.995"],
    ["0,052", ".", "0.052"],
    ["0.052", ",", "0.052"],
    ["12,5", ".", "12.5"],
    ["1234,567", ".", "1234.567"],
    ["1,9950", ".", "1.995"],
    ["0.000000000000000000000000000001", ".", "0.000000000000000000000000000001"],
  ])("%s where the mark is %s", (typed, mark, value) => {
    expect(readFileNumber(typed, mark)).toEqual({ ok: true, value: decimal(value) });
  });

  it.each<[string, "." | ",", [string, string]]>([
    ["1,995", ".", ["1995", "1.995"]],
    ["123.456", ",", ["123456", "123.456"]],
  ])("%s where the mark is %s may be thousands", (typed, mark, readings) => {
    expect(readFileNumber(typed, mark)).toEqual({ ok: false, code: "ambiguous_number", readings });
  });

  it.each(["-1", "−0,5", "-1.995"])("%s is negative", (typed) => {
    expect(readFileNumber(typed, ".")).toEqual({ ok: false, code: "negative_value" });
  });

  it.each(["", "x", "1.", ".5", "1,2,3", "1.234,5", "1 234", "1e3", "+1", "0x1F", "NaN", "Infinity", "١٢"])(
    "%s is no number",
    (typed) => {
      expect(readFileNumber(typed, ".")).toEqual({ ok: false, code: "invalid_number" });
    },
  );
});
