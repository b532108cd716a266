// How today's duties are grouped.
import { describe, expect, it } from "vitest";
import type { Duty } from "../../contract/bindings";
import { groups, undertakingOf } from "./logic";

const duty = (id: string, band: Duty["band"], due?: string, days = 1) => ({ id, band, due, days }) as Duty;

describe("today's duties", () => {
  it("stand in the order overdue, week, month, later, no day, within it as the core orders them", () => {
    const g = groups([
      duty("c", "later", "2026-12-30"),
      duty("b", "week", "2026-11-18"),
      duty("a", "week", "2026-11-18"),
      duty("s", "week"),
      duty("n", "noDay"),
      duty("o", "overdue", "2026-11-14"),
    ]);
    expect(g.map((x) => x.band)).toEqual(["overdue", "week", "later", "noDay"]);
    expect(g[1]?.duties.map((d) => d.id)).toEqual(["b", "a", "s"]);
  });
  it("name the undertaking they are about, and none for another duty", () => {
    expect(undertakingOf({ id: "undertaking:u1", module: "negotiation" })).toBe("u1");
    expect(undertakingOf({ id: "reply:n1", module: "negotiation" })).toBeNull();
    expect(undertakingOf({ id: "undertaking:u1", module: "elections" })).toBeNull();
  });
});
