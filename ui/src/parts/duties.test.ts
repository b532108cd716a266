// How a duty is worded and marked.
import { describe, expect, it } from "vitest";
import type { Deadline } from "../contract/bindings";
import { today } from "../text/today";
import { daysInWords, doubt, marks, urgency } from "./duties";

describe("a duty", () => {
  it("says days over, today, and days left", () => {
    expect(daysInWords(-2)).toBe("超 2 天");
    expect(daysInWords(0)).toBe("今天到期");
    expect(daysInWords(2)).toBe("还有 2 天");
  });
  it("turns amber three days before and red after", () => {
    expect(urgency({ days: -1 })).toBe("late");
    expect(urgency({ days: 3 })).toBe("soon");
    expect(urgency({ days: 4 })).toBe("");
  });
  it("marks skipped days between start and end, also for a clock that counts back", () => {
    expect(marks("2026-10-01", "2026-10-11", ["2026-10-06"])).toEqual([0.5]);
    expect(marks("2026-10-11", "2026-10-01", ["2026-10-06"])).toEqual([0.5]);
    expect(marks("2026-10-01", "2026-10-01", ["2026-10-01"])).toEqual([]);
  });
  it("says why its day wants checking, and nothing when it is sure", () => {
    const sure = { certain: true, rule: { confidence: "high" } } as Deadline;
    expect(doubt(sure)).toBe("");
    expect(doubt(undefined)).toBe("");
    expect(doubt({ ...sure, certain: false })).toBe(today.uncertain);
    expect(doubt({ ...sure, rule: { ...sure.rule, confidence: "low" } })).toBe(today.confidence.low);
  });
});
