// Numbers as people type them: what is read, and what is asked about again.
import { describe, expect, it } from "vitest";
import { wholeNumber } from "./numbers";

describe("a whole number", () => {
  it("is read in narrow and in wide digits", () => {
    for (const [typed, read] of [["4", 4], ["\uff14", 4], [" \uff11\uff12 ", 12], ["\u30007\u3000", 7], ["0", 0]] as const) expect(wholeNumber(typed)).toBe(read);
  });

  it("is nothing else, and never nought for it", () => {
    for (const typed of ["", " ", "4票", "四", "4.0", "\uff14\uff0e\uff10", "-1", "1e3", "\u2463", "4\u00b2", "1 2", "1234567890"]) expect(wholeNumber(typed)).toBeNull();
  });
});
