// Money and months: what is shown can be typed again, and what is no sum is never taken for one.
import { expect, it } from "vitest";
import { monthsOf, plusMonths, toFen, typedYuan, yuan } from "./money";

it("shows fen as yuan and takes what is typed", () => {
  expect([0, 5, 2930, 123450, -2930, 187105075].map(yuan)).toEqual(["0.00", "0.05", "29.30", "1,234.50", "-29.30", "1,871,050.75"]);
  expect(["29.3", "29.30", "1,234.5", "¥1,871,050.75元", "０.２９", " 5 "].map(toFen)).toEqual([2930, 2930, 123450, 187105075, 29, 500]);
  expect(["", "29.305", "-5", "2e3", "abc", ".5", undefined].map(toFen)).toEqual([null, null, null, null, null, null, null]);
  for (const fen of [0, 29, 2930, 187105075]) expect(toFen(typedYuan(fen))).toBe(fen);
  expect(typedYuan(null)).toBe("");
});

it("counts months over the ends of years", () => {
  expect(monthsOf(2026).at(-1)).toBe("2026-12");
  expect([plusMonths("2026-12", 1), plusMonths("2026-01", -1), plusMonths("2026-09", 12)]).toEqual(["2027-01", "2025-12", "2027-09"]);
});
