// Dates as people type and read them.
import { describe, expect, it } from "vitest";
import { daysBetween, dayShort, dayWords, parseDay } from "./days";

describe("a date as people type it", () => {
  it.each([
    ["2026-3-5", "2026-03-05"],
    ["20260305", "2026-03-05"],
    ["2026/03/05", "2026-03-05"],
    ["2026.3.5", "2026-03-05"],
    ["2026年3月5日", "2026-03-05"],
    ["２０２６－３－５", "2026-03-05"],
    [" 2026 - 3 - 5 ", "2026-03-05"],
    ["26-3-5", "2026-03-05"],
    ["2024-2-29", "2024-02-29"],
  ])("reads %s", (typed, iso) => expect(parseDay(typed)).toBe(iso));

  it.each(["2026-2-29", "2026-13-1", "2026年3月", "202603", "0000-00-00", "尽快", "", "3-5"])(
    "does not guess at %s",
    (typed) => expect(parseDay(typed)).toBeNull(),
  );
});

describe("a date as people read it", () => {
  it("names the weekday", () => expect(dayWords("2026-11-16")).toBe("2026年11月16日 星期一"));
  it("is short in a list, with its year when that is another one", () => {
    expect(dayShort("2026-11-06", "2026-11-16")).toBe("11月6日");
    expect(dayShort("2027-01-02", "2026-11-16")).toBe("2027年1月2日");
  });
  it("counts days over a month's end and a leap day", () => {
    expect(daysBetween("2026-10-25", "2026-11-14")).toBe(20);
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2026-11-16", "2026-11-14")).toBe(-2);
  });
});
