// How a duty is worded and marked.
import { describe, expect, it } from "vitest";
import type { Deadline, Run } from "../contract/bindings";
import { today } from "../text/today";
import { certainDay, dayAfterRest, daysInWords, doubt, passedOver, stretches, urgency } from "./duties";

const run = (kind: Run["kind"], from: string, to: string, days: number, why: string | null = null): Run => ({ kind, from, to, days, why });
const runs = [
  run("counted", "2026-12-02", "2026-12-04", 3),
  run("skipped", "2026-12-05", "2026-12-06", 2, "周末"),
  run("counted", "2026-12-07", "2026-12-11", 5),
];

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
  it("lays the runs side by side, and from the right for a clock that counts back", () => {
    const place = (back: boolean) => stretches(runs, back, 10, 100).map((bar) => [bar.x, bar.width]);
    expect(place(false)).toEqual([[10, 30], [40, 20], [60, 50]]);
    expect(place(true)).toEqual([[80, 30], [60, 20], [10, 50]]);
    expect(stretches([], false, 10, 100)).toEqual([]);
  });
  it("gathers what was passed over by its reason", () => {
    const more = [...runs, run("skipped", "2026-12-12", "2026-12-13", 2, "周末")];
    expect(passedOver(more).map((one) => [one.why, one.days, one.runs.length])).toEqual([["周末", 4, 2]]);
  });
  it("puts the certain day beside one that is reckoned, where they differ", () => {
    expect(certainDay({ due: "2027-01-12", deadline: { certainDue: "2027-01-08" } })).toBe("2027-01-08");
    expect(certainDay({ due: "2027-01-09", deadline: { certainDue: "2027-01-09" } })).toBeNull();
    expect(certainDay({ due: "2026-12-01", deadline: { certainDue: null } })).toBeNull();
    expect(certainDay({ due: null })).toBeNull();
  });
  it("puts the day after rest beside a last day that is one", () => {
    expect(dayAfterRest({ deadline: { weekendDue: "2027-01-11" } })).toBe("2027-01-11");
    expect(dayAfterRest({ deadline: { weekendDue: null } })).toBeNull();
    expect(dayAfterRest({})).toBeNull();
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
