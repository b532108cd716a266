// Pay levels typed, pasted and sent.
import { describe, expect, it } from "vitest";
import type { SkillPayPeople } from "../../contract/bindings";
import { asTable, blankForm, blankLevel, firstWhy, grades, levelHints, misreadCell, offeredPeople, pastedLevels, peopleHints, refusedLevel, sentWhy, typedTable, wholeTrade } from "./skillPayLogic";

describe("a table of pay levels", () => {
  it("offers the eight grades of a trade and sends only those that were filled in", () => {
    const levels = wholeTrade("焊工");
    expect(levels.map((l) => l.grade)).toEqual(grades);
    expect(grades).toHaveLength(8);
    levels[3]!.from = "5,400";
    levels[3]!.people = "14";
    const sent = asTable("n", { levels, forms: [blankForm()] });
    expect(sent.forms).toEqual([]);
    expect(sent.levels).toEqual([{ id: undefined, trade: "焊工", grade: "senior", from: 540000, to: 540000, allowance: undefined, people: 14, note: undefined }]);
  });
  it("finds the row that a refusal is about, passing over rows that were not sent", () => {
    const levels = wholeTrade("焊工");
    levels[5]!.from = "1";
    expect(refusedLevel("levels.0.to", { levels, forms: [] })).toEqual({ row: 5, name: "to" });
    expect(refusedLevel("levels.7.to", { levels, forms: [] })).toBeNull();
    expect(refusedLevel("forms.0.who", { levels, forms: [] })).toBeNull();
  });
  it("refuses a sum or a number that cannot be read, at its cell", () => {
    const levels = wholeTrade("焊工");
    Object.assign(levels[5]!, { from: "5400", people: "１４" });
    expect(misreadCell({ levels, forms: [blankForm()] })).toBeNull();
    expect(asTable("n", { levels, forms: [] }).levels[0]).toMatchObject({ people: 14 });
    expect(misreadCell({ levels: [...levels, { ...blankLevel("车工", "junior"), from: "4000", allowance: "一百" }], forms: [] })).toMatchObject({ field: "levels.1.allowance", message: "车工：“一百”不是金额，请按元填数，例如 300 或 300.50。" });
    expect(misreadCell({ levels: [], forms: [{ ...blankForm(), who: "首席技师", people: "3人" }] })).toMatchObject({ field: "forms.0.people" });
  });
  it("comes back as it was sent", () => {
    const table = { levels: [{ ...blankLevel("车工", "junior"), from: "4000", to: "4500.50", allowance: "100", people: "3" }], forms: [] };
    const { levels } = asTable("n", table);
    expect(typedTable({ negotiation: "n", affair: "", signed: null, advice: [], levels, forms: [], few: 5, employees: 0, roster: [] }).levels[0]).toMatchObject({ trade: "车工", grade: "junior", from: "4000", to: "4500.50", allowance: "100", people: "3" });
  });
});

describe("how many have a level or a form", () => {
  const roster: SkillPayPeople[] = [{ post: "电焊工", grade: "senior", people: 8 }, { post: "电焊工", grade: "chiefTechnician", people: 1 }];
  const kept = { few: 5, employees: 320, roster };
  const of = (grade: "senior" | "chiefTechnician", people: string) => ({ ...blankLevel("焊工", grade), from: "5400", people });
  const hints = (grade: "senior" | "chiefTechnician", people: string) => levelHints(kept, of(grade, people));
  it("is asked about at the field where everybody would see what they are paid", () => {
    expect(hints("chiefTechnician", "1").join()).toContain("这会让大家看到这个人的收入");
    expect(hints("chiefTechnician", "").join(), "by the roster where nothing is typed").toContain("只有1人");
    expect(peopleHints("3", 0, kept).join()).toContain("只有3人：大家看得出这几个人的收入");
    expect(peopleHints("5", 0, kept)).toEqual([]);
    expect(levelHints(kept, blankLevel("焊工", "chiefTechnician")), "a row that nobody began").toEqual([]);
  });
  it("is offered from the roster and held against it", () => {
    expect(offeredPeople(roster, of("senior", ""))).toBe(8);
    expect(offeredPeople(roster, of("senior", "8"))).toBe(0);
    expect(hints("senior", "8")).toEqual([]);
    expect(hints("senior", "500")).toEqual(["花名册上这个工种、等级的有8人，请核对。"]);
    expect(peopleHints("500", 0, kept)).toEqual(["花名册上在职的一共320人，请核对。"]);
  });
});

describe("a table that lies with a signed contract", () => {
  const signed = { title: "2026年度工资专项集体合同", amendments: [{ id: "a", title: "变更协议" }] };
  it("is entered late where nothing stands, else corrected", () => {
    expect(firstWhy({ levels: [] }).kind).toBe("lateEntry");
    expect(firstWhy({ levels: [{ trade: "焊工", grade: "senior", from: 540000, to: 540000 }] }).kind).toBe("correction");
  });
  it("is sent with its reason or its amendment, and with neither before the signature", () => {
    const why = { kind: "correction" as const, reason: " 登错了 ", amendment: "a" };
    expect(sentWhy({ signed: null }, why)).toEqual({});
    expect(sentWhy({ signed }, why)).toEqual({ correction: "登错了" });
    expect(sentWhy({ signed }, { ...why, kind: "lateEntry" })).toEqual({ lateEntry: "登错了" });
    expect(sentWhy({ signed }, { ...why, kind: "amendment" })).toEqual({ amendment: "a" });
  });
});

describe("cells pasted from a sheet", () => {
  it("are read row by row, a merged trade going on, the head and what is no level left out", () => {
    const { levels, skipped } = pastedLevels("工种\t技能等级\t低端\t高端\t津贴\t人数\n焊工\t初级工\t4,200\t4800\t\t18\n\t高级工\t5400\t6200\t200\t14\n车工\t无\t1\t2\n");
    expect(levels.map((l) => [l.trade, l.grade, l.from, l.to, l.allowance, l.people])).toEqual([
      ["焊工", "junior", "4,200", "4800", "", "18"],
      ["焊工", "senior", "5400", "6200", "200", "14"],
    ]);
    expect(skipped).toBe(2);
  });
});
