import { describe, expect, it } from "vitest";
import { validityEnd } from "../../src/domain/validity.ts";

describe("the end of a validity, as the Base Carbone prints it", () => {
  it.each([
    ["déc-18", "2018-12-31"],
    ["déc.-18", "2018-12-31"],
    ["avr-21", "2021-04-30"],
    ["juin-24", "2024-06-30"],
    ["juil-24", "2024-07-31"],
    ["sept-20", "2020-09-30"],
    ["févr-24", "2024-02-29"],
    ["Décembre 2017", "2017-12-31"],
    ["août 2030", "2030-08-31"],
    ["31-mars-21", "2021-03-31"],
    ["31-janv-23", "2023-01-31"],
    ["20/12/2021", "2021-12-20"],
    ["11/03/2024 00:00", "2024-03-11"],
    ["Année 2022", "2022-12-31"],
    ["2026", "2026-12-31"],
    ["2026-06-30", "2026-06-30"],
  ])("%s ends on %s", (printed, day) => {
    expect(validityEnd(printed)?.toString()).toBe(day);
  });

  it.each(["", "toujours", "31/02/2024", "13/13/2024", "xyz-24", "32-mars-21"])(
    "%j ends on no known day",
    (printed) => {
      expect(validityEnd(printed)).toBeNull();
    },
  );
});
