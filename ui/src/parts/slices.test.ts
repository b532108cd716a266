// Which slices of a long list are asked for.
import { describe, expect, it } from "vitest";
import { neededSlices, rowsInSight, trimSlices } from "./slices";

describe("a list of 100,000 rows in a window of a few", () => {
  it("draws a screenful and a little more, wherever it stands", () => {
    const sight = rowsInSight(2_000_000, 480, 40, 100_000);
    expect(sight.first).toBeLessThanOrEqual(50_000);
    expect(sight.end).toBeGreaterThanOrEqual(50_012);
    expect(sight.end - sight.first).toBeLessThan(40);
  });
  it("stops at the last row and at an empty list", () => {
    expect(rowsInSight(3_999_800, 480, 40, 100_000).end).toBe(100_000);
    expect(rowsInSight(0, 480, 40, 0)).toEqual({ first: 0, end: 0 });
    expect(neededSlices({ first: 0, end: 0 })).toEqual([]);
  });
  it("asks for both slices when the edge between them is in sight", () => {
    expect(neededSlices({ first: 95, end: 120 })).toEqual([0, 1]);
    expect(neededSlices({ first: 100, end: 200 })).toEqual([1]);
  });
  it("forgets the farthest slices and never those in sight", () => {
    const kept = Array.from({ length: 33 }, (_, i) => i);
    expect(trimSlices(kept, { first: 3_200, end: 3_230 })).toEqual([0, 1, 2]);
    expect(trimSlices(kept.slice(0, 30), { first: 0, end: 20 })).toEqual([]);
  });
});
