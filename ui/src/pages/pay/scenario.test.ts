// The figures and the simulator: numbers in words and back, steps as the form holds them.
import { expect, it } from "vitest";
import { bar, freshScenario, freshStep, giniOf, linesOf, onlyOf, percentOf, sourceWords, toHundredths, typedPercent, whoOf, yuanOf } from "./scenario";

it("writes what is exact as one number and what is not as what it lies between", () => {
  expect(yuanOf({ from: 586000, to: 586000 })).toBe("5,860.00");
  expect(yuanOf({ from: 586000, to: 600050 })).toBe("5,860.00 ～ 6,000.50");
  expect(yuanOf({ from: 586000, to: null })).toBe("5,860.00 以上");
  expect([percentOf({ from: -50, to: -50 }), giniOf({ from: 187, to: 187 }), yuanOf(null)]).toEqual(["-0.50%", "0.0187", "—"]);
  expect([bar({ from: 100000, to: 120000 }), bar(586049), bar(null)]).toEqual([1100, 5860, 0]);
});

it("reads a percentage as typed", () => {
  expect(["5", "5.5", "5.25%", "-1", "5.255", "x", ""].map(toHundredths)).toEqual([500, 550, 525, -100, null, null, null]);
  expect(typedPercent(550)).toBe("5.5");
});

it("keeps for whom a step is", () => {
  for (const who of ["", "front", "office", "shop:焊接：二组", "form:劳务派遣", "grade:高级工"]) expect(whoOf(onlyOf(who))).toBe(who);
});

it("breaks a figure at its arrow, else between its bounds", () => {
  expect(linesOf("5,860.00")).toEqual(["5,860.00"]);
  expect(linesOf("5,860.00 ～ 6,000.50")).toEqual(["5,860.00", "～ 6,000.50"]);
  expect(linesOf("1.33 倍 ～ 1.61 倍 → 1.33 倍 ～ 1.61 倍")).toEqual(["1.33 倍 ～ 1.61 倍", "→ 1.33 倍 ～ 1.61 倍"]);
});

it("says the days of a source in words", () => {
  expect(sourceWords("县，2026-04-01，示例数据")).toBe("县，2026年4月1日，示例数据");
  expect(sourceWords("江西省，2025，统计公报")).toBe("江西省，2025，统计公报");
});

it("adds a rise that comes to nothing until it is typed, and begins a scenario with one", () => {
  expect(freshStep("rise", [], []).what).toEqual({ kind: "rise", rise: { percent: 0, fixed: 0 } });
  expect(freshScenario().steps.map((one) => one.what)).toEqual([{ kind: "rise", rise: { percent: 500, fixed: 0 } }]);
});

it("begins a step by grade with the grades there are", () => {
  expect(freshStep("grades", ["高级工", "技师"], []).what).toEqual({ kind: "grades", grades: [{ grade: "高级工", rise: { percent: 0, fixed: 0 } }, { grade: "技师", rise: { percent: 0, fixed: 0 } }] });
});
