// How today's duties are grouped.
import { describe, expect, it } from "vitest";
import type { Duty } from "../../contract/bindings";
import { daysInWords, groups, marks, urgency } from "./logic";

const duty = (id: string, band: Duty["band"], due: string, days = 1) => ({ id, band, due, days }) as Duty;

describe("today's duties", () => {
  it("stand in the order overdue, week, month, later, earliest first", () => {
    const g = groups([
      duty("c", "later", "2026-12-30"),
      duty("b", "week", "2026-11-18"),
      duty("a", "week", "2026-11-17"),
      duty("o", "overdue", "2026-11-14"),
    ]);
    expect(g.map((x) => x.band)).toEqual(["overdue", "week", "later"]);
    expect(g[1]?.duties.map((d) => d.id)).toEqual(["a", "b"]);
  });
  it("say days over, today, and days left", () => {
    expect(daysInWords(-2)).toBe("超 2 天");
    expect(daysInWords(0)).toBe("今天到期");
    expect(daysInWords(2)).toBe("还有 2 天");
  });
  it("turn amber three days before and red after", () => {
    expect(urgency({ days: -1 })).toBe("late");
    expect(urgency({ days: 3 })).toBe("soon");
    expect(urgency({ days: 4 })).toBe("");
  });
  it("mark skipped days between start and end, also for a clock that counts back", () => {
    expect(marks("2026-10-01", "2026-10-11", ["2026-10-06"])).toEqual([0.5]);
    expect(marks("2026-10-11", "2026-10-01", ["2026-10-06"])).toEqual([0.5]);
    expect(marks("2026-10-01", "2026-10-01", ["2026-10-01"])).toEqual([]);
  });
});
