// How a duty is worded and marked.
import { describe, expect, it } from "vitest";
import type { Deadline } from "../contract/bindings";
import { today } from "../text/today";
import { daysInWords, doubt, marks, urgency } from "./duties";

describe("a duty", () => {
  it("says days over, today, and days left", () => {
    expect(daysInWords({ days: -2, band: "overdue" })).toBe("超 2 天");
    expect(daysInWords({ days: 0, band: "week" })).toBe("今天到期");
    expect(daysInWords({ days: 2, band: "week" })).toBe("还有 2 天");
    expect(daysInWords({ band: "week" })).toBe("尽快办");
    expect(daysInWords({ band: "noDay" })).toBe("未定日期");
  });
  it("turns amber three days before and red after", () => {
    expect(urgency({ days: -1, band: "overdue" })).toBe("late");
    expect(urgency({ days: 3, band: "week" })).toBe("soon");
    expect(urgency({ days: 4, band: "week" })).toBe("");
  });
  it("marks skipped days between start and end, also for a clock that counts back", () => {
    expect(marks("2026-10-01", "2026-10-11", ["2026-10-06"])).toEqual([0.5]);
    expect(marks("2026-10-11", "2026-10-01", ["2026-10-06"])).toEqual([0.5]);
    expect(marks("2026-10-01", "2026-10-01", ["2026-10-01"])).toEqual([]);
  });
  it("says why its day wants checking, and nothing when it is sure", () => {
    const sure = { certain: true, rule: { confidence: "high" } } as Deadline;
    expect(doubt({ deadline: sure })).toBe("");
    expect(doubt({})).toBe("");
    expect(doubt({ deadline: { ...sure, certain: false } })).toBe(today.uncertain);
    expect(doubt({ deadline: { ...sure, rule: { ...sure.rule, confidence: "low" } } })).toBe(today.confidence.low);
    expect(doubt({ rule: { ...sure.rule, confidence: "low" } })).toBe(today.confidence.low);
  });
});
